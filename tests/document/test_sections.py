"""Sections and anchors."""

import pytest
from notelint.document import Slugger, slug

from tests.document.invariants import check
from tests.document.shapes import read


def test_tree() -> None:
    document = check("intro\n\n# A\na\n### C\n## B\n# D\n")
    root = document.root_section
    assert [block.kind for block in root.blocks] == ["paragraph"]
    assert [section.title for section in document.sections] == ["A", "C", "B", "D"]
    assert [section.title for section in root.children] == ["A", "D"]
    assert [section.title for section in root.children[0].children] == ["C", "B"]
    assert [section.title for section in document.sections[1].path()] == ["C", "A"]
    assert [section.level for section in root.walk()] == [0, 1, 3, 2, 1]


def test_spans_reach_to_the_next_section() -> None:
    text = "# A\na\n\n## B\nb\n\n# C\n"
    document = check(text)
    assert [text[slice(*section.span)] for section in document.sections] == ["# A\na\n\n## B\nb\n\n", "## B\nb\n\n", "# C\n"]


def test_own_blocks_and_statements_only() -> None:
    first = read("# A\na\n\n- b\n## B\nc\n").sections[0]
    assert [block.kind for block in first.blocks] == ["paragraph", "list"]
    assert [statement.text.plain for statement in first.statements] == ["a", "b"]
    assert first.heading is not None
    assert first.heading.section is first


def test_headings_in_quotes_and_items_open_no_section_but_have_anchors() -> None:
    document = check("# A\n> ## B\n\n- # A\n")
    assert [section.title for section in document.sections] == ["A"]
    assert list(document.anchors) == ["a", "b", "a-1"]


def test_front_matter_is_not_in_a_section() -> None:
    document = check("---\na: b\n---\n\ntext\n")
    assert [block.kind for block in document.root_section.blocks] == ["paragraph"]
    assert document.root.children[0].kind == "front_matter"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello World", "hello-world"),
        ("A  b - c", "a--b---c"),
        ("snake_case & CamelCase!", "snake_case--camelcase"),
        ("1.2 What's new? (v3)", "12-whats-new-v3"),
        ("\u00dcber gr\u00f6\u00dfe", "\u00fcber-gr\u00f6\u00dfe"),
        ("\u4e2d\u6587 \u6807\u9898\u3002", "\u4e2d\u6587-\u6807\u9898"),
        ("\U0001f680 Start", "-start"),
        (":rocket: Start", "rocket-start"),
        ("a\u2013b\u2014c", "abc"),
        ("\u2163 \u2460 \u24b6", "\u2173--\u24d0"),
        ("caf\u0065\u0301", "caf\u0065\u0301"),
        ("-a-", "-a-"),
        ("!!!", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_slugs_are_given_once() -> None:
    slugger = Slugger()
    names = ["echo", "echo", "echo 1", "echo-1", "echo", "foxtrot-1", "foxtrot", "foxtrot", "", ""]
    assert [slugger.slug(name) for name in names] == [
        "echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2", "foxtrot-1", "foxtrot", "foxtrot-2", "", "-1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("# The `S3 API` [docs](x) **now**", "the-s3-api-docs-now"),
        ("# ![logo](x.png) Title", "-title"),
        ("# a <b>c</b> &amp; d", "a-c--d"),
        ("# $x$ y", "x-y"),
        ("a\nb\n===", "ab"),
    ],
)
def test_anchor_of_a_heading(heading: str, anchor: str) -> None:
    document = check(heading)
    assert list(document.anchors) == [anchor]
    assert document.sections[0].slug == anchor


def test_explicit_anchors() -> None:
    text = '# A\n<a name="Top"></a> x <span id=\'b-c\'>y</span>\n\n<div id=d>\n\n<!-- <a name="no"> -->\n\n- <a id="A"></a>\n'
    document = check(text)
    assert list(document.anchors) == ["a", "Top", "b-c", "d", "A"]
    assert text[slice(*document.anchors["Top"])] == '<a name="Top">'


def test_a_heading_keeps_its_anchor_against_html() -> None:
    document = check('<a name="a"></a>\n\n# A\n')
    assert document.anchors["a"] == document.sections[0].heading.span  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "title", "slug"),
    [
        ("## Batch jobs {#jobs}", "Batch jobs", "batch-jobs-jobs"),
        ("## Batch jobs {: #jobs .wide }", "Batch jobs", "batch-jobs--jobs-wide-"),
        ("## Batch jobs ## {.wide}", "Batch jobs", "batch-jobs-wide"),
        ("Batch jobs {#jobs}\n---", "Batch jobs", "batch-jobs-jobs"),
        ("## Batch jobs {jobs}", "Batch jobs {jobs}", "batch-jobs-jobs"),
        ("## Batch jobs{#jobs}", "Batch jobs{#jobs}", "batch-jobsjobs"),
        ("## {#jobs}", "{#jobs}", "jobs"),
    ],
)
def test_a_list_of_attributes_is_no_part_of_a_title(line: str, title: str, slug: str) -> None:
    [section] = check(f"{line}\n\nText.\n").sections
    assert (section.title, section.slug) == (title, slug)
