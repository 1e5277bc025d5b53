"""Exams found by the words that notes use for them."""

import pytest
from notelint.reference import load_reference
from notelint.reference.exams import find_exams

from tests.scratch import Scratch

EXAM = """\
id: {id}
title: {title}
aliases: [{alias}]
vendor: Guild
as-of: 2026-01-31
sources: [{{url: https://example.org}}]
domains: [{{id: "1", title: Leaves, weight: 100, tasks: [{{id: "1.1", title: Steep, objectives: [{{title: Green, phrases: [green]}}]}}]}}]
"""


@pytest.fixture
def exams(scratch: Scratch) -> Scratch:
    scratch.write("schema/blueprints/a.yaml", EXAM.format(id="tea-1", title="Guild Tea Master - Associate", alias="Tea Brewer Associate"))
    scratch.write("schema/blueprints/b.yaml", EXAM.format(id="tea-2", title="Guild Tea Master - Professional", alias="TM Pro"))
    scratch.write("schema/blueprints/c.yaml", EXAM.format(id="water", title="Water+", alias="Guild Water+"))
    scratch.write("notelint.toml", 'packs = ["general"]\n')
    return scratch


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My notes for TEA-2", ["tea-2"]),
        ("tea 1 and tea_2", ["tea-1", "tea-2"]),
        ("Guild Certified Tea Master Associate 2025", ["tea-1"]),
        ("tea brewer (associate) study guide", ["tea-1"]),
        ("Guild Tea Master", []),
        ("Water", ["water"]),
        ("Guild Water+ notes", ["water"]),
        ("Waters of the guild", []),
        ("", []),
    ],
)
def test_found_by_title_or_code(exams: Scratch, text: str, found: list[str]) -> None:
    from notelint.config import load

    reference = load_reference(load(exams.folder / "notelint.toml", exams.folder))
    assert [one.id for one in find_exams(text, reference.blueprints.values())] == found


def test_the_command_and_init_use_it(exams: Scratch) -> None:
    assert exams.notelint("exams", "Guild Tea Master Professional").out.startswith("tea-2  ")
    result = exams.notelint("exams", "coffee")
    assert (result.code, result.err) == (2, "notelint: no exam is called 'coffee'; `notelint exams` lists all\n")
    exams.write("notes/readme.md", "# Guild Tea Master (Associate) 2025\n\nNotes on tea.\n")
    assert "they speak of the exam tea-1" in exams.notelint("init", "notes", "--print").out + exams.notelint("init", "notes").out
