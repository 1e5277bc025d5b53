"""All readers of this package over one Document."""

from collections.abc import Iterable, Iterator

from notelint.document import Document, Statement
from notelint.facts.model import Slip
from notelint.facts.spelling.articles import wrong_article
from notelint.facts.spelling.found import Found, cased
from notelint.facts.spelling.identifiers import IdentifierReader
from notelint.facts.spelling.lexicon import Lexicon
from notelint.facts.spelling.misspellings import Unknown, misspellings
from notelint.facts.spelling.patterns import PatternReader
from notelint.facts.spelling.prose import Line, Sort
from notelint.facts.spelling.repeats import repeated
from notelint.facts.spelling.splits import is_candidate, shifted
from notelint.facts.spelling.terms import TermReader
from notelint.facts.subjects import Reading
from notelint.reference import Reference
from notelint.reference.words import load_words


_LATER = frozenset({"renamed-term", "retired-term"})


class SpellingReader:
    """The word lists of one Reference, ready to read notes."""

    def __init__(self, reference: Reference) -> None:
        self.lexicon = Lexicon(reference, load_words())
        self.patterns = PatternReader(self.lexicon.words)
        self.terms = TermReader(reference, self.lexicon)
        self.identifiers = IdentifierReader(reference, self.lexicon)
        self._triggers = self.patterns.triggers | self.patterns.apostrophes.keys() | {"a", "an"}

    def read(self, document: Document, readings: dict[Statement, Reading]) -> tuple[list[Slip], list[str]]:
        """Every slip of a note, in no order, no two of them at the same words; and the words that nobody knows."""
        lines = [Line(statement) for statement in document.statements]
        unknown = Unknown(lines, self.lexicon)
        return list(_apart(self._all(document, lines, readings, unknown))), sorted(unknown.places)

    def _all(self, document: Document, lines: list[Line], readings: dict[Statement, Reading], unknown: Unknown) -> Iterator[Slip]:
        """In the order of trust: what comes first keeps its words."""
        yield from self.terms.read(document, lines, readings)
        yield from self.identifiers.read(document, lines)
        for line in lines:
            if id(line) not in unknown.foreign:
                yield from (_slip(found, document) for found in self._in_line(line))
        yield from (_slip(found, document) for found in misspellings(unknown))

    def _in_line(self, line: Line) -> Iterator[Found]:
        before = ""
        for index, piece in enumerate(line.pieces):
            if piece.sort is not Sort.WORD:
                before = ""
                continue
            if piece.lower in self._triggers:
                yield from self._at_trigger(line, index)
            if before:
                if is_candidate(before, piece.lower) and (found := shifted(line, index, self.lexicon)):
                    yield found
                if (before == piece.lower or before in ("a", "an", "the")) and (found := repeated(line, index, self.lexicon)):
                    yield found
            before = piece.lower

    def _at_trigger(self, line: Line, index: int) -> Iterator[Found]:
        piece = line.pieces[index]
        if piece.text.isupper() and len(piece.text) > 1:
            return
        if piece.lower in ("a", "an") and (found := wrong_article(line, index, self.lexicon)):
            yield found
        right = self.patterns.apostrophes.get(piece.lower)
        if right and not piece.weak:
            yield Found("missing-apostrophe", line, index, index, cased((right,), piece.text), sure=True)
        yield from self.patterns.read(line, index)


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


def _slip(found: Found, document: Document) -> Slip:
    start, end = found.line.pieces[found.first].start, found.line.pieces[found.last].end
    text = found.line.statement.text
    place = document.source.place(text.span(start, end))
    return Slip(found.rule, place, text.plain[start:end], found.suggestions, found.sure, found.about)
