"""Role of a quantity: default, max, min, range, approx or exact; by its bound and the words around it."""

import re
from functools import cache

from notelint.language import Language, alternatives, load_language
from notelint.quantities.quantity import Bound, Quantity
from notelint.source.lazy_pattern import lazy_pattern

_BOUNDED = frozenset([Bound.AT_MOST, Bound.AT_LEAST, Bound.BELOW, Bound.ABOVE])


class RoleReader:
    """Reads roles with the phrases of one language."""

    def __init__(self, language: Language) -> None:
        self._cues = {role: lazy_pattern(_cues(phrases), re.IGNORECASE) for role, phrases in language.roles.items()}
        self._any = lazy_pattern("|".join(map(_cues, language.roles.values())), re.IGNORECASE)
        words = language.role_words
        default = alternatives(phrase for phrase in language.roles.get("default", ()) if " " not in phrase)
        self._default_thing = lazy_pattern(rf"\b{default}\s+(?!{alternatives(words.links)}\b)[^\W\d_]", re.IGNORECASE)
        self._tier = lazy_pattern(rf"\s*{alternatives(words.tiers)}\b", re.IGNORECASE)

    def role_of(self, quantity: Quantity, clause: str, label: str, after: str = "") -> str:
        """The words of the clause decide, then the bound, then the label; `clause` is without quantities, `after` is what follows this one."""
        bound = quantity.bound
        if bound is Bound.RANGE:
            return "range"
        if self._says("default", clause) and not (bound in _BOUNDED and self._default_thing.search(clause)):
            return "default"
        if bound in _BOUNDED and (self._tier.match(after) or (self._says("max", clause) and self._says("min", clause))):
            return "exact"
        if bound is Bound.ABOUT:
            return "approx"
        if bound in _BOUNDED:
            return "max" if bound in (Bound.AT_MOST, Bound.BELOW) else "min"
        for text in (clause, label):
            if self._any.search(text):
                return next(role for role, cue in self._cues.items() if cue.search(text))
        return "exact"

    def _says(self, role: str, text: str) -> bool:
        return role in self._cues and self._cues[role].search(text) is not None


def _cues(phrases: tuple[str, ...]) -> str:
    """Words as such, signs anywhere."""
    words = alternatives(phrase for phrase in phrases if phrase[0].isalpha() or phrase[0] == "{")
    signs = alternatives(phrase for phrase in phrases if not (phrase[0].isalpha() or phrase[0] == "{"))
    return rf"\b{words}\b|{signs}"


@cache
def _english() -> RoleReader:
    return RoleReader(load_language())


def role_of(quantity: Quantity, clause: str, label: str, after: str = "") -> str:
    """As RoleReader.role_of, in English."""
    return _english().role_of(quantity, clause, label, after)
