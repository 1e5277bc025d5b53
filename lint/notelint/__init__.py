"""notelint: a linter for what study notes say."""

__version__ = "0.1.0"
