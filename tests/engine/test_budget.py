"""What takes too long or fails is left out of a note, and told; the rest is checked."""

from datetime import date
from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.diagnostic import Diagnostic
from notelint.document import parse
from notelint.engine.run import budget
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.budget import OverBudgetError, limited, without
from notelint.engine.run.run import check
from notelint.notes import Facts, extract
from notelint.reference import Reference
from notelint.source import Source, Span

HERE = Path(__file__).parent
TEXT = "# Title\n\nThis is recieved.\n\n## Slow\n\nThis is hard to read.\n\n## Other\n\nThat is recieved, too. [Back](#slow) and [on](#no-such-place).\n"


def checked(text: str, reference: Reference) -> list[Diagnostic]:
    result = analyse_bytes("a.md", text.encode(), reference)
    return check({"a.md": result}, Config(Options(as_of=date(2025, 6, 30)), HERE), reference, base=str(HERE)).diagnostics


def test_an_endless_loop_is_stopped() -> None:
    def loop() -> None:
        with limited(0.05):
            while True:
                pass

    with pytest.raises(OverBudgetError):
        loop()


@pytest.mark.parametrize("error", [OverBudgetError("it takes too long"), RecursionError("maximum depth"), MemoryError()])
def test_the_part_that_fails_is_told_and_the_rest_is_checked(
    error: Exception, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: object, *arguments: object, **options: object) -> Facts:
        if "hard" in document.source.text:  # type: ignore[attr-defined]
            raise error
        return extract(document, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("notelint.engine.run.analyse.extract", failing)
    monkeypatch.setattr(budget, "_PARTS", len(TEXT))
    found = checked(TEXT, reference)
    assert [(one.rule, one.place.start.line) for one in found] == [("misspelling", 3), ("unread-part", 7), ("misspelling", 11)]


def test_what_fails_everywhere_is_an_unread_note(reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> Facts:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("notelint.engine.run.analyse.extract", failing)
    assert [one.rule for one in checked(TEXT, reference)] == ["unread-note"]


def test_a_note_is_read_up_to_the_largest_size(reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "LARGEST", TEXT.index("## Slow") + 3)
    found = checked(TEXT, reference)
    assert [(one.rule, one.place.start.line, one.place.end.line) for one in found] == [("misspelling", 3, 3), ("unread-part", 5, 12)]
    assert "lines 5 to 12 are not read" in found[1].finding.message


def test_a_partial_note_lacks_nothing(reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links into it are not called broken, and suppressions in it are not called unused."""
    idle = "<!-- notelint-ignore-next-line broken-link: later -->\n\n[here](#gone)\n\n"
    assert {"broken-anchor", "unused-suppression"} <= {one.rule for one in checked(idle + "Text.\n", reference)}
    monkeypatch.setattr(budget, "LARGEST", len(idle))
    assert [one.rule for one in checked(idle + "Text.\n", reference)] == ["unread-part"]


def test_what_is_left_out_moves_nothing() -> None:
    source = Source("a.md", TEXT)
    start = TEXT.index("This is hard")
    shorter = without(source, [Span(start, TEXT.index("\n", start))])
    assert shorter.line_starts == source.line_starts
    assert [section.title for section in parse(shorter).sections] == ["Title", "Slow", "Other"]


def test_a_rule_that_fails_on_a_group_is_told_and_the_others_go_on(reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> object:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("notelint.rules.broken_anchor.check", failing)
    found = checked("# Title\n\n[a](#gone) and [b](gone.md)\n", reference)
    assert {one.rule for one in found} == {"unread-note", "broken-link"}
    assert "the rule broken-anchor failed on this note (ZeroDivisionError: of all things)" in found[0].finding.message
    monkeypatch.setattr("notelint.rules.broken_anchor.share", failing)
    assert {one.rule for one in checked("# Title\n\n[a](#gone) and [b](gone.md)\n", reference)} == {"unread-note", "broken-link"}
