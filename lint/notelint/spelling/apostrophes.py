"""Apostrophes where a plural or a possessive is meant: KPI's, the node's are, QuickSights, It´s."""

from collections.abc import Iterator

from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import LineSlip
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Sort

ACUTE = "´"
_WITH_ACUTE = lazy_pattern(r"[A-Za-z]+´[a-z]{1,2}")
_OWNED = lazy_pattern(r"(v?[A-Z]{2,5}|V[A-Z][a-z]+)['’]s")


def acute_accents(line: Line) -> Iterator[LineSlip]:
    """An acute accent for an apostrophe: It´s."""
    for index, piece in enumerate(line.pieces):
        right = piece.text.replace(ACUTE, "'")
        if piece.sort is Sort.OPAQUE and _WITH_ACUTE.fullmatch(piece.text):
            yield LineSlip("missing-apostrophe", line, index, index, (right,), sure=True)


def noun_plurals(line: Line, owners: set[str], lexicon: Lexicon) -> Iterator[LineSlip]:
    """A noun with an apostrophe before a verb of the plural or before "of": the node's are up, cache's of other nodes."""
    for index, word in enumerate(line.lowers):
        if word in owners and line.after(index) in lexicon.words.listed("after-plurals") and line.pieces[index].text.islower():
            yield LineSlip("missing-apostrophe", line, index, index, (word.removesuffix("'s") + "s",), about="plural")


def plural_owners(words: set[str], lexicon: Lexicon) -> set[str]:
    """Words in 's of a note that are nouns with a regular plural, and no contractions such as "it's" and "there's"."""
    found = set()
    for word in words:
        noun = word.removesuffix("'s")
        if (
            noun != word
            and len(noun) > 3
            and lexicon.is_english(noun)
            and lexicon.is_english(noun + "s")
            and noun not in lexicon.words.listed("contracted")
        ):
            found.add(word)
    return found


def owning_plural(line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """An acronym with an apostrophe before its plural s: nothing follows that it could own, or a number stands before it."""
    match = _OWNED.fullmatch(line.pieces[index].text)
    if not match:
        return None
    is_plural = line.before(index) in lexicon.words.listed("counting") or line.after(index) in lexicon.words.listed("after-plurals")
    if not is_plural and (match[1] in lexicon.products or not _owns_nothing(line, index, lexicon)):
        return None
    return LineSlip("missing-apostrophe", line, index, index, (match[1] + "s",), about="plural")


def _owns_nothing(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether the statement ends after the piece, or goes on with a word or mark that begins no name?"""
    after = line.pieces[index + 1] if index + 1 < len(line.pieces) else None
    if after is None or after.lower in lexicon.words.listed("owns-nothing"):
        return True
    return after.sort is Sort.MARK and after.text[0] in ".,;:()"


def plural_product(line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """A product that owns what follows, without the apostrophe."""
    text = line.pieces[index].text
    name = text.removesuffix("s")
    if (
        name == text
        or name not in lexicon.products
        or not any(letter.islower() for letter in name)
        or not any(letter.isupper() for letter in name[1:])
    ):
        return None
    after = line.pieces[index + 1] if index + 1 < len(line.pieces) else None
    if (
        text in lexicon.products
        or after is None
        or after.sort is not Sort.WORD
        or after.lower in lexicon.words.listed("owns-nothing")
        or after.lower.endswith("s")
    ):
        return None
    return LineSlip("missing-apostrophe", line, index, index, (name + "'s",))
