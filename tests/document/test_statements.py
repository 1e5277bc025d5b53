"""Statements hang from one another as a reader understands them."""

from notelint.document import Document, Statement

from tests.document.invariants import check
from tests.document.shapes import read


def parents(text: str) -> dict[str, str | None]:
    return {one.text.plain: one.parent.text.plain if one.parent else None for one in check(text).statements}


def find(document: Document, plain: str) -> Statement:
    return next(statement for statement in document.statements if statement.text.plain == plain)


def test_items_hang_from_the_item_above() -> None:
    assert parents("- a\n  - b\n    1. c\n  - d\n- e") == {"a": None, "b": "a", "c": "b", "d": "a", "e": None}


def test_further_paragraphs_hang_from_their_item() -> None:
    assert parents("- a\n\n  b\n  - c\n") == {"a": None, "b": "a", "c": "a"}


def test_a_paragraph_ending_in_a_colon_leads_the_list_behind_it() -> None:
    assert parents("Limits:\n\n- a\n  - b\n") == {"Limits:": None, "a": "Limits:", "b": "a"}
    assert parents("**Limits:**\n- a") == {"Limits:": None, "a": "Limits:"}
    assert parents("No lead.\n- a") == {"No lead.": None, "a": None}
    assert parents("Lead:\n\nother\n- a") == {"Lead:": None, "other": None, "a": None}


def test_a_lead_inside_an_item() -> None:
    assert parents("- a\n\n  Lead:\n  - b") == {"a": None, "Lead:": "a", "b": "Lead:"}


def test_an_item_that_begins_with_a_list_has_no_text_of_its_own() -> None:
    assert parents("- a\n  - - b") == {"a": None, "b": "a"}


def test_quotes_and_footnotes_hold_paragraphs() -> None:
    document = check("- a\n\n  > b\n\n[^1]: c\n")
    assert [(statement.kind, statement.text.plain) for statement in document.statements] == [
        ("item", "a"),
        ("paragraph", "b"),
        ("paragraph", "c"),
    ]
    assert find(document, "b").parent is find(document, "a")


def test_a_table_in_an_item_hangs_from_it() -> None:
    document = check("- a\n\n  |h|\n  |-|\n  |c|\n")
    assert find(document, "c").parent is find(document, "a")
    assert find(document, "c").kind == "cell"


def test_ancestors_are_items_and_then_headings() -> None:
    document = read("# A\n## B\n- c\n  - d\n### E\nf\n")
    assert [above.text.plain for above in find(document, "d").ancestors()] == ["c", "B", "A"]
    assert [above.text.plain for above in find(document, "f").ancestors()] == ["E", "B", "A"]
    assert [above.text.plain for above in find(document, "E").ancestors()] == ["B", "A"]


def test_children_mirror_parents() -> None:
    document = read("- a\n  - b\n  - c\n")
    assert [child.text.plain for child in find(document, "a").children] == ["b", "c"]


def test_empty_items_and_cells_say_nothing() -> None:
    assert [statement.text.plain for statement in check("-\n- a\n\n|x||\n|-|-|\n||y|\n").statements] == ["a", "x", "y"]


def test_a_heading_in_an_item_is_what_the_item_says() -> None:
    document = check("- # a\n  - b\n")
    assert find(document, "a").kind == "heading"
    assert find(document, "b").parent is find(document, "a")
    assert document.sections == ()


def test_the_answer_of_a_card_hangs_from_its_question() -> None:
    assert parents("Q: Why?\n\nA: So.\n\nText.") == {"Q: Why?": None, "A: So.": "Q: Why?", "Text.": None}
    assert parents("**Question**: Why?\n\n**Answer**: So.") == {"Question: Why?": None, "Answer: So.": "Question: Why?"}
    assert parents("Text.\n\nA: So.") == {"Text.": None, "A: So.": None}
    assert parents("Q: Why?\n\n# A: So") == {"Q: Why?": None, "A: So": None}
