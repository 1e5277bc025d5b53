"""Sections of a note for coverage: how much is said in each, and about whom."""

from collections import Counter

from notelint.document import Document, Statement
from notelint.facts.mentions import WORD
from notelint.facts.model import Outline
from notelint.facts.subjects import Reading

_ENOUGH = 2
"""Words beyond its label that make a statement say something."""


def outline(document: Document, readings: dict[Statement, Reading]) -> tuple[Outline, ...]:
    """One entry a section, in document order."""
    index = {id(section): number for number, section in enumerate(document.sections)}
    found = []
    for section in document.sections:
        subjects: Counter[str] = Counter()
        mentions: set[str] = set()
        filled = words = 0
        for statement in section.statements:
            if statement is section.heading:
                continue
            reading = readings[statement]
            count = len(WORD.findall(reading.text))
            words += count
            mentions.update(named.form.entity for named in reading.named)
            if count > _ENOUGH:
                filled += 1
                subjects[reading.subject.entity] += 1
        heading = section.heading
        assert heading is not None
        found.append(
            Outline(
                place=document.source.place(heading.span),
                title=section.title,
                level=section.level,
                parent=index.get(id(section.parent), -1),
                statements=filled + sum(block.kind in ("code_block", "math_block", "table") for block in section.blocks),
                words=words,
                subjects=tuple(sorted(subjects.items())),
                mentions=tuple(sorted(mentions)),
            )
        )
    return tuple(found)
