"""The texts that evidence names, opened from what there is on this machine: no network."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from notelint.curation.botocore import Botocore, plain
from notelint.curation.trees import GitTree, copy_of, is_repository, tree_of
from notelint.packs.evidence import BotocoreEvidence, FileEvidence, parse_evidence

_ESCAPE = re.compile(r"\\([^A-Za-z0-9\s])")
_HEADING = re.compile(r"^#{1,6}[ \t]++(?P<title>.*+)$", re.MULTILINE)


class Unreadable(Exception):  # noqa: N818 - a reason, not an error
    """Why a text cannot be opened; the text is for the user."""


@dataclass(frozen=True)
class Library:
    """`botocore` is a release, `docs` a folder with copies of documentation repositories; with `newest`, pinned commits and releases are ignored."""

    botocore: Botocore | None = None
    docs: Path | None = None
    newest: bool = False

    def text(self, evidence: str) -> str:
        """What the evidence names, as plain text; raises Unreadable."""
        parsed = parse_evidence(evidence)
        if isinstance(parsed, BotocoreEvidence):
            return self._member(parsed)
        if isinstance(parsed, FileEvidence):
            return self._file(parsed)
        raise Unreadable("a web page")

    def place(self, evidence: str) -> str:
        """What was looked at, for messages: "lambda CreateFunctionRequest.Timeout of botocore 1.44.8"."""
        parsed = parse_evidence(evidence)
        if isinstance(parsed, BotocoreEvidence):
            release = self.botocore.release if self.botocore and self.newest else parsed.release
            return f"{parsed.service} {parsed.path.replace('.members', '')} of botocore {release}".replace("  ", " ")
        if isinstance(parsed, FileEvidence):
            return f"{parsed.path} of {parsed.repository}"
        return parsed.url

    def _member(self, evidence: BotocoreEvidence) -> str:
        if self.botocore is None:
            raise Unreadable("botocore is not installed")
        botocore = self.botocore if self.newest or evidence.release == self.botocore.release else self._pinned(evidence.release)
        text = botocore.passage(evidence.service, evidence.api_version, evidence.path)
        if text is None:
            raise Unreadable(f"there is no {evidence.service} {evidence.path} in botocore {botocore.release}")
        return text

    def _pinned(self, release: str) -> Botocore:
        copy = copy_of("boto/botocore", self.docs) if self.docs else None
        if copy is None or not is_repository(copy):
            raise Unreadable(f"botocore {release} is not at hand")
        return Botocore(GitTree(copy, release), "botocore/", release)

    def _file(self, evidence: FileEvidence) -> str:
        copy = copy_of(evidence.repository, self.docs) if self.docs else None
        if copy is None:
            raise Unreadable(f"no copy of {evidence.repository} is at hand")
        return _file_text(copy, "HEAD" if self.newest else evidence.commit, evidence.path, evidence.anchor)


@cache
def _file_text(copy: Path, commit: str, path: str, anchor: str) -> str:
    data = tree_of(copy, commit).read(path)
    if data is None:
        raise Unreadable(f"{copy} has no {path} at {commit}")
    text = data.decode(errors="replace")
    return plain_text(_below(text, anchor) if anchor else text)


def plain_text(text: str) -> str:
    """Markdown or HTML without tags and escapes."""
    return _ESCAPE.sub(r"\1", plain(text))


def _below(text: str, anchor: str) -> str:
    """The text from the heading with this anchor to the next one; all of it where there is none."""
    headings = list(_HEADING.finditer(text))
    for index, heading in enumerate(headings):
        if re.sub(r"[^\w-]", "", heading["title"].rstrip("# \t").lower().replace(" ", "-")) == anchor:
            end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
            return text[heading.start() : end]
    return text
