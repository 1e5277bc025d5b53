"""Claims with their canonical status: table, JSON, CSV, Markdown."""

import csv
import io
import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from notelint.claims.judge import Status
from notelint.notes.judged import Judged
from notelint.reference import Reference
from notelint.report.json import place
from notelint.report.style import Palette

_ROLES = {"status": {Status.AGREES: "good", Status.CONTRADICTS: "error", Status.OUTDATED: "warning", Status.UNKNOWN: "dim"}}


def facts_json(facts: Iterable[Judged]) -> str:
    """schema/facts.schema.json"""
    return json.dumps({"version": 1, "claims": [_claim(one) for one in facts]}, ensure_ascii=False, indent=2)


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
            "checked": value.checked.isoformat() if value and value.where else None,
        },
    }


def _rows(facts: Iterable[Judged], reference: Reference) -> list[tuple[str, str, str, str, str, str, str]]:
    """(entity, attribute, value, role, where, status, canonical) sorted by entity and attribute."""
    rows = []
    for one in facts:
        claim = one.claim
        where = f"{claim.place.path}:{claim.place.start.line}"
        value = one.verdict.value.value if one.verdict.value else ""
        rows.append(
            (
                reference.name(claim.entity),
                claim.attribute,
                " ".join(claim.quote.split()),
                claim.role,
                where,
                str(one.verdict.status),
                value,
            )
        )
    return sorted(rows)


def facts_table(facts: Iterable[Judged], reference: Reference, palette: Palette) -> str:
    """One block an entity: attribute, what the note says, where, and whether it agrees."""
    blocks = []
    for entity, group in groupby(_rows(facts, reference), key=lambda row: row[0]):
        rows = [row[1:] for row in group]
        widths = [min(44, max(len(row[column]) for row in rows)) for column in (0, 1, 3)]
        lines = [palette.paint("bold", entity or "(no entity)")]
        for attribute, value, _, where, status, canonical in rows:
            role = _ROLES["status"][Status(status)]
            tail = status if status in ("agrees", "unknown") else f"{status}: {canonical}"
            lines.append(
                f"  {attribute:<{widths[0]}}  {_cut(value, widths[1]):<{widths[1]}}  {where:<{widths[2]}}  {palette.paint(role, tail)}"
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def facts_csv(facts: Iterable[Judged], reference: Reference) -> str:
    """Comma-separated with a header row."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["entity", "attribute", "quote", "role", "where", "status", "canonical"])
    writer.writerows(_rows(facts, reference))
    return target.getvalue().rstrip("\n")


def facts_markdown(facts: Iterable[Judged], reference: Reference) -> str:
    """A cheat sheet: one table an entity."""
    blocks = []
    for entity, group in groupby(_rows(facts, reference), key=lambda row: row[0]):
        lines = [f"## {entity or 'Other'}", "", "| attribute | value | where | status |", "| --- | --- | --- | --- |"]
        for _, attribute, value, _, where, status, canonical in group:
            tail = f"{status} ({canonical})" if canonical and status != "agrees" else status
            lines.append(f"| {attribute} | {_cell(value)} | {where} | {_cell(tail)} |")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
