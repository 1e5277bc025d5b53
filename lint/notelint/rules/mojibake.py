"""Characters that were read in the wrong encoding.

## What it finds

Sequences such as `â€™` for `’` and `Ã©` for `é`, which come about when UTF-8 is read as Windows-1252, Latin-1 or Mac Roman and saved again
(once or more often), and U+FFFD, which stands where a character was lost. Paragraphs that speak of encodings may show such text.

## Why it matters

The reader has to guess what stood there; a broken blank or quote also hides words from search, and headings from Markdown.

## Example

```md
The stream keeps its records for a day â€“ by default.
```

## Use instead

```md
The stream keeps its records for a day – by default.
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from notelint.diagnostic import Edit, Finding, Fix, Severity
from notelint.notes import Note
from notelint.reference import Reference
from notelint.rules.protocol import Scope

if TYPE_CHECKING:
    from notelint.outlines.mojibake import Mojibake

ID = "mojibake"
CATEGORY = "structure"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding for each run of broken characters."""
    if note.source.text.isascii():
        return
    from notelint.outlines.mojibake import mojibake  # noqa: PLC0415 - for notes with other letters only

    for broken in mojibake(note.document):
        place = note.place(broken.span)
        if broken.was is None:
            yield Finding(place, _lost(broken))
            continue
        fix = Fix(f"put {_shown(broken.was)} back", (Edit(place, broken.was),))
        message = f"{_shown(broken.text)} is {_shown(broken.was)} read in the wrong encoding"
        yield Finding(place, message, suggestions=(broken.was,) if broken.was.strip() else (), fix=fix)


def _lost(broken: "Mojibake") -> str:
    if "\ufffd" in broken.text:
        return "a character was lost here (U+FFFD) when the text was read in the wrong encoding; write it again"
    return f"{_shown(broken.text)} was read in the wrong encoding, and what it was is lost"


def _shown(text: str) -> str:
    """The characters, those by number that nobody can see."""
    if not text:
        return "nothing"
    if text == " ":
        return "a space"
    return (
        '"'
        + "".join(character if character.isprintable() and character != "\u00ad" else f"U+{ord(character):04X}" for character in text)
        + '"'
    )
