"""Entries that a tool proposes: written into a pack with `draft: true`, and what speaks for them into a file beside it."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from notelint.source.write import write_all

REVIEW = "review.jsonl"
"""Beside the folder of a pack: one JSON object per draft with the words that it was read from. No pack file: quotations stay out of packs."""

_PLAIN = re.compile(r"[A-Za-z][\w ./%+()'-]*[\w.%)]|[a-z]")
_ORDER: tuple[str, ...] = (
    "id",
    "entity",
    "name",
    "attribute",
    "title",
    "kind",
    "role",
    "dimension",
    "value",
    "qualifiers",
    "cues",
    "nouns",
    "entities",
)
_ORDER += ("since", "until", "source", "evidence", "as-of", "note", "draft")


@dataclass(frozen=True)
class Draft:
    """`folder` is vocabulary, attributes or values; `entry` the keys of the entry; `quote` where it was seen, `times` how often notes state it."""

    folder: str
    entry: dict[str, Any]
    quote: str
    times: int = 1
    places: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the draft is known by in the review file."""
        entry = self.entry
        return str(entry.get("id") or f"{entry.get('entity')} {entry.get('attribute')} {entry.get('role')} {entry.get('value')}")


@dataclass
class Written:
    """How many drafts went to which files."""

    files: dict[str, int] = field(default_factory=dict)


def write_drafts(drafts: Iterable[Draft], pack: Path, name: str) -> Written:
    """Append drafts to FOLDER/drafts-NAME.yaml of a pack, those that notes state most often first, and their quotations to the review file."""
    written = Written()
    ranked = sorted(drafts, key=lambda draft: (-draft.times, draft.folder, draft.name))
    for folder, key in (("vocabulary", "entities"), ("attributes", "attributes"), ("values", "values")):
        mine = [draft for draft in ranked if draft.folder == folder]
        if mine:
            path = pack / folder / f"drafts-{name}.yaml"
            before = path.read_text(encoding="utf-8") if path.is_file() else f"{key}:\n"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_all({str(path): (before + "".join(entry_text(draft.entry) for draft in mine)).encode()})
            written.files[f"{folder}/{path.name}"] = len(mine)
    _write_review(ranked, pack)
    return written


def _write_review(drafts: list[Draft], pack: Path) -> None:
    path = pack.parent / REVIEW
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = (
        json.dumps({"draft": one.name, "times": one.times, "quote": one.quote, "places": list(one.places)}, ensure_ascii=False)
        for one in drafts
    )
    write_all({str(path): (before + "".join(f"{line}\n" for line in lines)).encode()})


def read_review(pack: Path) -> dict[str, dict[str, Any]]:
    """Name of a draft -> what the review file says of it; broken lines are left out."""
    path = pack.parent / REVIEW
    found: dict[str, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        try:
            record = json.loads(line)
            found[record["draft"]] = record
        except (ValueError, KeyError, TypeError):
            continue
    return found


def entry_text(entry: dict[str, Any]) -> str:
    """An entry of a list as YAML, its keys in the order that the packs have."""
    keys = sorted((key for key in entry if entry[key] not in (None, [], "")), key=_ORDER.index)
    lines = [f"{key}: {_scalar(entry[key])}" for key in keys]
    return "".join(f"{'  - ' if index == 0 else '    '}{line}\n" for index, line in enumerate(lines))


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_scalar(one) for one in value)}]"
    text = str(value)
    if text.startswith(("https://", "http://", "github:", "botocore:")) or re.fullmatch(
        r"\d{4}(-\d\d){0,2}|[\d.]+ [^\s:#,\[\]]+( \.\. [\d.]+ \S+)?", text
    ):
        return text
    return (
        text
        if _PLAIN.fullmatch(text) and text.lower() not in ("yes", "no", "on", "off", "true", "false", "null")
        else json.dumps(text, ensure_ascii=False)
    )


def slug(text: str, between: str = "-") -> str:
    """Words as an id: "Blob soft delete" -> "blob-soft-delete"."""
    return between.join(re.findall(r"[a-z0-9]+", text.lower())) or "x"
