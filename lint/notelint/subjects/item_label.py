"""The label that an item or paragraph begins with: `**Scaling** - ...`, `Retention: ...`."""

from typing import NamedTuple

from notelint.document import Statement, Style
from notelint.source.lazy_pattern import lazy_pattern

_LABEL = lazy_pattern(
    r"(?P<name>\S[^\n:\u2013\u2014]{0,80}?)"
    r"(?P<sign>\s{0,2}:(?=\s|$)|\s{1,4}(?:-{1,3}|\u2013|\u2014|->|=>|\u2192|=)(?=\s|$)|\s{0,4}[\u2013\u2014](?=\s|$))"
)
_SIGN = lazy_pattern("[:\u2013\u2014\u2192=>-]")
_FAR = 90
"""Characters within which a label ends."""
_LOOKS = Style.STRONG | Style.EMPH | Style.CODE


class Label(NamedTuple):
    """`name` is what is labelled, `sign` the colon, dash or arrow behind it, `rest` what is said about it; `style` that of the name."""

    name: str
    sign: str
    rest: str
    style: int


def label(statement: Statement) -> Label | None:
    """The label of a statement; None if it has none."""
    text = statement.text
    match = _LABEL.match(text.plain) if _SIGN.search(text.plain, 0, _FAR) else None
    if match is None or text.style_at(match.start("sign") + len(match["sign"]) - 1) & (Style.CODE | Style.MATH | Style.URL):
        return None
    return Label(
        match["name"].strip(), match["sign"].strip(), text.plain[match.end() :].strip(), text.style_at(match.start("name")) & _LOOKS
    )
