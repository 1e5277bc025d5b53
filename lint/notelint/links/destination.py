"""What a link's destination says, before anybody looks whether it is there."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from notelint.source.lazy_pattern import lazy_pattern

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_TEMPLATE = lazy_pattern(r"\{\{|\{%|\$\{|<%|%[A-Z_]{3,}%|^[{$%@]|[<{]\w[\w .-]*[}>]")
_OWN_COMPUTER = lazy_pattern(r"file:|[A-Za-z]:[\\/]|\\\\\w", re.I)
_HIDDEN_SCHEME = lazy_pattern(r"[a-z]{2,6}://|^https?/+[\w.-]+\.\w|^https?[;.]//", re.I)
_EMAIL = lazy_pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\Z")
_HOST = lazy_pattern(
    r"(?:www\.[\w-]+\.\w+|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|dev|ai|app|co|uk|de|fr|eu)(?=[/:?#]|\Z)|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\w)",
    re.I,
)
_EXTENSION = lazy_pattern(r"[^/.]\.[A-Za-z][A-Za-z0-9]{0,9}\Z")
_PAGE = lazy_pattern(r"\.(?:html?|php|aspx?)\Z", re.I)


class Destination(NamedTuple):
    """A destination in the repository: `path` decoded and without query ("" for the note itself), `fragment` decoded (None without "#")."""

    path: str
    fragment: str | None = None

    @property
    def is_page(self) -> bool:
        """Could a site generator make it: `guide/`, `guide`, `guide.html`?"""
        return self.path.endswith("/") or not _EXTENSION.search(self.path) or _PAGE.search(self.path) is not None


def is_elsewhere(destination: str) -> bool:
    """True for other servers, and for what a template will fill in."""
    if _OWN_COMPUTER.match(destination):
        return False
    return _SCHEME.match(destination) is not None or _TEMPLATE.search(destination) is not None


def on_own_computer(destination: str) -> bool:
    """True for a path on the disk of the author: `file:///...`, `C:\\...`."""
    return _OWN_COMPUTER.match(destination) is not None


def intended_address(destination: str) -> str:
    """The web or mail address that a destination without a proper scheme was meant to be; empty if it is none."""
    bare = destination.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
    hidden = _HIDDEN_SCHEME.search(bare)
    if hidden:
        rest = re.sub(r"^[a-z]+[:;.]?/+", "", destination[hidden.start() :], flags=re.I)
        return _balanced("https://" + rest)
    if _EMAIL.match(bare):
        return f"mailto:{destination}"
    return f"https://{destination}" if _HOST.match(bare) else ""


def _balanced(address: str) -> str:
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1]
    return address


def split(destination: str) -> Destination:
    """Path and fragment of a destination that is not elsewhere."""
    path, sign, fragment = destination.partition("#")
    return Destination(_decode(path.partition("?")[0]), _decode(fragment) if sign else None)


def _decode(text: str) -> str:
    return unquote(text, errors="replace") if "%" in text else text
