"""Checks, fixes and fixes again notes that are damaged at random, and tells what must never happen.

    python tools/fuzz.py [--minutes 30] [--seed 0] [--keep FOLDER] PATH...

What must never happen: an exception; a part of a note that is not read; characters that are lost outside of the edits; a second round of fixes that
changes anything; places that do not lie in the note; a report that cannot be made. Each such note is kept in a folder, for a test of its own.
"""

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from notelint.config import Config, Options
from notelint.diagnostic import Diagnostic, Edit
from notelint.engine.fixing import fix as fixing
from notelint.engine.fixing.fix import fix
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.result import NoteResult, decode_result, encode
from notelint.engine.run.run import check
from notelint.reference import Reference, load_reference
from notelint.report.formats import MACHINE
from notelint.source import Source, Texts, decode

_CONFIG = Config(Options(as_of=date(2026, 1, 1)), Path(__file__).resolve().parent)
_LONGEST = 20_000
_UNITS = (
    "[", "]", "(", ")", "`", "```\n", "~~~\n", "*", "**", "_", "|", "|-|-|\n", "# ", "## ", "> ", "- ", "1. ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "<!-- ", "-->",
    "<!-- notelint-ignore-line misspelling: x -->", "<!-- notelint-ignore-start all: x -->", "<!-- notelint-ignore-end -->", "<a href='", "<br>", "$", "$$", "\\",
    "&amp;", "&#0;", "---\n", "+++\n", "[[", "]]", "![", "](", "[^a]: ", "[a]: b\n", "{#", "}", "%%", "recieve ", "teh ", "the the ", "5 MB", " 1,000 ", " - ", "–", "=",
    "\u00a0", "\u200b", "\u2028", "\x00", "\x0b", "\ufeff", "\ufffd", "\u00c3\u00a9", "\u0130", "\u1e9e", "\U0001f600", "e\u0301", "a" * 70, "Ab" * 40, "1" * 70, "x://",
    "https://a.b/c)", "www.", "TODO", "...", "???", "S3 (Simple Storage Service) ", "up to 7 days ", "99.99% ", "2 x 3 = 7 ", "dynamodb ", "CT scan ", "it's ", "its ",
)  # fmt: skip


def mutated(text: str, others: list[str], dice: random.Random) -> str:
    """The text with up to a dozen random changes."""
    start = dice.randrange(max(len(text) - _LONGEST, 1))
    text = text[start : start + _LONGEST]
    for _ in range(dice.randint(1, 12)):
        text = dice.choice(_CHANGES)(text, others, dice)
    return text[: 2 * _LONGEST]


def _cut(text: str, dice: random.Random, longest: int) -> tuple[int, int]:
    start = dice.randrange(len(text) + 1)
    return start, min(len(text), start + dice.randint(0, longest))


def _insert(text: str, others: list[str], dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(_UNITS) * dice.choice((1, 1, 1, 2, 3, 50)) + text[at:]


def _delete(text: str, others: list[str], dice: random.Random) -> str:
    start, end = _cut(text, dice, dice.choice((1, 5, 200)))
    return text[:start] + text[end:]


def _double(text: str, others: list[str], dice: random.Random) -> str:
    start, end = _cut(text, dice, dice.choice((3, 40, 400)))
    return text[:end] + text[start:end] * dice.choice((1, 1, 5)) + text[end:]


def _move(text: str, others: list[str], dice: random.Random) -> str:
    start, end = _cut(text, dice, 300)
    rest = text[:start] + text[end:]
    at = dice.randrange(len(rest) + 1)
    return rest[:at] + text[start:end] + rest[at:]


def _splice(text: str, others: list[str], dice: random.Random) -> str:
    other = dice.choice(others)
    start, end = _cut(other, dice, 400)
    at = dice.randrange(len(text) + 1)
    return text[:at] + other[start:end] + text[at:]


def _swap(text: str, others: list[str], dice: random.Random) -> str:
    """Two letters that stand side by side, as people mistype."""
    at = dice.randrange(max(len(text) - 1, 1))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _case(text: str, others: list[str], dice: random.Random) -> str:
    start, end = _cut(text, dice, 40)
    return text[:start] + text[start:end].swapcase() + text[end:]


def _line_ends(text: str, others: list[str], dice: random.Random) -> str:
    return text.replace("\n", dice.choice(("\r\n", "\r", "\n\n")))


_CHANGES: tuple[Callable[[str, list[str], random.Random], str], ...] = (
    _insert, _insert, _insert, _delete, _double, _move, _splice, _swap, _swap, _swap, _case, _line_ends,
)  # fmt: skip


class Watch:
    """Sees every edit that is made, and adds up by itself what of the text must be left."""

    def __init__(self) -> None:
        self.lost: list[str] = []
        self._edited = fixing.edited

    def edited(self, source: Source, edits: Iterable[Edit]) -> str:
        edits = list(edits)
        result = self._edited(source, edits)
        left, at = [], 0
        for edit in edits:
            left.append(source.text[at : edit.place.span.start])
            at = edit.place.span.end
        left.append(source.text[at:])
        new = Source(source.path, result).text
        for piece in left:
            found = new.find(piece)
            if found < 0:
                self.lost.append(piece[:80])
                break
            new = new[found + len(piece) :]
        return result


def faults(data: bytes, reference: Reference, watch: Watch) -> Iterator[str]:
    """What goes wrong with one note."""
    result = analyse_bytes("note.md", data, reference)
    if decode_result(encode(result)) != result:
        yield "the result is another one when it comes back from the cache"
    texts, results = Texts({"note.md": data}), {"note.md": result}
    diagnostics = _judge(reference)(results)
    yield from _misplaced(diagnostics, data)
    yield from (f"{one.rule}: {one.finding.message}" for one in diagnostics if one.rule in ("unread-note", "unread-part"))
    for report in MACHINE.values():
        report(diagnostics, texts, ["note.md"])
    first = fix(results, _judge(reference), texts, reference)
    if first.changed:
        again = {"note.md": first.changed["note.md"]}
        second = fix({"note.md": analyse_bytes("note.md", again["note.md"], reference)}, _judge(reference), Texts(dict(again)), reference)
        if second.changed and not first.refused:
            yield f"fixing again changes {dict(second.made)}"
    if watch.lost:
        yield f"lost outside of the edits: {watch.lost[0]!r}"


def _judge(reference: Reference) -> Callable[[dict[str, NoteResult]], list[Diagnostic]]:
    return lambda results: check(results, _CONFIG, reference).diagnostics


def _misplaced(diagnostics: list[Diagnostic], data: bytes) -> Iterator[str]:
    size = len(decode("note.md", data).text)
    for one in diagnostics:
        edits = one.finding.fix.edits if one.finding.fix else ()
        for place in (one.place, *(related.place for related in one.finding.related), *(edit.place for edit in edits)):
            if not 0 <= place.span.start <= place.span.end <= size or place.start > place.end:
                yield f"{one.rule}: a place outside of the note: {place}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"), help="folder for the notes with which something goes wrong")
    arguments = parser.parse_args()
    files = [file for path in arguments.paths for file in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
    texts = [text for file in files if (text := file.read_bytes().decode("utf-8", "replace"))]
    dice, reference, watch = random.Random(arguments.seed), load_reference(_CONFIG), Watch()
    fixing.edited = watch.edited  # type: ignore[attr-defined]
    found: Counter[str] = Counter()
    count = 0
    end = time.monotonic() + 60 * arguments.minutes
    while time.monotonic() < end:
        data = mutated(dice.choice(texts), texts, dice).encode("utf-8", "replace")
        count += 1
        watch.lost.clear()
        for fault in _told(data, reference, watch):
            found[fault.split(":")[0][:60]] += 1
            arguments.keep.mkdir(exist_ok=True)
            (arguments.keep / f"{arguments.seed}-{count}.md").write_bytes(data)
            print(f"{arguments.seed}-{count}: {fault}", flush=True)
    print(f"{count} notes of {len(texts)} in {arguments.minutes:g} minutes, {sum(found.values())} faults {dict(found)}")
    return 1 if found else 0


def _told(data: bytes, reference: Any, watch: Watch) -> list[str]:
    try:
        return list(faults(data, reference, watch))
    except Exception as error:  # noqa: BLE001 - told like everything else
        last = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{type(error).__name__}: {error} ({last.filename}:{last.lineno})"]


if __name__ == "__main__":
    sys.exit(main())
