"""An objective is covered by what is said about it."""

from collections.abc import Callable

import pytest
from notelint.coverage import Coverage, NoteLine, ObjectiveCoverage
from notelint.reference import Reference

from tests.coverage.conftest import BLUEPRINT

Measure = Callable[..., Coverage]

SAID = """# Dough

## Sourdough

- lives on wild yeast and bacteria
- wants flour and water every day
- gives bread a sour taste
"""


def one(coverage: Coverage, title: str) -> ObjectiveCoverage:
    return next(objective for _, _, objective in coverage.objectives() if objective.title == title)


def test_statements_below_a_heading_that_names_it_cover_it(measured: Measure) -> None:
    found = one(measured(SAID), "Natural yeast")
    assert found.status == "covered"
    assert found.about == (NoteLine("note0.md", 5), NoteLine("note0.md", 6), NoteLine("note0.md", 7))
    assert found.headings == (NoteLine("note0.md", 3),)


def test_a_heading_with_nothing_below_covers_nothing(measured: Measure) -> None:
    found = one(measured("# Dough\n\n## Sourdough\n\n## Poolish\n"), "Natural yeast")
    assert found.status == "missing"
    assert found.headings


def test_a_name_that_is_dropped_covers_nothing(measured: Measure) -> None:
    found = one(measured("# Dough\n\nSome people compare this with Sourdough and others do not.\n"), "Natural yeast")
    assert found.status == "thin"
    assert found.share == pytest.approx(0.1)
    assert found.named == (NoteLine("note0.md", 3),)


def test_one_statement_is_a_third_of_what_covers_it(measured: Measure) -> None:
    found = one(measured("# Dough\n\n- **Sourdough** - lives on wild yeast and bacteria\n"), "Natural yeast")
    assert found.status == "thin"
    assert found.share == pytest.approx(1 / 3)


def test_placeholders_and_mere_links_say_nothing(measured: Measure) -> None:
    text = "# Dough\n\n- **Sourdough** -\n- **Poolish**: TODO\n- [Rye](#rye)\n- [Rye](#rye)\n- [Rye](#rye)\n"
    coverage = measured(text)
    assert one(coverage, "Natural yeast").status == "missing"
    assert one(coverage, "Rye").status == "missing"
    assert not one(coverage, "Preferments").about


def test_what_is_said_of_a_part_is_said_of_the_whole(measured: Measure) -> None:
    text = "# Dough\n\n- Sourdough Starter\n    - is fed once a day\n    - smells of sour milk\n    - rises to twice its size\n"
    assert one(measured(text), "Natural yeast").status == "covered"


def test_a_heading_with_several_topics_needs_words_on_each(measured: Measure) -> None:
    text = """# Dough

## Sourdough, Poolish & Rye

- **Sourdough** - lives on wild yeast
    - wants flour and water
    - gives a sour taste
- **Poolish** -
- **Rye**
"""
    coverage = measured(text)
    assert one(coverage, "Natural yeast").status == "covered"
    assert not one(coverage, "Preferments").about
    assert not one(coverage, "Rye").about


def test_code_below_a_heading_counts(measured: Measure) -> None:
    text = "# Dough\n\n## Sourdough\n\nHow to feed it:\n\n```python\nfeed()\n```\n\n```python\nwait()\n```\n"
    assert one(measured(text), "Natural yeast").status == "covered"


def test_cells_of_a_table_are_about_their_row(measured: Measure) -> None:
    text = "# Dough\n\n| kind | time | taste |\n|---|---|---|\n| Sourdough | 12 hours | sour |\n| Poolish | 8 hours | mild |\n"
    assert one(measured(text), "Natural yeast").about == (NoteLine("note0.md", 5),)


def test_statements_in_sections_on_another_domain_count_half(measured: Measure) -> None:
    text = "# Baking\n\n" + "".join(f"- **Sourdough** - needs heat number {number} badly\n" for number in range(4))
    found = one(measured(text), "Natural yeast")
    assert (len(found.about), len(found.elsewhere)) == (0, 4)
    assert found.share == pytest.approx(2 / 3)


def test_a_single_word_means_the_exam_only_in_its_own_domain(measured: Measure) -> None:
    said = "- Crust: it is thick and dark\n- Crust: it sings while it cools\n- Crust: it wants steam and heat\n"
    here = "- **Oven** - is heated for an hour\n"
    assert one(measured(f"# Baking\n\n{here}{said}"), "Crust").status == "covered"
    assert one(measured(f"# Dough\n\n{here}{said}"), "Crust").status == "missing"


def test_notes_add_up(measured: Measure) -> None:
    single = "# Dough\n\n- **Sourdough** - lives on wild yeast and bacteria\n"
    assert one(measured(single, single, single), "Natural yeast").status == "covered"


def test_nothing_at_all(measured: Measure) -> None:
    coverage = measured()
    assert coverage.coverage == 0
    assert coverage.sections == ()
    assert {objective.status for _, _, objective in coverage.objectives()} == {"missing"}


def test_weights(measured: Measure) -> None:
    coverage = measured(SAID)
    assert coverage.domains[0].tasks[0].coverage == pytest.approx(1 / 3)
    assert coverage.domains[0].coverage == pytest.approx(1 / 6)
    assert coverage.coverage == pytest.approx(0.75 / 6)


def test_where_more_would_go(measured: Measure) -> None:
    coverage = measured(SAID + "\n## Poolish\n\n# Baking\n")
    preferments = one(coverage, "Preferments").write_at
    assert preferments is not None
    assert preferments.heading == "Poolish"
    ovens = one(coverage, "Ovens").write_at
    assert ovens is not None
    assert ovens.heading == "Baking"
    assert one(coverage, "Natural yeast").write_at is None


def test_what_several_objectives_of_a_task_name_only_hints_at_them(bakery: Reference) -> None:
    from notelint.coverage.topics import ObjectiveIndex, Topics

    blueprint = bakery.blueprints["baker"]
    topics = Topics(blueprint, bakery)
    assert not topics.is_hint("bakery.sourdough", ObjectiveIndex(0, 0, 0))
    assert BLUEPRINT is blueprint
