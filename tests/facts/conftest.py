"""An invented cloud to read claims about."""

from datetime import date
from pathlib import Path

import pytest
from notelint.claims.claim import Claim
from notelint.claims.claims import ClaimReader
from notelint.config import Config, Options
from notelint.document import parse
from notelint.reference import Reference, load_reference
from notelint.source import Source
from notelint.subjects.mentions import MentionReader
from notelint.subjects.subjects import SubjectReader


class NoteReader:
    """Reads the claims of notes."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self._subjects = SubjectReader(reference, MentionReader(reference))
        self._claims = ClaimReader(reference, self._subjects)

    def claims(self, text: str, path: str = "note.md") -> list[Claim]:
        document = parse(Source(path, text))
        return list(self._claims.read(document, self._subjects.read(document)))


@pytest.fixture(scope="session")
def harbor() -> NoteReader:
    """A reader that knows the general pack and the one beside these tests."""
    return NoteReader(load_reference(Config(Options(as_of=date(2025, 6, 30), packs=("general",)), Path(__file__).parent)))
