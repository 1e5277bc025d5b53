"""An item that is empty, or names a topic and says nothing about it.

## What it finds

List items and paragraphs that end in a dash, an arrow or a colon with nothing behind or below: `**Scaling** -`, `` `execution model`: ``,
those whose whole content is "TODO" or "coming soon", headings such as "TODO:", and list items without any text. A bare term in a list of terms is no placeholder, nor is an item that has items,
text or code below it, that introduces what comes next, or that holds a link or an image. Templates, boards of cards and outlines (notes that
are one list and nothing else) may hold empty items.

## Why it matters

The author meant to come back. Until then a reader sees the topic in the list and takes it for known.

## Example

```md
- **Binning** - groups numbers into ranges
- **Scaling** -
```

## Use instead

```md
- **Binning** - groups numbers into ranges
- **Scaling** - brings features to the same range
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.notes import Note
from notelint.outlines.forms import is_form
from notelint.outlines.unfinished import Placeholder, placeholders
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope

ID = "placeholder-item"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

WORDS = Option(ID, "words", 8, 1, 100, "the most words of a topic; what is longer is a sentence")


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per item."""
    if is_form(note.document):
        return
    for placeholder in placeholders(note.document, WORDS.of(reference)):
        yield Finding(note.place(placeholder.span), _problem(placeholder), subject=placeholder.topic)


def _problem(placeholder: Placeholder) -> str:
    topic = " ".join(placeholder.topic.split())
    if placeholder.later:
        return f'"{topic}" is still to be written' + (f' ("{placeholder.later}")' if placeholder.later != placeholder.topic else "")
    return f'"{topic} {placeholder.sign}" has no content'.replace(" :", ":") if topic else "empty list item"
