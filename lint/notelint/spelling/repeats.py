"""The same word twice in a row, and two articles in a row."""

from notelint.spelling.found import Found
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Sort

ARTICLES = frozenset({"a", "an", "the"})
_QUOTES = frozenset("\"'“”‘’«»")
_PROSE = 3
"""Other words repeat themselves in lists, commands and output: only in a statement with this many little words is that a slip."""


def repeated(line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """A piece that repeats the one before it, or an article after an article."""
    pieces = line.pieces
    first, second = pieces[index - 1], pieces[index]
    if index == 0 or first.sort is not Sort.WORD or first.weak or second.weak:
        return None
    if first.lower == second.lower and _is_doubled(line, index, lexicon):
        return Found(
            "repeated-word",
            line,
            index - 1,
            index,
            (first.text,),
            sure=first.lower in lexicon.words.listed("little") and line.text[first.end : second.start] == " ",
        )
    if (
        first.lower in ARTICLES
        and second.lower in ARTICLES
        and first.text.islower()
        and second.text.islower()
        and first.lower != second.lower
    ):
        return _two_articles(line, index)
    return None


def _is_doubled(line: Line, index: int, lexicon: Lexicon) -> bool:
    first, second = line.pieces[index - 1], line.pieces[index]
    if (
        not second.text.islower()
        or len(first.text) < 2
        or first.lower in lexicon.words.listed("may-repeat")
        or not lexicon.knows(first.lower)
    ):
        return False
    if line.is_hyphened(index - 1) or line.is_hyphened(index) or _is_quoted(line, index):
        return False
    if first.lower not in ARTICLES and line.statement.text.style_at(first.start) != line.statement.text.style_at(second.start):
        return False
    if first.text[1:] != second.text[1:] or not line.text[first.end : second.start].isspace():
        return False
    if (index > 1 and line.pieces[index - 2].lower == first.lower) or line.after(index) == first.lower:
        return False
    if first.lower in lexicon.words.listed("little"):
        return not (
            first.lower in ("is", "in", "on", "do", "up", "out")
            and line.before(index - 1) in ("it", "what", "that", "this", "log", "logged", "there", "which")
        )
    if line.titled or "\n" in line.text[first.end : second.start] or line.statement.text.style_at(first.start) or len(first.text) < 3:
        return False
    little = sum(piece.lower in lexicon.words.listed("little") for piece in line.pieces)
    return bool(line.before(index - 1)) and bool(line.after(index)) and little >= _PROSE


def _is_quoted(line: Line, index: int) -> bool:
    """Are the two words spoken about?"""
    before, after = (
        line.text[line.pieces[index - 1].start - 1 : line.pieces[index - 1].start],
        line.text[line.pieces[index].end : line.pieces[index].end + 1],
    )
    return before in _QUOTES and after in _QUOTES


def _two_articles(line: Line, index: int) -> Found | None:
    """The second one stays: it was written last."""
    following = line.after(index)
    if not following or len(following) < 2:
        return None
    return Found("repeated-word", line, index - 1, index, (line.pieces[index].text,), about="articles")
