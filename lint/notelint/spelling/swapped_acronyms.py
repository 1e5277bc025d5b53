"""Acronyms with two letters swapped, beside the right one: TPC in a note on TCP."""

from notelint.spelling.found import LineSlip
from notelint.spelling.prose import Line
from notelint.spelling.reasons import is_defined
from notelint.spelling.unknown import Unknown

_LENGTHS = range(3, 6)
_MOST = 2


def swapped_acronym(word: str, line: Line, index: int, unknown: Unknown) -> LineSlip | None:
    """The acronym that an unknown one was meant to be, if the note uses it at least as often and does not define the unknown one."""
    piece = line.pieces[index]
    if len(word) not in _LENGTHS or piece.weak or line.is_hyphened(index) or unknown.counts[word] > _MOST or is_defined(word, unknown):
        return None
    for at in range(len(word) - 1):
        right = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if right != word and right.upper() in unknown.lexicon.forms and unknown.counts[right] >= unknown.counts[word]:
            return LineSlip("misspelt-term", line, index, index, (right.upper(),))
    return None
