"""The text of a statement as quantities are read from it, and the words that tell the role of one of them."""

import re

from notelint.document import Statement, Style
from notelint.language import alternatives, load_language
from notelint.quantities.numbers import NUMBER
from notelint.quantities.quantities import Found
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import clause_span
from notelint.subjects.subjects import Reading

_CODE_QUANTITY = lazy_pattern(r"[^=_{}\\()<>\"'/]*+(?:/\s*+\w++[^=_{}\\()<>\"'/]*+)?|[\w.,%$+-]++(?: \(?[\w.,%$+-]++\)?)+")
_LEAD = 60
_NEXT_ROLE = lazy_pattern(lambda: rf"(?<!\w){alternatives(load_language().role_words.heads)}\W*$", re.IGNORECASE)
"""Words that tell the role of the quantity after them."""
_HEADER_UNIT = lazy_pattern(
    lambda: (
        rf"(?:[(\[]\s*(?:{alternatives(load_language().numbers.header_unit)}\s+)?(?P<unit>[A-Za-z%$/]+)\s*[)\]]"
        rf"|\s(?:{alternatives(load_language().numbers.header_unit)}|,)\s+(?P<bare>[A-Z]i?[A-Z][A-Za-z/]{{0,4}}|%))\s*$"
    )
)


def readable(reading: Reading) -> str:
    """The statement's text without the numbers in names (Route 53) and in references ([7](...)), and without code that is not written like a quantity (`1 MB / s`)."""
    text = reading.text
    runs = reading.statement.text.runs
    blank = []
    if reading.statement.text.styles & Style.LINK:
        blank = [run[:2] for run in runs if run.style & Style.LINK and text[run.start : run.end].isdigit()]
    if reading.statement.text.styles & Style.CODE:
        blank += [run[:2] for run in runs if run.style & Style.CODE and not _CODE_QUANTITY.fullmatch(text, run.start, run.end)]
    blank += [match.span() for named in reading.named for match in NUMBER.finditer(text, named.start, named.end)]
    if not blank:
        return text
    letters = list(text)
    for start, end in blank:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def role_words(text: str, found: Found, every: list[Found]) -> str:
    """The clause between the quantities beside this one: the "min" of "5 min" is a unit, the "up to" before the next is the next one's."""
    low, high = clause_span(text, found.start, found.end)
    low = max([low, *(one.end for one in every if one.end <= found.start)])
    following = min((one.start for one in every if one.start >= found.end), default=high)
    after = text[found.end : high] if following >= high else _NEXT_ROLE.sub("", text[found.end : following])
    return f"{text[low : found.start]} {after}"


def labels(reading: Reading, text: str, found: Found) -> str:
    """What may tell the role besides the clause: the label, what is before a colon, a table's headers."""
    cell = reading.statement.cell
    heads = [head.text.plain for head in (cell.column_header, cell.row_header) if head is not None] if cell else []
    lead = text[: found.start].rstrip() if found.start <= _LEAD else ""
    own = reading.label if 0 < reading.label_end <= found.start else ""
    return "\n".join([own, lead if lead.endswith(":") else "", *heads])


def header_unit(statement: Statement) -> str:
    """The unit that a table's header gives for its cells: "Size (GB)", "Throughput in MB/s"."""
    cell = statement.cell
    for header in (cell.column_header, cell.row_header) if cell else ():
        match = _HEADER_UNIT.search(header.text.plain) if header is not None else None
        if match:
            return match["unit"] or match["bare"]
    return ""
