"""Which of some names a word is a slip away from."""

from collections.abc import Iterable


def near(word: str, names: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Those that at most `most` slips (a letter more, less, other, or two swapped) part from the word, with their number, the fewest first."""
    letters = set(word)
    likely = [name for name in names if len(letters.difference(name)) <= most and len(set(name).difference(letters)) <= most]
    if not likely:
        return []
    from rapidfuzz import process  # noqa: PLC0415 - takes long to import, and most strange words are like no name
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return [(name, distance) for name, distance, _ in process.extract(word, likely, scorer=OSA.distance, score_cutoff=most, limit=4)]
