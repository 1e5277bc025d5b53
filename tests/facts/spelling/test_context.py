"""The conditions under which a real word is taken for a slip, one by one, and the table of counts that they rest on."""

import msgspec
import pytest
from notelint.dictionary.words import load_words
from notelint.document import parse
from notelint.source import decode
from notelint.spelling.context import ContextReader
from notelint.spelling.prose import Line

SOUND = "The waiter is responsible four the tea."
SLIP = "You mush ensure that the water boils."
FORM = "The price can be create by the waiter."
OWN = "Docker runs containers; docker stores images, and a docker container is small.\n\nIn fact a ocker container is just a copy of a docker image."


@pytest.fixture(scope="module")
def reader() -> ContextReader:
    return ContextReader(load_words())


def found(reader: ContextReader, text: str) -> list[tuple[str, ...]]:
    document = parse(decode("note.md", text.encode()))
    return [one.suggestions for one in reader.read([Line(statement) for statement in document.statements])]


@pytest.mark.parametrize(("text", "right"), [(SOUND, "for"), (SLIP, "must"), (FORM, "created"), (OWN, "docker")])
def test_each_kind_is_found(reader: ContextReader, text: str, right: str) -> None:
    assert found(reader, text) == [(right,)]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (SOUND, {"bar": {"sound": 9.0, "slip": 1.0, "form": 1.0}}),
        (SLIP, {"bar": {"sound": 1.0, "slip": 9.0, "form": 1.0}}),
        (FORM, {"bar": {"sound": 1.0, "slip": 1.0, "form": 9.0}}),
        (SOUND, {"surprise": 30.0, "surprise_seen": 30.0}),
        (FORM, {"rare": 31}),
        (SOUND, {"phrase": 31}),
        (SLIP, {"phrase_rare": 31}),
        (OWN, {"used": 9, "phrase_rare": 31}),
        (OWN, {"rare_english": 0.0, "phrase_rare": 31}),
    ],
)
def test_each_condition_counts(text: str, changed: dict[str, object]) -> None:
    strict = ContextReader(load_words())
    strict.settings = msgspec.structs.replace(strict.settings, **changed)
    assert found(strict, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "# The waiter is responsible four the tea",
        "The waiter is responsible Four the tea.",
        "The waiter is responsible-four the tea.",
        "The waiter is responsible `four` the tea.",
        "The Waiter Is Responsible four The Kettle Kitchen House Menu",
    ],
)
def test_names_code_and_headings_are_no_sentences(reader: ContextReader, text: str) -> None:
    assert found(reader, text) == []


def test_the_table_knows_what_documentation_says(reader: ContextReader) -> None:
    count = reader.counts.get
    assert count("of the") > 15
    assert count("more than") - count("more then") > 5
    assert count("is based on") > 5
    assert count("the kettle requested") == 0


def test_the_table_takes_few_strangers_for_its_own(reader: ContextReader) -> None:
    strangers = [f"kettle{number} spoon{number}" for number in range(20_000)]
    assert sum(reader.counts.get(one) > 0 for one in strangers) < 40


def test_words_of_a_kind_are_in_one_class(reader: ContextReader) -> None:
    class_of = reader.counts.class_of
    assert class_of("larger") == class_of("smaller")
    assert class_of("then") != class_of("than")
    assert class_of("unheardofs") == class_of("unthoughtofs")
