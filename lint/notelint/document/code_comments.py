"""Comments in code blocks: prose by their author, between lines that are none."""

import re
from collections.abc import Iterator

from notelint.document.document import Document
from notelint.document.node import Node
from notelint.document.text import Style, Text, TextRun
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


def comment_texts(document: Document) -> Iterator[Text]:
    """What the comments of all code blocks say."""
    for block in document.code_blocks:
        yield from block_comments(block, document)


def block_comments(block: Node, document: Document) -> Iterator[Text]:
    """What the comments of one code block say."""
    marker = _MARKER_OF.get((block.attributes.get("info") or "").split(" ")[0].strip("{}.").lower())
    span = block.attributes.get("content")
    if marker is None or span is None:
        return
    for match in marker.finditer(document.source.text, span[0], span[1]):
        plain = match[1]
        run = TextRun(0, len(plain), match.start(1), len(plain), Style.PROSE)
        yield Text(plain, (run,))
