"""HTML comments."""

import pytest

from tests.document.invariants import check


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- a -->", [("a", True)]),
        ("x <!-- a --> y", [("a", False)]),
        ("<!-- a --> y", [("a", False)]),
        ("- x <!-- a -->\n- <!-- b -->", [("a", False), ("b", True)]),
        ("> <!-- a -->\n> b", [("a", True)]),
        ("|x|\n|-|\n|y <!-- a -->|", [("a", False)]),
        ("<!-- a\nb -->\n\n<!-- c --><!-- d -->", [("a\nb", True), ("c", False), ("d", False)]),
        ("<div>\n<!-- a -->\n</div>", [("a", True)]),
        ("<!-- never closed\n\nx", [("never closed\n\nx", True)]),
        ("`<!-- a -->`\n\n    <!-- b -->\n\n```\n<!-- c -->\n```", []),
        ("<!--> <!---> <!---->", [("", False), ("", False), ("", False)]),
        ("# a <!-- b -->", [("b", False)]),
    ],
)
def test_comments(text: str, found: list[tuple[str, bool]]) -> None:
    document = check(text)
    assert [(comment.text, comment.block) for comment in document.comments] == found
    for comment in document.comments:
        assert document.source.text[slice(*comment.content)].strip() == comment.text
