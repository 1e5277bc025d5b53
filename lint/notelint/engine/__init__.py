"""Runs the stages over a Corpus."""

from notelint.engine.analyse import NoteResult, analyse, analyse_bytes
from notelint.engine.files import Collected, collect
from notelint.engine.run import Run, check, read_notes

__all__ = ["Collected", "NoteResult", "Run", "analyse", "analyse_bytes", "check", "collect", "read_notes"]
