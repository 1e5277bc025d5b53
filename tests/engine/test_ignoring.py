"""A comment that ignores a finding silences it, and nothing else happens."""

from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.diagnostic import Diagnostic
from notelint.engine.fixing.edits import edited
from notelint.engine.run.analyse import analyse
from notelint.engine.run.run import check
from notelint.notes.ignoring import ignoring
from notelint.reference import Reference
from notelint.source import Source

_CASES = {
    "a paragraph": (
        "It was recieved.\n",
        "<!-- notelint-ignore-next-line misspelling: why -->\nIt was recieved.\n",
    ),
    "a later line of a paragraph": (
        "The parcel\nwas recieved.\nIt was heavy.\n",
        "The parcel\nwas recieved. <!-- notelint-ignore-line misspelling: why -->\nIt was heavy.\n",
    ),
    "a heading": (
        "# It was recieved\n\nLate.\n",
        "<!-- notelint-ignore-next-line misspelling: why -->\n# It was recieved\n\nLate.\n",
    ),
    "an item": (
        "1. One\n2. It was recieved\n3. Three\n",
        "1. One\n2. It was recieved <!-- notelint-ignore-line misspelling: why -->\n3. Three\n",
    ),
    "a quotation": (
        "> It was recieved.\n",
        "> <!-- notelint-ignore-next-line misspelling: why -->\n> It was recieved.\n",
    ),
    "a cell": (
        "| a | b |\n|---|---|\n| recieved | two |\n",
        "| a | b |\n|---|---|\n| recieved | two <!-- notelint-ignore-line misspelling: why --> |\n",
    ),
    "a cell of a row without an end": (
        "a | b\n---|---\nrecieved | two\n",
        "a | b\n---|---\nrecieved | two <!-- notelint-ignore-line misspelling: why -->\n",
    ),
    "a comment in code": (
        "- Code\n  ```py\n  x = 1  # it was recieved\n  ```\n",
        "- Code\n  <!-- notelint-ignore-start misspelling: why -->\n  ```py\n  x = 1  # it was recieved\n  ```\n  <!-- notelint-ignore-end misspelling -->\n",
    ),
    "front matter": (
        "---\ntitle: [\n---\n# Note\n\nText.\n",
        "---\ntitle: [\n---\n<!-- notelint-ignore-file invalid-front-matter: why -->\n# Note\n\nText.\n",
    ),
}


def _found(text: str, reference: Reference) -> tuple[Source, list[Diagnostic]]:
    source = Source("note.md", text)
    config = Config(Options(select=("misspelling", "invalid-front-matter", "suppressions", "structure")), Path())
    return source, check({"note.md": analyse(source, reference)}, config, reference).diagnostics


@pytest.mark.parametrize("title", list(_CASES))
def test_the_comment_silences_the_finding(title: str, reference: Reference) -> None:
    text, expected = _CASES[title]
    source, (found,) = _found(text, reference)
    ignored = edited(source, ignoring(found.place, found.rule, source, "why"))
    assert ignored == expected
    assert _found(ignored, reference)[1] == []


def test_line_ends_stay_as_they_are(reference: Reference) -> None:
    source, (found,) = _found("It was recieved.\r\n", reference)
    ignored = edited(source, ignoring(found.place, found.rule, source, "why"))
    assert ignored == "<!-- notelint-ignore-next-line misspelling: why -->\r\nIt was recieved.\r\n"
