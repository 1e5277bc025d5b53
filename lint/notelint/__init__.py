"""notelint: a linter for what study notes say.

`notelint.check(paths)`, `notelint.facts(paths)` and `notelint.exam_coverage(paths, exam=...)` do what the commands check, facts and coverage do, and
return objects; `notelint.api` says what they take. They are imported when they are first used, so that start-up stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notelint.api import check as check
    from notelint.api import exam_coverage as exam_coverage
    from notelint.api import facts as facts

__version__ = "0.1.0"
_API = frozenset({"check", "exam_coverage", "facts"})


def __getattr__(name: str) -> Any:
    if name in _API:
        return getattr(import_module("notelint.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
