"""Languages are data: English fits its schema, a second one is read the same way, and a broken file is named."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from notelint.language import LanguageError, alternatives, load_language, read_language, whole_words
from notelint.language.load import parse_language

ROOT = Path(__file__).resolve().parents[2]
GERMAN = """
name: German
number-words: {eins: 1, zwei: 2, elf: 11}
scales: {tausend: 1000}
periods: {täglich: day}
bounds: {before: {at_most: [bis zu, höchstens]}, after: {at_least: [oder mehr]}}
roles: {default: [standardmäßig]}
plurals: [{ending: en, singular: "", min-length: 5}]
articles: [der, die, das]
function-words: [und, oder]
"""


def test_english_fits_its_schema() -> None:
    schema = json.loads((ROOT / "schema" / "language.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load((ROOT / "schema" / "languages" / "en.yaml").read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("queries", "query"),
        ("boxes", "box"),
        ("records", "record"),
        ("classes", "class"),
        ("status", "status"),
        ("ies", "ie"),
        ("gas", "ga"),
    ],
)
def test_english_plurals(plural: str, singular: str) -> None:
    assert load_language().singular(plural) == singular


def test_a_second_language(tmp_path: Path) -> None:
    path = tmp_path / "de.yaml"
    path.write_text(GERMAN, encoding="utf-8")
    for _ in range(2):  # the second time from the cache
        german = read_language(path)
        assert german.number_words["elf"] == 11
        assert german.singular("aufgaben") == "aufgab"
        assert re.search(whole_words(german.bounds.before["at_most"]), "Das sind bis\u00a0zu 3 Tage")


def test_phrases() -> None:
    pattern = re.compile(alternatives(["up", "up to"]))
    assert pattern.match("up-to 5")[0] == "up-to"  # type: ignore[index]
    assert re.search(alternatives([]), "anything") is None
    assert re.search(whole_words(["max"]), "maximum") is None


@pytest.mark.parametrize("text", ["name: [", "name: 3", GERMAN + "surprise: 1", "- name"])
def test_a_broken_file_is_named(text: str) -> None:
    with pytest.raises(LanguageError, match=r"de\.yaml: "):
        parse_language(text.encode(), "de.yaml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"fr\.yaml: No such file"):
        read_language(tmp_path / "fr.yaml")
