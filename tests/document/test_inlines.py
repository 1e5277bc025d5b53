"""Inline structure."""

import pytest

from tests.document.invariants import check
from tests.document.shapes import inlines, node_of, read


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a *b* **c** ***d***", "'a ' emph('b') ' ' strong('c') ' ' emph(strong('d'))"),
        ("**a *b* c**", "strong('a ' emph('b') ' c')"),
        ("snake_case_name _x_", "'snake_case_name ' emph('x')"),
        ("* a *\n", "'a *'"),
        ("2*3*4", "'2' emph('3') '4'"),
        ("**\u4e2d\u6587**\u3002", "strong('\u4e2d\u6587') '\u3002'"),
        ("**e\u0301**x", "strong('e\u0301') 'x'"),
        ("~~a~~ ~b~ ~200 ms, ~~x", "strikethrough('a') ' ~b~ ~200 ms, ~~x'"),
        ("~~a `~~` b~~", "strikethrough('a ' code='`~~`' ' b')"),
        ("`a` ``b ` c``", "code='`a`' ' ' code='``b ` c``'"),
        ("`a *b* ` *c`*", "code='`a *b* `' ' ' emph('c`')"),
        ("[a *b*](c) [d](<e f> 'g')", "link('a ' emph('b')) ' ' link('d')"),
        ("![a](b) [![c](d)](e)", "image('a') ' ' link(image('c'))"),
        ("[a] [b][] [c][a] [d]\n\n[a]: /u\n[b]: /v", "link('a') ' ' link('b') ' ' link('c') ' [d]'"),
        ("<http://a.b> <m@n.o> <b>x</b>", "autolink='<http://a.b>' ' ' autolink='<m@n.o>' ' ' html_inline='<b>' 'x' html_inline='</b>'"),
        ('<a name="x"> [b](c)', "html_inline='<a name=\"x\">' ' ' link('b')"),
        ("see http://a.b/c_d_e. (www.x.org)", "'see ' autolink='http://a.b/c_d_e' '. (' autolink='www.x.org' ')'"),
        ("http://a.b/(c) http://a.b/c).", "autolink='http://a.b/(c)' ' ' autolink='http://a.b/c' ').'"),
        ("[http://a.b](c)", "link(autolink='http://a.b')"),
        ("[[a b]] [[a|b]] ![[c.png]]", "wiki_link='[[a b]]' ' ' wiki_link='[[a|b]]' ' ' wiki_link='![[c.png]]'"),
        ("[[a]](b.md) [[1], [2]]", "link('[a]') ' [[1], [2]]'"),
        ("[[a]](<b>) [[1]](#b)", "link('[a]') ' ' link('[1]')"),
        ("[[Theorem 3]](2) [[a]](see b.c)", "wiki_link='[[Theorem 3]]' '(2) ' wiki_link='[[a]]' '(see b.c)'"),
        ("a[^1] b[^2]\n\n[^1]: c", "'a' footnote_reference='[^1]' ' b[^2]'"),
        ("$a_1 * b_2$ *c*", "math='$a_1 * b_2$' ' ' emph('c')"),
        ("$$x$$ y", "math='$$x$$' ' y'"),
        ("from $5 to $ 10", "'from $5 to $ 10'"),
        ("$5 and $10, 5$ and 10$", "'$5 and $10, 5$ and 10$'"),
        ("$0.023/GB-$0.10", "'$0.023/GB-$0.10'"),
        ("\\$x$ and $y\\$", "'\\\\$x$ and $y\\\\$'"),
        ("$`a$`", "'$' code='`a$`'"),
        ("a  \nb\\\nc\n d", "'a' linebreak 'b' linebreak 'c' softbreak 'd'"),
        ("a <!-- b --> c", "'a ' html_inline='<!-- b -->' ' c'"),
        ("\\*a\\* \\`b`", "'\\\\*a\\\\* \\\\`b`'"),
    ],
)
def test_tree(text: str, tree: str) -> None:
    check(text)
    assert inlines(text) == tree


@pytest.mark.parametrize(
    ("text", "kind", "attributes", "destination"),
    [
        ("[a](b.md#c 'T')", "link", {"destination": "b.md#c", "title": "T", "label": None}, "b.md#c"),
        ("[a](<b c.md>)", "link", {"destination": "b c.md", "title": None}, "b c.md"),
        ("[a](b\\_c&amp;d%20e)", "link", {"destination": "b_c&d%20e"}, "b\\_c&amp;d%20e"),
        ("[a]()", "link", {"destination": ""}, ""),
        ("![x](  p.png  )", "image", {"destination": "p.png"}, "p.png"),
        ("[a][B]\n\n[b]: /u 't'", "link", {"destination": "/u", "title": "t", "label": "B"}, None),
        ("> [a\n> b](\n> c)", "link", {"destination": "c"}, "c"),
    ],
)
def test_links(text: str, kind: str, attributes: dict[str, object], destination: str | None) -> None:
    document, node = node_of(text, kind)
    assert node.attributes | attributes == node.attributes
    span = node.attributes["destination_span"]
    assert (span and document.source.text[slice(*span)]) == destination


def test_wiki_links() -> None:
    document, node = node_of("|a|\n|-|\n|[[Page#Part\\|label]]|", "wiki_link")
    assert node.attributes["target"] == "Page#Part"
    assert node.attributes["label"] == "label"
    assert not node.attributes["embed"]
    assert document.source.text[slice(*node.attributes["content"])] == "label"


def test_links_of_a_document_are_in_order_and_not_doubled() -> None:
    document = read("[![a](b)](c) http://x.y [http://z.w](v) <http://q.r>\n\n- [[w]] `[no](x)`\n\n| [t](u) |\n|-|\n")
    found = [document.source.text[node.start : node.end] for node in document.links]
    assert found == ["[![a](b)](c)", "![a](b)", "http://x.y", "[http://z.w](v)", "<http://q.r>", "[[w]]", "[t](u)"]


def test_inlines_are_read_once() -> None:
    document = read("*a*")
    leaf = document.root.children[0]
    assert leaf.children == []
    assert document.inlines(leaf) is leaf.children
    assert document.inlines(leaf)[0] is document.inlines(leaf)[0]


def test_emphasis_nests_no_deeper_than_twenty() -> None:
    document = check("*a " * 60 + "b" + " c*" * 60)
    assert max(sum(1 for _ in node.ancestors()) for node in document.root.walk()) < 30


def test_very_many_delimiters_are_paired_in_time() -> None:
    text = "*x __y " * 4000 + "z* w__ " * 4000
    document = check(text[:50000])
    assert any(node.kind == "emph" for node in document.root.walk())
