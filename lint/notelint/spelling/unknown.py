"""The words of one note that no list holds, and what the note is about as far as its rare words tell."""

from collections import Counter
from functools import cached_property
from itertools import chain

from notelint.dictionary.word_flags import WordList
from notelint.language import load_language
from notelint.spelling.lexicon import Lexicon, WordVerdict
from notelint.spelling.prose import Line

_SPECIALIST_SHARE = 0.01
_SPECIALIST_WORDS = 3
_FOREIGN_SHARE = 7
"""One in so many words must be a little word of another language."""


class Unknown:
    """The unknown words of one note, where they are, and how often."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.counts = Counter(chain.from_iterable(line.lowers for line in lines))
        self.counts.pop("", None)
        verdicts = {word: verdict for word in self.counts if (verdict := lexicon.verdicts[word])}
        strange = {word for word, verdict in verdicts.items() if verdict == WordVerdict.STRANGE}
        self.formed = frozenset(word for word, verdict in verdicts.items() if verdict == WordVerdict.FORMED)
        """Words that are formed of known ones."""
        self.places: dict[str, list[tuple[Line, int]]] = {}
        self.foreign: set[int] = set()
        for line in lines if strange else ():
            if strange.isdisjoint(line.lowers):
                continue
            if is_foreign(line, lexicon):
                self.foreign.add(id(line))
                continue
            for index, word in enumerate(line.lowers):
                if word in strange:
                    self.places.setdefault(word, []).append((line, index))

    @cached_property
    def specialist(self) -> bool:
        """Whether the note holds many words that only the list of scientific words knows. There, many unknown words are right."""
        found = sum(
            self.lexicon.verdicts[word] == WordVerdict.SUBJECT and bool(self.lexicon.words.subjects(word) & WordList.SCIENCE)
            for word in self.counts
        )
        return found >= max(_SPECIALIST_WORDS, _SPECIALIST_SHARE * len(self.counts))

    def uses(self, word: str) -> int:
        """How often the note uses the word or its close kin: one and many, and what is done with it."""
        stem = word.removesuffix("s")
        return sum(self.counts[stem + ending] for ending in load_language().spelling.kin_endings)


def is_foreign(line: Line, lexicon: Lexicon) -> bool:
    """Whether the statement is in another language. Then its words are not those of an English text for the most part, or little words of that language."""
    words = [lower for word, lower in line.written() if len(word) > 1 and word.islower()]
    if len(words) < 4:
        return False
    if sum(lexicon.is_english(word) for word in words) * 2 < len(words):
        return True
    little = lexicon.foreign.intersection(words)
    return len(little) > 1 and sum(word in little for word in words) * _FOREIGN_SHARE >= len(words)
