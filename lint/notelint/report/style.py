"""Colours of terminal output."""

from dataclasses import dataclass

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "dim": "2", "good": "32", "link": "36"}


@dataclass(frozen=True)
class Palette:
    """Paints text by role, or leaves it as it is."""

    colour: bool

    def paint(self, role: str, text: str) -> str:
        """`text` in the colour of `role`; an empty text stays empty."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.colour and text else text
