"""A number of things that differs from the length of the list below it.

## What it finds

A sentence such as `there are three flavors of jobs:` that introduces a list of another length. The sentence must do nothing but announce things that
are enumerated (kinds, steps, modes), and the list must be a plain enumeration: each item begins with a bold or code label, or is a few words long.
Of such sentences in notes of other people, 97 in 100 agree with their lists; of the others, about half have a list that also holds something
else, so the finding is for information.

## Why it matters

An item is missing, or the number was not changed when one was added.

## Example

```md
- three ways to encrypt:
    - **SSE-S3**: keys of S3
    - **SSE-KMS**: keys of KMS
```

## Use instead

```md
- two ways to encrypt:
    - **SSE-S3**: keys of S3
    - **SSE-KMS**: keys of KMS
```
"""

from collections.abc import Iterator

from notelint.diagnostic import Finding, Severity
from notelint.document import Statement, Style
from notelint.language import Language, load_language
from notelint.notes import Note
from notelint.outlines.announced import AnnouncedCount, announced_count
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope

ID = "count-mismatch"
CATEGORY = "facts"
SEVERITY = Severity.INFO
SCOPE = Scope.NOTE

LARGEST = Option(ID, "largest", 12, 2, 1000, "the largest announced number that is compared with the list; greater ones are figures")
WORDS = Option(ID, "words", 6, 1, 100, "the most words of an item without a bold or code label")


def check(note: Note, reference: Reference) -> Iterator[Finding]:
    """One finding per statement that announces a number of items and has another."""
    language = load_language()
    for statement in note.document.statements:
        items = [child for child in statement.children if child.kind == "item"]
        if len(items) > 1 and _is_enumeration(items, language, WORDS.of(reference)):
            announced = announced_count(statement, language)
            if announced and announced.number <= LARGEST.of(reference) and announced.number != len(items):
                yield _finding(note, statement, announced, len(items))


def _is_enumeration(items: list[Statement], language: Language, most_words: int) -> bool:
    """Whether each item is one of the things that are counted."""
    labelled = all(item.text.plain and item.text.style_at(0) & (Style.STRONG | Style.CODE) for item in items)
    short = all(len(item.text.plain.split()) <= most_words for item in items)
    return (labelled or short) and not any(_is_addition(item, language) for item in items)


def _is_addition(item: Statement, language: Language) -> bool:
    first = item.text.plain.partition(" ")[0].strip("*_:.,()").lower()
    return first in language.counts.additions


def _finding(note: Note, statement: Statement, announced: AnnouncedCount, found: int) -> Finding:
    span = statement.text.span(announced.start, announced.end)
    quote = " ".join(statement.text.plain[announced.start : announced.end].split())
    return Finding(note.place(span), f"{quote} are announced, but {found} are listed below", subject=quote)
