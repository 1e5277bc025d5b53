"""Words in code that are one slip from a word that the note uses again and again: martix beside matrix."""

from collections import Counter
from collections.abc import Iterator

from notelint.document import Document, Style
from notelint.source import Span
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.slip import Slip

_TOKEN = lazy_pattern(r"(?<![A-Za-z0-9+=])[A-Za-z]{5,40}+(?![A-Za-z0-9+=])")
_PARTS = lazy_pattern(r"[A-Z]?[a-z]{4,}|[A-Z]{2,}(?![a-z])")
_SHORT, _LEAST_FOR_SHORT, _LEAST = 5, 4, 2
"""How often the note must use the right word: words of five letters look like too many others."""


def code_word_slips(document: Document, lexicon: Lexicon) -> Iterator[Slip]:
    """Each word in code that occurs once and that no list knows, with the known word of the note that it was meant to be."""
    spans = list(_code(document))
    if not spans:
        return
    text = document.source.text
    code = {token for start, end in spans for token in _TOKEN.findall(text, start, end)}
    rights = _rights(Counter(_TOKEN.findall(text)), code, lexicon)
    for span in spans if rights else ():
        for token in _TOKEN.finditer(text, *span):
            if (right := rights.get(token[0])) and not _is_told(right, text, token.start()):
                yield Slip("misspelt-identifier", document.source.place(Span(*token.span())), token[0], (right,))


def _is_told(right: str, text: str, index: int) -> bool:
    """Whether the line quotes the right word too: output that says itself what is wrong."""
    line = text[text.rfind("\n", 0, index) + 1 :].partition("\n")[0]
    return any(f"{quote}{right}{quote}" in line for quote in "\"'`")


def _rights(tokens: Counter[str], code: set[str], lexicon: Lexicon) -> dict[str, str]:
    """Those tokens of the code that occur once and have a part that is a slip -> what was meant."""
    counts: Counter[str] = Counter()
    for token, count in tokens.items():
        for part in _parts(token):
            counts[part.lower()] += count
    neighbours = _Neighbours(counts)
    found: dict[str, str] = {}
    for token in code:
        for part in _parts(token) if tokens[token] == 1 else ():
            lower = part.lower()
            if counts[lower] == 1 and not part.isupper() and (right := neighbours.right(lower, lexicon)):
                found[token] = token.replace(part, right.capitalize() if part[0].isupper() else right)
    return found


def _parts(token: str) -> list[str]:
    return [token] if token.islower() else _PARTS.findall(token)


def _code(document: Document) -> Iterator[tuple[int, int]]:
    """The offsets of code blocks and code spans in the text of the note."""
    for block in document.code_blocks:
        first, last = block.attributes["content"]
        yield first, last
    for statement in document.statements:
        if statement.text.styles & Style.CODE:
            for run in statement.text.runs:
                if run.style & Style.CODE:
                    yield statement.text.span(run.start, run.end)


class _Neighbours:
    """The words that a note uses again and again, to be found by a word that is one slip away from one."""

    def __init__(self, counts: Counter[str]) -> None:
        self._words = frozenset(word for word, count in counts.items() if count >= (_LEAST_FOR_SHORT if len(word) == _SHORT else _LEAST))
        self._shortened: dict[str, list[str]] = {}
        for word in self._words:
            for at in range(1, len(word)):
                self._shortened.setdefault(word[:at] + word[at + 1 :], []).append(word)

    def right(self, wrong: str, lexicon: Lexicon) -> str:
        """The one known word that `wrong` was meant to be; "" if it is a word itself. The first letter is right, and other endings are no slips."""
        found = {word for word in self._shortened.get(wrong, ()) if not word.startswith(wrong)}
        for at in range(1, len(wrong)):
            rest = wrong[:at] + wrong[at + 1 :]
            if rest in self._words and not wrong.startswith(rest):
                found.add(rest)
            found.update(word for word in self._shortened.get(rest, ()) if _differ_once(wrong, word))
        rights = [word for word in found if lexicon.knows(word)]
        return rights[0] if len(rights) == 1 and not lexicon.knows(wrong, capital=True) else ""


def _differ_once(wrong: str, right: str) -> bool:
    """Whether two words of one length differ in one letter that is not the last, or in two that are swapped."""
    places = [at for at, (one, other) in enumerate(zip(wrong, right, strict=False)) if one != other]
    if len(wrong) != len(right) or len(places) == 1:
        return len(wrong) == len(right) and places[0] < len(wrong) - 1
    return len(places) == 2 and places[1] - places[0] == 1 and wrong[places[0]] == right[places[1]] and wrong[places[1]] == right[places[0]]
