"""Where a value was read, in a form that a program can read again."""

import re
from dataclasses import dataclass

_BOTOCORE = r"botocore:\d+(?:\.\d+){1,3}/[a-z0-9-]+/\d{4}-\d{2}-\d{2}(?:#[A-Za-z0-9_.]+)?"
_GITHUB = r"github:[A-Za-z0-9-]+/[A-Za-z0-9._-]+@[A-Za-z0-9._-]+/[^\s#]+(?:#[^\s#]+)?"
EVIDENCE = rf"^(?:{_BOTOCORE}|{_GITHUB}|https?://\S+)$"
"""What `evidence` must match."""


@dataclass(frozen=True, slots=True)
class BotocoreEvidence:
    """A member, shape or operation of the model of an AWS service: `path` is "CreateFunctionRequest.members.Timeout", or "" for the whole service."""

    release: str
    service: str
    api_version: str
    path: str


@dataclass(frozen=True, slots=True)
class FileEvidence:
    """A text file of a repository on GitHub at a commit or tag; `anchor` is the heading below which it was read, or ""."""

    repository: str
    commit: str
    path: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """A web page: no program reads it again."""

    url: str


Evidence = BotocoreEvidence | FileEvidence | PageEvidence


def parse_evidence(text: str) -> Evidence:
    """Read a text that matches EVIDENCE."""
    if text.startswith("botocore:"):
        where, _, path = text.removeprefix("botocore:").partition("#")
        release, service, api_version = where.split("/")
        return BotocoreEvidence(release, service, api_version, path)
    if match := re.fullmatch(r"github:(?P<repository>[^/]+/[^@]+)@(?P<commit>[^/]+)/(?P<path>[^#]+)(?:#(?P<anchor>.+))?", text):
        return FileEvidence(match["repository"], match["commit"], match["path"], match["anchor"] or "")
    return PageEvidence(text)
