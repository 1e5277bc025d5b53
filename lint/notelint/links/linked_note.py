"""What links need to know of a note."""

from typing import Protocol

from notelint.links.heading import Heading
from notelint.links.link import Link


class LinkedNote(Protocol):
    """The part of the facts of a note that says where its links lead, and what links can reach in it."""

    @property
    def path(self) -> str:
        """As the run names the note."""

    @property
    def links(self) -> tuple[Link, ...]:
        """In document order."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """What a fragment can name; block ids begin with "^"."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """In document order."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names that the note gives itself."""

    @property
    def published(self) -> bool:
        """Whether a site generator makes a page of the note."""
