"""Words that no reading explains: they make the entity, or what is counted, something narrower than what the canonical value is about."""

from collections.abc import Iterator

from notelint.claims.candidates import Candidate
from notelint.claims.features import Features
from notelint.claims.tokens import Tokens
from notelint.claims.zones import Around, Zone
from notelint.reference import Reference

_TITLES = frozenset([Zone.ROW, Zone.COLUMN, Zone.HEADING])
"""Zones in which a name alone stands for what is below, and a name with other words for something of it: "Header: Payload Length"."""

_FAR = frozenset([Zone.ABOVE, Zone.TITLE, Zone.PARENTS])
"""Zones that something nearer may have taken the place of."""

_ITEMS = frozenset([Zone.LEAD, Zone.PARENT, Zone.PARENTS])
ABOVE = _ITEMS | {Zone.HEADING, Zone.ABOVE, Zone.TITLE}
"""Zones outside of the statement, whose entity something between may have taken the place of."""

NARROWING = frozenset(["unexplained", "noun_modified", "narrowed", "off_subject", "compound", "explained_beside"])
"""Features that weigh nothing: they only forbid to accuse."""


def narrowing_features(
    candidate: Candidate, subject: str, around: Around, explained: frozenset[str], titles: frozenset[str], reference: Reference
) -> Features:
    """What forbids to call a number wrong. `explained` are the words of all properties of the entity, `titles` those of this one, and what any heading may say."""
    found: Features = {}
    if not explained.issuperset(around.content(around.clause)):
        found["unexplained"] = 1.0
    if around.found.quantity.dimension.startswith("count") and not explained.issuperset(_counted(around)):
        found["noun_modified"] = 1.0
    above = next((tokens for zone, tokens in around.above if zone is candidate.zone and zone in _TITLES), None)
    if above is not None and not titles.issuperset(above.unnamed()):
        found["narrowed"] = 1.0
    if candidate.zone in ABOVE and not titles.issuperset(_labels_above(around)):
        found["narrowed"] = 1.0
    if candidate.zone in _FAR and _is_other(subject, candidate.entity, reference):
        found["off_subject"] = 1.0
    if _is_compound(candidate.entity, around.tokens, around.text, reference):
        found["compound"] = 1.0
    return found


def _counted(around: Around) -> Iterator[str]:
    """The words of a counted quantity but for its noun: "peering" of "50 peering attachments"."""
    low, high = around.found.start, around.found.end
    noun = around.found.quantity.unit.partition("/")[0]
    for word, span, name in zip(around.tokens.words, around.tokens.spans, around.tokens.taken, strict=True):
        if low <= span[0] and span[1] <= high and name is None and word.isalpha() and word != noun:
            yield word


def _labels_above(around: Around) -> Iterator[str]:
    """The words of the labels of the items above, which say whose value it is: "Type" over "up to 256 characters"."""
    for zone, tokens in around.above:
        if zone in _ITEMS:
            for word, span, name in zip(tokens.words, tokens.spans, tokens.taken, strict=True):
                if span[1] <= tokens.label_end and name is None and not word.isdigit():
                    yield word


def _is_other(subject: str, entity: str, reference: Reference) -> bool:
    return subject in reference.entities and subject not in reference.lineage(entity) and entity not in reference.lineage(subject)


def _is_compound(entity: str, tokens: Tokens, text: str, reference: Reference) -> bool:
    """Whether the name of something else is right before that of the entity: "SageMaker Savings Plan"."""
    for before, named in zip(tokens.named, tokens.named[1:], strict=False):
        if named.form.entity == entity and text[before.end : named.start] == " " and before.form.entity not in reference.lineage(entity):
            return True
    return False
