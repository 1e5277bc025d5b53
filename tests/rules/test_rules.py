"""Every rule does what its cases and its own page say; rules, pages and cases have the same names."""

import re
from datetime import date
from inspect import signature
from pathlib import Path

import pytest
from notelint.config import Config, Options, load
from notelint.diagnostic import Diagnostic, Severity
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.run import check
from notelint.reference import Reference, load_reference
from notelint.rules import RULES, RULES_BY_ID
from notelint.rules.protocol import CorpusRule, NoteRule, Rule, RunRule, Scope

from tests.rules.cases import Case, read_cases

HERE = Path(__file__).parent
CASES = [case for path in sorted(HERE.glob("*.md")) for case in read_cases(path)]
WITHOUT_TEXT = {"not-utf8", "unread-note", "unread-part"}
"""Rules about notes that no Markdown file of cases can hold."""
HEADINGS = ["What it finds", "Why it matters", "Example", "Use instead"]


def run(case: Case, folder: Path, reference: Reference) -> list[Diagnostic]:
    for name in case.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    for name, text in (case.texts | case.notes).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / "notelint.toml").write_text(case.settings or "as-of = 2025-06-30\n", encoding="utf-8")
    config = load(folder / "notelint.toml", folder)
    if RULES_BY_ID[case.rule].SCOPE is not Scope.RUN:
        config = config.override(select=(case.rule,))
    if case.settings:
        reference = load_reference(config)
    results = {name: analyse_bytes(name, (folder / name).read_bytes(), reference) for name in case.notes}
    return [one for one in check(results, config, reference, base=str(folder)).diagnostics if one.rule == case.rule]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.title}")
def test_case(case: Case, tmp_path: Path, reference: Reference) -> None:
    found = run(case, tmp_path, reference)
    several = len(case.notes) > 1
    lines = [f"{d.place.path + ':' if several else ''}{d.place.start.line}:{d.place.start.column} {d.finding.message}" for d in found]
    assert lines == case.expected
    if case.suggested is not None:
        assert [" | ".join(d.finding.suggestions) or "-" for d in found] == case.suggested
    first = next(iter(case.notes), "")
    for wanted, applicabilities in ((case.fixed, {"safe"}), (case.unsafe, {"safe", "unsafe"})):
        if wanted is not None:
            assert _fixed(first, case.notes[first], found, applicabilities) == wanted


def _fixed(path: str, text: str, diagnostics: list[Diagnostic], applicabilities: set[str]) -> str:
    """The note at `path` with the fixes of the findings, made from the end."""
    fixes = [d.finding.fix for d in diagnostics if d.finding.fix and d.finding.fix.applicability in applicabilities]
    edits = {edit for fix in fixes for edit in fix.edits if edit.place.path == path}
    for edit in sorted(edits, key=lambda edit: edit.place.span, reverse=True):
        text = text[: edit.place.span.start] + edit.replacement + text[edit.place.span.end :]
    return text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_page_has_the_fixed_headings_and_true_examples(rule: object, tmp_path: Path, reference: Reference) -> None:
    page = rule.__doc__ or ""
    prose = re.sub(r"^(`{3,}).*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^## (.+)$", prose, re.MULTILINE)
    assert headings[:4] == HEADINGS
    assert headings[4:] in ([], ["Options"])
    bad, good = page.split("## Example")[1].split("## Use instead")
    for text, wanted in ((bad, True), (good, False)):
        fences = re.findall(r"^(`{3,})md(?: \S+)?\n.*?^\1$", text, re.MULTILINE | re.DOTALL)
        if not fences:
            assert rule.ID in WITHOUT_TEXT  # type: ignore[attr-defined]
            continue
        folder = tmp_path / str(wanted)
        folder.mkdir()
        (folder / "page.md").write_text("## page\n" + text, encoding="utf-8")
        case = read_cases(folder / "page.md")[0]
        case.rule = rule.ID  # type: ignore[attr-defined]
        assert bool(run(case, folder, reference)) is wanted


def test_rules_files_and_cases_have_the_same_names() -> None:
    for rule in RULES:
        assert rule.__name__.rpartition(".")[2] == rule.ID.replace("-", "_")  # type: ignore[attr-defined]
    assert {path.stem for path in HERE.glob("*.md")} == set(RULES_BY_ID)
    assert [rule.ID for rule in RULES] == sorted(rule.ID for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_every_rule_is_what_its_scope_promises(rule: Rule) -> None:
    protocol = {Scope.NOTE: NoteRule, Scope.CORPUS: CorpusRule, Scope.RUN: RunRule}[rule.SCOPE]
    assert isinstance(rule.SEVERITY, Severity)
    for name in ("check", "share") if rule.SCOPE is Scope.CORPUS else ("check",):
        promised = signature(getattr(protocol, name))
        given = signature(getattr(rule, name))
        assert len(given.parameters) == len(promised.parameters) - 1  # without self
        assert "Iterator" in str(given.return_annotation)


def test_every_rule_has_cases_that_report_and_cases_that_do_not() -> None:
    for rule in RULES_BY_ID:
        if rule in WITHOUT_TEXT:
            continue
        expected = [bool(case.expected) for case in CASES if case.rule == rule]
        assert True in expected, rule
        assert False in expected, rule


def test_unreadable_bytes_are_a_finding(reference: Reference) -> None:
    config = Config(Options(as_of=date(2025, 6, 30)), HERE)
    results = {
        "latin1.md": analyse_bytes("latin1.md", b"# caf\xe9\n", reference),
        "utf16.md": analyse_bytes("utf16.md", "# a".encode("utf-16"), reference),
    }
    found = check(results, config, reference, base=str(HERE)).diagnostics
    assert [(d.rule, d.place.path, d.place.start) for d in found] == [("not-utf8", "latin1.md", (1, 6)), ("not-utf8", "utf16.md", (1, 1))]


def test_a_failure_on_one_note_is_a_finding(reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("notelint.engine.run.analyse.parse", fail)
    results = {"odd.md": analyse_bytes("odd.md", b"# Odd", reference)}
    found = check(results, Config(Options(as_of=date(2025, 6, 30)), HERE), reference, base=str(HERE)).diagnostics
    assert [d.rule for d in found] == ["unread-note"]
    assert "ZeroDivisionError: of all things" in found[0].finding.message
