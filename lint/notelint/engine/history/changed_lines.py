"""Which lines of a note are new."""

from difflib import SequenceMatcher


def changed_lines(before: str, after: str) -> frozenset[int]:
    """Numbers (1-based) of the lines of `after` that are not lines of `before`, in its order."""
    old, new = before.split("\n"), after.split("\n")
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle = SequenceMatcher(None, old[start : len(old) - end], new[start : len(new) - end], autojunk=False)
    found: set[int] = set()
    for kind, _, _, first, last in middle.get_opcodes():
        if kind != "equal":
            found.update(range(start + first + 1, start + last + 1))
    return frozenset(found)


def _common(one: list[str], other: list[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
