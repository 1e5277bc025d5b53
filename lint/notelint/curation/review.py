"""Drafts in the files of a pack: accepted, changed or taken out, one entry at a time."""

from dataclasses import dataclass
from pathlib import Path

from notelint.source.write import write_all

_FOLDERS = ("vocabulary", "attributes", "values")
_MARK = "draft: true"


@dataclass(frozen=True)
class DraftPlace:
    """The lines `start` to `end` (0-based, end not included) of a file, which hold one entry."""

    path: Path
    start: int
    end: int

    @property
    def text(self) -> str:
        """The entry as YAML."""
        return "".join(_lines(self.path)[self.start : self.end])


def drafts_in(pack: Path) -> list[DraftPlace]:
    """The drafts of a pack, file by file; entries are list items that begin with "  - "."""
    found = []
    for folder in _FOLDERS:
        for path in sorted((pack / folder).glob("*.yaml")):
            lines = _lines(path)
            starts = [index for index, line in enumerate(lines) if line.startswith("  - ")]
            for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
                if any(line.strip() == _MARK for line in lines[start:end]):
                    found.append(DraftPlace(path, start, end))
    return found


def accept(draft: DraftPlace) -> None:
    """It is an entry from now on."""
    replace(draft, "".join(line for line in draft.text.splitlines(keepends=True) if line.strip() != _MARK))


def reject(draft: DraftPlace) -> None:
    """It goes; a file without entries goes with its last one."""
    replace(draft, "")


def replace(draft: DraftPlace, text: str) -> None:
    """Write other text where the entry is."""
    lines = _lines(draft.path)
    new = "".join([*lines[: draft.start], text, *lines[draft.end :]])
    if "  - " in new:
        write_all({str(draft.path): new.encode()})
    else:
        draft.path.unlink()


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)
