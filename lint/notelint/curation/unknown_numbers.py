"""Numbers of notes that no pack knows: of what, which property, and how often."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notelint.claims.claim import Claim
from notelint.claims.judge import judge
from notelint.document import Document, Statement
from notelint.quantities.quantity import Quantity
from notelint.reference import Reference
from notelint.subjects.item_label import label

_LONG = 5
"""Words of a heading or label that is still a name."""
_NO_NAME = re.compile(
    r"[.?!:]|^\W*\d|https?:|^(?:note|example|exam|tip|summary|introduction|overview|question|answer|see|table|chapter|part)s?\b"
    r"|^(?:when|how|why|what|which|where|comparing|choosing|using)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]+")
_SHORT = 3
_CODE = re.compile(r"[#>$]\s*\w|[{}<>|]|\w\(|\b\d+\.\d+\.\d+")
"""What a command line or an address looks like: its numbers are settings."""
_PLAIN = ("time", "data", "ratio", "money", "count")


@dataclass(frozen=True)
class UnknownNumber:
    """A note says `quantity` of the property `title` of `subject`: an id of the packs, else a name. `statement` is what it says, `above` the headings."""

    subject: str
    known: bool
    attribute: str
    title: str
    quantity: Quantity
    role: str
    statement: str
    above: str
    place: str


def unknown_numbers(document: Document, claims: Iterable[Claim], reference: Reference) -> Iterator[UnknownNumber]:
    """The claims of a note that no canonical value can judge, and that say what they are about."""
    statements = sorted(document.statements, key=lambda one: one.span.start)
    for claim in claims:
        quantity = claim.quantity
        if quantity is None or quantity.dimension.split("/")[0] not in _PLAIN or judge(claim, reference).value:
            continue
        attribute = reference.attributes.get(claim.attribute)
        if attribute and attribute.dimension != quantity.dimension:
            continue
        statement = _around(statements, claim)
        found = _about(statement, claim, reference) if statement else None
        if statement and found and not _CODE.search(statement.text.plain):
            subject, known, title = found
            above = " > ".join(one.text.plain for one in reversed(list(statement.ancestors())) if one.kind == "heading")
            place = f"{claim.place.path}:{claim.place.start.line}"
            yield UnknownNumber(
                subject, known, claim.attribute, title, quantity, claim.role, " ".join(statement.text.plain.split()), above, place
            )


def _around(statements: list[Statement], claim: Claim) -> Statement | None:
    at = claim.place.span.start
    return next((one for one in statements if one.span.start <= at < one.span.end), None)


def _about(statement: Statement, claim: Claim, reference: Reference) -> tuple[str, bool, str] | None:
    """(subject, whether a pack knows it, title of the property)."""
    names = list(_names(statement))
    known = claim.entity if claim.entity in reference.entities else ""
    title = (
        reference.attributes[claim.attribute].title if claim.attribute in reference.attributes else _title(names, claim, known, reference)
    )
    if not title:
        return None
    if known:
        return known, True, title
    subject = next((name for name in names if name.casefold() != title.casefold()), "")
    return (subject, False, title) if subject else None


def _title(names: list[str], claim: Claim, known: str, reference: Reference) -> str:
    """What the property is called: what is counted, else the column, the label of the statement or what is above it."""
    quantity = claim.quantity
    if quantity and quantity.dimension.startswith("count"):
        noun = (_WORDS.findall(claim.quote) or [""])[-1]
        return noun[:1].upper() + noun[1:] if len(noun) > _SHORT and noun.endswith("s") else ""
    spoken = {known and reference.name(known).casefold(), *(one.casefold() for one in (reference.entities[known].aliases if known else ()))}
    name = next(iter(names), "")
    return name[:1].upper() + name[1:] if name and name.casefold() not in spoken else ""


def _names(statement: Statement) -> Iterator[str]:
    """What may name the property or the subject, nearest first."""
    cell = statement.cell
    if cell:
        for header in (cell.column_header, cell.row_header):
            if header and _is_name(header.text.plain):
                yield header.text.plain.strip()
    for one in (statement, *statement.ancestors()):
        found = label(one)
        text = found.name if found else one.text.plain if one.kind == "heading" or one is not statement else ""
        if _is_name(text.strip()):
            yield text.strip(" *_`:")


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= _LONG and not _NO_NAME.search(text) and any(letter.isalpha() for letter in text)
