"""A link to a file that does not exist.

## What it finds

Links to files and folders of the repository that do not exist, that are spelt in another case than the file (which works on some
computers and not on GitHub), that point into the disk of the author, or that lack the `https://` of a web address. Links resolve as the
program resolves them that the notes are read with: Obsidian, a site generator, or GitHub (`notelint check --show-settings` says which was
detected). Pages that a site generator makes (`guide/`, `guide.html`) count as there when their source is. Web addresses are never fetched.
Wiki links to notes that do not exist are reported as `unwritten-note`.

## Why it matters

The reader who wants to know more gets an error page.

## Example

```md
# Storage

The limits stand in [another note](limits-of-s3.md).
```

## Use instead

```md
# Storage

The limits stand in [the service guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html).
```
"""

import os
from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.links.link import Link
from notelint.links.targets import TargetKind
from notelint.notes import Corpus, Facts
from notelint.notes.dead_link import dead_link
from notelint.reference import Reference
from notelint.rules.dead_link_finding import dead_link_finding
from notelint.rules.protocol import Scope

ID = "broken-link"
CATEGORY = "links"
SEVERITY = Severity.ERROR
SCOPE = Scope.CORPUS

_DEAD = (TargetKind.MISSING, TargetKind.MISCASED, TargetKind.OWN_COMPUTER, TargetKind.EMPTY)


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Link]]:
    """Its own links; images are left to missing-image, wiki links to unwritten-note."""
    return ((note.path, link) for link in note.links if not link.image and not link.wiki)


def check(group: list[Link], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per link."""
    for link in group:
        note = corpus.notes[link.place.path]
        target = corpus.target(note, link)
        if target.kind in _DEAD and not (target.kind is TargetKind.EMPTY and _is_summary(note)):
            yield dead_link_finding(link, dead_link(corpus, note, link, target))


def _is_summary(note: Facts) -> bool:
    """Whether it is the table of contents of a book, where a chapter without a target is still to be written (mdBook, GitBook)."""
    return os.path.basename(note.path).lower() == "summary.md"
