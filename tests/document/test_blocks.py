"""Block structure, each line of a table one way in which Markdown is written in real notes."""

import pytest

from tests.document.invariants import check
from tests.document.shapes import blocks, node_of, read, texts


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("\n \n\t\n", "", id="blank lines"),
        pytest.param("a", "paragraph", id="no final newline"),
        pytest.param("# a\n## b ##\n####### c\n#d", "h1 h2 paragraph", id="headings"),
        pytest.param("a\nb\n===\nc\n---", "h1 h2", id="underlined headings"),
        pytest.param("a\n\n---\n***\n_ _ _", "paragraph thematic_break thematic_break thematic_break", id="breaks"),
        pytest.param("```py\nx\n```\n~~~\n```", "code_block code_block", id="fences"),
        pytest.param("    x\n\n    y\n\nz", "code_block paragraph", id="indented code"),
        pytest.param("a\n     \nb", "paragraph paragraph", id="a line of five blanks ends a paragraph"),
        pytest.param("# a\n     \nb", "h1 paragraph", id="blanks are no code"),
        pytest.param("> a\n> b\nc\n\nd", "block_quote(paragraph) paragraph", id="quote with a lazy line"),
        pytest.param("> a\n# b", "block_quote(paragraph) h1", id="heading after a quote"),
        pytest.param("> # a\nb", "block_quote(h1) paragraph", id="text after a quoted heading"),
        pytest.param("> ```\nb", "block_quote(code_block) paragraph", id="text after a quoted fence"),
        pytest.param("p\n> a\n2. b", "paragraph block_quote(paragraph) list(item(paragraph))", id="list after a quote"),
        pytest.param("> a\n- b\n***", "block_quote(paragraph) list(item(paragraph)) thematic_break", id="quote, list, break"),
        pytest.param("> > a\n> b", "block_quote(block_quote(paragraph))", id="quotes in quotes"),
        pytest.param("- a\n- b", "list(item(paragraph) item(paragraph))", id="list"),
        pytest.param("- a\n  - b\n    - c", "list(item(paragraph list(item(paragraph list(item(paragraph))))))", id="nested by two"),
        pytest.param("- a\n\t- b\n\t\t- c", "list(item(paragraph list(item(paragraph list(item(paragraph))))))", id="nested by tabs"),
        pytest.param("- a\n - b\n  - c", "list(item(paragraph) item(paragraph) item(paragraph))", id="not nested by one"),
        pytest.param("-  x\n  - y", "list(item(paragraph) item(paragraph))", id="two blanks behind the marker"),
        pytest.param("- a\n* b\n+ c", "list(item(paragraph)) list(item(paragraph)) list(item(paragraph))", id="other bullets"),
        pytest.param("1. a\n2) b", "list(item(paragraph)) list(item(paragraph))", id="other delimiters"),
        pytest.param("a\n2. b\n*", "paragraph", id="what may not interrupt a paragraph"),
        pytest.param("a\n1. b", "paragraph list(item(paragraph))", id="what may"),
        pytest.param("- a\n\n  b\n\nc", "list(item(paragraph paragraph)) paragraph", id="two paragraphs in an item"),
        pytest.param("- a\n\n\n  b", "list(item(paragraph paragraph))", id="two blank lines in an item"),
        pytest.param("-\n\n  b", "list(item) paragraph", id="an empty item ends at the blank line"),
        pytest.param("-\n  b\n- ```\n  c\n  ```", "list(item(paragraph) item(code_block))", id="marker alone"),
        pytest.param("- ```\n  x\ny", "list(item(code_block)) paragraph", id="text after a fence in an item"),
        pytest.param("- # h\ny", "list(item(h1)) paragraph", id="text after a heading in an item"),
        pytest.param("- a\n===", "list(item(paragraph))", id="a lazy line is no underline"),
        pytest.param("- a\n---", "list(item(paragraph)) thematic_break", id="a break after an item"),
        pytest.param("* * *\n- - x", "thematic_break list(item(list(item(paragraph))))", id="break or items"),
        pytest.param("\u06f1. a", "paragraph", id="other digits make no list"),
        pytest.param("\u2022 a\n-b\na. c", "paragraph", id="no bullets"),
        pytest.param("> foo\n    - bar", "block_quote(paragraph)", id="an indented lazy line"),
        pytest.param("- a\n</details>", "list(item(paragraph)) html_block", id="HTML after an item"),
        pytest.param("> a\n<div>", "block_quote(paragraph) html_block", id="HTML after a quote"),
        pytest.param("<br/>\n\n<img src=a>", "html_block html_block", id="tags alone on a line"),
        pytest.param("<!-- a\n\nb -->\nc", "html_block paragraph", id="a comment over a blank line"),
        pytest.param("<!-->\nc", "html_block paragraph", id="the shortest comment"),
        pytest.param("<PRE>\n\nx</PRE>\ny", "html_block paragraph", id="capital tags end"),
        pytest.param("<div>\na\n\nb", "html_block paragraph", id="a blank line ends HTML"),
        pytest.param("a\n<b>\nc", "paragraph", id="an odd tag does not interrupt"),
        pytest.param("[a]: /u\n[b]: <x y> 't'\nc", "link_reference_definition link_reference_definition paragraph", id="definitions"),
        pytest.param("a\n[b]: /u", "paragraph", id="no definition inside a paragraph"),
        pytest.param('[a]:\n/u\n"t\nu"', "link_reference_definition", id="a definition over lines"),
        pytest.param('[a]: /u "t" x', "paragraph", id="no definition"),
        pytest.param("[^1]: a\n\n    b\n\nc", "footnote_definition(paragraph paragraph) paragraph", id="footnote"),
        pytest.param("$$\nx\n\ny\n$$\na", "math_block paragraph", id="math"),
        pytest.param("$$x$$\n$$ y\n= z $$", "math_block math_block", id="math on its line"),
        pytest.param("$$a$$ is b\n\n$$", "paragraph paragraph", id="math in a paragraph"),
        pytest.param("> [!NOTE]\n> a", "block_quote(paragraph)", id="callout"),
        pytest.param("\x0b\n\x0c", "paragraph", id="lines of odd white space are not blank"),
    ],
)  # fmt: skip
def test_tree(text: str, tree: str) -> None:
    check(text)
    assert blocks(text) == tree


def test_nothing_nests_deeper_than_twenty_containers() -> None:
    for text in ("> " * 50 + "a", "- " * 50 + "a", "> - " * 50 + "a", "1. " * 50 + "a"):
        document = check(text)
        assert max(sum(1 for _ in node.ancestors()) for node in document.blocks) <= 45


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("```py title=x\na\n```", {"info": "py title=x", "fence": "```", "code": "a\n", "closed": True}),
        ("- x\n\n  ~~~~\n    a\n\n  b\n  ~~~~", {"info": None, "fence": "~~~~", "code": "  a\n\nb\n", "closed": True}),
        ("```\na", {"fence": "```", "code": "a\n", "closed": False}),
        ("    a\n\n      b\n\n", {"info": None, "fence": None, "code": "a\n\n  b\n", "closed": True}),
        ("  ```\n   a\n b\n  ```", {"code": " a\nb\n"}),
        ("> ```\n> a\u2028b\n> ```", {"code": "a\u2028b\n"}),
    ],
)
def test_code(text: str, attributes: dict[str, object]) -> None:
    document, node = node_of(text, "code_block")
    assert node.attributes | attributes == node.attributes
    start, end = node.attributes["content"]
    first = node.attributes["code"].split("\n")[0].strip()
    assert first in document.source.text[start:end]
    assert document.code_blocks == (node,)


@pytest.mark.parametrize(
    ("text", "marker", "checked"),
    [
        ("- a", "-", None),
        ("12) a", "12)", None),
        ("* [ ] a", "*", False),
        ("- [X] a", "-", True),
        ("- [x]a", "-", None),
        ("- [ ]", "-", None),
    ],
)
def test_item(text: str, marker: str, checked: bool | None) -> None:
    document, node = node_of(text, "item")
    assert (node.attributes["marker"], node.attributes["checked"]) == (marker, checked)
    leaf = node.children[0]
    assert document.source.text[leaf.start : leaf.end] == ("a" if checked is not None else text.split(" ", 1)[1])


@pytest.mark.parametrize(("text", "start", "ordered"), [("- a", 1, False), ("7. a", 7, True), ("0) a", 0, True)])
def test_list(text: str, start: int, ordered: bool) -> None:
    _, node = node_of(text, "list")
    assert (node.attributes["start"], node.attributes["ordered"]) == (start, ordered)


@pytest.mark.parametrize(
    ("text", "callout", "read"),
    [
        ("> [!NOTE]\n> a\n> b", "NOTE", ["a\nb"]),
        ("> [!tip]- Title\n> a", "TIP", ["Title\na"]),
        ("> [!WARNING]", "WARNING", []),
        ("> [!]\n> a", None, ["[!]\na"]),
        ("> [a](b)", None, ["a"]),
    ],
)
def test_callout(text: str, callout: str | None, read: list[str]) -> None:
    _, node = node_of(text, "block_quote")
    assert node.attributes["callout"] == callout
    assert texts(text) == read


def test_heading_content_leaves_the_markers_out() -> None:
    document, node = node_of("x\n\n##  a *b*  ## \n", "heading")
    assert document.source.text[slice(*node.span)] == "##  a *b*  ##"
    assert document.source.text[slice(*node.attributes["content"])] == "a *b*"


def test_definitions() -> None:
    document = read("[A  b]: <x\\_y&amp;z> 'T'\n[a B]: /second\n> [c]: /d")
    assert {label: node.attributes["destination"] for label, node in document.link_definitions.items()} == {"A B": "x_y&z", "C": "/d"}
    node = document.link_definitions["A B"]
    assert node.attributes["title"] == "T"
    assert document.source.text[slice(*node.attributes["destination_span"])] == "x\\_y&amp;z"


def test_spans_are_exact_in_nested_containers() -> None:
    text = "1. a\n\n\t> - \u4e2d *b*\n\t>   c\\|d\n\t>\n\t> > e\n"
    document = check(text)
    found = [text[leaf.node.start : leaf.node.end] for leaf in (node.leaf for node in document.blocks) if leaf]
    assert found == ["a", "\u4e2d *b*\n\t>   c\\|d", "e"]
    assert [statement.text.plain for statement in document.statements] == ["a", "\u4e2d b\nc|d", "e"]
