"""A run as one self-contained HTML page: coverage, sections, findings, facts. No network, no tracking, nothing unescaped."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePosixPath

from notelint import __version__
from notelint.coverage import Coverage, CoverageComparison, ObjectiveStatus, SectionCoverage, SectionStatus
from notelint.diagnostic import Diagnostic
from notelint.notes.judged import Judged
from notelint.reference import Reference
from notelint.reference.shown import shown_value
from notelint.report.coverage_table import percent
from notelint.report.lines import line_reader
from notelint.report.render import asset, render
from notelint.report.terminal import Lines
from notelint.source import Place

_WIDTH = 240
"""Characters of a source line that are shown."""


@dataclass(frozen=True)
class Report:
    """What goes into a page; `diagnostics` and `claims` are None where they were not asked for."""

    reference: Reference
    coverages: tuple[Coverage, ...] = ()
    comparisons: Mapping[str, CoverageComparison] = field(default_factory=dict)
    diagnostics: list[Diagnostic] | None = None
    claims: list[Judged] | None = None
    notes: int = 0
    lines: Lines = field(default_factory=lambda: line_reader({}))


@dataclass(frozen=True, slots=True)
class Column:
    """A domain in the picture: as wide as its weight, filled as far as it is covered; numbers are percent of the picture."""

    id: str
    title: str
    share: str
    level: str
    x: float
    width: float
    filled: float

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 3)

    @property
    def top(self) -> float:
        """Where the filled part begins."""
        return round(100 - self.filled, 3)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a note in three parts; the middle one is what a finding is about."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the facts: what a note says, and how that compares with the canonical value."""

    entity: str
    attribute: str
    quote: str
    role: str
    where: str
    status: str
    canonical: str
    source: str
    as_of: str


def page(report: Report) -> str:
    """The page as text."""
    style, script = asset("report.css"), asset("report.js")
    return render(
        "report.html",
        report=report,
        version=__version__,
        style=style,
        script=script,
        policy=_policy(style, script),
        title=_title(report),
        findings=_findings(report.diagnostics or []),
        severities=sorted({str(one.severity) for one in report.diagnostics or []}, key=["error", "warning", "info"].index),
        facts=_facts(report.claims or [], report.reference),
        fact_statuses=[
            status
            for status in ("contradicts", "outdated", "agrees", "unknown")
            if any(one.verdict.status == status for one in report.claims or [])
        ],
        percent=percent,
        columns=_columns,
        level=_level,
        heat=_heat,
        counts=_counts,
        where=_where,
        source_line=lambda place: _source_line(place, report.lines),
        link=_link,
        host=_host,
        fact_count=sum(bool(one.claim.entity) for one in report.claims or []),
        missing=ObjectiveStatus.MISSING,
    )


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, run or sent but what is in the page itself."""
    allowed = {"style-src": style, "script-src": script}
    hashes = [f"{name} 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for name, text in allowed.items()]
    return "; ".join(["default-src 'none'", *hashes, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _title(report: Report) -> str:
    exams = ", ".join(coverage.blueprint.id for coverage in report.coverages)
    return f"Notes report: {exams}" if exams else "Notes report"


def _level(share: float) -> str:
    return "high" if share >= 0.8 else "middle" if share >= 0.4 else "low"


def _columns(coverage: Coverage) -> Iterator[Column]:
    x = 0.0
    for domain in coverage.domains:
        width = domain.weight * 100
        title = f"{domain.id} {domain.title}"
        numbers = (round(number, 3) for number in (x, width, domain.coverage * 100))
        yield Column(domain.id, title, percent(domain.coverage), _level(domain.coverage), *numbers)
        x += width


def _heat(coverage: Coverage) -> list[tuple[str, list[tuple[int, SectionCoverage]]]]:
    """Note -> its sections with a number each that is unique in the exam."""
    numbered = list(enumerate(coverage.sections))
    return [(path, list(group)) for path, group in groupby(numbered, key=lambda pair: pair[1].path)]


def _counts(sections: Iterable[tuple[int, SectionCoverage]]) -> str:
    statuses = [section.status for _, section in sections]
    return ", ".join(f"{statuses.count(status)} {status}" for status in SectionStatus)


def _where(place: Place) -> str:
    return f"{place.path}:{place.start.line}"


def _findings(diagnostics: list[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    return [(path, list(group)) for path, group in groupby(diagnostics, key=lambda one: one.place.path)]


def _source_line(place: Place, lines: Lines) -> SourceLine:
    text = lines(place.path, place.start.line)
    start = place.start.column - 1
    end = place.end.column - 1 if place.end.line == place.start.line else len(text)
    cut = max(0, start - _WIDTH // 3) if len(text) > _WIDTH else 0
    stop = cut + _WIDTH
    lead, tail = "…" if cut else "", "…" if stop < len(text) else ""
    return SourceLine(lead + text[cut:start].lstrip(), text[start : min(end, stop)], text[min(end, stop) : stop].rstrip() + tail)


def _link(url: str | None) -> str:
    """The URL if it leads to a web page, else nothing."""
    return url if url and url.startswith(("https://", "http://")) else ""


def _facts(claims: list[Judged], reference: Reference) -> list[tuple[str, list[Fact]]]:
    """Entity name -> its facts, those that are wrong first."""
    rows = sorted(
        (_fact(one, reference) for one in claims if one.claim.entity),
        key=lambda fact: (fact.entity.lower(), fact.entity, fact.attribute, fact.where),
    )
    return [(entity, list(group)) for entity, group in groupby(rows, key=lambda fact: fact.entity)]


def _fact(judged: Judged, reference: Reference) -> Fact:
    claim, value = judged.claim, judged.verdict.value
    attribute = reference.attributes.get(claim.attribute)
    return Fact(
        entity=reference.name(claim.entity),
        attribute=attribute.title if attribute else claim.attribute,
        quote=" ".join(claim.quote.split()),
        role=claim.role,
        where=_where(claim.place),
        status=str(judged.verdict.status),
        canonical=shown_value(value, reference) if value and value.attribute in reference.attributes else value.value if value else "",
        source=_link(value.source) if value else "",
        as_of=value.as_of or "" if value else "",
    )


def _host(url: str) -> str:
    """What a link to a source is called."""
    return PurePosixPath(url.partition("://")[2]).parts[0] if "://" in url else url
