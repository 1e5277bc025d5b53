"""Sorted words in compressed blocks."""

from pathlib import Path

import pytest
from notelint.dictionary.word_blocks import WordBlocks, pack_words
from notelint.dictionary.word_flags import WordList
from notelint.dictionary.words import load_words


def test_every_word_is_found_and_no_other(tmp_path: Path) -> None:
    words = [f"w{number:04}" for number in range(0, 5000, 2)]
    (tmp_path / "x.words").write_bytes(pack_words(words))
    blocks = WordBlocks(tmp_path / "x.words")
    assert all(word in blocks for word in words)
    assert not any(f"w{number:04}" in blocks for number in range(1, 5000, 2))
    assert "w" not in blocks
    assert "a" not in blocks
    assert "x" not in blocks
    assert blocks.words() == words


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.words").write_bytes(b"word\n")
    with pytest.raises(ValueError, match=r"x\.words is no file of word blocks"):
        WordBlocks(tmp_path / "x.words")


@pytest.mark.parametrize(
    ("word", "subject"),
    [
        ("transferrin", WordList.SCIENCE),
        ("significand", WordList.ENGLISH),
        ("fsspec", WordList.SOFTWARE),
        ("aamodt", WordList.PEOPLE),
        ("reykjanesbær", 0),
        ("tirupati", WordList.PLACES),
    ],
)
def test_shipped_lists(word: str, subject: int) -> None:
    assert load_words().subjects(word) & subject == subject
