"""Numbers as notes write them: 1 000 000, 1,000, 64_000, 80k, 2.5 million, eleven, 100000s."""

import re

from notelint.source.lazy_pattern import lazy_pattern

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "ninety": 90, "single": 1, "half": 0.5, "dozen": 12,
}  # fmt: skip
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "mn": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12, "hundred": 1e2}

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:, 000)+(?!\d)|\d{1,3}(?:[_']\d{3})+(?!\d)|\d+"
_SCALE = r"(?:[ \u00a0]?(?P<scale>thousand|million|billion|trillion|hundred|mn|bn)\b|(?P<letter>[kKM])(?:'?s)?(?![\w/]))"

_COMPOUND = r"(?!-(?:digit|hot|time|way|off|click|shot|class|size|stop|tailed|sided|to|by|on|and|of)\b)"
_EXPONENT = r"(?P<exponent>[eE][-+]?\d{1,3}(?![\w.]))"
_NUMBER = (
    rf"(?:(?P<digits>{_DIGITS})(?P<fraction>\.\d+)?{_EXPONENT}?|(?P<leading>\.\d+)|(?P<word>(?i:{'|'.join(_WORDS)}))\b{_COMPOUND}){_SCALE}?"
)
NUMBER = lazy_pattern(rf"(?<![\w.\\])(?<![A-Za-z][-/]){_NUMBER}")
"""One number without its sign, not inside a word or name (S3, AES-256, HTTP/2, one-hot); use `magnitude` on the match."""
NUMBER_AFTER_DASH = lazy_pattern(_NUMBER)
"""The same where a range has begun: the 365 of 1d-365d."""

_MINUS = lazy_pattern(r"(?:^|[(\[{,;:=<>|~]|(?:^|[^\s\d%)])\s+)[-−]$")
_YEAR = lazy_pattern(r"(?:199\d|20[0-2]\d|203[0-5])")

NINES = lazy_pattern(rf"(?<![\w.])(?P<count>\d{{1,2}}|{'|'.join(_WORDS)})\s*(?:x\s*)?(?:9'?s\b|nines?\b)", re.IGNORECASE)
"""How many nines: 11 9's, eleven nines."""


def magnitude(match: re.Match[str]) -> float:
    """The value of a NUMBER match."""
    if match["word"]:
        value = float(_WORDS[match["word"].lower()])
    elif match["leading"]:
        value = float("0" + match["leading"])
    else:
        value = float(re.sub(r"\D", "", match["digits"]) + (match["fraction"] or "") + (match["exponent"] or ""))
    scale = (match["scale"] or match["letter"] or "").lower()
    return value * _SCALES.get(scale, 1)


def nines(match: re.Match[str]) -> float:
    """The percentage that a NINES match stands for: 4 nines are 99.99."""
    count = match["count"].lower()
    number = int(count) if count.isdigit() else int(_WORDS[count])
    return float("99." + "9" * (number - 2)) if number > 2 else {2: 99.0, 1: 90.0}.get(number, 0.0)


def is_negative(text: str, start: int) -> bool:
    """Is the number at `start` preceded by a minus sign? The dash of "5 -3" and "sub-5" is none."""
    return text[start - 1 : start] in ("-", "−") and bool(_MINUS.search(text, max(0, start - 12), start))


def is_year(text: str) -> bool:
    """Four digits that may be a year: 1990 to 2035."""
    return bool(_YEAR.fullmatch(text))
