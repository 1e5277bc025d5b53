"""How loud a diagnostic is."""

from enum import StrEnum


class Severity(StrEnum):
    """error: wrong for certain; warning: a defect that a reader can live with; info: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the loudest."""
        return _ORDER.index(self)


_ORDER = [Severity.ERROR, Severity.WARNING, Severity.INFO]
