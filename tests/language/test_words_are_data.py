"""The words of English are in schema/languages/en.yaml, and not in the modules that read notes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from notelint.language import load_language

PACKAGE = Path(__file__).resolve().parents[2] / "lint" / "notelint"
ROOMS = ("claims", "coverage", "outlines", "quantities", "reference", "rules", "spelling", "subjects")
ALTERNATIVES = re.compile(r"(?<![a-zA-Z\\])[a-z]{2,}\??\|[a-z]{2,}(?![a-zA-Z])")
"""Two words of lower-case letters side by side in a regular expression."""
OTHER_VOCABULARIES = {
    "outlines/emptiness.py": "tags of HTML and commands in comments",
    "outlines/snippets/json.py": "JSON",
    "outlines/snippets/python.py": "keywords and error messages of Python",
    "outlines/snippets/yaml.py": "error messages of PyYAML",
}
"""Modules whose alternatives are words of another thing than a note's prose."""


def _words() -> frozenset[str]:
    """Function words and endings; the keys of roles and bounds are names of things in the code as well."""
    language = load_language()
    names = {*language.roles, "about"}
    return frozenset({*language.function_words, *language.acronyms.word_endings, *language.articles, *language.number_words} - names - {""})


def word_lists(code: str) -> Iterator[str]:
    """Regular expressions with alternatives that are words, and collections with two English words or endings, docstrings aside."""
    tree = ast.parse(code)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and ALTERNATIVES.search(node.value)
        ):
            yield f"{node.lineno}: {node.value}"
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            words = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if len(_words().intersection(words)) > 1:
                yield f"{node.lineno}: {words}"


@pytest.mark.parametrize("room", ROOMS)
def test_no_english_word_list_is_in_python(room: str) -> None:
    paths = sorted((PACKAGE / room).rglob("*.py"))
    assert paths
    found = {
        f"{name}:{line}"
        for path in paths
        if (name := path.relative_to(PACKAGE).as_posix()) not in OTHER_VOCABULARIES
        for line in word_lists(path.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize("name", OTHER_VOCABULARIES)
def test_the_exceptions_are_needed(name: str) -> None:
    assert list(word_lists((PACKAGE / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('PATTERN = r"\\b(?:up|over)\\b"', 1),
        ('PATTERN = r"(?:limits?|quota)"', 1),
        ('WORDS = ("before", "after")', 1),
        ('ENDINGS = {"ing", "ed"}', 1),
        ('KINDS = ("service", "library")', 0),
        ('ROLES = {"max", "min"}', 0),
        ('PATTERN = r"a|b|\\d+|[a-z]+|--"', 0),
        ('"""The words: before|after."""', 0),
    ],
)
def test_word_lists(code: str, count: int) -> None:
    assert len(list(word_lists(code))) == count
