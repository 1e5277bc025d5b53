"""Words that are no words: known misspellings, and unknown words with a near, far more common neighbour."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from notelint.spelling.capital import Capital, capital
from notelint.spelling.found import Found, cased
from notelint.spelling.lexicon import Lexicon, Verdict
from notelint.spelling.prose import Line, Piece, Sort
from notelint.spelling.suggest import Guess, guesses

_NEEDED = {3: 8.4, 4: 7.6, 5: 6.9, 6: 6.0, 7: 5.2, 8: 4.8, 9: 4.5}
"""Length of the word -> the score that its best guess needs; longer words need the last."""


_ENDINGS = ("ing", "ed", "ly", "s")
_FORMS = ("s", "es", "d", "ed", "r", "er", "ing")
"""Endings of words: childs, binded and informations are forms that nobody uses, and what belongs in their place depends on the sentence."""
_SHORTEST = 5
_MARGIN = 1.0
"""By how much the correction must score better than any other word."""


class Unknown:
    """The unknown words of one note, where they stand, and how often."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.counts = Counter(chain.from_iterable(line.lowers for line in lines))
        self.counts.pop("", None)
        verdicts = lexicon.verdicts
        doubtful = [(word, verdict) for word in self.counts if (verdict := verdicts[word])]
        strange = {word for word, verdict in doubtful if verdict == Verdict.STRANGE}
        self.places: dict[str, list[tuple[Line, int]]] = {}
        self.foreign: set[int] = set()
        self.rare: dict[str, list[tuple[Line, int]]] = {}
        rare = {word for word, verdict in doubtful if verdict == Verdict.RARE}
        for line in lines if doubtful else ():
            if not rare.isdisjoint(line.lowers):
                for index, word in enumerate(line.lowers):
                    if word in rare:
                        self.rare.setdefault(word, []).append((line, index))
            if strange.isdisjoint(line.lowers):
                continue
            if is_foreign(line, lexicon):
                self.foreign.add(id(line))
                continue
            for index, word in enumerate(line.lowers):
                if word in strange:
                    self.places.setdefault(word, []).append((line, index))

    def uses(self, word: str) -> int:
        """How often the note uses the word or its close kin: one and many, and what is done with it."""
        stem = word.removesuffix("s")
        return sum(self.counts[stem + ending] for ending in ("", "s", "ed", "ing", "er"))


def is_foreign(line: Line, lexicon: Lexicon) -> bool:
    """Is the statement in another language? Then its words are not those of an English text for the most part."""
    words = [piece.lower for piece in line.pieces if piece.sort is Sort.WORD and piece.text.islower() and len(piece.text) > 1]
    if len(words) < 4:
        return False
    return sum(lexicon.is_english(word) for word in words) * 2 < len(words)


def misspellings(unknown: Unknown) -> Iterator[Found]:
    """Every place of every word that is surely misspelt."""
    for word, places in unknown.places.items():
        if len(word) < 3:
            continue
        for line, index in places:
            found = _judged(word, line, index, unknown)
            if found:
                yield found


def rarities(unknown: Unknown) -> Iterator[Found]:
    """Words that exist but are hardly ever met, where a near and common one goes far better with its neighbours."""
    for word, places in unknown.rare.items():
        if len(word) < 4 or unknown.counts[word] > 2:
            continue
        for line, index in places:
            piece = line.pieces[index]
            if id(line) in unknown.foreign or not piece.text.islower() or piece.weak:
                continue
            found = next(
                (
                    guess
                    for guess in guesses(word, line.before(index), line.after(index), unknown.lexicon)
                    if _is_meant(guess, word, line, index, unknown)
                ),
                None,
            )
            if found:
                yield Found("misspelling", line, index, index, (found.word,))


def _is_meant(guess: Guess, word: str, line: Line, index: int, unknown: Unknown) -> bool:
    words = unknown.lexicon.words
    before, after = line.before(index), line.after(index)
    pair = max(words.pair(before, guess.word) if before else 0.0, words.pair(guess.word, after) if after else 0.0)
    if guess.cost <= 0.3:
        return words.count(guess.word) >= 6.8 or pair > 0
    return guess.cost <= 0.7 and pair >= 7.0 and words.count(guess.word) >= 7.0


def _judged(word: str, line: Line, index: int, unknown: Unknown) -> Found | None:
    piece = line.pieces[index]
    shape = _shape(piece)
    lexicon = unknown.lexicon
    if not shape or lexicon.knows(word, capital=shape == "capital") or _is_half(word, line, index, lexicon):
        return None
    says = capital(line, index, lexicon)
    rights = lexicon.words.corrections(word)
    if rights:
        if says is Capital.NAME or (len(word) < 5 and (piece.weak or says is Capital.MIDDLE)):
            return None
        if len(word) < 4 and not _goes_well(rights, line, index, lexicon):
            return None
        ordered = _by_fit(rights, line, index, lexicon)
        sure = (
            len(rights) == 1
            and not piece.weak
            and says in (Capital.NONE, Capital.PLAIN)
            and _is_only_reading(word, rights[0], line, index, unknown)
        )
        return Found("misspelling", line, index, index, cased(ordered, piece.text), sure=sure)
    if piece.weak or says is Capital.NAME or (line.after(index) == "" and _beside_opaque(line, index)):
        return None
    return _by_neighbours(word, line, index, unknown, says)


def _is_only_reading(word: str, right: str, line: Line, index: int, unknown: Unknown) -> bool:
    """Can a known misspelling be nothing else: no form of a known word, no near match for another, no word of another language or subject?"""
    lexicon = unknown.lexicon
    if len(word) < _SHORTEST or any(_is_form(word, ending, right, lexicon) for ending in _FORMS):
        return False
    if any(other in unknown.places and not lexicon.words.corrections(other) for other in (line.before(index), line.after(index))):
        return False
    if "".join(letter for letter in right if letter.isalpha()) == word:
        return True
    if right.startswith(word) or (word.startswith(right) and word != right + right[-1]):  # transferrin, but not untill
        return False
    best = guesses(word, line.before(index), line.after(index), lexicon)
    return bool(best) and best[0].word == right.lower() and (len(best) == 1 or best[0].score - best[1].score > _MARGIN)


def _is_form(word: str, ending: str, right: str, lexicon: Lexicon) -> bool:
    """Is it a known word with the ending? A last letter that should be doubled is a slip of spelling: occured."""
    stem = word.removesuffix(ending)
    return stem != word and lexicon.knows(stem) and right != f"{stem}{stem[-1]}{ending}"


def _is_half(word: str, line: Line, index: int, lexicon: Lexicon) -> bool:
    """Is it the rest of a word that was broken at a line's end, or a little part of a compound: con- nect, add-ons?"""
    if index < 2 or line.pieces[index - 1].text != "-" or not line.lowers[index - 2]:
        return False
    return len(word) < 5 or lexicon.knows(line.lowers[index - 2] + word)


def _beside_opaque(line: Line, index: int) -> bool:
    """Is the word glued to code or a number with a hyphen or slash?"""
    for step in (-1, 1):
        mark, other = index + step, index + 2 * step
        if (
            0 <= other < len(line.pieces)
            and line.pieces[mark].sort is Sort.MARK
            and line.pieces[mark].text in ("-", "/")
            and line.pieces[other].sort is Sort.OPAQUE
        ):
            return True
    return False


def _shape(piece: Piece) -> str:
    text = piece.text.replace("'", "").replace("’", "")
    if text.islower():
        return "lower"
    return "capital" if text[0].isupper() and text[1:].islower() else ""


def _by_neighbours(word: str, line: Line, index: int, unknown: Unknown, says: Capital) -> Found | None:
    if "'" in word or (says in (Capital.MILD, Capital.MIDDLE) and len(word) < 6):
        return None
    best = guesses(word, line.before(index), line.after(index), unknown.lexicon)
    if not best:
        return _with_needless_ending(word, line, index, unknown.lexicon)
    if says is Capital.PLAIN and len(word) < 7 and best[0].cost > 0.3 and not best[0].fits:
        return None
    if best[0].score < _needed(word, best[0].word, unknown, says):
        return None
    words = tuple(guess.word for guess in best[:3] if guess.score > best[0].score - 2.0)
    product = unknown.lexicon.written.get(words[0])
    if product and not unknown.lexicon.is_english(words[0]):
        return Found("misspelt-term", line, index, index, (product,))
    return Found("misspelling", line, index, index, cased(words, line.pieces[index].text))


_PENALTIES = {Capital.NONE: 0.0, Capital.PLAIN: 0.3, Capital.MILD: 0.2, Capital.MIDDLE: 1.6}


def _needed(word: str, right: str, unknown: Unknown, says: Capital) -> float:
    """The score that the best guess needs: more for short words, names and words that the note uses often, less where the note has the guess itself."""
    needed = _NEEDED.get(min(len(word), 9), 9.0) + _PENALTIES[says]
    uses = unknown.uses(word)
    if uses > 2:
        needed += min(2.0, 0.35 * (uses - 2))
    if unknown.counts[right]:
        needed -= 1.5 if right in unknown.lexicon.written else 0.5
    return needed


def _with_needless_ending(word: str, line: Line, index: int, lexicon: Lexicon) -> Found | None:
    """Little words take no endings: withouting."""
    unbending = lexicon.words.listed("unbending")
    stem = next((word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)), "")
    return Found("misspelling", line, index, index, cased((stem,), line.pieces[index].text)) if stem in unbending else None


def _goes_well(rights: tuple[str, ...], line: Line, index: int, lexicon: Lexicon) -> bool:
    """Does a correction often stand beside a neighbour? Three letters are as likely to be an acronym."""
    before, after = line.before(index), line.after(index)
    return any(lexicon.words.pair(before, right) or lexicon.words.pair(right, after) for right in rights)


def _by_fit(rights: tuple[str, ...], line: Line, index: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The corrections of a known misspelling: those that go with the words around, then the common ones."""
    if len(rights) == 1:
        return rights
    before, after = line.before(index), line.after(index)

    def fit(right: str) -> float:
        word = right.lower()
        first, _, last = word.partition(" ")
        pairs = (lexicon.words.pair(before, first), lexicon.words.pair(last or first, after))
        return -(sum(pairs) + 0.3 * lexicon.count(first))

    return tuple(sorted(rights, key=fit))
