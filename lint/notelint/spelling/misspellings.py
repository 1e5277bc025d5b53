"""Words that are no words: known misspellings, and unknown words with a near, far more common neighbour."""

from collections.abc import Iterator

from notelint.dictionary.word_flags import WordList
from notelint.language import load_language
from notelint.spelling.bar import bar, makes_compound
from notelint.spelling.capital import Capital, capital, is_after_name
from notelint.spelling.certainty import is_only_reading
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.joined import joined
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Piece, Sort
from notelint.spelling.reasons import (
    is_defined,
    is_foreign_phrase,
    is_italic_term,
    is_joined,
    is_name_of_code,
    is_other_form,
    is_regular_formation,
)
from notelint.spelling.suggest import guesses
from notelint.spelling.swapped_acronyms import swapped_acronym
from notelint.spelling.unknown import Unknown

_FITTING = 2
"""How often (log2) a short word's correction must be met beside its neighbours."""
_ONE_SLIP = 1.0
_TOGETHER = 6
"""How often (log2) documentation must have a guess before the word after it, if it is to be likelier than two words written as one."""
_SHORTEST_LOUD = 6
_SHORTEST_FORMED = 6
_SHORTEST_HALF = 4
_MOST_FORMED = 2
_LIKELY = 0.6
_FORMED = 5.4
"""What the best guess needs where the word may also be formed of known ones."""


def misspellings(unknown: Unknown) -> Iterator[LineSlip]:
    """Every place of every word that is surely misspelt."""
    for word, places in unknown.places.items():
        if len(word) < 3:
            continue
        for line, index in places:
            found = _judged(word, line, index, unknown)
            if found:
                yield found


def malformed(unknown: Unknown, lines: list[Line]) -> Iterator[LineSlip]:
    """Words that are formed of known ones by chance, and that are a likely slip of a common one: contrats, overhad."""
    doubtful = {word for word in unknown.formed if len(word) >= _SHORTEST_FORMED and unknown.uses(word) <= _MOST_FORMED}
    for line in lines if doubtful else ():
        if doubtful.isdisjoint(line.lowers) or id(line) in unknown.foreign:
            continue
        for index, word in enumerate(line.lowers):
            if word in doubtful and (found := _malformed(word, line, index, unknown)):
                yield found


def _malformed(word: str, line: Line, index: int, unknown: Unknown) -> LineSlip | None:
    piece = line.pieces[index]
    if piece.weak or not piece.text.islower() or line.is_hyphened(index) or unknown.specialist:
        return None
    best = guesses(word, line.before(index), line.after(index), unknown.lexicon)
    if not best or best[0].cost > _LIKELY or best[0].score < _FORMED or is_other_form(word, best[0], unknown.lexicon):
        return None
    return LineSlip("misspelling", line, index, index, (best[0].word,))


def _judged(word: str, line: Line, index: int, unknown: Unknown) -> LineSlip | None:
    piece = line.pieces[index]
    shape = _shape(piece)
    lexicon = unknown.lexicon
    if not shape or lexicon.knows(word, capital=shape == "capital") or _is_half(word, line, index, lexicon):
        return None
    if shape == "loud":
        return _loud(word, line, index, lexicon) or swapped_acronym(word, line, index, unknown)
    says = capital(line, index, lexicon)
    if says is Capital.NAME or is_foreign_phrase(line, index, lexicon):
        return None
    rights = lexicon.words.corrections(word)
    if rights:
        return _known(word, rights, line, index, unknown, says)
    if piece.weak or (line.after(index) == "" and _beside_opaque(line, index)) or is_italic_term(line, index, unknown):
        return None
    return _by_neighbours(word, line, index, unknown, says)


_QUOTES = frozenset("\"'“‘«„")
"""Before a word that is spoken of, not used."""


def _known(word: str, rights: tuple[str, ...], line: Line, index: int, unknown: Unknown, says: Capital) -> LineSlip | None:
    """A word that is a known misspelling, unless something speaks for it."""
    piece, lexicon = line.pieces[index], unknown.lexicon
    if len(word) < 5 and (piece.weak or says is Capital.MIDDLE or unknown.specialist):
        return None
    if len(word) < 4 and (lexicon.words.known(word) or line.is_hyphened(index) or not _fits_short(rights, line, index, lexicon)):
        return None
    if all("-" in right and right.replace("-", "") == word for right in rights):
        return None
    of_science = bool(lexicon.words.subjects(word) & WordList.SCIENCE)
    if of_science and (unknown.specialist or not _goes_well(rights, line, index, lexicon, telling=True)):
        return None
    ordered = _by_fit(rights, line, index, lexicon)
    sure = (
        len(rights) == 1
        and not piece.weak
        and says in (Capital.NONE, Capital.PLAIN)
        and line.text[piece.start - 1 : piece.start] not in _QUOTES
        and is_only_reading(word, rights[0], line, index, unknown)
    )
    return LineSlip("misspelling", line, index, index, cased(ordered, piece.text), sure)


def _loud(word: str, line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """A known misspelling all in capitals; what is only unlikely may be an acronym."""
    rights = tuple(right.upper() for right in lexicon.words.corrections(word)) if len(word) >= _SHORTEST_LOUD else ()
    return LineSlip("misspelling", line, index, index, rights) if rights and not line.pieces[index].weak else None


def _is_half(word: str, line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether it is the rest of a word that was broken at a line's end, or a little part of a compound: con- nect, add-ons."""
    if index < 2 or line.pieces[index - 1].text != "-" or not line.lowers[index - 2]:
        return False
    if len(word) < _SHORTEST_HALF or makes_compound(word, line, index, lexicon):
        return True
    return len(word) == _SHORTEST_HALF and not any(
        makes_compound(guess.word, line, index, lexicon) for guess in guesses(word, "", "", lexicon)[:3]
    )


def _beside_opaque(line: Line, index: int) -> bool:
    """Whether the word is glued to code or a number with a hyphen or slash."""
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
    if text.isupper() and len(text) > 1:
        return "loud"
    return "capital" if text[0].isupper() and text[1:].islower() else ""


def _by_neighbours(word: str, line: Line, index: int, unknown: Unknown, says: Capital) -> LineSlip | None:
    lexicon = unknown.lexicon
    if (found := joined(word, line, index, unknown)) and not _fits_better(word, line, index, lexicon):
        return found
    if says in (Capital.MILD, Capital.MIDDLE) and is_after_name(line, index, lexicon):
        return None
    if "'" in word or (says in (Capital.MILD, Capital.MIDDLE) and len(word) < 6) or is_joined(word, lexicon):
        return None
    best = guesses(word, line.before(index), line.after(index), lexicon)
    if not best:
        return _with_needless_ending(word, line, index, lexicon)
    if says is Capital.PLAIN and len(word) < 7 and best[0].cost > 0.3 and not best[0].fits:
        return None
    if best[0].score < bar(word, best[0], line, index, unknown, says):
        return None
    if is_other_form(word, best[0], lexicon) or is_regular_formation(word, best[0], lexicon) or is_defined(word, unknown):
        return None
    if is_name_of_code(word, best[0], lexicon):
        return None
    words = tuple(guess.word for guess in best[:3] if guess.score > best[0].score - 2.0)
    product = lexicon.written.get(words[0])
    if product and not lexicon.is_english(words[0]):
        return LineSlip("misspelt-term", line, index, index, (product,))
    return LineSlip("misspelling", line, index, index, cased(words, line.pieces[index].text))


def _fits_better(word: str, line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether one word is likelier than two, since it goes with the word after it: lineat regression."""
    best = guesses(word, line.before(index), line.after(index), lexicon)
    return bool(best) and best[0].cost <= _ONE_SLIP and lexicon.words.follows(best[0].word, line.after(index), _TOGETHER)


def _with_needless_ending(word: str, line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """Little words take no endings: withouting."""
    unbending = lexicon.words.listed("unbending")
    stem = next((word.removesuffix(ending) for ending in load_language().spelling.needless_endings if word.endswith(ending)), "")
    return LineSlip("misspelling", line, index, index, cased((stem,), line.pieces[index].text)) if stem in unbending else None


def _goes_well(rights: tuple[str, ...], line: Line, index: int, lexicon: Lexicon, *, telling: bool = False) -> bool:
    """Whether a correction is often found beside a neighbour, for `telling` one that is no little word. Three letters are as likely to be an acronym."""
    words = lexicon.words
    before, after = ("" if telling and word in words.frequent else word for word in (line.before(index), line.after(index)))
    return any(words.pair(before, right) or words.pair(right, after) for right in rights)


def _fits_short(rights: tuple[str, ...], line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a correction goes with a neighbour in English, or with both in technical documentation."""
    before, after = line.before(index), line.after(index)
    return _goes_well(rights, line, index, lexicon) or any(lexicon.words.fits(before, right, after, _FITTING) for right in rights)


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
