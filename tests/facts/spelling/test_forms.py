"""Forms of words that grammar does not allow, where nothing is accused, and the counts of documentation."""

import pytest
from notelint.dictionary.sequences import open_sequences
from notelint.dictionary.words import load_words
from notelint.document import parse
from notelint.source import decode
from notelint.source.shipped import shipped
from notelint.spelling.forms import FormReader
from notelint.spelling.patterns import PatternReader
from notelint.spelling.prose import Line


def found(text: str) -> list[tuple[str, ...]]:
    document = parse(decode("note.md", text.encode()))
    lines = [Line(statement) for statement in document.statements]
    words = load_words()
    reader = FormReader(words, PatternReader(words))
    pairs = {pair for line in lines for pair in zip(line.lowers, line.lowers[1:], strict=False)}
    return [one.suggestions for line in lines for one in reader.read(line, reader.candidates(pairs))]


def test_a_wrong_form_is_found() -> None:
    assert found("The tea can be create by the waiter.") == [("created",)]


@pytest.mark.parametrize(
    "text",
    [
        "# The tea can be create by the waiter",
        "The tea can be Create by the waiter.",
        "The tea can be create-only by the waiter.",
        "The tea can pre-be create by the waiter.",
        "The tea can be `create` by the waiter.",
        "The Waiter Can Brew Kitchen Menu And Tea To be create by",
        "The tea can be create(by) the waiter.",
    ],
)
def test_names_code_and_headings_are_no_sentences(text: str) -> None:
    assert found(text) == []


def test_every_class_of_words_has_its_forms() -> None:
    forms = load_words().forms
    assert forms("create") == {"base": ("created", "creates", "creating")}
    assert forms("creates") == {"third": ("create",)}
    assert forms("created") == {"past": ("create",)}
    assert forms("instance") == {"single": ("instances",)}
    assert forms("instances") == {"plural": ("instance",)}
    assert forms("large") == {"positive": ("larger",)}
    assert not any(forms(word) for word in ("data", "series", "present", "build", "axes", "the"))


def test_the_table_knows_what_documentation_says() -> None:
    count = open_sequences(shipped() / "words" / "sequences.bin").get
    assert count("of the") > 15
    assert count("more than") - count("more then") > 5
    assert count("kettle requested") == 0


def test_the_table_takes_few_strangers_for_its_own() -> None:
    count = open_sequences(shipped() / "words" / "sequences.bin").get
    strangers = [f"kettle{number} spoon{number}" for number in range(20_000)]
    assert sum(count(one) > 0 for one in strangers) < 40
