"""Claims with their canonical status: table, JSON, CSV, Markdown."""

import csv
import io
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from notelint.claims.judge import Status
from notelint.notes.judged import Judged
from notelint.reference import Reference
from notelint.reference.shown import shown_value
from notelint.report.json import place
from notelint.report.markdown import escape
from notelint.report.printable import cell, dump, message
from notelint.report.style import Palette

_DAY = len("2026-11-21")
_ROLES = {"status": {Status.AGREES: "good", Status.CONTRADICTS: "error", Status.OUTDATED: "warning", Status.UNKNOWN: "dim"}}


def facts_json(facts: Iterable[Judged]) -> str:
    """The claims in the form of schema/facts.schema.json."""
    return dump({"version": 1, "claims": [_claim(one) for one in facts]})


def _claim(judged: Judged) -> dict[str, Any]:
    claim, value = judged.claim, judged.verdict.value
    quantity = claim.quantity
    return {
        **place(claim.place),
        "quote": claim.quote,
        "entity": claim.entity,
        "attribute": claim.attribute,
        "role": claim.role,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "unit": quantity.unit if quantity else None,
        "high_unit": quantity.high_unit if quantity else None,
        "dimension": quantity.dimension if quantity else None,
        "qualifiers": list(claim.qualifiers),
        "text": claim.text,
        "confidence": claim.confidence,
        "canonical": {
            "status": str(judged.verdict.status),
            "value": value.value if value else None,
            "source": value.source if value else None,
            "as_of": value.as_of if value else None,
            "evidence": value.evidence if value else None,
            "checked": value.as_of if value and value.as_of and len(value.as_of) == _DAY else None,
        },
    }


class _Row(NamedTuple):
    entity: str
    attribute: str
    quote: str
    role: str
    where: str
    status: str
    canonical: str
    source: str
    as_of: str


def _rows(facts: Iterable[Judged], reference: Reference) -> list[_Row]:
    """Sorted by entity and attribute."""
    rows = []
    for one in facts:
        claim = one.claim
        where = f"{claim.place.path}:{claim.place.start.line}"
        value = one.verdict.value
        known = value if value and value.attribute in reference.attributes else None
        rows.append(
            _Row(
                reference.name(claim.entity),
                claim.attribute,
                " ".join(claim.quote.split()),
                claim.role,
                where,
                str(one.verdict.status),
                shown_value(known, reference) if known else value.value if value else "",
                value.source if value else "",
                value.as_of or "" if value else "",
            )
        )
    return sorted(_Row(*map(message, row)) for row in rows)


def facts_table(facts: Iterable[Judged], reference: Reference, palette: Palette) -> str:
    """One block an entity: attribute, what the note says, where, and whether it agrees."""
    blocks = []
    for entity, group in groupby(_rows(facts, reference), key=lambda row: row.entity):
        rows = list(group)
        widths = [min(44, max(len(row[column]) for row in rows)) for column in (1, 2, 4)]
        lines = [palette.paint("bold", entity or "(no entity)")]
        for row in rows:
            role = _ROLES["status"][Status(row.status)]
            start = f"  {row.attribute:<{widths[0]}}  {_cut(row.quote, widths[1]):<{widths[1]}}  {row.where:<{widths[2]}}"
            lines.append(f"{start}  {palette.paint(role, _told(row))}{_page(row)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _told(row: _Row) -> str:
    return row.status if row.status in ("agrees", "unknown") else f"{row.status}: {row.canonical}"


def _page(row: _Row) -> str:
    """Where to read it, and how old that text is."""
    if row.status == "unknown" or not row.source:
        return ""
    return f"  {row.source}{f' as of {row.as_of}' if row.as_of else ''}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def facts_csv(facts: Iterable[Judged], reference: Reference) -> str:
    """Comma-separated with a header row."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["entity", "attribute", "quote", "role", "where", "status", "canonical", "source", "as_of"])
    writer.writerows(map(cell, row) for row in _rows(facts, reference))
    return target.getvalue().rstrip("\n")


def facts_markdown(facts: Iterable[Judged], reference: Reference) -> str:
    """A cheat sheet: one table an entity."""
    blocks = []
    for entity, group in groupby(_rows(facts, reference), key=lambda row: row.entity):
        lines = [
            f"## {escape(entity) or 'Other'}",
            "",
            "| attribute | value | where | status | source |",
            "| --- | --- | --- | --- | --- |",
        ]
        for row in group:
            tail = f"{row.status} ({row.canonical})" if row.canonical and row.status != "agrees" else row.status
            lines.append(f"| {row.attribute} | {_cell(row.quote)} | {escape(row.where)} | {_cell(tail)} | {_cell(_page(row).strip())} |")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
