"""What a reader sees, and where it stands."""

import pytest
from notelint.document import Style

from tests.document.invariants import check
from tests.document.shapes import read, texts


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* **c** ~~d~~", "a b c d"),
        ("`a b` ``c ` d`` ` e `", "a b c ` d e"),
        ("a\n  b  \nc\\\nd<br>e<br/>f", "a\nb\u2028c\u2028d\u2028e\u2028f"),
        ("&amp; &#35; &#x4E2D; &nosuch; &lt", "& # \u4e2d &nosuch; &lt"),
        ("\\* \\a \\\\ \\&amp;", "* \\a \\ &amp;"),
        ("[a *b*](c) ![d](e) [[f|g]] [[h]] ![[i.png]]", "a b d g h "),
        ("<b>a</b> <!-- b --> c", "a  c"),
        ("$x^2$ <http://a.b> www.c.d", "x^2 http://a.b www.c.d"),
        ("a[^1]\n\n[^1]: b", "a"),
        ("> a\n> `b\n> c` d", "a\nb\nc d"),
    ],
)
def test_plain(text: str, plain: str) -> None:
    check(text)
    assert texts(text)[0] == plain


WRAPPED = "A line that goes on up to the column at which its author always wraps\n"
MEANT = {
    "a short line before a capital": ("Keeps data\nCosts nothing", True),
    "a short line before a number": ("Capacity\n50 TB", True),
    "markup before the capital": ("Keeps data\n**Costs nothing**", True),
    "a line that goes on in lower case": ("Keeps data\nfor a day", False),
    "a line that a comma leaves open": ("Keeps data,\nAurora too", False),
    "a bracket that is left open": ("Keeps data (\nAurora too)", False),
    "a wrapped line before a capital": (f"{WRAPPED}Aurora keeps data", False),
    "a line with room for 59 characters and a space": ("a" * 50 + "\nKeeping99", True),
    "a line with no room for one more": ("a" * 50 + "\nKeeping999", False),
    "a line with room in a wide paragraph": (f"{'a' * 50}\nKeeping999\n{WRAPPED}", True),
}


@pytest.mark.parametrize("name", MEANT)
def test_the_end_of_a_line_that_is_meant(name: str) -> None:
    text, is_meant = MEANT[name]
    check(text)
    plain = texts(text)[0]
    assert ("\u2028" in plain) is is_meant


def test_escaped_pipes_in_cells() -> None:
    assert texts("| a | b |\n|-|-|\n| x\\|y | `p\\|q` |") == ["a", "b", "x|y", "p|q"]


@pytest.mark.parametrize(
    ("text", "word", "styles"),
    [
        ("a **b**", "b", Style.STRONG),
        ("***b***", "b", Style.STRONG | Style.EMPH),
        ("~~b~~", "b", Style.STRUCK),
        ("`b`", "b", Style.CODE),
        ("**`b`**", "b", Style.CODE | Style.STRONG),
        ("[**b**](c)", "b", Style.LINK | Style.STRONG),
        ("[![b](c)](d)", "b", Style.LINK | Style.IMAGE),
        ("[[b]]", "b", Style.LINK),
        ("$b$", "b", Style.MATH),
        ("<http://b>", "http", Style.URL),
        ("[http://b.c](d)", "http", Style.URL | Style.LINK),
        ("a<br>b", "\u2028", Style.HTML),
        ("b", "b", Style.PROSE),
    ],
)
def test_styles(text: str, word: str, styles: int) -> None:
    found = read(text).statements[0].text
    assert found.style_at(found.plain.index(word)) == styles


def test_masked_keeps_offsets() -> None:
    found = read("a `b c` [d](e) f").statements[0].text
    assert found.plain == "a b c d f"
    assert found.masked(Style.CODE) == "a     d f"
    assert found.masked(Style.CODE | Style.LINK, "_") == "a ___ _ f"
    assert found.masked(Style.MATH) is found.plain


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("- \u4e2d \U0001f600 **word** x", "word", "word"),
        ("a &amp; b", "&", "&amp;"),
        ("a &amp; b", " & ", " &amp; "),
        ("x \\* y", "*", "\\*"),
        ("a **b**c d", "bc", "b**c"),
        ("> one\n> two", "one\ntwo", "one\n> two"),
        ("> one\n>   two three", "two", "two"),
        ("- `x\n   y` z", "y", "y"),
        ("| x |\n|-|\n| a\\|b |", "|", "\\|"),
        ("1. a\n\n   > b &lt; c", "<", "&lt;"),
        ("\tcode", None, None),
        ("# **T** x #", "T x", "T** x"),
    ],
)
def test_span(text: str, word: str | None, source: str | None) -> None:
    document = check(text)
    if word is None:
        assert not document.statements
        return
    found = document.statements[-1].text
    start = found.plain.index(word)
    assert document.source.text[slice(*found.span(start, start + len(word)))] == source


def test_an_empty_heading_has_an_empty_text() -> None:
    text = read("#\n").statements[0].text
    assert (text.plain, text.runs) == ("", ())
