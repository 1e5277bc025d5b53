"""Capitals and the letter s where they do not belong: COnsumers, KPI's, QuickSights."""

import re

from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import Found
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Sort

_TWO_CAPITALS = lazy_pattern(r"[A-Z]{2}[a-z]{3,}")
_OWNED = lazy_pattern(r"([A-Z]{2,5})['’]s")


def two_capitals(line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """A capital too many at the start of a common word, unless the capitals spell an acronym."""
    text = line.pieces[index].text
    if not _TWO_CAPITALS.fullmatch(text) or not lexicon.is_english(text.lower()) or text in lexicon.forms:
        return None
    above = [statement.text.plain for statement in line.statement.ancestors()]
    if any(text[:2] in word for words in (line.text, *above) for word in re.findall(r"[A-Z]{3,}", words)):
        return None
    return Found("misspelling", line, index, index, (text[0] + text[1:].lower(),), sure=True)


def owning_plural(line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """An acronym with an apostrophe before its plural s: nothing follows that it could own."""
    match = _OWNED.fullmatch(line.pieces[index].text)
    if not match or match[1] in lexicon.products:
        return None
    after = line.pieces[index + 1] if index + 1 < len(line.pieces) else None
    if (
        after is not None
        and after.lower not in lexicon.words.listed("owns-nothing")
        and not (after.sort is Sort.MARK and after.text[0] in ".,;:)")
    ):
        return None
    return Found("missing-apostrophe", line, index, index, (match[1] + "s",), about="plural")


def plural_product(line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """A product that owns what follows, without the apostrophe."""
    text = line.pieces[index].text
    name = text.removesuffix("s")
    if (
        name == text
        or name not in lexicon.products
        or not any(letter.islower() for letter in name)
        or not any(letter.isupper() for letter in name[1:])
    ):
        return None
    after = line.pieces[index + 1] if index + 1 < len(line.pieces) else None
    if (
        text in lexicon.products
        or after is None
        or after.sort is not Sort.WORD
        or after.lower in lexicon.words.listed("owns-nothing")
        or after.lower.endswith("s")
    ):
        return None
    return Found("missing-apostrophe", line, index, index, (name + "'s",))
