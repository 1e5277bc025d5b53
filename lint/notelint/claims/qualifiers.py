"""What narrows a claim: "per shard", the case of a value that its words name, labels between the statement and its subject."""

from notelint.claims.slots import Slot
from notelint.claims.tokens import phrase
from notelint.language import alternatives, load_language
from notelint.quantities.quantities import Found
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.clauses import clause
from notelint.subjects.subjects import Subject

_PER = lazy_pattern(
    lambda: rf"(?<!\w){alternatives(load_language().numbers.per[:1])} (?!{alternatives(load_language().numbers.time_units)})([a-z]+)\b"
)


def qualifiers(found: Found, text: str, subject: Subject) -> tuple[str, ...]:
    """Divisors and labels."""
    per = {f"per {name}" for name in found.quantity.per}
    per |= {f"per {name}" for name in _PER.findall(text.lower())}
    labels = [label for label in subject.labels if label and len(label) <= 40]
    return (*sorted(per), *labels)


def cases(slot: Slot, found: Found, text: str, labels: str) -> tuple[str, ...]:
    """Conditions of the slot's values that the clause or the labels mention: asynchronous, with batching."""
    known = {case: words for value in slot.values for case, words in zip(value.cases, value.conditions, strict=True)}
    if not known:
        return ()
    said = set(phrase(f"{clause(text, found.start, found.end)}\n{labels}"))
    return tuple(case for case, words in known.items() if said.issuperset(words))
