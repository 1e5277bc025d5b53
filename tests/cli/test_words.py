"""notelint words."""

import pytest

from tests.scratch import Scratch

NOTE = "# Frobnicator\n\nThe retreival uses Github and a kubia.\n"


@pytest.fixture
def spelling(scratch: Scratch) -> Scratch:
    scratch.write("notelint.toml", 'select = ["spelling", "miscased-term"]\n')
    scratch.write("a.md", NOTE)
    return scratch


def test_added_words_are_right_from_then_on(spelling: Scratch) -> None:
    assert spelling.check(".").code == 1
    result = spelling.notelint("words", "add", "Retreival", "kubia")
    assert (result.code, result.out) == (0, "schema/words/accepted.txt: 2 words added: Retreival, kubia\n")
    assert '"retreival"' in spelling.check(".").out
    spelling.notelint("words", "add", "retreival", "Github", "kubia")
    assert spelling.read("schema/words/accepted.txt") == "Github\nkubia\nRetreival\nretreival\n"
    assert spelling.check(".").code == 0


def test_a_capital_makes_the_case_count(spelling: Scratch) -> None:
    spelling.write("notelint.toml", 'select = ["spelling"]\naccepted-words = ["Retreival"]\n')
    assert spelling.check(".").code == 1
    spelling.write("notelint.toml", 'select = ["spelling"]\naccepted-words = ["retreival"]\n')
    spelling.write("a.md", NOTE + "\nRetreival.\n")
    assert spelling.check(".").code == 0


def test_accept_all_that_is_reported(spelling: Scratch) -> None:
    result = spelling.notelint("words", "add", "--all", ".")
    assert result.out == "schema/words/accepted.txt: 2 words added: Github, retreival\n"
    assert spelling.check(".").code == 0
    assert spelling.notelint("words", "add", "--all", ".").out == "schema/words/accepted.txt: 0 words added\n"


def test_comments_stay_and_words_are_sorted(spelling: Scratch) -> None:
    spelling.write("schema/words/accepted.txt", "# ours\nzorgle\nalpha\n")
    spelling.notelint("words", "add", "middle")
    assert spelling.read("schema/words/accepted.txt") == "# ours\nalpha\nmiddle\nzorgle\n"


def test_unused_words(spelling: Scratch) -> None:
    spelling.notelint("words", "add", "retreival", "kubia", "zorgle")
    result = spelling.notelint("words", "unused")
    assert (result.code, result.out) == (1, "zorgle\n")
    spelling.write("a.md", NOTE + "\nzorgle\n")
    assert spelling.notelint("words", "unused").code == 0


def test_list(spelling: Scratch) -> None:
    spelling.write("notelint.toml", 'accepted-words = ["beta"]\n')
    spelling.notelint("words", "add", "alpha")
    assert spelling.notelint("words", "list").out == "beta\nalpha\n"


def test_no_word(spelling: Scratch) -> None:
    result = spelling.notelint("words", "add", "  ")
    assert (result.code, result.err) == (2, "notelint: not a word: '  '\n")
