"""What is known of words in a row: counts of words and of classes of words, and estimates where nothing was counted."""

from collections.abc import Callable

from notelint.dictionary.sequences import Sequences

EDGES = frozenset(".,")
"""How punctuation is written in the sequences; "-" is a hyphen or slash, "#" code or a number."""
_LEAST = {2: -6.0, 3: -9.0, 4: -9.0}
"""Estimates do not go below this."""


class Counts:
    """Everything here is a logarithm to base 2; `total` is that of the number of words counted."""

    def __init__(self, sequences: Sequences, total: float, endings: dict[str, int]) -> None:
        self.get: Callable[[str], int] = sequences.get
        self._total = total
        self._endings = sorted(endings.items(), key=lambda item: -len(item[0]))
        self._classes: dict[str, str] = {}

    def class_of(self, word: str) -> str:
        """The name of the class of a word: one of its own for little words, otherwise one by the company it keeps, or by its ending."""
        found = self._classes.get(word)
        if found is None:
            high = self.get(f"@{word}")
            number = (high - 1 << 5 | self.get(f"&{word}")) if high else next(n for ending, n in self._endings if word.endswith(ending))
            found = self._classes[word] = f"~{number}"
        return found

    def expected(self, first: str, second: str) -> float:
        """The count of two words in a row if they had nothing to do with each other."""
        return self.get(first) + self.get(second) - self._total

    def estimate(self, *words: str) -> float:
        """The count of two to four words in a row: what was counted, or what the shorter sequences in it lead one to expect, and a little less."""
        seen = self.get(" ".join(words))
        if seen:
            return seen + 0.5
        if len(words) == 2:
            chance = self.expected(*words)
        else:
            middle = words[1:-1]
            shared = self.estimate(*middle) if len(middle) > 1 else self.get(middle[0])
            chance = self.estimate(*words[:-1]) + self.estimate(*words[1:]) - shared
        return max(_LEAST[len(words)], min(0.5, chance - 1.0))
