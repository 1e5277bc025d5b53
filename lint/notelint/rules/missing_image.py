"""An image that does not exist.

## What it finds

Images (Markdown, `<img>`, `![[embedded]]`) whose file does not exist in the repository, is spelt in another case, or lies on the disk of
the author. Images on the web are never fetched.

## Why it matters

The reader sees a broken picture where the note explains something by a drawing.

## Example

```md
# Streams

![How shards are split](images/shard-split.png)
```

## Use instead

```md
# Streams

A shard is split into two, each with half of the hash keys.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.links.link import Link
from notelint.links.targets import TargetKind
from notelint.links.wiki import is_attachment
from notelint.notes import Corpus, Facts
from notelint.notes.dead_link import dead_link
from notelint.reference import Reference
from notelint.rules.dead_link_finding import dead_link_finding
from notelint.rules.protocol import Scope

ID = "missing-image"
CATEGORY = "links"
SEVERITY = Severity.ERROR
SCOPE = Scope.CORPUS


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Link]]:
    """Its own images."""
    return ((note.path, link) for link in note.links if (is_attachment(link.destination) if link.wiki else link.image))


def check(group: list[Link], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per image."""
    for link in group:
        note = corpus.notes[link.place.path]
        target = corpus.target(note, link)
        if target.kind in (TargetKind.MISSING, TargetKind.MISCASED, TargetKind.OWN_COMPUTER, TargetKind.EMPTY, TargetKind.FOLDER):
            yield dead_link_finding(link, dead_link(corpus, note, link, target))
