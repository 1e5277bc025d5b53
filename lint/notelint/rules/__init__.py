"""The rules: one module each. A module with an ID is a rule; nothing else lists them."""

import pkgutil
from importlib import import_module
from typing import Any, cast

from notelint.rules.option import Option
from notelint.rules.protocol import CorpusRule, NoteRule, Rule, RunRule, Scope


def _modules() -> tuple[Any, ...]:
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return tuple(module for module in modules if hasattr(module, "ID"))


_MODULES = _modules()
RULES: tuple[Rule, ...] = _MODULES
"""In the order of their names. A test compares the signatures with those of the protocols."""

RULES_BY_ID: dict[str, Rule] = {rule.ID: rule for rule in RULES}
OPTIONS: dict[str, tuple[Option, ...]] = {
    module.ID: tuple(value for value in vars(module).values() if isinstance(value, Option)) for module in _MODULES
}
"""Of each rule, in the order of its module."""
CATEGORIES = tuple(sorted({rule.CATEGORY for rule in RULES}))
NOTE_RULES = tuple(cast(NoteRule, rule) for rule in _MODULES if rule.SCOPE is Scope.NOTE)
CORPUS_RULES = tuple(cast(CorpusRule, rule) for rule in _MODULES if rule.SCOPE is Scope.CORPUS)
RUN_RULES = tuple(cast(RunRule, rule) for rule in _MODULES if rule.SCOPE is Scope.RUN)

__all__ = ["CATEGORIES", "CORPUS_RULES", "NOTE_RULES", "OPTIONS", "RULES", "RULES_BY_ID", "RUN_RULES", "Scope"]
