#!/usr/bin/env python3
"""Remake the sections of schema/packs/aws/identifiers/ that come from botocore, from the botocore that is installed.

usage: aws_identifiers.py [--check]

Sections are kept as they stand in the files: "# API operations and exceptions: SERVICE" gets the operations and exceptions of the service's newest model,
"# Parameter (member) names of SERVICE, ..." the members of its structures, "# ... HTTP headers" the names that are sent as headers. Only names of
two or more words are kept: single ordinary words are near misses of too much. A name stands in one section only, the first of its file. Headers that
were added by hand stay: the models do not hold those of signing and errors.
The version of botocore (Apache-2.0, https://github.com/boto/botocore) goes into the source line below the heading. With --check nothing is written;
exit 1 if anything would change.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import botocore

FOLDER = Path(__file__).resolve().parents[1] / "schema" / "packs" / "aws" / "identifiers"
DATA = Path(botocore.__file__).parent / "data"
SOURCE = f"# source: botocore {botocore.__version__}, names only, Apache-2.0"
OPERATIONS = "# API operations and exceptions: "
MEMBERS = "# Parameter (member) names of "
HEADERS = {"# S3 HTTP headers": ("s3",), "# SageMaker runtime HTTP headers": ("sagemaker-runtime",), "# Lambda HTTP headers": ("lambda",)}
SEVERAL_WORDS = re.compile(r"[A-Za-z][a-z0-9]*[A-Z]|.[-_]|[A-Za-z]\d+[A-Z]|[A-Z]{2}")


def model(service: str) -> dict[str, Any]:
    newest = max(path for path in (DATA / service).iterdir() if path.is_dir())
    with gzip.open(newest / "service-2.json.gz") as file:
        return json.load(file)


def operations(service: str) -> set[str]:
    found = model(service)
    return set(found["operations"]) | {name for name, shape in found["shapes"].items() if shape.get("exception")}


def members(service: str) -> set[str]:
    return {name for shape in model(service)["shapes"].values() if shape["type"] == "structure" for name in shape.get("members", {})}


def headers(service: str) -> set[str]:
    structures = [shape for shape in model(service)["shapes"].values() if shape["type"] == "structure"]
    sent = [member for shape in structures for member in shape.get("members", {}).values() if member.get("location") == "header"]
    return {member["locationName"] for member in sent if "locationName" in member}


def names(heading: str) -> set[str] | None:
    """What a section holds; None for one that does not come from botocore."""
    if heading.startswith(OPERATIONS):
        return operations(heading.removeprefix(OPERATIONS))
    if heading.startswith(MEMBERS):
        return {name for service in heading.removeprefix(MEMBERS).split(", ") for name in members(service)}
    for start, services in HEADERS.items():
        if heading.startswith(start):
            return {name for service in services for name in headers(service)}
    return None


def sections(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The comment lines of each section, and its names."""
    comments: list[str] = []
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("#") and lines:
            yield comments, lines
            comments, lines = [], []
        (comments if line.startswith("#") or not line.strip() else lines).append(line)
    if comments or lines:
        yield comments, lines


def remade(text: str) -> str:
    seen: set[str] = set()
    out: list[str] = []
    for comments, old in sections(text):
        heading = next((line for line in comments if line.startswith("#")), "")
        found = names(heading)
        lines = old
        if found is not None:
            found |= set(old) if heading.startswith(tuple(HEADERS)) else set()
            lines = sorted(
                (name for name in found if SEVERAL_WORDS.search(name) and name not in seen), key=lambda name: (name.lower(), name)
            )
        seen.update(lines)
        out += [SOURCE if found is not None and line.startswith("# source: botocore") else line for line in comments] + lines
    return "\n".join(out) + "\n"


def main() -> None:
    changed = False
    for path in sorted(FOLDER.glob("*.txt")):
        before = path.read_text("utf-8")
        if not any(names(line) is not None for line in before.splitlines()):
            continue
        after = remade(before)
        if before == after:
            continue
        changed = True
        old, new = set(before.splitlines()), set(after.splitlines())
        print(f"{path.name}: {len(new - old)} new, {len(old - new)} gone")
        for line in sorted(old - new):
            print(f"  - {line}")
        for line in sorted(new - old):
            print(f"  + {line}")
        if "--check" not in sys.argv:
            path.write_text(after, encoding="utf-8")
    sys.exit(int(changed and "--check" in sys.argv))


if __name__ == "__main__":
    main()
