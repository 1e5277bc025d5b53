"""An item or paragraph that stops in the middle.

## What it finds

Text that ends on a word that calls for another one ("the", "because", "and" at the end of a list), on an opening bracket, or one or two letters short of a word that the note uses elsewhere; where no text, code or list comes
right after it. Words of which the rule is not sure are left to the spelling rules.

## Why it matters

The end of the sentence got lost, often when text was copied, and with it the fact that it was to state.

## Example

```md
- **Standard** - millisecond access, and no charge for reading because
- **Glacier** - minutes to hours
```

## Use instead

```md
- **Standard** - millisecond access, and no charge for reading
- **Glacier** - minutes to hours
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from notelint.notes import Note
from notelint.outlines.cut_off import CutOff, cut_offs
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope

ID = "truncated-item"
CATEGORY = "structure"
SEVERITY = Severity.WARNING
SCOPE = Scope.NOTE

WORDS = Option(ID, "words", 4, 1, 100, "the fewest words of a text that may break off after a word or a bracket")


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per text, at what it stops on."""
    for cut in cut_offs(note.document, note.facts.strangers, WORDS.of(reference)):
        place = note.place(cut.span)
        if cut.kind == "stem":
            fix = Fix(f'complete the word to "{cut.whole}"', (Edit(place, cut.whole),), Applicability.UNSAFE)
            yield Finding(place, f'"{cut.text}" breaks off inside a word; did you mean "{cut.whole}"?', suggestions=(cut.whole,), fix=fix)
        else:
            yield Finding(place, f"the text breaks off after {_what(cut)}")


def _what(cut: CutOff) -> str:
    return {"word": f'"{cut.text}"', "bracket": "an opening bracket"}[cut.kind]
