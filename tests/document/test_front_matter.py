"""Front matter."""

import re
from datetime import date

import pytest
from notelint.document import FrontMatter

from tests.document.invariants import check


def front_matter(text: str) -> FrontMatter:
    found = check(text).front_matter
    assert found is not None
    return found


def test_yaml() -> None:
    text = "---\ntitle: a\nchecked: 2024-05-01\n2: x\n---\n# b\n"
    found = front_matter(text)
    assert found.data == {"title": "a", "checked": date(2024, 5, 1), "2": "x"}
    assert (found.format, found.error, found.error_offset) == ("yaml", None, None)
    assert text[slice(*found.span)] == "---\ntitle: a\nchecked: 2024-05-01\n2: x\n---\n"
    assert text[slice(*found.content)] == "title: a\nchecked: 2024-05-01\n2: x\n"


def test_toml() -> None:
    found = front_matter("+++\ntitle = 'a'\nday = 2024-05-01\n+++\n")
    assert found.data == {"title": "a", "day": date(2024, 5, 1)}
    assert found.format == "toml"


@pytest.mark.parametrize("text", ["---\n---\n", "---\n# only a comment\n...\n", "+++\n+++"])
def test_empty(text: str) -> None:
    assert front_matter(text).data == {}


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("---\na: b\nc: [d\n---\n", "expected ',' or ']'", None),
        ("---\na: b\n\tc: d\n---\n", "tab|cannot start any token", "\t"),
        ("---\n- a\n- b\n---\n", "must be a mapping", "- a"),
        ("---\nday: 2024-13-45\n---\n", "month must be in 1..12", None),
        ("---\n? [a]\n: b\n? {c: d}\n: e\n---\n", "unhashable", "[a]"),
        ("---\na: !!python/object:os.system b\n---\n", "could not determine a constructor", "!!python"),
        ("+++\na = 1\nb = \n+++\n", "Invalid value", "\n+++"),
        ("+++\na = [1\n+++\n", "Unclosed array", None),
        ("---\na: " + "[" * 3000 + "\n---\n", "too deeply nested", None),
        ("---\na: " + "b" * 600_000 + "\n---\n", "longer than", None),
    ],
)
def test_errors(text: str, message: str, at: str | None) -> None:
    found = front_matter(text)
    assert found.data is None
    assert found.error is not None
    assert re.search(message, found.error)
    if at is not None:
        assert found.error_offset is not None
        assert text.startswith(at, found.error_offset)


@pytest.mark.parametrize(
    "text", ["---\n\na: b\n---\n", " ---\na: b\n---\n", "---\na: b\n", "x\n---\na: b\n---\n", "----\na: b\n---\n", "+++\na"]
)
def test_none(text: str) -> None:
    assert check(text).front_matter is None


def test_offsets_behind_front_matter() -> None:
    document = check("\ufeff---\r\na: b\r\n---\r\n# T\r\n")
    heading = document.sections[0].heading
    assert heading is not None
    assert document.source.position(heading.span.start) == (4, 1)
