"""Tables."""

import pytest

from tests.document.invariants import check
from tests.document.shapes import blocks, read


def rows(text: str) -> list[list[str]]:
    document = check(text)
    rows = [node for node in document.blocks if node.kind == "table_row"]
    return [[document.source.text[cell.start : cell.end] for cell in row.children] for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]], id="plain"),
        pytest.param("a | b\n--|--\n1 | 2\n| 3 | 4", [["a", "b"], ["1", "2"], ["3", "4"]], id="without outer pipes"),
        pytest.param("|a|b|\n|:-|-:|\n|1|\n|1|2|3|", [["a", "b"], ["1"], ["1", "2", "3"]], id="ragged"),
        pytest.param("|a|b|\n|-|-|\n|1\\|2|`x\\|y`|", [["a", "b"], ["1\\|2", "`x\\|y`"]], id="escaped pipes"),
        pytest.param("|a|b|\n|-|-|\n||2|\n", [["a", "b"], ["", "2"]], id="empty cell"),
        pytest.param("- x\n\n  |a|\n  |-|\n  |1|", [["a"], ["1"]], id="in an item"),
        pytest.param("> |a|\n> |-|\n> |1|", [["a"], ["1"]], id="in a quote"),
        pytest.param("> |a|\n> |-|\n|1|", [["a"]], id="no lazy rows"),
        pytest.param("|a|\n|-|\nbar\n\nbaz", [["a"], ["bar"]], id="a row without pipes"),
        pytest.param("|a|\n|-|\n> b", [["a"]], id="a quote ends it"),
        pytest.param("|a|b|\n|-|", [], id="counts must agree"),
        pytest.param("a\n-", [], id="no pipe at all"),
        pytest.param("| \u4e2d | \U0001f600 |\n|-|-|\n|\t1 |2\u00a0|", [["\u4e2d", "\U0001f600"], ["1", "2\u00a0"]], id="wide"),
    ],
)
def test_rows(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_the_header_is_the_last_line_of_the_paragraph() -> None:
    assert blocks("a\nb\n|c|\n|-|\n|1|").startswith("paragraph table(table_row(table_cell)")


def test_cells_know_their_headers() -> None:
    document = read("Limits:\n\n| | Max | Default |\n|-|-|-|\n| S3 | 5 TB | x | extra |\n| SQS | | 4 d |\n")
    cells = {statement.text.plain: statement.cell for statement in document.statements if statement.cell}
    assert cells["5 TB"].column_header is not None
    assert cells["5 TB"].column_header.text.plain == "Max"
    assert cells["5 TB"].row_header is not None
    assert cells["5 TB"].row_header.text.plain == "S3"
    assert (cells["4 d"].row, cells["4 d"].column) == (2, 2)
    assert cells["S3"].row_header is None
    assert cells["S3"].column_header is None
    assert cells["extra"].column_header is None
    assert cells["Max"].column_header is cells["Max"].row_header is None
    assert all(cell.lead is not None and cell.lead.text.plain == "Limits:" for cell in cells.values())


def test_a_table_without_a_leading_colon_has_no_lead() -> None:
    document = read("Limits.\n\n|a|\n|-|\n")
    assert [statement.cell.lead for statement in document.statements if statement.cell] == [None]
