"""Indentation counted in columns, a tab reaching to the next multiple of four."""


def indent_width(line: str, column: int = 0) -> int:
    """Columns of white space before the text of `line`, which begins at `column`."""
    rest = line.lstrip(" \t")
    size = len(line) - len(rest)
    if "\t" not in line[:size]:
        return size
    at = column
    for character in line[:size]:
        at += 1 if character == " " else 4 - at % 4
    return at - column


def dedent(line: str, width: int, column: int = 0) -> str:
    """`line` without its first `width` columns of white space; the white space left over is spaces."""
    rest = line.lstrip(" \t")
    size = len(line) - len(rest)
    if "\t" not in line[:size]:
        return line[min(width, size) :]
    return " " * max(indent_width(line, column) - width, 0) + rest
