"""How sure it is that a quantity is about the attribute that was chosen, and meant as a statement of fact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from notelint.facts.attributes import OWN_CLAUSE, OWN_STATEMENT, PARENT, AttributeChooser, Candidate, normalised
from notelint.facts.clauses import clause, clause_span, sentence, sentence_span
from notelint.facts.mentions import WORD
from notelint.facts.model import Bound
from notelint.facts.nouns import singular
from notelint.facts.quantities import Found
from notelint.facts.subjects import Reading, Subject

_EXAMPLE = re.compile(
    r"\b(?:e\.?g|examples?|for instance|suppose|say|imagine|assum(?:e|ing)|if you|let's|scenario|we (?:use|set|have|chose)|(?-i:I) (?:use|set|have|had|run|ran|was|am)|my|our)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:recommend(?:ed|s)?|steps? of|others?|another|unlike|whereas|compared|instead|lost|loss|fail(?:ure|s|ed)?|larger than|smaller than|longer than|older than|below)\b",
    re.IGNORECASE,
)
_SET = re.compile(r"\b(?:set|configured?|choose|chose|chosen|pick|picked)\b(?! of\b)", re.IGNORECASE)
_OPTION = re.compile(r"\W*[A-Fa-f][.)]\s")
_BILLING = re.compile(r"\b(?:nearest|increments?|chunks?|incur|charged?|billed|billing|rounded|cost|pay|paid|price)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?P<word>first|last|next|every|each|another|other|additional|extra)\s+\W*$", re.IGNORECASE)
_REPEATED = frozenset(["every", "interval", "period", "frequency", "rotation", "rotate"])
_FORMER = re.compile(
    r"\b(?:(?:until|till|before|prior to)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d|formerly|previously|used to (?:be|have))\b|\bnow (?:up to )?[\d$~]",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"(?:one|two|single|half|zero)\b", re.IGNORECASE)
_PERIOD = re.compile(r"(?:once|twice|by the|hourly|daily|weekly|monthly|quarterly|yearly|annually)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W_]+(?=[ -]$)")
_PER = re.compile(r"\bper\s+$", re.IGNORECASE)
_SAYS_LITTLE = frozenset(
    WORD.findall(
        "a an the this that these those it its they of in on for to at by from with within per each every and or as is are be was has have had can may must "
        "will so then since which not no only up down out than most least more less over under about around approx approximately roughly max maximum min "
        "minimum default limit limited upper lower range between until through note take takes keep keeps kept hold holds store stores support supports "
        "allow allows use uses get gets give gives run runs last lasts handle handles need needs across all both total "
        "extend extended increase increased raise raised change changed go goes grow grows configurable adjustable customizable by optional"
    )
)


@dataclass(frozen=True)
class Evidence:
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
        quantity = self.found.quantity
        if (quantity.dimension == "number" and not self._is_set_number) or self._is_vague:
            yield "a bare number or number word", 22.5
        if not self._is_told and not self._is_sole:
            yield f"the cue does not name the property, and more is said ({', '.join(self._leftover)})", 10
        elif self._has_label and self.subject.distance > 0 and base < 0.95:
            yield "the label says something else", 10
        if self._is_borrowed:
            yield f"{self.candidates[0].cue!r} stands with another quantity", 15
        if self._is_modified:
            yield f"{self.candidates[0].cue!r} has a word before it that may make it another property", 15
        if self._is_tied:
            yield f"{self.candidates[1].attribute} fits as well", 15
        if self.ambiguous:
            yield "the subject is one of several", 15
        elif _EXAMPLE.search(self._sentence) or self._is_of_another or _FORMER.search(self._sentence) or self._is_part:
            yield "an example, another thing, or the past", 15
        if self._is_asked:
            yield "a question, or one of its options", 15
        if self.role == "exact" and (_SET.search(self._clause) or self._is_chosen):
            yield "somebody's setting", 15
        if not quantity.dimension.startswith("money") and (bill := _BILLING.search(self._sentence)) and not self._names(bill[0]):
            yield "about bills", 15
        if self.subject.distance > 2:
            yield "the subject stands far above", self.subject.distance - 2

    @cached_property
    def _sentence(self) -> str:
        return sentence(self.text, self.found.start, self.found.end)

    @cached_property
    def _clause(self) -> str:
        return clause(self.text, self.found.start, self.found.end)

    @property
    def _is_chosen(self) -> bool:
        """A value in prose of what everybody may set ("has a timeout of 60 s") need not be meant as the default."""
        if self._is_label or self._has_label or not self.chooser.is_configurable(self.candidates[0]):
            return False
        return bool(self._leftover) or len(self.all_found) > 1

    @property
    def _is_asked(self) -> bool:
        _, end = sentence_span(self.text, self.found.start, self.found.end)
        line = self.text.rfind("\n", 0, self.found.start) + 1
        return self.text.startswith("?", end) or bool(_OPTION.match(self.text, line))

    @property
    def _has_label(self) -> bool:
        return bool(self.reading.label) and 0 < self.reading.label_end <= self.found.start

    @property
    def _is_of_another(self) -> bool:
        other = _OTHER.search(self._clause)
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
        return any(f" {best.cue} " in normalised(head) for head in heads) and not self._leftover

    @property
    def _is_set_number(self) -> bool:
        """A bare number is sure where the attribute is named and nothing else is said."""
        ranged = self.found.quantity.bound is Bound.RANGE and self.candidates[0].strong
        return (self._is_label or ranged) and min(len(self._leftover), len(self._left_in_clause)) <= 1

    @cached_property
    def _is_sole(self) -> bool:
        """Is the thing named here, in the label, with nothing but the value of its only attribute of this dimension?"""
        best = self.candidates[0]
        named = (
            self.subject.distance == 0
            and best.entity == self.subject.entity
            and any(one.form.entity == best.entity and one.end <= self.reading.label_end for one in self.reading.named)
        )
        return named and not self._left_in_clause and self.chooser.is_only(best, self.found.quantity)

    @cached_property
    def _is_told(self) -> bool:
        """Does the statement name the property, or say nothing but subject, property and value?"""
        return self.candidates[0].strong or self._is_label or self._is_all or self._is_terse

    @property
    def _is_all(self) -> bool:
        """Is the quantity the whole statement: "three flavors:"?"""
        start, end = self.found.start, self.found.end
        counted = self.found.quantity.dimension == "count"
        return counted and len(self.text) < end - start + 20 and not (self.text[:start] + self.text[end:]).strip(" \t\n.:;*_")

    @property
    def _is_terse(self) -> bool:
        quantity = self.found.quantity
        if self.candidates[0].score < OWN_CLAUSE * 0.6:
            return False
        if not quantity.dimension.startswith("count"):
            return len(self._leftover) <= (1 if self.subject.distance <= 2 else 0) or (
                not self._left_in_clause and self.subject.distance <= 1
            )
        limited = quantity.bound in (Bound.AT_MOST, Bound.AT_LEAST, Bound.RANGE) or self.role == "default"
        return not self._leftover or (limited and not self._left_in_clause and self.subject.distance <= 1)

    @cached_property
    def _is_borrowed(self) -> bool:
        """Do all cues stand in other clauses of the sentence, where they belong to other quantities, or is our clause about something else?"""
        cue = f" {self.candidates[0].cue} "
        if cue in normalised(self._clause) or cue not in normalised(self._sentence):
            return False
        return not any(self._is_lent(*span) for cue in self.chooser.cues_of(self.candidates[0]) for span in self._cue_spans(cue.split()))

    def _is_lent(self, start: int, end: int) -> bool:
        """Does the cue at `start`..`end` lead up to the quantity, with none of its own before it; or follow it without one of its own?"""
        low, high = clause_span(self.text, start, end)
        beside = [one for one in self.all_found if low <= one.start < high and one is not self.found]
        if any(one.end <= start or start > self.found.start for one in beside):
            return False
        return len(self._left_in_clause) <= 1 or (end <= self.reading.label_end and not self._renamed)

    @cached_property
    def _renamed(self) -> bool:
        """Has the quantity a name of its own in its clause, before it or right behind it?"""
        low, high = clause_span(self.text, self.found.start, self.found.end)
        following = WORD.search(self.text, self.found.end, high)
        behind = self._left(following.start(), following.end()) if following else []
        return bool(self._left(low, self.found.start) or behind)

    @cached_property
    def _is_modified(self) -> bool:
        """Is the attribute that of the whole, and the cue narrowed by the word before it: the "monitored object size" of a part?"""
        best = self.candidates[0]
        if best.entity == self.subject.entity or self.subject.entity.startswith("local:"):
            return False
        before = [_LAST_WORD.search(self.text, max(0, start - 24), start) for start, _ in self._cue_spans(best.cue.split())]
        return bool(before) and all(word is not None and self._left(*word.span()) for word in before)

    def _cue_spans(self, cue: list[str]) -> Iterator[tuple[int, int]]:
        words = list(WORD.finditer(self.text, *sentence_span(self.text, self.found.start, self.found.end)))
        for index in range(len(words) - len(cue) + 1):
            if [singular(word[0].lower()) for word in words[index : index + len(cue)]] == cue:
                yield words[index].start(), words[index + len(cue) - 1].end()

    @cached_property
    def _leftover(self) -> list[str]:
        """Words of the sentence that are no quantity, no name, no cue of the attribute and no little word."""
        return self._left(*sentence_span(self.text, self.found.start, self.found.end))

    @cached_property
    def _left_in_clause(self) -> list[str]:
        """The same of the clause."""
        return self._left(*clause_span(self.text, self.found.start, self.found.end))

    def _left(self, low: int, high: int) -> list[str]:
        taken = [(one.start, one.end) for one in self.all_found] + [(one.start, one.end) for one in self.reading.named]
        words = []
        for match in WORD.finditer(self.text, low, high):
            word = singular(match[0].lower())
            if word.isdigit() or word in _SAYS_LITTLE or match[0].lower() in _SAYS_LITTLE or word in self._vocabulary:
                continue
            if _PER.search(self.text, max(0, match.start() - 8), match.start()):
                continue
            if not any(start <= match.start() < end for start, end in taken):
                words.append(word)
        return words
