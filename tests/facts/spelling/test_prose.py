"""What of a statement is prose."""

import pytest
from notelint.document import parse
from notelint.source import Source
from notelint.spelling.prose import Line, Sort


def line(text: str) -> Line:
    return Line(parse(Source("note.md", text)).statements[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reads, then writes.", "reads then writes"),
        ("real-time and/or batch", "real time and or batch"),
        ('(see "this") don’t *stop*', "see this don't stop"),
        ("at https://example.com/a/b or www.example.com now", "at or now"),
        ("in /usr/local/bin, ./run.sh and C:\\Users", "in and"),
        ("user@example.com, @handle, #tag, v1.2.3, 0xff, 10GB", ""),
        ("`code` and $x_i$ here", "and here"),
        ("a->b, key=value, some_name, notes.txt", "a b"),
        ("record(s) and call(x)", "record and"),
        ("naïve approach", "approach"),
        ("`Data Source Connectors` run `docker run x`", "data source connectors run"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [word for word in line(text).lowers if word] == words.split()


@pytest.mark.parametrize("text", ["Reads, then (writes) `code`, a->b.", "x\ny z", "**S**imple *Storage* Service — `S3`"])
def test_pieces_stand_where_they_say(text: str) -> None:
    read = line(text)
    assert len(read.pieces) == len(read.lowers)
    for piece, lower in zip(read.pieces, read.lowers, strict=True):
        assert read.text[piece.start : piece.end] == piece.text
        assert lower == (piece.lower if piece.sort is Sort.WORD else "")
