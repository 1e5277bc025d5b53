"""Numbers as notes write them: 1 000 000, 1,000, 64_000, 80k, 2.5 million, eleven, 100000s."""

import re
from functools import cache

from notelint.language import Language, alternatives, load_language
from notelint.source.lazy_pattern import lazy_pattern

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:, 000)+(?!\d)|\d{1,3}(?:[_']\d{3})+(?!\d)|\d+"
_EXPONENT = r"(?P<exponent>[eE][-+]?\d{1,3}(?![\w.]))"
_LETTER = r"(?P<letter>[kKM])(?:'?s)?(?![\w/])"
_APART = r"(?<![\w.\\])(?<![A-Za-z][-/])"
_MINUS = lazy_pattern(r"(?:^|[(\[{,;:=<>|~]|(?:^|[^\s\d%)])\s+)[-−]$")
_YEAR = lazy_pattern(r"(?:199\d|20[0-2]\d|203[0-5])")


class Numbers:
    """The numbers of one language; `pattern` matches one without its sign, not inside a word or name (S3, AES-256, HTTP/2, one-hot)."""

    def __init__(self, language: Language) -> None:
        self._words = language.number_words
        self._scales = language.scales
        words = alternatives(language.number_words)
        compound = rf"(?!-{alternatives(language.numbers.compounds)}\b)"
        scales = alternatives(scale for scale in language.scales if len(scale) > 1)
        scale = rf"(?:[ \u00a0]?(?P<scale>{scales})\b|{_LETTER})"
        number = rf"(?:(?P<digits>{_DIGITS})(?P<fraction>\.\d+)?{_EXPONENT}?|(?P<leading>\.\d+)|(?P<word>(?i:{words}))\b{compound}){scale}?"
        self.text = number
        self.pattern = lazy_pattern(_APART + number)
        self.after_dash = lazy_pattern(number)
        """The same where a range has begun: the 365 of 1d-365d."""
        nines = language.numbers.nines
        self.nines_pattern = lazy_pattern(
            rf"(?<![\w.])(?P<count>\d{{1,2}}|{words})\s*(?:x\s*)?(?:9'?s\b|{alternatives(nines)}\b)", re.IGNORECASE
        )
        """How many nines: 11 9's, eleven nines."""

    def magnitude(self, match: re.Match[str]) -> float:
        """The value of a match of one of the patterns."""
        if match["word"]:
            value = float(self._words[match["word"].lower()])
        elif match["leading"]:
            value = float("0" + match["leading"])
        else:
            value = float(re.sub(r"\D", "", match["digits"]) + (match["fraction"] or "") + (match["exponent"] or ""))
        scale = (match["scale"] or match["letter"] or "").lower()
        return value * self._scales.get(scale, 1)

    def nines(self, match: re.Match[str]) -> float:
        """The percentage that a match of the nines pattern stands for: 4 nines are 99.99."""
        count = match["count"].lower()
        number = int(count) if count.isdigit() else int(self._words[count])
        return float("99." + "9" * (number - 2)) if number > 2 else {2: 99.0, 1: 90.0}.get(number, 0.0)


@cache
def english_numbers() -> Numbers:
    """The numbers of English."""
    return Numbers(load_language())


NUMBER = lazy_pattern(lambda: _APART + english_numbers().text)
"""One English number; see Numbers."""
NUMBER_AFTER_DASH = lazy_pattern(lambda: english_numbers().text)


def magnitude(match: re.Match[str]) -> float:
    """The value of a match of NUMBER or NUMBER_AFTER_DASH."""
    return english_numbers().magnitude(match)


def is_negative(text: str, start: int) -> bool:
    """Whether the number at `start` is preceded by a minus sign. The dash of "5 -3" and "sub-5" is none."""
    return text[start - 1 : start] in ("-", "−") and bool(_MINUS.search(text, max(0, start - 12), start))


def is_year(text: str) -> bool:
    """Four digits that may be a year: 1990 to 2035."""
    return bool(_YEAR.fullmatch(text))
