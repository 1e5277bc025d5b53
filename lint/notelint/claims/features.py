"""Features: what speaks for or against a reading of a quantity. Each function names a few; their weights are data."""

from notelint.claims.candidates import THINGS, Candidate
from notelint.claims.slots import Slot
from notelint.claims.tokens import Phrase, Tokens
from notelint.claims.value_match import Explanation, Match
from notelint.claims.zones import Around, Zone
from notelint.quantities.quantity import Quantity
from notelint.reference import Reference
from notelint.subjects.clauses import FAR

_SMALL = 3
"""Counts up to this are often said by the way: "one read of one item"."""
_UNKNOWN = 0.5
"""What counts of the fit of role and unit to a property whose value is not known."""
_WORDY = 0.4
"""Share of the words counted at most that may be left unexplained before a statement says more than the value of a property."""
Features = dict[str, float]
"""Name of a feature -> its value; those that are absent are 0."""

_NEAR = 20
"""Characters between a cue and a quantity that belong together."""
_AT = {zone: f"at_{zone}" for zone in Zone}
_ABOVE = {
    Zone.ROW: "cue_header",
    Zone.COLUMN: "cue_header",
    Zone.LEAD: "cue_parent",
    Zone.PARENT: "cue_parent",
    Zone.PARENTS: "cue_above",
    Zone.HEADING: "cue_heading",
    Zone.ABOVE: "cue_above",
    Zone.TITLE: "cue_above",
}
DIRECT = ("cue_in", "cue_near", "cue_clause", "cue_label", "cue_header")
"""Places of a cue that belongs to this quantity and no other."""
OWN = ("cue_in", "cue_near", "cue_clause", "cue_header")
"""Places of a cue that belongs to this clause; one in the label alone may be that of another quantity, where the clause has words of its own."""
_LEAST = 0.25
"""What a cue counts for at least in a long text above."""


def entity_features(candidate: Candidate, subject: str, reference: Reference) -> Features:
    """Where the entity is named, and how it relates to what the statement is about."""
    entity = candidate.entity
    is_whole = entity != subject and subject in reference.entities and entity in reference.lineage(subject)
    zones = (candidate.zone,) if is_whole else (candidate.zone, *candidate.again)
    found = {_AT[zone]: 1.0 for zone in zones if zone is not Zone.SUBJECT}
    if candidate.rank:
        found["rank"] = float(min(candidate.rank, 3))
    if entity == subject:
        found["subject"] = 1.0
    elif subject in reference.entities:
        if entity in reference.lineage(subject):
            found["subject_whole"] = 1.0
        elif subject in reference.lineage(entity):
            found["subject_part"] = 1.0
    if candidate.climb > 0:
        found["climb"] = float(candidate.climb)
    elif candidate.climb < 0:
        found["part"] = 1.0
        if candidate.called:
            found["called"] = candidate.called
    if reference.entities[entity].kind not in THINGS:
        found["notion"] = 1.0
    return found


def cue_features(slot: Slot, around: Around, explained: frozenset[str], known: frozenset[str]) -> Features:
    """Where the words are that name the attribute; those that are always part of the name of something else count as such.

    `known` are the words of all properties of the entity: "message retention" is a retention.
    """
    found: Features = {}
    if around.heard.isdisjoint(slot.heads):
        return found
    tokens = around.tokens
    joined: list[list[str]] = []
    for cue in slot.cues:
        if cue.words[0] not in tokens.index:
            continue
        for position in tokens.find(cue.words):
            end = position + len(cue.words)
            place = _place(around, tokens.spans[position][0], tokens.spans[end - 1][1])
            found[place] = max(found.get(place, 0.0), cue.weight)
            if place in DIRECT:
                beside = (("modified", position - 1), ("modifies", end))
                joined.append([name for name, neighbour in beside if _joins(around, neighbour, position, end, explained, known)])
            if tokens.spans[end - 1][1] <= around.reading.label_end and _is_title(tokens, around.reading.label_end, explained):
                found["titled"] = 1.0
    if joined and all(joined):
        found |= {name: 1.0 for names in joined for name in names}
    for zone, other in around.above:
        if other.index.keys().isdisjoint(slot.heads):
            continue
        for cue in slot.cues:
            if cue.words[0] in other.index and next(other.find(cue.words), None) is not None:
                share = len(cue.words) / max(len(cue.words), other.content)
                name = _ABOVE[zone]
                if name == "cue_header" and _is_title(other, FAR, explained):
                    found["titled"] = 1.0
                found[name] = max(found.get(name, 0.0), cue.weight * max(_LEAST, share))
    return found


def _is_title(tokens: Tokens, end: int, explained: frozenset[str]) -> bool:
    """Whether the label or header says nothing but what it is about."""
    words = zip(tokens.words, tokens.spans, tokens.taken, strict=True)
    return all(word in explained or name is not None or span[1] > end for word, span, name in words)


def _place(around: Around, start: int, end: int) -> str:
    """Which feature a cue at `start`..`end` of the statement counts for."""
    found, (low, high) = around.found, around.clause
    if start < found.end and found.start < end:
        return "cue_in"
    if low <= start and end <= high:
        gap = (end, found.start) if end <= found.start else (found.end, start)
        if any(gap[0] <= one.start < gap[1] for one in around.every if one is not found):
            return "cue_beyond"
        return "cue_near" if gap[1] - gap[0] <= _NEAR else "cue_clause"
    if end <= around.reading.label_end:
        is_lent = any(end <= one.start < around.reading.label_end for one in around.every if one is not found)
        return "cue_beyond" if is_lent else "cue_label"
    return "cue_sentence" if around.sentence[0] <= start and end <= around.sentence[1] else "cue_statement"


def _joins(around: Around, neighbour: int, first: int, end: int, explained: frozenset[str], known: frozenset[str]) -> bool:
    """Whether the word beside a cue makes it the name of something else: "monitored object size", "item collection"."""
    tokens = around.tokens
    if not 0 <= neighbour < len(tokens.words) or tokens.taken[neighbour]:
        return False
    if tokens.words[neighbour] in explained or tokens.words[neighbour] in known:
        return False
    low, high = tokens.spans[neighbour]
    gap = around.text[high : tokens.spans[first][0]] if neighbour < first else around.text[tokens.spans[end - 1][1] : low]
    return gap in (" ", "-") and not tokens.words[neighbour].isdigit() and not around.is_measured(low, high)


def word_features(slot: Slot, around: Around, explained: frozenset[str]) -> Features:
    """How much the clause and the sentence say that neither entity nor attribute nor quantity explains."""
    found: Features = {}
    if left := _left(around.content(around.clause), explained):
        found["left"] = min(left, 5) / 5
    if left := _left(around.content(around.sentence), explained):
        found["left_sentence"] = min(left, 10) / 10
    headers = [tokens for zone, tokens in around.above if zone in (Zone.ROW, Zone.COLUMN)] if slot.against else []
    if around.tokens.holds(slot.against, *around.clause) or any(tokens.holds(slot.against, 0, FAR) for tokens in headers):
        found["against"] = 1.0
    if found.get("left", 0.0) > _WORDY or found.get("left_sentence", 0.0) > _WORDY + 0.1:
        found["wordy"] = 1.0
    return found


def _left(words: list[str], explained: frozenset[str]) -> int:
    return len(words) - sum(map(explained.__contains__, words))


def fit_features(slot: Slot, around: Around, role: str, *, only: bool) -> Features:
    """Whether role, unit, counted noun and divisor fit what is known of the slot. `only`: the entity has no other slot of the dimension."""
    found: Features = {"slot": 1.0}
    quantity = around.found.quantity
    if quantity.dimension.startswith("count"):
        noun = quantity.unit.partition("/")[0]
        if noun in slot.nouns:
            found["noun"] = 1.0
        elif noun and slot.nouns:
            found["noun_other"] = 1.0
    if not slot.values:
        return found | ({"declared": 1.0, "role": _UNKNOWN, "unit": _UNKNOWN} if slot.declared else {"generic": 1.0})
    if quantity.per or slot.divisors:
        shared = not slot.divisors.isdisjoint(quantity.per)
        found["per" if shared else "per_other" if quantity.per else "per_missing"] = 1.0
    if role in slot.roles or ("range" in slot.roles and role in ("max", "min")):
        found["role"] = 1.0
    elif role != "exact" and "exact" not in slot.roles:
        found["role_other"] = 1.0
    if quantity.dimension in ("time", "data") and any(quantity.unit == value.value.unit for value in slot.values):
        found["unit"] = 1.0
    if only:
        found["only"] = 1.0
    return found


def doubt_features(slot: Slot, around: Around, role: str, marks: list[tuple[str, Phrase]]) -> Features:
    """What makes it doubtful that a property is stated at all; not words that the property explains, as "charged for" a minimum charge."""
    quantity = around.found.quantity
    found = {f"mark_{name}": 1.0 for name, words in marks if not words or not slot.vocabulary.issuperset(words)}
    if role != "exact":
        found.pop("mark_setting", None)
    if around.reading.statement.cell and around.reading.statement.cell.column == 0:
        found["row_key"] = 1.0
    if quantity.dimension in ("number", "count"):
        found["bare" if quantity.dimension == "number" else "counted"] = 1.0
    if quantity.dimension.startswith(("number", "count")) and _largest(quantity) <= _SMALL:
        found["small"] = 1.0
    if around.text[around.found.start].isalpha():
        found["spelt_out"] = 1.0
    return found


def _largest(quantity: Quantity) -> float:
    return max((abs(number) for number in (quantity.low_base, quantity.high_base) if number is not None), default=0.0)


def value_features(explanation: Explanation) -> Features:
    """Which value explains the number, the rarer the more telling."""
    return {_EXPLAINED[explanation.match]: 1.0 if explanation.match < Match.PART else explanation.surprise}


_EXPLAINED = {match: f"value_{match.name.lower()}" for match in Match}
VALUE = frozenset(_EXPLAINED.values()) | {"unnamed"}
"""Features that depend on the number itself, or on what was only looked at because of it."""
