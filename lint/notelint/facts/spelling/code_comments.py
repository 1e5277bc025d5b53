"""Comments in code blocks: prose by their author, between lines that are none."""

import re
from collections.abc import Iterator

import msgspec

from notelint.document import Document, Node, Run, Statement, Style, Text
from notelint.facts.spelling.found import Found, cased
from notelint.facts.spelling.lexicon import Lexicon, Verdict
from notelint.facts.spelling.misspellings import is_foreign
from notelint.facts.spelling.prose import Line
from notelint.source.lazy_pattern import lazy_pattern

_HASH = lazy_pattern(r"(?:^|\s)#+ +(\S.*)$", re.MULTILINE)
_SLASHES = lazy_pattern(r"(?:^|\s)//+ *(\S.*)$", re.MULTILINE)
_DASHES = lazy_pattern(r"(?:^|\s)-- +(\S.*)$", re.MULTILINE)
_MARKERS = {
    _HASH: [
        "python",
        "py",
        "python3",
        "ipython",
        "bash",
        "sh",
        "shell",
        "zsh",
        "console",
        "yaml",
        "yml",
        "toml",
        "r",
        "ruby",
        "perl",
        "dockerfile",
        "makefile",
        "terraform",
        "hcl",
        "powershell",
        "ps1",
        "elixir",
        "julia",
    ],
    _SLASHES: [
        "javascript",
        "js",
        "jsx",
        "typescript",
        "ts",
        "tsx",
        "java",
        "kotlin",
        "scala",
        "go",
        "golang",
        "rust",
        "rs",
        "c",
        "cpp",
        "c++",
        "csharp",
        "cs",
        "c#",
        "swift",
        "dart",
        "php",
        "groovy",
    ],
    _DASHES: ["sql", "mysql", "postgresql", "psql", "lua", "haskell"],
}
_MARKER_OF = {language: marker for marker, languages in _MARKERS.items() for language in languages}
_WORD = lazy_pattern(r"[A-Za-z]+")
_LEAST_WORDS = 3


class Comment(msgspec.Struct, eq=False):
    """What a Line needs of a statement."""

    text: Text
    kind: str = "comment"

    def ancestors(self) -> Iterator[Statement]:
        """Nothing stands above a comment."""
        yield from ()


def comment_slips(document: Document, lexicon: Lexicon) -> Iterator[Found]:
    """Known misspellings in comments; what is only unlikely may be a name there."""
    for block in document.code_blocks:
        lines = list(_comments(block, document))
        names = _names(block, document, lines) if lines else frozenset()
        for line in lines:
            strange = [
                i for i, word in enumerate(line.lowers) if len(word) > 3 and lexicon.verdicts[word] == Verdict.STRANGE and word not in names
            ]
            if strange and len(line.lowers) - line.lowers.count("") >= _LEAST_WORDS and not is_foreign(line, lexicon):
                yield from _known(line, strange, lexicon)


def _known(line: Line, strange: list[int], lexicon: Lexicon) -> Iterator[Found]:
    for index in strange:
        piece = line.pieces[index]
        rights = lexicon.words.corrections(piece.lower)
        if rights and not piece.weak and (piece.text.islower() or piece.text[1:].islower()):
            yield Found("misspelling", line, index, index, cased(rights, piece.text))


def _names(block: Node, document: Document, lines: list[Line]) -> frozenset[str]:
    """Words of the code itself: a comment may speak of a variable."""
    first, last = block.attributes["content"]
    code = document.source.text[first:last]
    for line in lines:
        code = code.replace(line.text, "")
    return frozenset(word.lower() for word in _WORD.findall(code))


def comment_texts(document: Document) -> Iterator[Text]:
    """What the comments of all code blocks say."""
    for block in document.code_blocks:
        yield from _texts(block, document)


def _comments(block: Node, document: Document) -> Iterator[Line]:
    for text in _texts(block, document):
        yield Line(Comment(text))


def _texts(block: Node, document: Document) -> Iterator[Text]:
    marker = _MARKER_OF.get((block.attributes.get("info") or "").split(" ")[0].strip("{}.").lower())
    span = block.attributes.get("content")
    if marker is None or span is None:
        return
    for match in marker.finditer(document.source.text, span[0], span[1]):
        plain = match[1]
        run = Run(0, len(plain), match.start(1), len(plain), Style.PROSE)
        yield Text(plain, (run,))
