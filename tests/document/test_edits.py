"""Changing one word where the Text says it stands changes that word and nothing else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notelint.document import Document, Style, parse
from notelint.source import Source

from tests.document.strategies import lines

NOTE = """\ufeff---
a: b
---
# Heading one

Intro *text* with `code`, a [label](target.md) and \u4e2d\u6587 \U0001f600 words
going over **two
lines** here.

- item alpha
\t- nested beta
\t  lazy gamma
> quoted delta
> > deeper epsilon
still quoted zeta

| left | right |
|------|-------|
| one \\| two | `three` four |

1. five &amp; six
   [^n]

[^n]: note seven
"""


def texts(document: Document) -> list[str]:
    return [statement.text.plain for statement in document.statements]


def swap(source: Source, start: int, end: int, word: str) -> str:
    original = source.original
    return original[: source.original_offset(start)] + word + original[source.original_offset(end) :]


def words(document: Document) -> list[tuple[int, int, int]]:
    found = []
    for number, statement in enumerate(document.statements):
        text = statement.text.masked(Style.CODE | Style.URL | Style.MATH)
        found += [(number, *match.span()) for match in re.finditer(r"[a-z]{2,}", text)]
    return found


def assert_swaps(text: str, number: int, start: int, end: int) -> None:
    document = parse(Source("note.md", text))
    statement = document.statements[number].text
    changed = parse(Source("note.md", swap(document.source, *statement.span(start, end), "qqqq")))
    expected = texts(document)
    expected[number] = expected[number][:start] + "qqqq" + expected[number][end:]
    assert texts(changed) == expected


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("final", [True, False], ids=["newline", "no newline"])
@pytest.mark.parametrize("mark", [True, False], ids=["BOM", "no BOM"])
def test_every_word_of_a_note(ends: str, final: bool, mark: bool) -> None:
    text = (NOTE if mark else NOTE[1:]).replace("\n", ends)
    text = text if final else text.rstrip()
    found = words(parse(Source("note.md", text)))
    assert len(found) >= 35
    for number, start, end in found:
        assert_swaps(text, number, start, end)


@settings(deadline=None, max_examples=200)
@given(lines, st.sampled_from(["\n", "\r\n", "\r"]), st.integers(0, 1000))
def test_a_word_of_any_text(text: str, ends: str, choice: int) -> None:
    text = re.sub(r"\r\n|\r|\n", ends, text)
    found = [span for span in words(parse(Source("note.md", text))) if not re.search(r"www|http|\[|NOTE|:", text)]
    if found:
        assert_swaps(text, *found[choice % len(found)])
