"""The HTML report as text: complete, escaped, alone in the world."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from notelint.report.render import asset, render

from tests.report.conftest import HOSTILE_NAMES, run

_VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})
_SVG = frozenset({"svg", "g", "title", "rect", "line", "text"})


class Shape(HTMLParser):
    """Elements, ids, references and text of a page; fails on tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _SVG, f"<{tag}/> is no HTML"
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]


@pytest.fixture
def text(project: Path) -> str:
    result = run("report", "--output", "out", "notes")
    assert (result.exit_code, result.stdout) == (0, "")
    return (project / "out" / "index.html").read_text(encoding="utf-8")


def test_files(text: str, project: Path) -> None:
    assert sorted(path.name for path in (project / "out").iterdir()) == [
        "badge-tiny.json",
        "badge-tiny.svg",
        "coverage-tiny.json",
        "index.html",
    ]


def test_notes_are_escaped(text: str) -> None:
    shape = Shape(text)
    assert [attributes for tag, attributes in shape.tags if tag == "script"] == [{}]
    assert not [tag for tag, _ in shape.tags if tag == "img"]
    assert not [name for _, attributes in shape.tags for name in attributes if name.startswith("on")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text.replace("</mark>", "").replace("<mark>", "")
    assert "Tiny &lt;Exam&gt; &amp; more" in text


def test_hostile_notes_stay_text(hostile: Path) -> None:
    assert run("report", "--output", "out", "notes").exit_code == 0
    text = (hostile / "out" / "index.html").read_text(encoding="utf-8")
    shape = Shape(text)
    assert [attributes for tag, attributes in shape.tags if tag in ("script", "style")] == [{}, {}]
    assert not {tag for tag, _ in shape.tags} & {"img", "iframe", "object", "i", "b"}
    assert not [name for _, attributes in shape.tags for name in attributes if name.startswith("on") or name in ("autofocus", "src")]
    assert {value.partition(":")[0] for value in shape.values("href") if not value.startswith("#")} == {"https", "data"}
    assert [value for value in shape.values("href") if value.startswith("data")] == ["data:,"]
    seen = "".join(shape.words)
    for name in HOSTILE_NAMES:
        assert name in seen
    assert "<svg onload=window.owned=1> S3" in seen


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x", "https://a.b/' onclick='x", "file:///etc/passwd"])
def test_a_source_that_is_no_page_is_no_link(project: Path, source: str) -> None:
    (project / "schema" / "vocabulary").mkdir()
    (project / "schema" / "values").mkdir()
    (project / "schema" / "vocabulary" / "x.yaml").write_text("entities:\n  - {id: my.foo, name: Foo, kind: service}\n", encoding="utf-8")
    (project / "schema" / "values" / "x.yaml").write_text(
        f'values:\n  - {{entity: my.foo, attribute: retention, role: exact, value: 5 d, source: "{source}", as-of: 2026-01-01}}\n',
        encoding="utf-8",
    )
    (project / "notes" / "foo.md").write_text("# Foo\n\nFoo: retention is 6 days\n", encoding="utf-8")
    result = run("report", "--output", "out", "notes")
    if result.exit_code == 2:
        assert "expected an address" in result.stderr
    else:
        shape = Shape((project / "out" / "index.html").read_text(encoding="utf-8"))
        assert {value.partition(":")[0] for value in shape.values("href") if not value.startswith("#")} <= {"https", "data"}
        assert not [name for _, attributes in shape.tags for name in attributes if name.startswith("on")]


def test_nothing_is_loaded(text: str) -> None:
    shape = Shape(text)
    assert not shape.values("src")
    assert not shape.values("style")
    outside = [value for value in shape.values("href") if not value.startswith("#")]
    links = [attributes for tag, attributes in shape.tags if tag == "a" and not (attributes.get("href") or "").startswith("#")]
    assert set(outside) - {"data:,"} == {attributes["href"] for attributes in links}
    assert all(attributes["rel"] == "noreferrer noopener" for attributes in links)
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(", text.split("<body>", maxsplit=1)[0] + asset("report.js"))


def test_policy_allows_only_what_is_in_the_page(text: str) -> None:
    policy = next(
        attributes["content"] or "" for tag, attributes in Shape(text).tags if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_ids_are_unique_and_links_lead_somewhere(text: str) -> None:
    shape = Shape(text)
    ids = shape.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in shape.values("href") if value.startswith("#")} <= set(ids)
    assert {one for value in shape.values("aria-labelledby") for one in value.split()} <= set(ids)
    assert {attributes["data-filter"] for _, attributes in shape.tags if "data-filter" in attributes} <= set(ids)


def test_what_it_holds(text: str) -> None:
    for words in ("S3 itself", "Lifecycle rules", "would go to", "it stands under", "Retention", "misspelling"):
        assert words in text
    assert re.search(r'rel="noreferrer noopener">[\w.-]+</a> <span class="dim">as of 20', text), "a canonical value names its source"


def test_coverage_alone(project: Path) -> None:
    text = run("coverage", "--output-format", "html", "notes").stdout
    Shape(text)
    assert 'id="coverage-tiny"' in text
    assert 'id="findings"' not in text


def test_without_an_exam_there_are_findings_and_facts(project: Path) -> None:
    (project / "notelint.toml").unlink()
    assert run("report", "--output", "out", "notes").exit_code == 0
    text = (project / "out" / "index.html").read_text(encoding="utf-8")
    Shape(text)
    assert 'id="findings"' in text
    assert 'id="coverage' not in text


def test_several_exams(project: Path) -> None:
    assert run("report", "--output", "out", "--exam", "tiny", "--exam", "mls-c01", "notes").exit_code == 0
    shape = Shape((project / "out" / "index.html").read_text(encoding="utf-8"))
    ids = shape.values("id")
    assert len(ids) == len(set(ids))
    assert (project / "out" / "badge-mls-c01.svg").exists()


def test_no_notes(project: Path) -> None:
    (project / "empty").mkdir()
    assert run("report", "--output", "out", "empty").exit_code == 0
    Shape((project / "out" / "index.html").read_text(encoding="utf-8"))


def test_output_that_is_a_file(project: Path) -> None:
    result = run("report", "--output", "notelint.toml", "notes")
    assert result.exit_code == 2


def test_a_forgotten_value_is_an_error() -> None:
    with pytest.raises(Exception, match="is undefined"):
        render("badge.svg", label="x")
