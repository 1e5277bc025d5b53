"""A wiki link to a note that does not exist yet.

## What it finds

Names in `[[wiki links]]` that no note and no file has, each once with all the places that link to it. Names are looked up in all folders and among
aliases, as Obsidian does.

## Why it matters

In a vault, such a link is a note that is still to be written, or a name that is spelt another way. The finding is for information; a Markdown link
to a file that does not exist is a [broken link](broken-link).

## Example

```md Storage.md
[[Buckets]] have [[Lifecycle rules]].
```

```md Buckets.md
Names are unique.
```

## Use instead

```md
# Storage

See [the service guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html).
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Applicability, Edit, Finding, Fix, Related, Severity
from notelint.links.link import Link
from notelint.links.targets import TargetKind
from notelint.links.wiki import is_attachment, wiki_name
from notelint.notes import Corpus, Facts
from notelint.notes.dead_link import close_note_names
from notelint.reference import Reference
from notelint.rules.protocol import Scope

ID = "unwritten-note"
CATEGORY = "links"
SEVERITY = Severity.INFO
SCOPE = Scope.CORPUS
_MOST_RELATED = 20


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Link]]:
    """Its wiki links that lead nowhere, by the name that they look for."""
    for link in note.links:
        if link.wiki and not is_attachment(link.destination) and corpus.target(note, link).kind is TargetKind.MISSING:
            yield f"[[{wiki_name(link.destination)}]]", link


def check(group: list[Link], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per name, at the first link."""
    first, *others = group
    name = first.destination.partition("#")[0].strip()
    related = tuple(Related(link.place, "linked here, too") for link in others[:_MOST_RELATED])
    told = f" (linked {len(group)} times)" if others else ""
    message = f'"{name}": no note and no file has this name{told}'
    close = _closest(name, corpus)
    if close is None:
        yield Finding(first.place, message, related, subject=name)
        return
    edits = tuple(Edit(link.place, close + link.destination[len(link.destination.partition("#")[0]) :]) for link in group)
    fix = Fix(f'link to "{close}"', edits, Applicability.UNSAFE)
    yield Finding(first.place, f'{message}; did you mean "{close}"?', related, (close,), fix, subject=name)


def _closest(name: str, corpus: Corpus) -> str | None:
    return next(iter(close_note_names(corpus, name, 0.9)), None)
