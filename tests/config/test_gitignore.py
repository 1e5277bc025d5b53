"""What .gitignore leaves out."""

import os

import pytest

from tests.scratch import WRONG, Scratch

NOTES = ("a.md", "build/b.md", "sub/a.md", "sub/build/c.md", "sub/deep/d.md")
CASES: dict[str, tuple[dict[str, str], set[str]]] = {
    "a folder": ({".gitignore": "build/\n"}, {"build/b.md", "sub/build/c.md"}),
    "a folder at the top": ({".gitignore": "/build\n"}, {"build/b.md"}),
    "a name anywhere": ({".gitignore": "a.md\n"}, {"a.md", "sub/a.md"}),
    "a path": ({".gitignore": "sub/a.md\n"}, {"sub/a.md"}),
    "stars": ({".gitignore": "**/d*.md\n"}, {"sub/deep/d.md"}),
    "letters of a set": ({".gitignore": "[ab].md\n"}, {"a.md", "build/b.md", "sub/a.md"}),
    "all but one": ({".gitignore": "*.md\n!b.md\n"}, {"a.md", "sub/a.md", "sub/build/c.md", "sub/deep/d.md"}),
    "what is below an ignored folder stays ignored": ({".gitignore": "build/\n!b.md\n"}, {"build/b.md", "sub/build/c.md"}),
    "further down": ({"sub/.gitignore": "a.md\nbuild\n"}, {"sub/a.md", "sub/build/c.md"}),
    "further down, the other way round": ({".gitignore": "build/\n", "sub/.gitignore": "!build/\n"}, {"build/b.md"}),
    "comments": ({".gitignore": "# a.md\n\n  \n"}, set()),
    "a line that is no pattern": ({".gitignore": "!\na.md\n"}, {"a.md", "sub/a.md"}),
}


@pytest.fixture
def notes(scratch: Scratch) -> Scratch:
    (scratch.folder / ".git").mkdir()
    for name in NOTES:
        scratch.write(name, WRONG)
    return scratch


def read(scratch: Scratch, *arguments: str) -> set[str]:
    return {line.partition(":")[0] for line in scratch.check(*arguments).out.splitlines() if "[wrong-value]" in line}


@pytest.mark.parametrize("name", CASES)
def test_patterns(notes: Scratch, name: str) -> None:
    files, ignored = CASES[name]
    for path, text in files.items():
        notes.write(path, text)
    assert read(notes, "--no-cache") == set(NOTES) - ignored
    assert read(notes, "--no-cache", "--no-gitignore") == set(NOTES)
    notes.write("notelint.toml", "respect-gitignore = false\n")
    assert read(notes, "--no-cache") == set(NOTES)


def test_a_file_above_the_folder_counts(notes: Scratch) -> None:
    notes.write(".gitignore", "a.md\n/sub/deep/\n")
    assert read(Scratch(notes.folder / "sub")) == {"build/c.md"}
    assert read(notes, "sub") == {"sub/build/c.md"}


def test_a_file_above_the_checkout_does_not_count(scratch: Scratch) -> None:
    scratch.write(".gitignore", "a.md\n")
    scratch.write("inner/a.md", WRONG)
    (scratch.folder / "inner/.git").mkdir()
    assert read(scratch, "inner") == {"inner/a.md"}


def test_what_is_named_is_read(notes: Scratch) -> None:
    notes.write(".gitignore", "a.md\nbuild\n")
    assert read(notes, "a.md") == {"a.md"}
    assert read(notes, "build") == {"build/b.md"}
    assert read(Scratch(notes.folder / "build")) == {"b.md"}


def test_a_link_to_a_file_of_patterns_does_not_count(notes: Scratch) -> None:
    notes.write("patterns", "a.md\n")
    os.symlink("patterns", notes.folder / ".gitignore")
    assert read(notes) == set(NOTES)


def test_a_changed_file_is_noticed(notes: Scratch) -> None:
    for text, ignored in (("", set()), ("a.md\n", {"a.md", "sub/a.md"}), ("/a.md\n", {"a.md"}), ("", set())):
        notes.write(".gitignore", text)
        assert read(notes) == read(notes) == set(NOTES) - ignored


def test_nothing_left_is_told(notes: Scratch) -> None:
    notes.write(".gitignore", "*.md\nsub\nbuild\n")
    result = notes.check()
    assert (result.code, result.out) == (0, "")
    assert result.err == "notelint: Nothing was checked, because a.md, build/, sub/ is ignored by .gitignore; --no-gitignore reads it.\n"


def test_patterns_of_a_stranger_hide_nothing(notes: Scratch) -> None:
    """A gate takes its settings from another commit; .gitignore would come from the one that is judged."""
    (notes.folder / ".git").rmdir()
    notes.git("init")
    notes.git("add", ".")
    notes.git("commit", "-m", "notes")
    notes.write(".gitignore", "a.md\n")
    assert "a.md" in read(notes, "--config-from", "HEAD")
    assert "a.md" not in read(notes)
