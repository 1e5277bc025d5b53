"""Digits that are no quantities: versions, dates, addresses, names with numbers. They become spaces before numbers are read."""

import re

from notelint.language import Language, alternatives
from notelint.source.lazy_pattern import lazy_pattern

_DIGIT = lazy_pattern(r"\d")


class Mask:
    """Hides such digits; the words around them are those of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._not_quantities = lazy_pattern(self._pattern, re.VERBOSE)
        """For texts in lower case: a third of the time that it would take to ignore the case."""
        self._without_digits = lazy_pattern(lambda: rf"[-=]>|\b{self._many}{self._to}(?:{self._many}|n)\b")

    def hide(self, text: str) -> str:
        """The text with such digits replaced by spaces, character for character."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        pattern = self._not_quantities if _DIGIT.search(text) else self._without_digits
        parts: list[str] = []
        done = 0
        for match in pattern.finditer(lower):
            start, end = match.span()
            parts += (text[done:start], " " * (end - start))
            done = end
        return "".join((*parts, text[done:])) if done else text

    @property
    def _many(self) -> str:
        return alternatives(self._language.masks.cardinalities)

    @property
    def _to(self) -> str:
        return f"-{alternatives(self._language.masks.cardinality_links)}-"

    def _pattern(self) -> str:
        return rf"""(?=\d)(?:{self._at_digit()}) | (?=[a-z])\b(?:{self._at_letter()})
            | (?<![\w%])/\d+\b                                              # CIDR /16
            | \#\d+\b
            | (?<=[\w.,;:)])\[\d{{1,3}}\](?!\()                              # a mark of a reference: policy[7]
            | [-=]>                                                         # an arrow is no "greater than"
        """

    def _at_digit(self) -> str:
        words = self._language.masks
        ordinal, month = alternatives(words.ordinal_endings), alternatives(self._language.dates.months)
        ranged = alternatives(self._language.numbers.range_words)
        return rf"""
              \b\d{{4}}[-/]\d{{1,2}}(?:[-/]\d{{1,2}}(?:t[\d:.]+z?)?)?\b    # 2020-01-31
            | \b\d+-\d+-\d+\b                                             # 123-45-6789
            | (?<!/)\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b(?!/)           # 31/01/2020
            | \b\d{{1,2}}{ordinal}?\s+{month}\b\.?(?:,?\s+\d{{4}})?\b       # 31 January 2020
            | \b\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?:/\d{{1,2}})?\b              # 10.0.0.0/16
            | \b\d+\.\d+\.[\dx]+\S* | \b\d+\.x\b                          # 1.2.3
            | \b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b                            # 10:30
            | \b\d+{self._to}(?:\d+|{self._many}|n)\b | \b\d+:(?:\d+|n|m)\b  # 1-to-1, 1:n
            | \b24\s?[/x]\s?7\b
            | \b[1-4]-?d\b(?!\s?(?:-|–|{ranged})\s?\d)                     # 3D
            | \b802\.\d+[a-z]*
            | (?<![\d,.'_])\d{{11,}}\b(?!\.\d)                            # account 123456789012
            | \b[1-5]\d\d\s(?={alternatives(words.after_status)}\b)        # a 403 error
            | (?<!\d)\d++\s?%(?=\s+{alternatives(words.after_exam_share)}\b) # weights of an exam
            | \b\d+{ordinal}\b                                             # 3rd
            | \b0x[0-9a-f]+\b
        """

    def _at_letter(self) -> str:
        words = self._language.masks
        ordinal, month = alternatives(words.ordinal_endings), alternatives(self._language.dates.months)
        ranged, listed = alternatives(self._language.numbers.range_words), alternatives(self._language.numbers.list_words)
        status, result = alternatives(words.before_status), alternatives(words.before_result)
        measured = rf"(?!\s?(?:[kmgtpe]i?b|[mµun]?s|%|{alternatives(words.measures)})(?!\w))"
        return rf"""
              {month}\b\.?\s+\d{{1,2}}{ordinal}?(?:,?\s+\d{{4}})?\b         # Jan 31, 2020
            | v\d+\.\d+\.[\dx]+\S* | v\.?\s?\d+(?:\.\d+)*\b              # v2
            | {self._many}{self._to}(?:\d+|{self._many}|n)\b               # one-to-many
            | {alternatives(words.before_port)}[\s:/]*\d+(?!\d|\s?(?:-|–|{ranged})\s?\d)(?:\s?(?:,|/|&|{listed})\s?\d+\b)*   # a range is one
            | localhost:\d+
            | (?:{status}|{result})\W+[45]\d\d\b(?!\s?[\w%]) | {status}\W+[1-5]\d\d\b
            | {alternatives(words.number_signs)}\s?\d+\b
            | {alternatives(words.exam_parts)}\s\d\b[^.;|\n]{{0,60}}?\d+\s?% # weights of an exam
            | {alternatives(words.before_label)}\s?\#?\d+(?:[.-]\d+)*\b{measured}
        """
