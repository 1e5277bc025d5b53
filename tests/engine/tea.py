"""A few notes with a pack of their own, and runs over them with and without the cache."""

import time
from dataclasses import replace
from pathlib import Path

from notelint.engine.store.ownership import FOLDER

from tests.scratch import Result, Scratch

CONFIG = 'as_of = 2025-06-30\npacks = ["general"]\n'
PACK = {
    "schema/vocabulary/tea.yaml": (
        "entities:\n  - {id: tea, name: Green tea, kind: concept}\n"
        "  - {id: widget, name: Widget, kind: service}\n"
        "  - {id: samovar, name: Steam Samovar, kind: service, status: {state: ended, since: 2020-05-01, source: https://example.org}}\n"
    ),
    "schema/attributes/tea.yaml": (
        "attributes:\n  - {id: steeping_time, title: Steeping time, dimension: time, cues: [steeping time]}\n"
        "  - {id: shelf_life, title: Retention, dimension: time, cues: [retention], entities: [widget]}\n"
    ),
    "schema/values/tea.yaml": "values: [{entity: tea, attribute: steeping_time, role: range, value: 1 min .. 3 min, source: https://example.org, checked: 2026-01-31}]\n",
}
TEXTS = (
    "# Green tea\n\n- Steeping time: 2 minutes\n",
    "# Green tea\n\n- Steeping time: 9 minutes\n",
    "# Widgets\n\n- Retention: 5 days\n",
    "# Widgets\n\n- Retention: 9 days\n",
    "# Links\n\n[a](a.md), [b](sub/b.md#widgets), ![i](img/i.png), [f](img), [u](../a.md)\n",
    "# Empty\n\n## Section\n",
    "# Quiet\n\n<!-- notelint-ignore-next-line broken-link: soon -->\n[x](gone.md)\n",
    "# Words\n\nThe compaany is is here.\n",
    "# Names\n\n- The Steam Samovar keeps water hot\n- TQM (Table Queue Manager) hands out work\n",
    "# Other names\n\n- The Steam Samovar was discontinued in 2020\n- TQM (Table Quota Manager) hands out ten items\n",
    "# Titles\n\n## The compaany\n\nIt brews, see [the company](a.md#the-compaany) and [it](b.md#the-compaany).\n",
    "---\naliases: [Kettles]\n---\n# Vault\n\nSee [[a]], [[Kettles]] and [[b#Widgets]].\n",
    "",
)
NAMES = ("a.md", "b.md", "c.md", "sub/a.md", "sub/b.md", "gone.md")


def write_notes(folder: Path) -> Scratch:
    """The notes, the pack and the configuration."""
    scratch = Scratch(folder)
    scratch.write("notelint.toml", CONFIG)
    for name, text in PACK.items():
        scratch.write(name, text)
    for name, text in zip(NAMES, TEXTS, strict=False):
        scratch.write(name, text)
    settle()
    return scratch


def settle() -> None:
    time.sleep(0.025)


def run(scratch: Scratch, *arguments: str) -> Result:
    return scratch.notelint("check", "--output-format", "json", *arguments)


def without_remark(result: Result) -> Result:
    """The result without what is said of a database that is of no use."""
    lines = [line for line in result.err.splitlines(keepends=True) if not line.startswith(f"notelint: {FOLDER}/")]
    return replace(result, err="".join(lines))


def check_equal(scratch: Scratch, *arguments: str) -> Result:
    """Twice from the cache, once without."""
    cold = run(scratch, "--no-cache", *arguments)
    assert without_remark(run(scratch, *arguments)) == cold
    assert run(scratch, *arguments) == cold
    assert "Traceback" not in cold.err
    return cold
