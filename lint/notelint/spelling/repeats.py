"""The same word twice in a row, and two articles in a row."""

from collections.abc import Iterator
from itertools import islice, pairwise
from operator import eq

from notelint.language import load_language
from notelint.spelling.found import LineSlip
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Sort

_QUOTES = frozenset("\"'“”‘’«»")
_ATTESTED = (6, 5)
"""How often (log2) documentation must have a doubled word after the word before it and before the one after it, if one of the two can go without asking."""
_PROSE = 3
"""Other words repeat themselves in lists, commands and output: only in a statement with this many little words is that a slip."""


def repeated(line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """A piece that repeats the one before it, or an article after an article."""
    pieces = line.pieces
    first, second = pieces[index - 1], pieces[index]
    if index == 0 or first.sort is not Sort.WORD or first.weak or second.weak:
        return None
    if first.lower == second.lower and _is_doubled(line, index, lexicon):
        return LineSlip(
            "repeated-word",
            line,
            index - 1,
            index,
            (first.text,),
            sure=first.text == second.text and line.text[first.end : second.start] == " " and _fits_once(line, index, lexicon),
        )
    if (
        first.lower in load_language().articles
        and second.lower in load_language().articles
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
    if first.lower not in load_language().articles and line.statement.text.style_at(first.start) != line.statement.text.style_at(
        second.start
    ):
        return False
    if first.text[1:] != second.text[1:] or not line.text[first.end : second.start].isspace():
        return False
    if (index > 1 and line.pieces[index - 2].lower == first.lower) or line.after(index) == first.lower:
        return False
    if first.lower in lexicon.words.listed("little"):
        return not (
            first.lower in load_language().spelling.repeatable and line.before(index - 1) in load_language().spelling.before_repeatable
        )
    if line.titled or "\n" in line.text[first.end : second.start] or line.statement.text.style_at(first.start) or len(first.text) < 3:
        return False
    little = sum(piece.lower in lexicon.words.listed("little") for piece in line.pieces)
    return bool(line.before(index - 1)) and bool(line.after(index)) and little >= _PROSE


def _fits_once(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether it is a little word that goes well with both neighbours. Elsewhere another word may be missing: "due the the size", "if if provides"."""
    word, before, after = line.lowers[index], line.before(index - 1), line.after(index)
    words, (left, right) = lexicon.words, _ATTESTED
    if word not in words.listed("little") or not (before or after):
        return False
    fits = words.follows(before, word, left) if before else index == 1 or line.pieces[index - 2].sort is Sort.MARK
    return fits and (not after or word in load_language().articles or words.follows(word, after, right))


def _is_quoted(line: Line, index: int) -> bool:
    """Whether the two words are spoken about."""
    before, after = (
        line.text[line.pieces[index - 1].start - 1 : line.pieces[index - 1].start],
        line.text[line.pieces[index].end : line.pieces[index].end + 1],
    )
    return before in _QUOTES and after in _QUOTES


def _two_articles(line: Line, index: int) -> LineSlip | None:
    """The second one stays: it was written last."""
    following = line.after(index)
    if not following or len(following) < 2:
        return None
    return LineSlip("repeated-word", line, index - 1, index, (line.pieces[index].text,), about="articles")


RUNS = (2, 3)
"""Lengths of runs of words that are looked at."""


def has_run(lowers: list[str], length: int) -> bool:
    """Whether a run of that many words may be followed by itself. Quick: a byte per word that equals the one `length` words on."""
    same = bytes(map(eq, lowers, islice(lowers, length, None)))
    words = bytes(map(bool, islice(lowers, len(same))))
    both = int.from_bytes(same) & int.from_bytes(words)
    return b"\1" * length in both.to_bytes(len(same))


def repeated_runs(line: Line, length: int, lexicon: Lexicon) -> Iterator[LineSlip]:
    """Each run of words that is followed by itself: "you can you can use"."""
    lowers = line.lowers
    for index in range(len(lowers) - 2 * length + 1):
        run = lowers[index : index + length]
        if all(run) and run == lowers[index + length : index + 2 * length] and _is_slip(line, index, run, lexicon):
            text = line.text[line.pieces[index].start : line.pieces[index + length - 1].end]
            yield LineSlip("repeated-word", line, index, index + 2 * length - 1, (text,))


def _is_slip(line: Line, index: int, run: list[str], lexicon: Lexicon) -> bool:
    """Prose, written twice the same way; not "time to time to", "again and again and", "to the client the client will"."""
    little, bridges = lexicon.words.listed("little"), lexicon.words.listed("bridges")
    last = index + 2 * len(run) - 1
    pieces = line.pieces[index : last + 1]
    if line.titled or len(set(run)) < len(run) or not any(word in little for word in run) or any(word in bridges for word in run):
        return False
    if run[0] in load_language().articles and line.after(last) in lexicon.words.listed("auxiliaries"):
        return False  # sent to the client the client will answer
    if line.after(last) == run[0] or any(line.is_hyphened(at) or line.pieces[at].weak for at in range(index, last + 1)):
        return False
    if any(line.text[one.end : other.start] != " " for one, other in pairwise(pieces)):
        return False
    half = len(run)
    return all(one.text[1:] == other.text[1:] and other.text.islower() for one, other in zip(pieces[:half], pieces[half:], strict=True))
