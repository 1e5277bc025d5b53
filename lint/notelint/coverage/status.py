"""How much a section says."""

from collections.abc import Sequence

from notelint.coverage.model import SectionStatus
from notelint.outlines.outline import Outline

_FILLED_STATEMENTS = 4.0
_FILLED_WORDS = 40
_SHARE = {SectionStatus.FILLED: 1.0, SectionStatus.THIN: 0.5, SectionStatus.EMPTY: 0.0}


def statuses(outline: Sequence[Outline]) -> list[SectionStatus]:
    """One status a section, with all below it: a chapter of headings is empty, one of which little is written thin."""
    below: list[list[SectionStatus]] = [[] for _ in outline]
    found = [SectionStatus.EMPTY] * len(outline)
    for index in range(len(outline) - 1, -1, -1):
        found[index] = _with_below(own_status(outline[index]), below[index])
        if outline[index].parent >= 0:
            below[outline[index].parent].append(found[index])
    return found


def own_status(section: Outline) -> SectionStatus:
    """What stands right below the heading; images and mere links are little."""
    content = section.statements + section.briefs / 2
    if content >= _FILLED_STATEMENTS or section.words >= _FILLED_WORDS:
        return SectionStatus.FILLED
    return SectionStatus.THIN if content or section.media else SectionStatus.EMPTY


def _with_below(own: SectionStatus, below: list[SectionStatus]) -> SectionStatus:
    every = [own, *below] if own is not SectionStatus.EMPTY else below
    if own is SectionStatus.FILLED or not below:
        return own
    if SectionStatus.FILLED in below and sum(_SHARE[status] for status in every) / len(every) >= 0.5:
        return SectionStatus.FILLED
    return SectionStatus.EMPTY if all(status is SectionStatus.EMPTY for status in every) else SectionStatus.THIN
