"""How sure it is that a quantity is about the attribute that was chosen, and meant as a statement of fact."""

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from notelint.claims.attributes import OWN_CLAUSE, OWN_STATEMENT, PARENT, AttributeChooser, Candidate, normalised
from notelint.claims.surroundings import Surroundings
from notelint.quantities.nouns import singular
from notelint.quantities.quantities import Found
from notelint.quantities.quantity import Bound
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.subjects import Reading, Subject

_EXAMPLE = lazy_pattern(
    r"\b(?:e\.?g|examples?|for instance|suppose|imagine|assum(?:e|ing)|if you|let's|scenario|we (?:use|set|have|chose)|(?-i:I) (?:use|set|have|had|run|ran|was|am)|my|our)\b|\bsay,",
    re.IGNORECASE,
)
_OTHER = lazy_pattern(
    r"\b(?:recommend(?:ed|s)?|steps? of|others?|another|unlike|whereas|compared|instead|lost|loss|fail(?:ure|s|ed)?|larger than|smaller than|longer than|older than|below)\b",
    re.IGNORECASE,
)
_SET = lazy_pattern(r"\b(?:set|configured?|choose|chose|chosen|pick|picked)\b(?! of\b)", re.IGNORECASE)
_OPTION = lazy_pattern(r"\W*[A-Fa-f][.)]\s")
_BILLING = lazy_pattern(r"\b(?:nearest|increments?|chunks?|incur|charged?|billed|billing|rounded|cost|pay|paid|price)\b", re.IGNORECASE)
_PART = lazy_pattern(r"\b(?P<word>first|last|next|every|each|another|other|additional|extra)\s\W*+$", re.IGNORECASE)
_REPEATED = frozenset(["every", "interval", "period", "frequency", "rotation", "rotate"])
_FORMER = lazy_pattern(
    r"\b(?:(?:until|till|before|prior to)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d|formerly|previously|used to (?:be|have))\b|\bnow (?:up to )?[\d$~]",
    re.IGNORECASE,
)
_VAGUE = lazy_pattern(r"(?:one|two|single|half|zero)\b", re.IGNORECASE)
_PERIOD = lazy_pattern(r"(?:once|twice|by the|hourly|daily|weekly|monthly|quarterly|yearly|annually)\b", re.IGNORECASE)


class Evidence(msgspec.Struct, frozen=True, dict=True):
    """What a claim was read from: the best candidates for the attribute of `found`, in `text`, the readable text of a statement."""

    reading: Reading
    text: str
    found: Found
    all_found: list[Found]
    subject: Subject
    candidates: list[Candidate]
    role: str
    ambiguous: bool
    chooser: AttributeChooser

    def confidence(self) -> float:
        """From 0 to 1."""
        best = self.candidates[0] if self.candidates else None
        if best is None or not best.entity or not best.cue:
            return 0.1
        near = self._is_label or self._is_sole or best.score >= OWN_STATEMENT * 0.85
        base = 0.95 if near else 0.9 if best.score >= PARENT * 0.75 else 0.6
        doubt = sum(0.02 * amount for _, amount in self._doubts(base))
        return round(max(base - doubt, 0.1), 2)

    def doubts(self) -> list[str]:
        """Why the claim is not sure."""
        if not self.candidates or not self.candidates[0].cue:
            return []
        return [reason for reason, _ in self._doubts(0.95)]

    def _doubts(self, base: float) -> Iterator[tuple[str, float]]:
        """Reasons, each with what it takes away, in fiftieths."""
        quantity, best = self.found.quantity, self.candidates[0]
        if (quantity.dimension == "number" and not self._is_set_number) or self._is_vague:
            yield "a bare number or number word", 22.5
        if not self._is_told and not self._is_sole:
            yield f"the cue does not name the property, and more is said ({', '.join(self._around.leftover)})", 10
        elif self._around.has_label and self.subject.distance > 0 and base < 0.95:
            yield "the label says something else", 10
        if self._around.is_borrowed(best.cue, self.chooser.cues_of(best)):
            yield f"{best.cue!r} stands with another quantity", 15
        if best.entity != self.subject.entity and not self.subject.entity.startswith("local:") and self._around.is_modified(best.cue):
            yield f"{best.cue!r} has a word before it that may make it another property", 15
        if self._is_tied:
            yield f"{self.candidates[1].attribute} fits as well", 15
        if self.ambiguous:
            yield "the subject is one of several", 15
        elif _EXAMPLE.search(self._around.sentence) or self._is_of_another or _FORMER.search(self._around.sentence) or self._is_part:
            yield "an example, another thing, or the past", 15
        if (cell := self.reading.statement.cell) and cell.column == 0:
            yield "the key of a table's row", 15
        if self._is_asked:
            yield "a question, or one of its options", 15
        if self.role == "exact" and (_SET.search(self._around.clause) or self._is_chosen):
            yield "somebody's setting", 15
        if not quantity.dimension.startswith("money") and (bill := _BILLING.search(self._around.sentence)) and not self._names(bill[0]):
            yield "about bills", 15
        if self.subject.distance > 2:
            yield "the subject stands far above", self.subject.distance - 2

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self.reading, self.text, self.found, self.all_found, self._vocabulary)

    @property
    def _is_chosen(self) -> bool:
        """A value in prose of what everybody may set ("has a timeout of 60 s") need not be meant as the default."""
        if self._is_label or self._around.has_label or not self.chooser.is_configurable(self.candidates[0]):
            return False
        return bool(self._around.leftover) or len(self.all_found) > 1

    @property
    def _is_asked(self) -> bool:
        line = self.text.rfind("\n", 0, self.found.start) + 1
        return self._around.is_asked or bool(_OPTION.match(self.text, line))

    @property
    def _is_of_another(self) -> bool:
        other = _OTHER.search(self._around.clause)
        return other is not None and not self._names(other[0])

    @property
    def _is_part(self) -> bool:
        """The first 30 minutes are not all; "every 5 minutes" is all of an interval."""
        part = _PART.search(self.text, max(0, self.found.start - 12), self.found.start)
        if part is None or self._names(part["word"]):
            return False
        return part["word"].lower() != "every" or _REPEATED.isdisjoint(self._vocabulary)

    def _names(self, word: str) -> bool:
        """Is the word one of those that name the attribute?"""
        return singular(word.lower()) in self._vocabulary

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return self.chooser.words_of(self.candidates[0])

    @property
    def _is_tied(self) -> bool:
        best, *others = self.candidates[:2]
        return bool(others and others[0].score > best.score * 0.97 and others[0].attribute != best.attribute)

    @property
    def _is_vague(self) -> bool:
        counted = self.found.quantity.dimension in ("count", "number")
        return bool(_PERIOD.match(self.text, self.found.start) or (counted and _VAGUE.match(self.text, self.found.start)))

    @cached_property
    def _is_label(self) -> bool:
        """Does the label, or a table's header, name the attribute and nothing else?"""
        best, cell = self.candidates[0], self.reading.statement.cell
        heads = [head.text.plain for head in (cell.column_header, cell.row_header) if head is not None] if cell else []
        if any(self.chooser.is_name(best, label) for label in (self.reading.label, *heads) if label):
            return True
        return any(f" {best.cue} " in normalised(head) for head in heads) and not self._around.leftover

    @property
    def _is_set_number(self) -> bool:
        """A bare number is sure where the attribute is named and nothing else is said."""
        ranged = self.found.quantity.bound is Bound.RANGE and self.candidates[0].strong
        return (self._is_label or ranged) and min(len(self._around.leftover), len(self._around.left_in_clause)) <= 1

    @cached_property
    def _is_sole(self) -> bool:
        """Is the thing named here, in the label, with nothing but the value of its only attribute of this dimension?"""
        best = self.candidates[0]
        named = (
            self.subject.distance == 0
            and best.entity == self.subject.entity
            and any(one.form.entity == best.entity and one.end <= self.reading.label_end for one in self.reading.named)
        )
        return named and not self._around.left_in_clause and self.chooser.is_only(best, self.found.quantity)

    @cached_property
    def _is_told(self) -> bool:
        """Does the statement name the property, or say nothing but subject, property and value?"""
        counted = self.found.quantity.dimension == "count"
        return self.candidates[0].strong or self._is_label or (counted and self._around.is_all) or self._is_terse

    @property
    def _is_terse(self) -> bool:
        quantity = self.found.quantity
        if self.candidates[0].score < OWN_CLAUSE * 0.6:
            return False
        short = not self._around.left_in_clause and self.subject.distance <= 1
        if not quantity.dimension.startswith("count"):
            clear = self._around.is_alone or self.candidates[0].akin
            return len(self._around.leftover) <= (1 if self.subject.distance <= 2 and clear else 0) or (short and clear)
        limited = quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST, Bound.RANGE) or self.role == "default"
        return not self._around.leftover or (limited and short)
