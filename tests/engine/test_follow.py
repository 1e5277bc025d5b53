"""A fix of a heading takes the links to it along, across notes."""

import pytest

from tests.scratch import Scratch

HEADING = "# Glacier\n\n## Instant retreival\n\nText that says something.\n"


@pytest.fixture
def spelling(scratch: Scratch) -> Scratch:
    scratch.write("notelint.toml", 'select = ["misspelling", "miscased-term"]\n')
    return scratch


def test_links_in_other_notes_follow(spelling: Scratch) -> None:
    spelling.write("a.md", HEADING + "\nSee [above](#instant-retreival).\n")
    spelling.write("sub/b.md", "# Other\n\nSee [there](../a.md#instant-retreival) and [the top](../a.md#glacier).\n")
    spelling.check("--fix", ".")
    assert spelling.read("a.md") == HEADING.replace("retreival", "retrieval") + "\nSee [above](#instant-retrieval).\n"
    assert spelling.read("sub/b.md") == "# Other\n\nSee [there](../a.md#instant-retrieval) and [the top](../a.md#glacier).\n"


def test_a_heading_is_left_alone_while_notes_are_not_read(spelling: Scratch) -> None:
    spelling.write("a.md", HEADING)
    spelling.write("b.md", "# Other\n\nSee [there](a.md#instant-retreival).\n")
    spelling.check("--fix", "a.md")
    assert spelling.read("a.md") == HEADING
    spelling.check("--unsafe-fixes", "a.md")
    assert "retrieval" in spelling.read("a.md")


def test_a_heading_is_safe_only_when_all_notes_were_read(spelling: Scratch) -> None:
    """A note in another folder may link to it; nobody knows before it was read."""
    spelling.write("a.md", HEADING)
    spelling.write("other/b.md", "# Other\n\nText that says something.\n")
    spelling.check("--fix", "a.md")
    assert spelling.read("a.md") == HEADING
    spelling.check("--fix", "--no-corpus-rules", ".")
    assert spelling.read("a.md") == HEADING
    spelling.check("--fix", ".")
    assert spelling.read("a.md") == HEADING.replace("retreival", "retrieval")


def test_a_heading_is_left_alone_when_a_link_to_it_cannot_follow(spelling: Scratch) -> None:
    """The destination is written with escapes, so that its place is not certain."""
    spelling.write("a.md", HEADING)
    spelling.write("b.md", "# Other\n\nSee [there](a.md#instant&#45;retreival) and [there](a.md#instant-retreival).\n")
    spelling.check("--fix", ".")
    assert spelling.read("a.md") == HEADING


def test_a_heading_that_keeps_its_anchor_needs_no_links(spelling: Scratch) -> None:
    spelling.write("a.md", "# Tensorflow\n\nText that says something.\n")
    spelling.write("b.md", "# Other\n\nSee [there](a.md#tensorflow).\n")
    spelling.check("--fix", "a.md")
    assert spelling.read("a.md").startswith("# TensorFlow\n")


def test_wiki_links_follow_by_words(spelling: Scratch) -> None:
    spelling.write("a.md", HEADING)
    spelling.write("b.md", "# Other\n\nSee [[a#Instant retreival]].\n")
    spelling.check("--fix", ".")
    assert "[[a#Instant retrieval]]" in spelling.read("b.md")
