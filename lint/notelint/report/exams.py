"""The exams that the packs of a run know."""

from collections.abc import Sequence
from typing import Any

from notelint.reference import Blueprint
from notelint.report.printable import dump
from notelint.report.style import Palette

FORMATS = ("table", "json")


def exams_table(blueprints: Sequence[Blueprint], palette: Palette) -> str:
    """One line an exam, then its domains with their weights."""
    lines = []
    for blueprint in blueprints:
        version = f", version {blueprint.version}" if blueprint.version else ""
        status = palette.paint("good" if blueprint.status == "active" else "warning", blueprint.status)
        lines.append(f"{palette.paint('bold', blueprint.id)}  {blueprint.title}")
        lines.append(f"  {blueprint.vendor}{version}, {status}, values as of {blueprint.as_of}")
        lines += [f"  {domain.weight:4.0%}  {domain.id} {domain.title} ({_size(domain.tasks)})" for domain in blueprint.domains]
        lines.append("")
    return "\n".join(lines).rstrip("\n")


def _size(tasks: Sequence[Any]) -> str:
    objectives = sum(len(task.objectives) for task in tasks)
    return f"{len(tasks)} task{'s' * (len(tasks) != 1)}, {objectives} objective{'s' * (objectives != 1)}"


def exams_json(blueprints: Sequence[Blueprint]) -> str:
    """{"version": 1, "exams": [...]}"""
    return dump({"version": 1, "exams": [_exam(blueprint) for blueprint in blueprints]})


def _exam(blueprint: Blueprint) -> dict[str, Any]:
    return {
        "id": blueprint.id,
        "title": blueprint.title,
        "vendor": blueprint.vendor,
        "version": blueprint.version or None,
        "status": blueprint.status,
        "as_of": blueprint.as_of.isoformat(),
        "sources": list(blueprint.sources),
        "domains": [
            {
                "id": domain.id,
                "title": domain.title,
                "weight": round(domain.weight, 4),
                "tasks": [
                    {"id": task.id, "title": task.title, "objectives": [one.title for one in task.objectives]} for task in domain.tasks
                ],
            }
            for domain in blueprint.domains
        ],
    }
