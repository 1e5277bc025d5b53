"""Good reasons for a word that no list holds: it is foreign, a term in italics, two words that lost their hyphen, or made by the rules of English."""

from notelint.document import Style
from notelint.language import load_language
from notelint.spelling.lexicon import Lexicon, WordVerdict
from notelint.spelling.prose import Line, Sort
from notelint.spelling.suggest import Guess
from notelint.spelling.unknown import Unknown

_MOST_WORDS_OF_A_TERM = 4
_LIKELY_SLIP = 0.5
_SHORTEST_WITH_LETTER = 4
_LETTERS_OF_NAMES = frozenset("bcdfgjkmpqvwxz")
"""Letters that names of programs and variables have after a word, and that are hardly ever a slip there: networkd, mailq, deltax."""
_AXES = frozenset("xyz")
_UNLIKELY_SLIP = 1.2
_LONGEST_PREFIX = 3
_SHORTEST_STEM = 4
_COMMON = 7.5
"""How often (log10 in 10^12 words) a word is met that names of code are made of."""
_ON_AXIS = 6.5
"""The same for names of what lies on an axis."""


def is_foreign_phrase(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a little word of another language stands beside it: torsades de pointes."""
    beside = lexicon.foreign_beside
    return any(
        0 <= other < len(line.pieces) and line.lowers[other] in beside and not line.pieces[other].text.isupper()
        for other in (index - 1, index + 1)
    )


def is_italic_term(line: Line, index: int, unknown: Unknown) -> bool:
    """Whether it is in italics, in a span of few words of which another one is rare as well, or in notes where such names are common."""
    text = line.statement.text
    start = line.pieces[index].start
    if not text.style_at(start) & Style.EMPH:
        return False
    run = text.run_at(start)
    words = [piece.lower for piece in line.pieces if piece.sort is Sort.WORD and run.start <= piece.start < run.end]
    if len(words) > _MOST_WORDS_OF_A_TERM:
        return False
    return unknown.specialist or any(unknown.lexicon.verdicts[word] != WordVerdict.RIGHT for word in words if word != line.lowers[index])


def is_joined(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a prefix or word with "and" or "or": what is left of "hyper- and" or "para- or" in text that was copied."""
    stems = (word.removesuffix(little) for little in load_language().spelling.joining if word.endswith(little))
    return any(len(stem) > 3 and (stem in lexicon.words.listed("prefixes") or bool(lexicon.words.known(stem))) for stem in stems)


def is_defined(word: str, unknown: Unknown) -> bool:
    """Whether the word stands alone in brackets somewhere in the note: the open file table (swoft)."""
    for line, index in unknown.places[word]:
        piece = line.pieces[index]
        if line.text[piece.start - 1 : piece.start] == "(" and line.text[piece.end : piece.end + 1] == ")":
            return True
    return False


def is_other_form(word: str, best: Guess, lexicon: Lexicon) -> bool:
    """Whether it is the guess with a plural s, or with a letter before it or after it, as quantums, kthreads and networkd. A doubled letter is a slip."""
    if word == best.word + "s":
        return True
    if len(word) <= _SHORTEST_WITH_LETTER or best.word in lexicon.words.listed("little"):
        return False
    before = word[1:] == best.word and word[0] != word[1]
    after = word[:-1] in (best.word, best.word.removesuffix("s")) and word[-1] in _LETTERS_OF_NAMES and word[-2:] != "ed"
    return before or (after and word[-1] != word[-2])


def is_regular_formation(word: str, best: Guess, lexicon: Lexicon) -> bool:
    """Whether it is a common word with an ending that any verb or adjective takes, while the guess is no likely slip: depleter, awakeness."""
    if best.cost <= _LIKELY_SLIP:
        return False
    for ending in load_language().spelling.regular_endings:
        stem = word.removesuffix(ending)
        for base in (stem, stem + "e") if stem != word else ():
            if lexicon.is_english(base):
                return True
    return False


def is_name_of_code(word: str, best: Guess, lexicon: Lexicon) -> bool:
    """Whether it is a common word with letters before it or an ending that names of code have, while the guess is no likely slip: yrange, uitable, trackid."""
    on_axis = (word[1:] if word[0] in _AXES else "", word[:-1] if word[-1] in _AXES - {"y"} else "")
    if any(len(rest) >= _SHORTEST_STEM and lexicon.words.count(rest) >= _ON_AXIS for rest in on_axis):
        return True
    endings = lexicon.words.listed("code-endings")
    stems = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
    if any(len(stem) >= _SHORTEST_STEM and lexicon.words.count(stem) >= _COMMON for stem in stems):
        return True
    if best.cost < _UNLIKELY_SLIP:
        return False
    rests = (word[length:] for length in range(1, _LONGEST_PREFIX + 1))
    little = lexicon.words.listed("little")
    return any(len(rest) >= _SHORTEST_STEM and lexicon.words.count(rest) >= _COMMON and rest not in little for rest in rests)
