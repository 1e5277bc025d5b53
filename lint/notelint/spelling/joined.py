"""Two words written as one: whichis, youwant, aspecific."""

from collections.abc import Iterator

from notelint.spelling.found import LineSlip, cased
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.prose import Line
from notelint.spelling.unknown import Unknown

_COMMON = 6.5
_PAIR = 7.5
_PAIR_WITH_ARTICLE = 8.0
"""How often (log10) the two must be met in a row; more where one of them is a single letter, for other slips look the same."""
_PAIR_WITH_CAPITAL = 7.9
_SHORTEST = 5
_MOST = 2
"""What the note uses more often is a name: mypassword."""


def joined(word: str, line: Line, index: int, unknown: Unknown) -> LineSlip | None:
    """The word as two, of which at least one is a little word that no compound is made with."""
    piece = line.pieces[index]
    if len(word) < _SHORTEST or unknown.counts[word] > _MOST or piece.weak or piece.text[1:] != word[1:] or line.is_hyphened(index):
        return None
    pair, first, second = max(_halves(word, unknown.lexicon), default=(0.0, "", ""))
    if pair < (_PAIR if piece.text.islower() else _PAIR_WITH_CAPITAL):
        return None
    return LineSlip("split-word", line, index, index, cased((f"{first} {second}",), piece.text))


def _halves(word: str, lexicon: Lexicon) -> Iterator[tuple[float, str, str]]:
    words, little = lexicon.words, frozenset(lexicon.words.listed("little"))
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        if second not in little and (first not in little or first in words.listed("first-halves")):
            continue
        if not (_is_common(first, lexicon) and _is_common(second, lexicon)):
            continue
        pair = words.pair(first, second)
        if pair >= (_PAIR_WITH_ARTICLE if min(len(first), len(second)) == 1 else _PAIR):
            yield pair, first, second


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return (len(word) > 1 or word == "a") and lexicon.is_english(word) and lexicon.words.count(word) >= _COMMON
