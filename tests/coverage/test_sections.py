"""Sections: how much they say, and where in the exam they belong."""

from collections.abc import Callable

import pytest
from notelint.coverage import Coverage, SectionCoverage

Measure = Callable[..., Coverage]

FOUR = "- one thing to say\n- another thing to say\n- a third thing to say\n- a last thing to say\n"


def sections(coverage: Coverage) -> dict[str, SectionCoverage]:
    return {section.heading: section for section in coverage.sections}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", "empty"),
        ("&nbsp;\n", "empty"),
        ("<!-- later -->\n", "empty"),
        ("- **Shaping** -\n", "empty"),
        ("TODO\n", "empty"),
        ("![](shape.png)\n", "thin"),
        ("https://example.org\n", "thin"),
        ("One sentence with a few words.\n", "thin"),
        (FOUR, "filled"),
        ("```sh\nknead\n```\n", "thin"),
        ("| a | b |\n|---|---|\n| one two three | four |\n| five six seven | eight |\n| nine ten eleven | x |\n", "filled"),
    ],
)
def test_status(measured: Measure, body: str, status: str) -> None:
    assert sections(measured(f"# Dough\n\n{body}"))["Dough"].status == status


def test_a_chapter_is_as_full_as_its_sections(measured: Measure) -> None:
    found = sections(measured(f"# A\n\n## B\n\n# C\n\n## D\n\n{FOUR}\n# E\n\n## F\n\n{FOUR}\n## G\n\n## H\n"))
    assert {name: str(section.status) for name, section in found.items()} == {
        "A": "empty", "B": "empty", "C": "filled", "D": "filled", "E": "thin", "F": "filled", "G": "empty", "H": "empty",
    }  # fmt: skip


def test_what_stands_before_the_first_heading_is_a_section(measured: Measure) -> None:
    found = measured("Sourdough is bread of its own kind.\n\n# Dough\n").sections
    assert [(section.heading, section.level, section.line) for section in found] == [("", 0, 1), ("Dough", 1, 3)]


def place(coverage: Coverage, heading: str) -> tuple[str | None, str | None]:
    section = sections(coverage)[heading]
    return section.domain, section.task


@pytest.mark.parametrize(
    "title", ["Dough", "1. Dough", "Domain 1: Dough", "Dough - an introduction", "DOUGH", "Chapter 4: Dough", "Domain 1"]
)
def test_a_heading_names_the_domain(measured: Measure, title: str) -> None:
    assert place(measured(f"# {title}\n\n{FOUR}"), title)[0] == "1"


@pytest.mark.parametrize("title", ["Play-Doughnuts", "Bread", "Introduction"])
def test_a_heading_that_does_not(measured: Measure, title: str) -> None:
    assert place(measured(f"# {title}\n\n{FOUR}"), title)[0] is None


def test_below_a_domain_all_belongs_to_it(measured: Measure) -> None:
    coverage = measured(f"# Dough\n\n## Sourdough\n\n## Odds and ends\n\n{FOUR}")
    assert place(coverage, "Odds and ends")[0] == "1"
    assert "Dough" in sections(coverage)["Odds and ends"].why


def test_a_heading_may_clearly_say_otherwise(measured: Measure) -> None:
    coverage = measured(
        f"# Dough\n\n{FOUR}\n## Sourdough\n\n{FOUR}\n## Oven\n\n{FOUR}\n### Cleaning it\n\n{FOUR}\n## Sourdough in the Oven\n\n{FOUR}"
    )
    assert place(coverage, "Oven") == ("2", "2.1")
    assert place(coverage, "Cleaning it")[0] == "2"
    assert place(coverage, "Sourdough in the Oven")[0] == "1"


def test_without_a_domain_the_topics_of_the_heading_decide(measured: Measure) -> None:
    coverage = measured(f"# My bread notes\n\n## Brioche\n\n{FOUR}\n## Rye\n\n{FOUR}\n## Dogs\n\n{FOUR}")
    assert place(coverage, "Brioche") == ("2", "2.1")
    assert place(coverage, "Rye") == ("1", "1.2")
    assert place(coverage, "Dogs") != ("2", "2.1")


def test_the_path_may_name_the_domain(measured: Measure) -> None:
    text = f"# Various\n\n{FOUR}\n- **Brioche** - is sweet and rich and soft\n- **Oven** - wants a stone in it\n"
    assert place(measured(text, paths=["2_baking/various.md"]), "Various")[0] == "2"


def test_front_matter_wins(measured: Measure) -> None:
    text = f"---\ndomain: Baking\n---\n# Dough\n\n## Sourdough\n\n{FOUR}"
    assert place(measured(text), "Sourdough")[0] == "2"
    assert place(measured(text.replace("domain: Baking", "task: 1.2")), "Sourdough") == ("1", "1.2")
    assert place(measured(text.replace("domain: Baking", 'domain: "2"')), "Sourdough")[0] == "2"


def test_domains_of_another_exam_do_not_hold(measured: Measure) -> None:
    """The note may still cover a part of this exam, by what it says."""
    text = f"# Dough\n\n## Sourdough\n\n{FOUR}"
    assert place(measured(f"---\nexam: [miller, BAKER]\ndomain: Baking\n---\n{text}"), "Sourdough")[0] == "2"
    other = measured(f"---\nexam: miller\ndomain: Baking\n---\n{text}")
    assert place(other, "Sourdough")[0] == "1"
    assert other.coverage == measured(text).coverage > 0


def test_a_note_on_another_subject_does_not_count(measured: Measure) -> None:
    mill = "".join(f"- **Millpart{number}** - turns the stones of the mill\n" for number in range(10))
    text = f"# Mills\n\n{mill}\n## Hydration of grain\n\nHydration matters here, and proofing of the final rise too.\n\n- Oven: there is none here at all\n"
    coverage = measured(text)
    assert coverage.coverage == 0
    assert {section.domain for section in coverage.sections} == {None}


def test_its_section_on_the_exam_does(measured: Measure) -> None:
    mill = "".join(f"- **Millpart{number}** - turns the stones of the mill\n" for number in range(10))
    coverage = measured(f"# Mills\n\n{mill}\n## Sourdough\n\n{FOUR}")
    assert place(coverage, "Sourdough")[0] == "1"
