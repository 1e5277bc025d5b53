"""A change that would fix a finding."""

from enum import StrEnum

import msgspec

from notelint.source import Place


class Applicability(StrEnum):
    """safe: certain to keep the meaning; unsafe: likely, a person should look; display: only shown."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Edit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Put `replacement` in the place of the text at `place` (which may be empty, and may be in another note)."""

    place: Place
    replacement: str


class Fix(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Edits that belong together: all of them are made, or none."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
