"""Texts that nobody writes must neither crash nor hang; benchmarks/pathological.py measures how the time grows."""

import sys
from collections.abc import Callable

import pytest
from notelint.document import Document

from tests.document.shapes import read

SIZE = 60_000


def read_all(text: str) -> Document:
    document = read(text)
    for statement in document.statements:
        assert statement.text.plain is not None
    for node in document.blocks:
        document.inlines(node)
    assert document.links is not None
    assert document.comments is not None
    assert document.anchors is not None
    return document


def repeated(unit: str) -> str:
    return (unit * (SIZE // len(unit) + 1))[:SIZE]


@pytest.mark.parametrize(
    "unit",
    [
        *"[*>`|#$<!_\\&~-=", "- ", "> ", "[a](b)", "![", "[[", "*a **b ", "_a*b", "`a ``b ", "$a ", "$1 a$", "~~a ", '<a b="', "<!-- ", "<?", "&#1",
        "[a]: <", '[a]: /u "\n', "[^a]:", "<!-- a -->", "$$a\n", "- a\n", "> a\n- b\n", "- a\n> b\n", "a | b\n", "| a |\n|-|\n", "    a\n", "> a\nb\n",
        "- ```\nb\n", "<div>\n", "[a]: b\n- [a]: b\n", "http://a.b/) ", "\t", "\\\n", "a  \n", "# a\n",
    ],
)  # fmt: skip
def test_repeated(unit: str) -> None:
    assert read_all(repeated(unit)).source.text


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "word and 5 TB, " * 200_000, id="one long line"),
        pytest.param(lambda: "[" * 5_000_000, id="millions of brackets"),
        pytest.param(lambda: ">" * 5_000_000, id="millions of quotes"),
        pytest.param(lambda: "# Same name\n\n" * 20_000, id="headings of one name"),
        pytest.param(lambda: "|a|b|\n|-|-|\n" + "| x | `y` |\n" * 10_000, id="long table"),
        pytest.param(lambda: "|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n|x|", id="wide table"),
        pytest.param(lambda: "*x __y " * 8_000 + "z* w__ " * 8_000, id="crossed emphasis"),
        pytest.param(lambda: "[a]: /u\n\n" + "[" * 50_000 + "](b)" * 10_000, id="brackets that close"),
        pytest.param(lambda: "# a" + " " * 200_000 + "b", id="blanks in a heading"),
        pytest.param(lambda: "a" + " " * 200_000 + "b\nc", id="blanks in a paragraph"),
        pytest.param(lambda: "".join("  " * (i % 100) + "- a\n" for i in range(2_000)), id="list staircase"),
        pytest.param(lambda: "".join(">" * (i % 300) + " a\n" for i in range(1_500)), id="quote staircase"),
        pytest.param(lambda: " ".join("`" * i for i in range(600)), id="backticks of all lengths"),
        pytest.param(lambda: "<!--" + " a" * 200_000, id="a comment without end"),
        pytest.param(lambda: "---\na: " + "[" * 100_000 + "\n---\n", id="deep front matter"),
    ],
)
def test_shapes(make: Callable[[], str]) -> None:
    assert read_all(make()).source.text


@pytest.mark.parametrize("unit", ["> ", "- ", "> - ", "1. ", "*a ", "![", "[^a]: "])
def test_a_caller_deep_in_the_stack(unit: str) -> None:
    def descend(depth: int) -> Document:
        return descend(depth - 1) if depth else read_all(unit * 500 + "x\n" + "y\n")

    assert descend(sys.getrecursionlimit() // 2).blocks
