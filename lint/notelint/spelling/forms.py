"""Forms of words where grammar does not allow them: "can be create", "it will sends", "a instances"."""

from collections.abc import Iterable, Iterator
from itertools import islice

from notelint.dictionary.words import Words
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.patterns import NEAR, Pattern, PatternReader, stands_between
from notelint.spelling.prose import Line

Pair = tuple[str, str]


class FormReader:
    """The patterns under `forms` of schema/words/confusions.yaml, of which the accused is a class of schema/words/forms.txt."""

    def __init__(self, words: Words, patterns: PatternReader) -> None:
        self._words = words
        self._after: dict[str, dict[str, list[Pattern]]] = {}
        """The word before -> class -> patterns."""
        for entry in patterns.forms:
            pattern = patterns.parse(entry)
            for word in pattern.left:
                self._after.setdefault(word, {}).setdefault(pattern.accused[0], []).append(pattern)

    def candidates(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Those of the pairs of words of which a pattern may accuse the second."""
        after, forms = self._after, self._words.forms
        return {pair for pair in pairs if pair[0] in after and not after[pair[0]].keys().isdisjoint(forms(pair[1]))}

    def read(self, line: Line, candidates: set[Pair]) -> Iterator[LineSlip]:
        """What stands in a line; headings and titles have a grammar of their own."""
        lowers = line.lowers
        pairs = zip(lowers, islice(lowers, 1, None), strict=False)
        if candidates.isdisjoint(pairs) or line.statement.kind == "heading" or line.titled:
            return
        for index in range(1, len(lowers)):
            if (lowers[index - 1], lowers[index]) in candidates and (rights := self._rights(line, index)):
                yield LineSlip("confused-word", line, index, index, cased(rights, line.pieces[index].text))

    def _rights(self, line: Line, index: int) -> tuple[str, ...]:
        """What should stand there; nothing where the word is right or something else, such as a name."""
        piece = line.pieces[index]
        if not piece.text.islower() or piece.weak or line.is_hyphened(index) or line.is_hyphened(index - 1):
            return ()
        patterns = self._after[line.lowers[index - 1]]
        for name, forms in self._words.forms(piece.lower).items():
            for pattern in patterns.get(name, ()):
                if _fits(pattern, line, index):
                    return tuple(right.format(piece.lower, *forms) for right in pattern.rights)
        return ()


def _fits(pattern: Pattern, line: Line, index: int) -> bool:
    if not pattern.may_follow(line.lowers[max(0, index - NEAR) : index]):
        return False
    return stands_between(pattern, line.pieces, index) and not any(stands_between(one, line.pieces, index) for one in pattern.unless)
