"""The compiled dictionary: what it holds, and that it is quick and robust."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from notelint.dictionary.word_flags import Known
from notelint.dictionary.words import Words, load_words, sources
from notelint.dictionary.words_table import open_tables, pack_tables


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words()


@pytest.mark.parametrize(
    ("word", "flag"),
    [
        ("partition", Known.ENGLISH),
        ("colour", Known.ENGLISH),
        ("color", Known.ENGLISH),
        ("don't", Known.ENGLISH),
        ("frequentist", Known.COMPUTING),
        ("reshard", Known.COMPUTING),
        ("andrew", Known.NAME),
    ],
)
def test_words_are_known(words: Words, word: str, flag: int) -> None:
    assert words.known(word) & flag


@pytest.mark.parametrize("word", ["recieve", "zorgle", "payed", "environmnet"])
def test_other_words_are_not(words: Words, word: str) -> None:
    assert words.known(word) == Known.NOWHERE


def test_counts_and_pairs(words: Words) -> None:
    assert words.count("the") > words.count("partition") > words.count("zorgle") == 0
    assert words.pair("based", "on") > 9
    assert words.pair("base", "don") == 0


def test_corrections(words: Words) -> None:
    assert words.corrections("recieve") == ("receive",)
    assert words.corrections("payed") == ("paid",)
    assert words.corrections("partition") == ()


def test_buckets_are_sorted_by_count(words: Words) -> None:
    bucket = words.bucket("w", 5)
    assert "which" in bucket[:3]
    assert all(len(word) == 5 and word[0] == "w" for word in bucket)
    assert words.bucket("z", 40) == []


def test_loading_is_quick(words: Words) -> None:
    load_words.cache_clear()
    started = perf_counter()
    load_words()
    assert perf_counter() - started < 0.1


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    program = "from notelint.dictionary.words import load_words; print(load_words().known('partition'))"
    environment = {"NOTELINT_CACHE_DIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2] / "lint"), "PATH": ""}
    for damage in (None, b"nothing", b""):
        for path in tmp_path.glob("words-*.bin"):
            if damage is not None:
                path.write_bytes(damage)
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "1"


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    program = "from notelint.dictionary.words import load_words; print(load_words().known('partition'))"
    environment = {
        "NOTELINT_CACHE_DIR": str(tmp_path / "file" / "below"),
        "PYTHONPATH": str(Path(__file__).parents[2] / "lint"),
        "PATH": "",
    }
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_tables_give_back_what_was_put_in(tmp_path: Path) -> None:
    items = {f"key{number}".encode(): str(number).encode() for number in range(5000)} | {b"": b"empty", "é".encode(): b""}
    path = tmp_path / "tables"
    path.write_bytes(pack_tables({"a": items, "b": {}}, {"blob": b"bytes"}))
    file = open_tables(path)
    assert all(file.table("a").get(key) == value for key, value in items.items())
    assert file.table("a").get(b"key5000") is None
    assert file.table("b").get(b"key1") is None
    assert file.blob("blob") == b"bytes"


@pytest.mark.parametrize("name", ["english.txt", "rare.txt", "names.txt", "software.txt", "computing.txt", "misspellings.txt"])
def test_lists_are_sorted_and_hold_nothing_twice(name: str) -> None:
    lines = [line for line in sources()[name].read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines), key=lambda line: (line.lower(), line))


def test_no_word_is_both_right_and_wrong() -> None:
    wrong = {line.partition("->")[0] for line in sources()["misspellings.txt"].read_text("utf-8").splitlines() if "->" in line}
    right = {line.lower() for name in ("computing.txt", "software.txt") for line in sources()[name].read_text("utf-8").splitlines()}
    assert not wrong & right
