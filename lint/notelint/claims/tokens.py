"""The words of a statement with their places, singular, ready to be searched for cues."""

from collections.abc import Iterable, Iterator

from notelint.quantities.nouns import singular
from notelint.subjects.mentions import WORD, Named
from notelint.subjects.subjects import Reading

Phrase = tuple[str, ...]
"""Words in lower case and singular, in order."""


def phrase(text: str) -> Phrase:
    """The words of a text in lower case, singular."""
    return tuple(singular(word.lower()) for word in WORD.findall(text))


class Tokens:
    """The words of one statement: `words` singular, `spans` in the text, `index` from a word to its positions.

    `taken` holds for each word the positions (first, end) of the name that it is part of, or None: "Block" of a product called Block Express
    is no block.
    """

    __slots__ = ("content", "index", "label_end", "named", "spans", "taken", "words")

    def __init__(self, reading: Reading, little: frozenset[str]) -> None:
        self.words = [singular(word) for word in reading.words.lowers]
        self.spans = reading.words.spans
        self.label_end = reading.label_end
        self.named = reading.named
        self.taken = _taken(self.spans, reading.named)
        self.index: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            self.index.setdefault(word, []).append(position)
        self.content = sum(word not in little and not word.isdigit() for word in self.words)

    def unnamed(self) -> Iterator[str]:
        """The words that are no part of a name and no number."""
        return (word for word, name in zip(self.words, self.taken, strict=True) if name is None and not word.isdigit())

    def find(self, cue: Phrase) -> Iterator[int]:
        """Positions at which the cue is, not inside a name unless it is the whole name."""
        size, words = len(cue), self.words
        for position in self.index.get(cue[0], ()):
            if size == 1 or tuple(words[position : position + size]) == cue:
                name = self.taken[position] or self.taken[position + size - 1]
                if name is None or name == (position, position + size):
                    yield position

    def holds(self, cues: Iterable[Phrase], low: int, high: int) -> bool:
        """Whether one of the cues is between the characters `low` and `high`."""
        for cue in cues:
            if cue[0] in self.index:
                for position in self.find(cue):
                    if low <= self.spans[position][0] and self.spans[position + len(cue) - 1][1] <= high:
                        return True
        return False


def _taken(spans: list[tuple[int, int]], names: list[Named]) -> list[tuple[int, int] | None]:
    taken: list[tuple[int, int] | None] = [None] * len(spans)
    position = 0
    for name in names:
        while position < len(spans) and spans[position][0] < name.start:
            position += 1
        end = position
        while end < len(spans) and spans[end][0] < name.end:
            end += 1
        taken[position:end] = [(position, end)] * (end - position)
    return taken
