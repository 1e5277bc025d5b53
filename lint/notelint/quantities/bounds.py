"""Bounds of a quantity: up to, at least, about; by the words before and after it."""

import re
from collections.abc import Iterable, Sequence

from notelint.language import Language, alternatives
from notelint.quantities.quantity import Bound
from notelint.source.lazy_pattern import lazy_pattern

_BEFORE = (Bound.ABOUT, Bound.AT_MOST, Bound.AT_LEAST, Bound.BELOW, Bound.ABOVE)
"""In the order in which they are asked for: "not more than" is no "more than"."""
_NEAR = 44
"""Characters before a quantity in which its bound begins."""
_AFTER = 24
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_OWN = r"(?![ :=-]*(?:of |is )?[$~]?\d)"
"""Not the bound of a number that follows: 30 s (max 12 h)."""
_NO_UNIT = r"(?<!\d)(?<!\d[ -])"
"""Not the unit of a number: 5 min."""


class BoundReader:
    """Reads bounds with the phrases of one language."""

    def __init__(self, language: Language) -> None:
        article = rf"(?:{alternatives(language.articles)}\s)?"
        tail = dict.fromkeys(_BEFORE, rf"[ =:]*{article}[\W_]{{0,2}}$") | {Bound.ABOUT: rf"[ =:]*{article}$"}
        phrases = language.bounds
        self._before = {
            bound: lazy_pattern(rf"{_NO_UNIT}{_marks(phrases.before.get(bound, ()))}\.?{tail[bound]}", re.IGNORECASE) for bound in _BEFORE
        }
        self._last_words, self._signs = _ends(phrase for phrases in phrases.before.values() for phrase in phrases)
        self._after = {
            bound: lazy_pattern(rf"[ -]*\(?{_marks(phrases.after.get(bound, ()))}(?!\w){_OWN}", re.IGNORECASE)
            for bound in (Bound.AT_MOST, Bound.AT_LEAST)
        }

    def bound_of(self, text: str, start: int, end: int, *, ranged: bool) -> Bound:
        """The bound of the quantity at `start`..`end`; a range is one whatever is around it."""
        if ranged:
            return Bound.RANGE
        before = text[max(0, start - _NEAR) : start]
        after = text[end : end + _AFTER]
        said = self._may_end_in_bound(before)
        for bound in _BEFORE:
            if bound is Bound.BELOW and after.startswith("+"):
                return Bound.ABOVE
            if said and self._before[bound].search(before):
                return bound
            if bound in self._after and self._after[bound].match(after):
                return bound
        return Bound.EXACT

    def _may_end_in_bound(self, before: str) -> bool:
        """Whether a sign is in the text, or its last word but for an article is one that a phrase ends on. Rules out most texts at once."""
        words = _LETTERS.findall(before.lower())[-2:]
        return not self._last_words.isdisjoint(words) or any(map(before.__contains__, self._signs))


def _ends(phrases: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The last words of all phrases, and the signs among them; braces hold a choice of words."""
    words: set[str] = set()
    signs: list[str] = []
    for phrase in phrases:
        if _is_sign(phrase):
            signs.append(phrase)
        else:
            words |= {_LETTERS.findall(choice)[-1] for choice in phrase.rpartition("{")[2].split("|")}
    return frozenset(words), tuple(signs)


def _is_sign(phrase: str) -> bool:
    return not (phrase[0].isalpha() or phrase[0] == "{")


def _marks(phrases: Sequence[str]) -> str:
    """Phrases not inside longer words, and signs wherever they are."""
    words = [phrase for phrase in phrases if not _is_sign(phrase)]
    signs = [phrase for phrase in phrases if _is_sign(phrase)]
    return rf"(?:(?<!\w){alternatives(words)}|{alternatives(signs)})"
