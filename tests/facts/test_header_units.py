"""The unit that the header of a column gives for its cells."""

import pytest
from notelint.claims.statement_text import header_unit
from notelint.document import parse
from notelint.source import Source


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Size (GB)", "GB"),
        ("Size [in GB]", "GB"),
        ("Size in GB", "GB"),
        ("Throughput (MB/s)", "MB/s"),
        ("Throughput in MiB/s", "MiB/s"),
        ("Share in %", "%"),
        ("Ports in Use", ""),
        ("Size", ""),
        ("Cups in store", ""),
    ],
)
def test_header(header: str, unit: str) -> None:
    document = parse(Source("a.md", f"| Pot | {header} |\n| --- | --- |\n| old | 16 |\n"))
    cell = next(statement for statement in document.statements if statement.text.plain == "16")
    assert header_unit(cell) == unit
