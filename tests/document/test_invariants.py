"""What holds for every text: see `invariants`."""

import json
import os
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from notelint.document import parse
from notelint.source import Source

from tests.document.as_html import normalise, render
from tests.document.invariants import check, violations
from tests.document.strategies import free, letters, lines, soup

ROOT = Path(__file__).resolve().parents[2]
NOTES = sorted((ROOT / "notes").rglob("*.md"))
SHARED = ROOT.parent / "shared"
SPEC = Path(os.environ.get("COMMONMARK_SPEC", SHARED / "commonmark.json"))
FREELY = settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.name)
def test_notes(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        check(file.read())


def test_corpus() -> None:
    paths = [path for folder in ("corpus", "seeds") for path in sorted((SHARED / folder).rglob("*.md"))]
    if not paths:
        pytest.skip("no corpus beside the repository")
    for path in paths[::3]:
        with path.open(encoding="utf-8", newline="") as file:
            found = list(violations(parse(Source(path.name, file.read()))))
        assert not found, f"{path.name}: {found[:5]}"


def test_specification(monkeypatch: pytest.MonkeyPatch) -> None:
    if not SPEC.is_file():
        pytest.skip("no commonmark.json: name the specification's examples in COMMONMARK_SPEC")
    monkeypatch.setattr(import_module("notelint.document.parse"), "read_front_matter", lambda source: None)
    for example in json.loads(SPEC.read_text(encoding="utf-8")):
        document = check(example["markdown"])
        assert normalise(render(document)) == normalise(example["html"]), example["example"]


@FREELY
@given(soup)
def test_marker_soup(text: str) -> None:
    check(text)


@FREELY
@given(lines)
def test_lines_with_prefixes(text: str) -> None:
    check(text)


@FREELY
@given(letters)
def test_letters_that_matter(text: str) -> None:
    check(text)


@FREELY
@given(free)
def test_any_text(text: str) -> None:
    check(text)


@FREELY
@given(lines)
def test_line_ends_do_not_matter(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    shapes = {
        ends: [(node.kind, document.source.position(node.start)) for node in document.root.walk()]
        for ends in ("\n", "\r\n", "\r")
        for document in (parse(Source("note.md", plain.replace("\n", ends))),)
    }
    assert shapes["\n"] == shapes["\r\n"] == shapes["\r"]
