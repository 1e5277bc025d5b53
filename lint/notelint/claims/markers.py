"""Markers: words and signs that make a number an example, a threshold, somebody's setting, the past."""

from notelint.claims.tokens import Phrase, phrase
from notelint.claims.zones import Around
from notelint.language import Language
from notelint.quantities.numbers import is_year
from notelint.source.lazy_pattern import lazy_pattern

_CLAUSE = frozenset(["lapse", "other", "setting"])
"""Markers that count in the clause only; the others do in the whole sentence."""
_BEFORE = frozenset(["lapse", "threshold"])
"""Markers that count before the quantity only."""
_SUM = lazy_pattern(r"[=×*≈]|\d\s*[+/x]\s*\d")
_OPTION = lazy_pattern(r"\W*[A-Fa-f][.)]\s")


class Markers:
    """The markers of a language, ready to be looked for."""

    def __init__(self, language: Language) -> None:
        self._dated = frozenset(phrase(cue)[-1] for cue in language.dated)
        self._cues: dict[str, list[tuple[int, str, Phrase]]] = {}
        every = ((name, phrase(cue)) for name, cues in language.claim_markers.items() for cue in cues)
        for rank, (name, cue) in enumerate(every):
            self._cues.setdefault(cue[0], []).append((rank, name, cue))

    def found(self, around: Around) -> list[tuple[str, Phrase]]:
        """The kinds of markers around a quantity, each with its words; none for a sign."""
        said = [one for head in self._cues.keys() & around.tokens.index.keys() for one in self._cues[head]]
        found: list[tuple[str, Phrase]] = []
        for _, name, cue in sorted(said):
            low, high = around.clause if name in _CLAUSE else around.sentence
            if name in _BEFORE:
                high = around.found.start
            if around.tokens.holds((cue,), low, high):
                found.append((name, cue))
        if _SUM.search(around.text, *around.clause):
            found.append(("sum", ()))
        line = around.text.rfind("\n", 0, around.found.start) + 1
        if around.text.startswith("?", around.sentence[1]) or _OPTION.match(around.text, line):
            found.append(("question", ()))
        return found

    def is_dated(self, around: Around) -> bool:
        """Whether the sentence says when the number was right: "in 2019", "until August 2025"."""
        tokens, (low, high) = around.tokens, around.sentence
        for position, (word, (start, end)) in enumerate(zip(tokens.words, tokens.spans, strict=True)):
            if low <= start and end <= high and is_year(word) and not self._dated.isdisjoint(tokens.words[max(0, position - 2) : position]):
                return True
        return False
