"""Whether a name is meant as a name. "ground truth" and "data pipeline" are words before they are products."""

from notelint.language import load_language
from notelint.packs.vendors import VENDORS_LOWER
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.lexicon import Lexicon
from notelint.subjects.home import Home
from notelint.subjects.mentions import WORD, Named
from notelint.subjects.subjects import Reading

_WORD_BEFORE = lazy_pattern(r"(?<!\w)([^\W\d_]{2,})\s$")
_NEAR = 30


class MeantReader:
    """Tells names from words, with the words of one Lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.articles = frozenset(load_language().names.indefinite)

    def is_meant(self, named: Named, reading: Reading, home: Home) -> bool:
        """Whether the text at `named` names its entity, as far as the note shows."""
        surface = reading.text[named.start : named.end]
        words = WORD.findall(surface)
        if words[0].lower() in VENDORS_LOWER:
            return True
        if not home.speaks_of(named.form.entity):
            return is_distinctive(named.form.surface)
        if is_distinctive(named.form.surface) or surface.isupper():
            return True
        if not _has_capitals(words, WORD.findall(named.form.surface)):
            return False
        if not self.is_ordinary(surface):
            return len(words) > 1 or not self._ends_name(named, reading)
        if reading.text[named.end : named.end + 2].strip()[:1].isupper() and not _is_title(reading):
            return False  # part of a longer name: Cognitive Services Contributor
        return len(words) > 1 or not _begins_sentence(named, reading)

    def _ends_name(self, named: Named, reading: Reading) -> bool:
        """Whether the word before it is a name that no list knows: Utkrishta Kendra."""
        before = _WORD_BEFORE.search(reading.text, max(0, named.start - _NEAR), named.start)
        return before is not None and before[1][0].isupper() and not self._lexicon.knows(before[1].lower(), capital=True)

    def is_ordinary(self, text: str) -> bool:
        """Whether all words are plain English."""
        return all(self._lexicon.is_english(word.lower()) for word in WORD.findall(text))


def is_distinctive(name: str) -> bool:
    """Whether the name gives itself away: capitals or digits inside a word that is no acronym, as in QuickSight and Cloud9."""
    return any(
        not word.isupper() and any(letter.isupper() or letter.isdigit() for letter in word[1:])
        for word in WORD.findall(name)
        if len(word) > 3
    )


def _has_capitals(words: list[str], wanted: list[str]) -> bool:
    return all(word[0].isupper() or not right[0].isupper() for word, right in zip(words, wanted, strict=False))


def _is_title(reading: Reading) -> bool:
    """Whether any of its words may have a capital."""
    return reading.statement.kind == "heading"


def _begins_sentence(named: Named, reading: Reading) -> bool:
    """Whether the word owes its capital to its place. Alone in its statement or label it does not."""
    before = reading.text[: named.start].rstrip(" \t*_`\"'(")
    alone = named.end <= reading.label_end or not reading.text[named.end :].strip(" \t\n*_`:.)")
    return (not before or before[-1] in ".!?:") and not alone
