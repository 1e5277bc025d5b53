"""A capital too many at the start of a word: COnsumers."""

import re

from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import Found
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line

_TWO_CAPITALS = lazy_pattern(r"[A-Z]{2}[a-z]{3,}")


def two_capitals(line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """A capital too many at the start of a common word, unless the capitals spell an acronym."""
    text = line.pieces[index].text
    if not _TWO_CAPITALS.fullmatch(text) or not lexicon.is_english(text.lower()) or text in lexicon.forms:
        return None
    above = [statement.text.plain for statement in line.statement.ancestors()]
    if any(text[:2] in word for words in (line.text, *above) for word in re.findall(r"[A-Z]{3,}", words)):
        return None
    return Found("misspelling", line, index, index, (text[0] + text[1:].lower(),), sure=True)
