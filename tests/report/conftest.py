"""A small exam, notes on it with everything that could go wrong in a page, and their report."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from notelint.cli import main

EXAM = """\
id: tiny
title: Tiny <Exam> & more
vendor: Us
status: active
as_of: 2025-01-01
sources: [{url: "https://example.org/guide", checked: 2025-01-01}]
domains:
  - id: "1"
    title: Storage
    weight: 70
    tasks:
      - id: "1.1"
        title: Store things
        objectives:
          - {title: S3 itself, entities: [aws.s3]}
          - {title: Lifecycle rules, entities: [aws.s3.lifecycle]}
          - {title: Something else | with a bar, phrases: [nothing of the kind]}
  - id: "2"
    title: Streams
    weight: 30
    tasks:
      - id: "2.1"
        title: Stream things
        objectives:
          - {title: Kinesis Data Streams, entities: [aws.kinesis-data-streams]}
          - {title: Data Firehose, entities: [aws.data-firehose]}
"""

NOTE = """\
# Storage

## S3

- **S3** - stores objects in buckets of any size
- S3 keeps objects in at least three zones
- S3: 99.999999999% durability for all classes
- S3 has a max object size of 50 TB <script>document.title = "owned"</script>

## S3 Lifecycle

# Streams

## Kinesis Data Streams <img src=x onerror="document.title='owned'">

- retention of 1 to 10 years `<script>alert(1)</script>` is teh maximum
"""

OWN = "window.owned=1"
HOSTILE_NAMES = (
    f'"><img src=x onerror={OWN}>.md',
    f"' onmouseover='{OWN}.md",
    f"`{{{{ {OWN} }}}}`.md",
    f"<script>{OWN}<%2fscript>.md",
    "javascript:alert(1).md",
    "&quot;&#34; onclick=x.md",
)
HOSTILE_NOTE = f"""\
---
title: "\\"><script>{OWN}</script>"
---

# "><svg onload={OWN}> S3

[a](javascript:{OWN}) [b](data:text/html,<script>{OWN}</script>) [c](JaVaScRiPt:x.md) [d](<x" onclick="{OWN}.md>) [e](vbscript:x)
![f](" onerror="{OWN}.png) ![g](data:image/svg+xml,<svg/onload={OWN}>) <https://a.b/" onclick="{OWN}>

## ' autofocus onfocus='{OWN}' S3 Lifecycle recieve

- S3 has a max object size of 51 TB </script><script>{OWN}</script>
- S3: max object size is 52 TB' onclick='{OWN}'
- teh </style><style>*{{background:url(https://a.b/c)}}</style> <a href="javascript:{OWN}">recieve</a>
"""

LONG = "# Streams\n\n## " + "Averylongheadingwithoutanyblankinit" * 8 + "\n\nData Firehose is " + "x" * 4000 + " recieve\n"


def run(*arguments: str | Path) -> Result:
    """`notelint ARGUMENTS` in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the exam and the notes, made the working directory."""
    (tmp_path / "schema" / "blueprints").mkdir(parents=True)
    (tmp_path / "schema" / "blueprints" / "tiny.yaml").write_text(EXAM, encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "notes" / "long.md").write_text(LONG, encoding="utf-8")
    (tmp_path / "notelint.toml").write_text('exam = "tiny"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def hostile(project: Path) -> Path:
    """The project with notes whose names, titles, headings, links and claims try to leave the text of a page."""
    for number, name in enumerate(HOSTILE_NAMES):
        (project / "notes" / name).write_text(HOSTILE_NOTE.replace("S3", ("S3", "Kinesis Data Streams")[number % 2]), encoding="utf-8")
    exam = EXAM.replace("title: Storage", f"title: 'x\"><b onclick={OWN}>Storage'").replace(
        "title: S3 itself", f"title: '<i onclick={OWN}>S3 itself'"
    )
    (project / "schema" / "blueprints" / "tiny.yaml").write_text(exam, encoding="utf-8")
    return project
