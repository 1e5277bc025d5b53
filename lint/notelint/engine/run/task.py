"""What is to be done with many notes, in whichever process."""

from collections.abc import Callable

import msgspec

from notelint.config import Config

Item = tuple[str, int]
"""Path and size of a note."""
Load = Callable[[str], bytes]
"""Reads the note at a path: only when its turn comes, so that a run holds few texts at a time."""


class Task(msgspec.Struct, frozen=True):
    """What all notes are analysed with, in whichever process; `outlined` if their outlines are wanted."""

    config: Config
    outlined: bool = True
