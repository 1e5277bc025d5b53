"""The cases of a rule: tests/rules/<rule-id>.md.

`## title`, a sentence, one or more fences "md" (a note each; the info string may give its name: `md b.md`, a space in it as %20), further
files by "file" (`file images/x.png`, or one per line inside the fence), then "expect" (lines `[file:]line:column message`, none for silence),
"suggest" (the suggestions of each finding, ` | ` between several, `-` for none), "fixed" (the first note after its safe fixes) and "unsafe"
(the first note after all fixes). `toml` gives settings; `yaml`, `json` and `js` with a name are files
with that text. Notes may hold characters as `\\u00a0`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>md|expect|suggest|fixed|unsafe|file|toml|yaml|json|js)(?: (?P<name>\S+))?\n(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Case:
    """One titled case; `notes` maps names to texts, in order."""

    rule: str
    title: str
    notes: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)
    suggested: list[str] | None = None
    fixed: str | None = None
    unsafe: str | None = None
    settings: str = ""


def read_cases(path: Path) -> list[Case]:
    """Every case of a file, in order."""
    text = path.read_text(encoding="utf-8")
    outside = _FENCE.sub(lambda match: re.sub(r"^## ", "\0## ", match[0], flags=re.MULTILINE), text)
    parts = [part.replace("\0", "") for part in re.split(r"^## (.+)$", outside, flags=re.MULTILINE)]
    return [_case(path.stem, title.strip(), body) for title, body in zip(parts[1::2], parts[2::2], strict=True)]


def _case(rule: str, title: str, body: str) -> Case:
    case = Case(rule, title)
    for match in _FENCE.finditer(body):
        kind, name, content = match["kind"], match["name"], match["body"]
        if kind == "md":
            case.notes[(name or "note.md").replace("%20", " ")] = _characters(content)
        elif kind == "expect":
            case.expected += [line for line in content.splitlines() if line.strip()]
        elif kind == "suggest":
            case.suggested = content.splitlines()
        elif kind == "fixed":
            case.fixed = _characters(content)
        elif kind == "unsafe":
            case.unsafe = _characters(content)
        elif kind in ("yaml", "json", "js"):
            case.texts[name] = content
        elif kind == "file":
            case.files += [name] if name else content.splitlines()
        else:
            case.settings += content
    return case


def _characters(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
