"""a and an: by the sound that the next word begins with, letters of acronyms included."""

from notelint.language import load_language
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line, Piece, Sort

_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an ML model, an S3 bucket."""
_VOWELS = frozenset("aeiouy")
_WORDLIKE = lazy_pattern(r"[AEIOUY]")
_SPELT_OUT = lazy_pattern(r"n[b-df-hj-np-tv-xz]|x[b-df-hj-np-tv-z]|m[b-df-hj-mp-tv-xz]")
"""Beginnings of words that are said letter by letter, at least at first: Nginx, Nth, Xref."""
_ATTESTED = 1
"""How often (log2) documentation must have the right article before the word, if the wrong one can go without asking."""


def wrong_article(line: Line, index: int, lexicon: Lexicon) -> LineSlip | None:
    """`a` or `an` at a piece, where the other belongs; None for the many that are debatable."""
    article = line.pieces[index]
    if index + 1 >= len(line.pieces):
        return None
    following = line.pieces[index + 1]
    if following.start - article.end != 1 or following.sort is not Sort.WORD or len(following.text) < 2:
        return None
    if (
        line.is_hyphened(index)
        or following.lower in lexicon.words.listed("no-noun")
        or (article.text[0] == "A" and not _is_article(line, index, following))
    ):
        return None
    if following.text.islower() and (_VOWELS.isdisjoint(following.lower) or _is_verb(following.lower, lexicon)):
        return None  # nth and such are read letter by letter; before a verb, "a" is a variable, or something else is wrong
    sound = _starts_with_vowel(following, lexicon)
    if sound is None or sound == (article.lower == "an"):
        return None
    before = line.before(index)
    if not sound and before and before not in load_language().function_words:
        return LineSlip(
            "confused-word", line, index, index, load_language().spelling.meant_for_an, about=following.text
        )  # "created an run"
    right = "an" if sound else "a"
    sure = (
        following.text.islower()
        and article.text != "A"  # which may be a letter that is to be learnt
        and lexicon.words.follows(right, following.lower, _ATTESTED)  # in "does a exist", something else is wrong
    )
    return LineSlip("confused-word", line, index, index, cased((right,), article.text), sure=sure, about=following.text)


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    return not lexicon.words.forms(word).keys().isdisjoint(("base", "third"))


def _is_article(line: Line, index: int, following: Piece) -> bool:
    """A capital A may be a letter that counts or names: only before a common word at the start of a sentence is it an article."""
    return (
        following.text.islower()
        and (index == 0 or line.pieces[index - 1].text[-1:] in ".!?:")
        and (len(line.pieces[index].text) > 1 or len(line.pieces) > index + 3)
    )


def _starts_with_vowel(piece: Piece, lexicon: Lexicon) -> bool | None:
    text = piece.text
    bare = text.removesuffix("s")
    if len(bare) > 1 and bare.isupper() and not (len(text) > 3 and lexicon.is_english(piece.lower)):
        return _acronym(bare)
    if not (text.islower() or text.isupper() or text[1:].islower()) or not (
        lexicon.is_english(piece.lower) or (text[0].isupper() and lexicon.knows(piece.lower, capital=True))
    ):
        return None
    word = piece.lower
    if _SPELT_OUT.match(word):
        return None
    words = load_language().spelling
    as_consonant = word.startswith(words.consonant_sounds) and not word.startswith(words.vowel_sounds)
    if word[0] in "aeio" and not as_consonant:
        return True
    if word[0] in "eu" and as_consonant:
        return False
    if word.startswith(words.silent_h):
        return True
    return None if word.startswith(words.either_sound) or word[0] in "aeiou" else False


def _acronym(text: str) -> bool | None:
    """Some acronyms are read as words (LAN, NAT, RAM): those that begin with a consonant and hold a vowel are left alone where that matters.

    So are those of one letter, which may be said in another way: AAA is "triple A".
    """
    first = text[0]
    if len(text) > 2 and len(set(text)) == 1:
        return None
    if first in "BCDGJKPQTVWYZ":
        return False
    if first in "AEIO":
        return True
    if first == "U":
        return False
    if _WORDLIKE.search(text[1:]) or text.lower() in load_language().spelling.spoken_acronyms or len(text) > 5:
        return None
    return True
