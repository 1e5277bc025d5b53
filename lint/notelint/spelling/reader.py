"""All readers of this package over one Document."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from operator import eq

from notelint.dictionary.words import load_words
from notelint.document import Document, Statement
from notelint.language import load_language
from notelint.reference import Reference
from notelint.spelling.apostrophes import ACUTE, acute_accents, noun_plurals, owning_plural, plural_owners, plural_product
from notelint.spelling.articles import wrong_article
from notelint.spelling.capitals import acronym_plural, two_capitals
from notelint.spelling.code_comments import comment_slips
from notelint.spelling.code_words import code_word_slips
from notelint.spelling.forms import FormReader
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.habits import habits
from notelint.spelling.identifiers import IdentifierReader
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.misspellings import malformed, misspellings
from notelint.spelling.own_names import own_name_slips
from notelint.spelling.patterns import PatternReader
from notelint.spelling.prose import Line, Shapes
from notelint.spelling.repeats import RUNS, has_run, repeated, repeated_runs
from notelint.spelling.slip import Slip
from notelint.spelling.splits import Compounds, Shifts
from notelint.spelling.terms import TermReader
from notelint.spelling.unit_slips import UnitSlipReader
from notelint.spelling.unknown import Unknown
from notelint.subjects.subjects import Reading

_LATER = frozenset({"renamed-term", "retired-term"})


class SpellingReader:
    """The word lists of one Reference, ready to read notes."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self.lexicon = Lexicon(reference, load_words())
        self.patterns = PatternReader(self.lexicon.words)
        self.forms = FormReader(self.lexicon.words, self.patterns)
        self.terms = TermReader(reference, self.lexicon)
        self.unit_slips = UnitSlipReader(load_language())
        self.shifts = Shifts(self.lexicon)
        self.compounds = Compounds(self.lexicon)
        self._triggers = frozenset(self.patterns.apostrophes) | set(load_language().names.indefinite)

    @cached_property
    def identifiers(self) -> IdentifierReader:
        """Made for the first note that may name any."""
        return IdentifierReader(self._reference, self.lexicon)

    def read(self, document: Document, readings: dict[Statement, Reading]) -> tuple[list[Slip], list[str]]:
        """Every slip of a note, in no order, no two of them at the same words; and the words that no list but that of accepted ones knows."""
        lines = [Line(statement) for statement in document.statements]
        unknown = Unknown(lines, self.lexicon)
        return habits(_apart(self._all(document, lines, readings, unknown))), sorted(
            {*unknown.places, *(unknown.counts.keys() & self.lexicon.accepted)}
        )

    def _all(self, document: Document, lines: list[Line], readings: dict[Statement, Reading], unknown: Unknown) -> Iterator[Slip]:
        """In the order of trust: what comes first keeps its words."""
        shapes = Shapes(lines)
        beside = _Beside(lines, unknown.counts, self)
        yield from self.terms.read(document, lines, readings, shapes, unknown.counts)
        yield from self.unit_slips.read(document, readings.values())
        if _is_at_home(readings):
            yield from self.identifiers.read(document, lines, shapes)
        yield from own_name_slips(document, lines, shapes, self.lexicon)
        for line in lines:
            if id(line) not in unknown.foreign:
                yield from (_slip(found, document) for found in self._in_line(line, shapes, beside))
        for found in (
            *misspellings(unknown),
            *malformed(unknown, lines),
            *comment_slips(document, self.lexicon),
        ):
            yield _slip(found, document)
        yield from code_word_slips(document, self.lexicon)

    def _in_line(self, line: Line, shapes: Shapes, beside: "_Beside") -> Iterator[LineSlip]:
        """What stands beside what; most lines hold none of the words that matter, so that is asked first."""
        lowers = line.lowers
        if not self._triggers.isdisjoint(lowers):
            for index, word in enumerate(lowers):
                if word in self._triggers:
                    yield from self._at_trigger(line, index)
        yield from (found for found in self.patterns.in_line(line) if not _is_loud(line.pieces[found.first].text))
        if beside.forms:
            yield from self.forms.read(line, beside.forms)
        yield from self.shifts.read(line)
        if beside.repeats and any(map(eq, lowers, islice(lowers, 1, None))):
            for index in range(1, len(lowers)):
                if lowers[index] and lowers[index] == lowers[index - 1] and (found := repeated(line, index, self.lexicon)):
                    yield found
        for length in beside.runs:
            yield from repeated_runs(line, length, self.lexicon)
        if beside.compounds:
            yield from self.compounds.read(line)
        if ACUTE in line.text:
            yield from acute_accents(line)
        if beside.owners and not beside.owners.isdisjoint(lowers):
            yield from noun_plurals(line, beside.owners, self.lexicon)
        if not shapes.capitals.isdisjoint(line.chunks):
            yield from self._in_capitals(line, shapes.plurals)

    def _in_capitals(self, line: Line, plurals: frozenset[str]) -> Iterator[LineSlip]:
        for index, word in enumerate(line.lowers):
            if word and not line.pieces[index].text[1:].islower():
                for look in (two_capitals, owning_plural, plural_product):
                    if found := look(line, index, self.lexicon):
                        yield found
                if found := acronym_plural(line, index, self.lexicon, plurals):
                    yield found

    def _at_trigger(self, line: Line, index: int) -> Iterator[LineSlip]:
        word = line.lowers[index]
        if word in load_language().articles:
            yield from self._at_article(line, index)
        right = self.patterns.apostrophes.get(word)
        if right and not line.pieces[index].weak and not _is_loud(line.pieces[index].text):
            written = line.pieces[index].text
            sure = written[1:].islower() and not self._is_before_verb(right, line.after(index))
            yield LineSlip("missing-apostrophe", line, index, index, cased((right,), written), sure=sure)

    def _is_before_verb(self, contraction: str, after: str) -> bool:
        """Whether a contraction with "is" is before a verb that has its own ending: in "thats runs", no verb is missing."""
        return contraction.endswith("'s") and len(after) > 3 and after.endswith("s") and self.lexicon.is_english(after[:-1])

    def _at_article(self, line: Line, index: int) -> Iterator[LineSlip]:
        if line.before(index) in load_language().articles and (found := repeated(line, index, self.lexicon)):
            yield found
        after = line.after(index)
        plain = self.lexicon.is_english(after) and not after.startswith(load_language().spelling.sound_otherwise)
        if not after or (plain and line.lowers[index] == ("an" if after[0] in "aeio" else "a")):
            return
        if found := wrong_article(line, index, self.lexicon):
            yield found


class _Beside:
    """What stands side by side anywhere in a note: asked once, so that most notes are not looked through line by line for it."""

    __slots__ = ("compounds", "forms", "owners", "repeats", "runs")

    def __init__(self, lines: list[Line], words: Iterable[str], reader: SpellingReader) -> None:
        lowers = [word for line in lines for word in (*line.lowers, "")]
        pairs = set(zip(lowers, islice(lowers, 1, None), strict=False))
        reader.patterns.prepare(words)
        self.repeats = not pairs.isdisjoint(zip(words, words, strict=True))
        self.forms = reader.forms.candidates(pairs)
        self.compounds = not pairs.isdisjoint(reader.compounds.pairs)
        self.runs = [length for length in RUNS if has_run(lowers, length)]
        self.owners = plural_owners({word for word in words if word[-2:] == "'s"}, reader.lexicon)


def _is_at_home(readings: dict[Statement, Reading]) -> bool:
    """Whether the note speaks of things that have identifiers: two entities of a family. Elsewhere, names of code belong to others."""
    about = {named.form.entity for reading in readings.values() for named in reading.named if "." in named.form.entity}
    return len(about) > 1


def _is_loud(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _apart(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Those that share no character with an earlier one; what has changed since may be said besides."""
    taken: set[int] = set()
    for slip in slips:
        if slip.rule in _LATER:
            yield slip
            continue
        span = range(*slip.place.span)
        if taken.isdisjoint(span):
            taken.update(span)
            yield slip


def _slip(found: LineSlip, document: Document) -> Slip:
    start, end = found.line.pieces[found.first].start, found.line.pieces[found.last].end
    text = found.line.statement.text
    place = document.source.place(text.span(start, end))
    return Slip(found.rule, place, text.plain[start:end], found.suggestions, found.sure, found.about)
