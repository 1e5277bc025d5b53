"""Real words in the wrong place, by the words around them: counts of technical English, and how the note uses the words itself.

Only words are looked at that are one slip, one derivation or one sound away from another (schema/words/confusable.txt), only between two neighbours
with which they are hardly ever seen, and only where the other word is often seen between these two, or often used in the note. What is left is
weighed: the weights of schema/words/context.yaml are fitted by tools/context/weights.py.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from notelint.dictionary.sequences import Sequences, open_sequences
from notelint.dictionary.words import Words
from notelint.source.shipped import shipped
from notelint.spelling.context_counts import EDGES, Counts
from notelint.spelling.context_features import Suspicion, Usage, features
from notelint.spelling.found import Found
from notelint.spelling.prose import Line, Piece, Sort

_TRIPLES = 1 << 18
"""So many triples of words that were found to be right are kept in memory."""

Triple = tuple[str, str, str]
"""A word with its neighbours, "" for what is no word."""


class Settings(msgspec.Struct, frozen=True, rename="kebab"):
    """What schema/words/context.yaml says: bars, and weights for each group of kinds."""

    total: float
    endings: dict[str, int]
    surprise: float
    surprise_seen: float
    seen: int
    rare: int
    rare_english: float
    phrase: int
    phrase_rare: int
    used: int
    bar: dict[str, float]
    groups: dict[str, str]
    weights: dict[str, dict[str, float]]


class ContextReader:
    """Finds real words in the wrong place in the lines of a note."""

    def __init__(self, words: Words, sequences: Sequences | None = None) -> None:
        """The counts that are shipped, unless others are given."""
        self.words = words
        self.settings = msgspec.convert(msgspec.msgpack.decode(words.data("context")), Settings)
        shipped_counts = sequences or open_sequences(shipped() / "words" / "sequences.bin")
        self.counts = Counts(shipped_counts, self.settings.total, self.settings.endings)
        self._least = self.settings.total + min(self.settings.surprise, self.settings.surprise_seen) - 1e-6
        """Below this sum of their counts, two words are never a surprise beside each other."""
        self._right: set[Triple] = set()
        self._candidates: dict[Triple, tuple[tuple[str, str], ...]] = {}
        self._meant: dict[tuple[str, bool, bool], tuple[tuple[str, str], ...]] = {}

    def read(self, lines: list[Line]) -> Iterator[Found]:
        """The slips in the lines of one note."""
        suspects = self._suspects(lines)
        if not suspects:
            return
        usage = Usage([line.lowers for line in lines])
        for line in lines:
            if line.statement.kind == "heading" or suspects.isdisjoint(_triples(line.lowers)):
                continue
            tokens = _tokens(line)
            for index, triple in enumerate(_triples(line.lowers), start=1):
                found = self._at(line, index, tokens, usage) if triple in suspects and _may_be_wrong(line, index) else None
                if found:
                    yield found

    def scored(self, tokens: list[str], at: int, usage: Usage) -> Iterator[tuple[float, Suspicion]]:
        """What may have been meant by the token at that place, with its score; two tokens must stand on each side."""
        before2, before, word, after, after2 = tokens[at - 2 : at + 3]
        if before in "#-.," or after in "#-":
            return
        for right, kind in self._possible((before, word, after), usage):
            case = Suspicion(before2, before, word, after, after2, right, kind)
            weights = self.settings.weights[self.settings.groups[kind]]
            values = features(case, self.counts, self.words, usage)
            yield sum(weights.get(name, 0.0) * value for name, value in values.items()), case

    def _at(self, line: Line, index: int, tokens: list[str], usage: Usage) -> Found | None:
        best = max(self.scored(tokens, index + 2, usage), default=None)
        if best is None or best[0] < self.settings.bar[self.settings.groups[best[1].kind]]:
            return None
        return Found("confused-word", line, index, index, (best[1].right,))

    def _suspects(self, lines: Iterable[Line]) -> set[Triple]:
        """The triples of words of which the middle one may be wrong."""
        if len(self._right) > _TRIPLES:
            self._right.clear()
            self._candidates.clear()
        suspects: set[Triple] = set()
        running = (line.lowers for line in lines if line.statement.kind != "heading")
        for triple in {triple for lowers in running for triple in _triples(lowers)} - self._right:
            before, word, after = triple
            if not before or not self.words.confusable(word):
                self._right.add(triple)
            elif phrases := self._phrases(before, word, after or "."):
                self._candidates[triple] = phrases
                suspects.add(triple)
            elif self._is_rare(word):
                suspects.add(triple)
            else:
                self._right.add(triple)
        return suspects

    def _is_rare(self, word: str) -> bool:
        bars = self.settings
        return len(word) > 3 and self.counts.get(word) <= bars.rare and self.words.count(word) < bars.rare_english

    def _known_phrases(self, triple: Triple) -> tuple[tuple[str, str], ...]:
        """Other words with their kinds, which documentation has between the two neighbours; none where the word itself is no surprise there."""
        found = self._candidates.get(triple)
        if found is None:
            before, word, after = triple
            found = self._candidates[triple] = self._phrases(before, word, after or ".") if before else ()
        return found

    def _phrases(self, before: str, word: str, after: str) -> tuple[tuple[str, str], ...]:
        get, bars = self.counts.get, self.settings
        own = get(word)
        rare, least = own <= bars.rare, self._least - own
        left, right = get(before) >= least, get(after) >= least
        if not (rare or left or right):
            return ()
        others = self._others(word, rare=rare, last=after in EDGES)
        if not others or not (rare or (left and self._is_surprise(before, word)) or (right and self._is_surprise(word, after))):
            return ()
        seen = get(f"{before} {word}"), get(f"{word} {after}")
        if min(seen) > bars.seen or (all(seen) and get(f"{before} {word} {after}")):
            return ()
        phrase = bars.phrase_rare if rare else bars.phrase
        return tuple(
            (other, kind)
            for other, kind in others
            if get(f"{before} {other} {after}") >= phrase and get(f"{before} {other}") and get(f"{other} {after}")
        )

    def _others(self, word: str, *, rare: bool, last: bool) -> tuple[tuple[str, str], ...]:
        """What may have been meant by a word, one that is `rare` or the `last` of a clause, with the kind of each."""
        key = (word, rare, last)
        found = self._meant.get(key)
        if found is None:
            groups = self.settings.groups
            found = self._meant[key] = tuple(
                (other, kind)
                for other, kind in self.words.confusable(word)
                if not (last and groups[kind] != "sound") and not (rare and groups[kind] == "form")
            )
        return found

    def _is_surprise(self, first: str, second: str) -> bool:
        """Are the two words hardly ever seen in a row, although each is frequent?"""
        get, bars = self.counts.get, self.settings
        seen, expected = get(f"{first} {second}"), get(first) + get(second) - bars.total
        return expected >= bars.surprise if not seen else seen <= bars.seen and expected - seen >= bars.surprise_seen

    def _possible(self, triple: Triple, usage: Usage) -> Iterator[tuple[str, str]]:
        """Those for which also speaks that the classes of the words never stand in this order, or that the note has the phrase with the other word."""
        before, word, after = triple
        new = not self.counts.get(" ".join(map(self.counts.class_of, triple)))
        phrases = self._known_phrases(triple)
        for other, kind in phrases:
            if new or usage.triples[before, other, after]:
                yield other, kind
        if self._is_rare(word):
            for other, kind in self.words.confusable(word):
                if (other, kind) not in phrases and self._is_meant(triple, other, kind, usage):
                    yield other, kind

    def _is_meant(self, triple: Triple, other: str, kind: str, usage: Usage) -> bool:
        """Is a rare word one slip away from one that the note uses often, also between the same neighbours?"""
        before, word, after = triple
        often = usage.words[other] >= max(self.settings.used, self.settings.used * usage.words[word])
        return self.settings.groups[kind] == "slip" and often and usage.triples[before, other, after] > 0


def _triples(lowers: list[str]) -> Iterator[Triple]:
    """Each word but the first with its neighbours."""
    return zip(lowers, islice(lowers, 1, None), islice([*lowers, ""], 2, None), strict=False)


def _may_be_wrong(line: Line, index: int) -> bool:
    """A word in small letters that is no part of something else."""
    piece = line.pieces[index]
    return piece.text.islower() and not piece.weak and not line.is_hyphened(index) and not line.titled


def _tokens(line: Line) -> list[str]:
    """The pieces of a line as the sequences have them, two edges at each end."""
    return [".", ".", *map(_token, line.pieces), ".", "."]


def _token(piece: Piece) -> str:
    if piece.sort is Sort.WORD:
        return piece.lower
    if piece.sort is Sort.OPAQUE:
        return "#"
    if piece.text in {"-", "/"}:
        return "-"
    return "," if piece.text in {",", ";"} else "."
