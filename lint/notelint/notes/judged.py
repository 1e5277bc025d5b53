"""Claims and expansions of notes with their verdicts, in one list: what `notelint facts` shows."""

from collections.abc import Iterable, Iterator

import msgspec

from notelint.claims.acronyms import expansion_verdict
from notelint.claims.claim import Claim
from notelint.claims.judge import Verdict, judge
from notelint.notes.facts import Facts
from notelint.reference import Reference


class Judged(msgspec.Struct, frozen=True):
    """A claim and how it compares with the canonical values."""

    claim: Claim
    verdict: Verdict


def judged(notes: Iterable[Facts], reference: Reference) -> Iterator[Judged]:
    """Every claim of every note; an expansion is a claim with the attribute "expansion" and a text."""
    for facts in notes:
        for claim in facts.claims:
            yield Judged(claim, judge(claim, reference))
        for expansion in facts.expansions:
            entity, verdict = expansion_verdict(expansion, reference)
            claim = Claim(
                expansion.place,
                expansion.text,
                entity,
                "expansion",
                "exact",
                text=expansion.text,
                qualifiers=(expansion.acronym,),
                confidence=0.9,
            )
            yield Judged(claim, verdict)
