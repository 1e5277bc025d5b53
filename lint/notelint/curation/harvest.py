"""Readers of structured sources: what they say is drafted as values; none of them reads prose."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from notelint.curation.amounts import value_text
from notelint.curation.botocore import Botocore
from notelint.curation.drafts import Draft, slug
from notelint.curation.history_drafts import boto_page
from notelint.curation.library import plain_text
from notelint.curation.trees import FileTree
from notelint.quantities.quantities import QuantityReader

_ROW = re.compile(r"^\|(?P<cells>.*)\|\s*$")
_LIMIT_COLUMN = re.compile(r"\b(?:default|quota|limit|maximum|value)\b", re.IGNORECASE)
_NAME_COLUMN = re.compile(r"\b(?:name|resource|quota|limit|item|entity)\b", re.IGNORECASE)
_FLAG = re.compile(
    r"^\W{0,40}(?:<[^<>]{1,80}>){0,8}--(?P<flag>[a-z][a-z0-9-]++)(?:\s++(?P<type>\w++))?+.*?Default:\s*+(?P<default>[^\s<&]+)"
)
_SAID = re.compile(r"default|maximum|minimum|between|up to|valid (?:values|range)", re.IGNORECASE)
_UNITS = {"Seconds": "s", "Minutes": "min", "Hours": "h", "Days": "d", "MB": "MB", "GB": "GB", "GiB": "GiB", "MiB": "MiB"}


def quotas(tree: FileTree, page: str, evidence: str, reader: QuantityReader) -> Iterator[Draft]:
    """Rows of Markdown tables with a name and a quota: `entity` is the name of the file, `attribute` that of the row."""
    for name in tree.names():
        if not name.endswith(".md"):
            continue
        columns: tuple[int, int] | None = None
        for line in plain_text((tree.read(name) or b"").decode(errors="replace")).splitlines():
            row = _ROW.match(line.strip())
            cells = [cell.strip() for cell in row["cells"].split("|")] if row else []
            if not cells:
                columns = None
            elif columns is None:
                columns = _columns(cells)
            elif len(cells) > max(columns) and (draft := _quota(name, cells[columns[0]], cells[columns[1]], page, evidence, reader)):
                yield draft


def _columns(header: list[str]) -> tuple[int, int] | None:
    named = next((index for index, cell in enumerate(header) if _NAME_COLUMN.search(cell)), 0)
    limit = next((index for index, cell in enumerate(header) if index != named and _LIMIT_COLUMN.search(cell)), None)
    return None if limit is None else (named, limit)


def _quota(name: str, title: str, said: str, page: str, evidence: str, reader: QuantityReader) -> Draft | None:
    found = reader.read(said)
    if len(found) != 1 or not title or len(title) > 120:
        return None
    path = name.rpartition(".")[0]
    entry: dict[str, Any] = {"entity": slug(path.rpartition("/")[2]), "attribute": slug(title, "_")[:60].strip("_"), "role": "default"}
    entry |= {
        "value": value_text(found[0].quantity),
        "source": page.format(path=path),
        "evidence": evidence.format(path=name),
        "draft": True,
    }
    return Draft("values", entry, f"{title} | {said}", places=(name,))


def kube_flags(tree: FileTree, page: str, evidence: str, reader: QuantityReader) -> Iterator[Draft]:
    """Defaults of the flags in the reference pages of commands: "--event-ttl duration     Default: 1h0m0s"."""
    for name in tree.names():
        if not name.endswith(".md"):
            continue
        for line in plain_text((tree.read(name) or b"").decode(errors="replace")).splitlines():
            match = _FLAG.search(line)
            value = _duration(match["default"].strip("\"'`")) if match else ""
            if match and value:
                path = name.rpartition(".")[0]
                entry = {"entity": slug(path.rpartition("/")[2]), "attribute": slug(match["flag"], "_"), "role": "default", "value": value}
                more = {"source": page.format(path=path), "evidence": evidence.format(path=name), "draft": True}
                yield Draft("values", {**entry, **more}, line.strip()[:300], places=(name,))


def _duration(text: str) -> str:
    """1h0m0s -> 1 h; a number as it is; "" for anything else."""
    if re.fullmatch(r"-?\d+(?:\.\d+)?", text):
        return text
    parts = [(number, unit) for number, unit in re.findall(r"(?<!\d)(\d++)(ms|h|m|s)", text) if int(number)]
    if re.fullmatch(r"(?:\d+(?:ms|h|m|s))+", text) and len(parts) == 1:
        return f"{parts[0][0]} {'min' if parts[0][1] == 'm' else parts[0][1]}"
    return ""


def botocore_bounds(botocore: Botocore, services: Callable[[str], str], reader: QuantityReader) -> Iterator[Draft]:
    """Numbers in members whose name has a unit and whose text speaks of a default or bound; `services` maps a service to an entity, or ""."""
    for service, version in botocore.services():
        entity = services(service)
        model = botocore.model(service, version) if entity else None
        for shape, data in (model or {"shapes": {}})["shapes"].items():
            for member, about in (data.get("members") or {}).items() if shape.endswith(("Request", "Input")) else ():
                unit = next((symbol for ending, symbol in _UNITS.items() if member.endswith(ending)), "")
                bounds = model["shapes"].get(about.get("shape"), {}) if model else {}
                text = plain_text(about.get("documentation", ""))
                if unit and isinstance(bounds.get("max"), int) and _SAID.search(text):
                    value = f"{bounds.get('min', 0)} {unit} .. {bounds['max']} {unit}"
                    entry = {"entity": entity, "attribute": _snake(member), "role": "range", "value": value, "source": boto_page(service)}
                    more = {"evidence": f"botocore:{botocore.release}/{service}/{version}#{shape}.members.{member}", "draft": True}
                    yield Draft("values", {**entry, **more}, text[:300], places=(f"{service} {shape}.{member}",))


def _snake(name: str) -> str:
    return slug(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name), "_")
