"""Misspellings in comments of code blocks."""

from collections.abc import Iterator

import msgspec

from notelint.document import Document, Node, Statement, Text
from notelint.document.code_comments import block_comments
from notelint.source.lazy_pattern import lazy_pattern
from notelint.spelling.found import LineSlip, cased
from notelint.spelling.lexicon import Lexicon, WordVerdict
from notelint.spelling.prose import Line
from notelint.spelling.unknown import is_foreign

_WORD = lazy_pattern(r"[A-Za-z]+")
_LEAST_WORDS = 3


class CodeComment(msgspec.Struct, eq=False):
    """What a Line needs of a statement."""

    text: Text
    kind: str = "comment"

    def ancestors(self) -> Iterator[Statement]:
        """Nothing stands above a comment."""
        yield from ()


def comment_slips(document: Document, lexicon: Lexicon) -> Iterator[LineSlip]:
    """Known misspellings in comments; what is only unlikely may be a name there."""
    for block in document.code_blocks:
        lines = list(_comments(block, document))
        names = _names(block, document, lines) if lines else frozenset()
        for line in lines:
            strange = [
                i
                for i, word in enumerate(line.lowers)
                if len(word) > 3 and lexicon.verdicts[word] == WordVerdict.STRANGE and word not in names
            ]
            if strange and len(line.lowers) - line.lowers.count("") >= _LEAST_WORDS and not is_foreign(line, lexicon):
                yield from _known(line, strange, lexicon)


def _known(line: Line, strange: list[int], lexicon: Lexicon) -> Iterator[LineSlip]:
    for index in strange:
        piece = line.pieces[index]
        rights = lexicon.words.corrections(piece.lower)
        if rights and not piece.weak and (piece.text.islower() or piece.text[1:].islower()):
            yield LineSlip("misspelling", line, index, index, cased(rights, piece.text))


def _names(block: Node, document: Document, lines: list[Line]) -> frozenset[str]:
    """Words of the code itself: a comment may speak of a variable."""
    first, last = block.attributes["content"]
    code = document.source.text[first:last]
    for line in lines:
        code = code.replace(line.text, "")
    return frozenset(word.lower() for word in _WORD.findall(code))


def _comments(block: Node, document: Document) -> Iterator[Line]:
    for text in block_comments(block, document):
        yield Line(CodeComment(text))
