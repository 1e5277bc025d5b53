"""A link to a section that does not exist.

## What it finds

Links whose part behind `#` names no heading, no `id` and no `name`: in the same note, in another note of the run, and in wiki links
(`[[note#heading]]`, `[[note#^block]]`). Anchors are made as GitHub makes them: lower case, punctuation dropped, each space a hyphen, a
second heading of the same text with `-1` behind it. In sites of Jekyll, MkDocs, Docusaurus, VitePress and VuePress their own anchors are
right, too, and so are ids that a heading is given (`## Title {#id}`).

## Why it matters

The link takes the reader to the top of the page, or nowhere, and nobody notices until the day before the exam.

## Example

```md
# Streams

- [Retention & replay](#retention-&-replay)

## Retention & replay

Records are kept for a day.
```

## Use instead

```md
# Streams

- [Retention & replay](#retention--replay)

## Retention & replay

Records are kept for a day.
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Applicability, Edit, Finding, Fix, Related, Severity
from notelint.links.link import Link
from notelint.links.link_target import Anchors, Jump
from notelint.notes import Corpus, Facts
from notelint.reference import Reference
from notelint.rules.protocol import Scope
from notelint.source import Place, Position, Span

ID = "broken-anchor"
CATEGORY = "links"
SEVERITY = Severity.ERROR
SCOPE = Scope.CORPUS


def share(note: Facts, corpus: Corpus) -> Iterator[tuple[str, Jump]]:
    """Links into notes, by the path of the note that they lead into."""
    return ((jump.path, jump) for jump in corpus.jumps(note))


def check(group: list[Jump], corpus: Corpus, reference: Reference) -> Iterator[Finding]:
    """One finding per link."""
    note = corpus.notes[group[0].path]
    if note.partial:
        return
    anchors = Anchors(note, corpus.targets.generator(note))
    for jump in group:
        if jump.link.image and not jump.link.wiki:
            continue
        where = "in this note" if jump.link.place.path == note.path else f"in {note.path}"
        if not _is_right(corpus, jump.link, note, anchors, jump.fragment):
            find = _wiki_finding if jump.link.wiki else _finding
            yield find(jump.link, anchors, jump.fragment, where)


def _is_right(corpus: Corpus, link: Link, note: Facts, anchors: Anchors, fragment: str) -> bool:
    if link.wiki:
        return anchors.reaches_words(fragment)
    if anchors.reaches(fragment) or (corpus.wiki.is_vault and anchors.reaches_words(fragment)):
        return True
    return corpus.targets.is_site(note) and not corpus.targets.generator(note) and anchors.reaches_on_site(fragment)


def _finding(link: Link, other: Anchors, fragment: str, where: str) -> Finding:
    same = other.same_letters(fragment)
    anchor = same[0] if same else other.closest(fragment, link.label)
    message = f'no anchor "#{fragment}" {where}'
    if anchor is None:
        return Finding(link.place, message)
    safe = Applicability.SAFE if len(same) == 1 else Applicability.UNSAFE
    heading = other.heading(anchor)
    related = (Related(heading.place, f'this heading has the anchor "#{anchor}"'),) if heading else ()
    return Finding(link.place, f'{message}; did you mean "#{anchor}"?', related, (f"#{anchor}",), _fix(link, anchor, safe))


def _wiki_finding(link: Link, other: Anchors, fragment: str, where: str) -> Finding:
    if fragment.rsplit("#", 1)[-1].startswith("^"):
        return Finding(link.place, f'no block "{fragment}" {where}')
    heading = other.closest_heading(fragment)
    message = f'no heading "{fragment}" {where}'
    if heading is None:
        return Finding(link.place, message)
    fix = _fix(link, heading.title, Applicability.UNSAFE)
    related = (Related(heading.place, "this heading is the nearest"),)
    return Finding(link.place, f'{message}; did you mean "{heading.title}"?', related, (f"#{heading.title}",), fix)


def _fix(link: Link, anchor: str, applicability: Applicability) -> Fix | None:
    """Change what is behind "#"; None where the destination is written with escapes, so that its place is not certain."""
    place = link.place
    if place.span.end - place.span.start != len(link.destination):
        return None
    shift = link.destination.index("#") + 1
    start = Position(place.start.line, place.start.column + shift)
    behind = Place(place.path, Span(place.span.start + shift, place.span.end), start, place.end)
    return Fix(f'link to "#{anchor}"', (Edit(behind, anchor),), applicability)
