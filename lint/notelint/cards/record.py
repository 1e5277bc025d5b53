"""What somebody has answered so far, in a file in the user's folder for the state of programs."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from notelint.cards.card import Card
from notelint.source.write import write_all


class Record:
    """Key of a card -> how often it was answered rightly and wrongly."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answers: dict[str, tuple[int, int]] = {}
        try:
            known = json.loads(path.read_text(encoding="utf-8"))
            self._answers = {str(key): (int(right), int(wrong)) for key, (right, wrong) in known.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            pass  # none yet, or damaged: start again

    def add(self, card: Card, *, right: bool) -> None:
        """Note an answer down."""
        rights, wrongs = self._answers.get(card.key, (0, 0))
        self._answers[card.key] = (rights + right, wrongs + (not right))

    def save(self) -> None:
        """Write the file, whole or not at all; raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_all({str(self._path): json.dumps(self._answers).encode()})

    def weakest_first(self, cards: Iterable[Card]) -> list[Card]:
        """Cards of the weakest domain first, and in it those that are known least."""
        every = list(cards)
        domains: dict[str, list[float]] = {}
        for card in every:
            domains.setdefault(_domain(card), []).append(self.strength(card))
        means = {domain: sum(strengths) / len(strengths) for domain, strengths in domains.items()}
        return sorted(every, key=lambda card: (means[_domain(card)], self.strength(card), card.key))

    def strength(self, card: Card) -> float:
        """How well a card is known, from 0 to 1; 0.5 for one that was never asked."""
        right, wrong = self._answers.get(card.key, (0, 0))
        return (right + 1) / (right + wrong + 2)


def _domain(card: Card) -> str:
    return next((tag for tag in card.tags if "::domain-" in tag), "")


def record_path() -> Path:
    """$XDG_STATE_HOME/notelint/quiz.json, or where this system keeps the state of programs."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "notelint" / "quiz.json"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "notelint" / "quiz.json"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "notelint" / "quiz.json"
