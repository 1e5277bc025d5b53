"""Lines of the notes that a report shows."""

from functools import lru_cache

from notelint.report.terminal import Lines
from notelint.source import SourceError, decode


def line_reader(texts: dict[str, bytes]) -> Lines:
    """Reads lines from `texts` (path -> bytes), else from the files; a file that cannot be read has empty lines."""

    @lru_cache(maxsize=4)
    def lines(path: str) -> list[str]:
        try:
            data = texts.get(path)
            if data is None:
                with open(path, "rb") as handle:
                    data = handle.read()
            return decode(path, data).text.split("\n")
        except (OSError, SourceError):
            return []

    def line(path: str, number: int) -> str:
        found = lines(path)
        return found[number - 1] if 1 <= number <= len(found) else ""

    return line
