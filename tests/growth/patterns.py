"""Finds the regular expressions of the package: all that its modules hold, and all that are compiled while notes are checked.

Run as a program it prints them as JSON, so that a test sees an interpreter in which nothing was compiled before.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = ROOT / "lint" / "notelint"
_USED_OF_MISTUNE = ("mistune.core", "mistune.helpers", "mistune.util", "mistune._inline")
"""The others are replaced by patterns of notelint."""
_METHODS = frozenset({"findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"})


class Found(NamedTuple):
    """A pattern, the module and the name or function that holds it, and how it is used ("search" where that is not known)."""

    pattern: str
    flags: int
    where: str
    methods: tuple[str, ...]


def _record(found: dict[tuple[str, int], str]) -> None:
    """Take note of every pattern that is compiled from here on by notelint, or by mistune for it."""
    original = re._compile  # type: ignore[attr-defined]

    def compiling(pattern: Any, flags: Any) -> Any:
        compiled = original(pattern, flags)
        frame = sys._getframe(1)
        method = ""
        while frame.f_back is not None and frame.f_globals.get("__name__") in ("re", "notelint.source.lazy_pattern", __name__):
            method = frame.f_locals.get("name", "") if frame.f_code.co_name == "__getattr__" else ""
            frame = frame.f_back
        module = frame.f_globals.get("__name__", "")
        if module.startswith(("notelint.", *_USED_OF_MISTUNE)) and isinstance(compiled.pattern, str):
            found.setdefault((compiled.pattern, compiled.flags), f"{module}:{frame.f_code.co_name}:{method}")
        return compiled

    re._compile = compiling  # type: ignore[attr-defined]


def _check_notes() -> None:
    """Check the notes of all rule cases with all packs."""
    from notelint.config import Config, Options
    from notelint.engine.run.analyse import analyse_bytes
    from notelint.reference import load_reference

    reference = load_reference(Config(Options(), ROOT / "tests"))
    for path in sorted((ROOT / "tests" / "rules").glob("*.md")):
        analyse_bytes(str(path), path.read_bytes(), reference)


def _held(found: dict[tuple[str, int], str]) -> None:
    """The patterns that modules hold under a name; the lazy ones are compiled for it."""
    for module in list(sys.modules.values()):
        name = getattr(module, "__name__", "")
        if not name.startswith("notelint."):
            continue
        for key, value in list(vars(module).items()):
            for one in value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else (value,):
                if isinstance(one, re.Pattern) or type(one).__name__ == "_LazyPattern":
                    compiled = re.compile(one.pattern, one.flags)
                    if isinstance(compiled.pattern, str):
                        found[compiled.pattern, compiled.flags] = f"{name}:{key}"


def _literals(found: dict[tuple[str, int], str]) -> None:
    """The patterns that stand in calls such as re.sub(r"...")."""
    for path in _PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not isinstance(node.func.value, ast.Name):
                continue
            text = node.args[0] if node.args else None
            if node.func.value.id == "re" and isinstance(text, ast.Constant) and isinstance(text.value, str) and node.func.attr != "escape":
                found.setdefault((text.value, re.compile(text.value).flags), f"{path.relative_to(_PACKAGE)}:re.{node.func.attr}")


def _uses() -> dict[tuple[str, str], set[str]]:
    """Module and name of a pattern, or of a function that makes one -> the methods that are called on it anywhere in the package."""
    uses: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in _PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        here = ".".join(("notelint", *path.relative_to(_PACKAGE).with_suffix("").parts))
        home = {
            name.asname or name.name: (node.module or "", name.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for name in node.names
        }
        for name, method in _calls(tree):
            uses[home.get(name, (here, name))].add(method)
    return uses


def _calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Names with the methods that are called on them; "search" for one that is handed on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _METHODS:
            for owner in (node.value.body, node.value.orelse) if isinstance(node.value, ast.IfExp) else (node.value,):
                yield _name(owner), node.attr
        elif isinstance(node, ast.Call | ast.Return | ast.Dict | ast.Tuple):
            inside = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
            yield from ((one.id, "search") for one in inside if isinstance(one, ast.Name))


def _name(owner: ast.expr) -> str:
    owner = owner.func if isinstance(owner, ast.Call) else owner.value if isinstance(owner, ast.Subscript) else owner
    return owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""


def find_patterns() -> list[Found]:
    """All of them, in an interpreter that has not imported the package yet."""
    found: dict[tuple[str, int], str] = {}
    _record(found)
    notelint = importlib.import_module("notelint")
    for module in pkgutil.walk_packages(notelint.__path__, "notelint."):
        if module.name != "notelint.__main__":
            importlib.import_module(module.name)
    _held(found)
    _check_notes()
    _literals(found)
    uses = _uses()
    return sorted(
        Found(pattern, flags, where, tuple(sorted(_methods(where, uses)))) for (pattern, flags), where in found.items() if pattern
    )


def _methods(where: str, uses: dict[tuple[str, str], set[str]]) -> set[str]:
    module, name, method = (*where.split(":"), "")[:3]
    if method:
        return {method}
    if name.startswith("re.") and name[3:] in _METHODS:
        return {name[3:]}
    if where.startswith("mistune.") or name == "compile_sc":
        return {"match"}
    return uses.get((module, name)) or {"search"}


if __name__ == "__main__":
    json.dump([list(one) for one in find_patterns()], sys.stdout)
