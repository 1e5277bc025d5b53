"""Capitals of names: which differences matter."""

from notelint.spelling.prose import Line, Sort
from notelint.subjects.mentions import WORD


def is_miscased(surface: str, right: str) -> bool:
    """Whether capitals inside a word differ, and not only in the first letter of a word or because all is loud."""
    words = [_singular(*pair) for pair in zip(WORD.findall(surface), WORD.findall(right), strict=False)]
    for written, wanted in words:
        if written == wanted or written[1:] == wanted[1:]:
            continue
        if wanted.isupper() and len(wanted) > 3:
            return False
        if wanted[1:].islower() and len(words) > 1:
            continue  # eXtensible Markup Language: capitals may mark the letters of an acronym
        if written.islower():
            return _needs_capitals(wanted) and len(words) == 1
        if written.isupper() and len(written) > 1:
            return wanted[0].isupper() and sum(letter.isupper() for letter in wanted) * 2 >= len(wanted) and not wanted.isupper()
        return written.lower() == wanted.lower()
    if any(map(_is_small_between, words, words[1:], words[2:])):
        return True
    return any(
        written[0] != wanted[0] and wanted[0].isupper() and _needs_capitals(wanted) and not written.islower() for written, wanted in words
    )


def _is_small_between(before: tuple[str, str], word: tuple[str, str], after: tuple[str, str]) -> bool:
    """Whether a word is small between two that have their capitals: Kinesis data Streams."""
    return (
        word[0].islower()
        and word[1][0].isupper()
        and all(written[0] == wanted[0] and wanted[0].isupper() for written, wanted in (before, after))
    )


def _singular(written: str, wanted: str) -> tuple[str, str]:
    """A plural s of the one is no difference."""
    return (written[:-1], wanted) if written[-1] in "sS" and wanted[-1] not in "sS" else (written, wanted)


def _needs_capitals(wanted: str) -> bool:
    """QuickSight and EC2 are nothing in lower case, Lambda and API often are."""
    inside = any(letter.isupper() for letter in wanted[1:])
    return inside and (any(letter.islower() for letter in wanted) or any(letter.isdigit() for letter in wanted)) and wanted[0].isupper()


def is_loud(line: Line, surface: str) -> bool:
    """Whether the whole statement is in capitals."""
    words = [piece.text for piece in line.pieces if piece.sort is Sort.WORD and len(piece.text) > 2 and piece.text != surface]
    return len(words) > 1 and sum(word.isupper() for word in words) * 2 > len(words)


def differences(surface: str, form: str) -> int:
    """In how many letters two forms differ; a letter more counts three times."""
    return sum(a != b for a, b in zip(surface, form, strict=False)) + 3 * abs(len(surface) - len(form))
