"""Units that are slips of the pen: 10 Gpbs, 250 MB/S, 80T B."""

import re
from collections.abc import Iterable, Iterator

from notelint.document import Document, Style
from notelint.language import Language
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.slip import Slip
from notelint.subjects.subjects import Reading

RULE = "misspelt-unit"
_OPAQUE = Style.CODE | Style.URL | Style.MATH


class UnitSlipReader:
    """Finds them with the list of one language."""

    def __init__(self, language: Language) -> None:
        self._right = language.unit_slips
        forms = "|".join(re.escape(form) for form in sorted(self._right, key=lambda form: -len(form))) or "(?!)"
        self._pattern = lazy_pattern(rf"\d\s?(?P<unit>{forms})(?![\w/])")

    def read(self, document: Document, readings: Iterable[Reading]) -> Iterator[Slip]:
        """Every such unit behind a number."""
        for reading in readings:
            for match in self._pattern.finditer(reading.text):
                text = reading.statement.text
                if not text.style_at(match.start("unit")) & _OPAQUE:
                    place = document.source.place(text.span(*match.span("unit")))
                    yield Slip(RULE, place, match["unit"], (self._right[match["unit"]],), True)
