"""Which configuration file a run uses."""

import pytest

from tests.scratch import Scratch

NOTE = "# Note\n\n[x](gone.md) leads nowhere.\n"


@pytest.fixture
def tree(scratch: Scratch) -> Scratch:
    """A checkout with a note two folders down, and a folder above it with a configuration of its own."""
    scratch.write("notelint.toml", 'ignore = ["all"]\n')
    scratch.write("repo/.git/HEAD", "ref: refs/heads/main\n")
    scratch.write("repo/a/b/note.md", NOTE)
    return Scratch(scratch.folder / "repo")


def used(scratch: Scratch, *arguments: str) -> str:
    result = scratch.notelint("check", "--show-settings", *arguments)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()[0].removeprefix("# configuration: ").removeprefix(f"{scratch.folder}/")


def test_it_stops_at_the_checkout(tree: Scratch) -> None:
    assert used(tree) == "none found"
    assert f"# root: {tree.folder}" in tree.notelint("check", "--show-settings", "a/b").out
    assert tree.check().code == 1


def test_the_folder_of_the_checkout_is_looked_at(tree: Scratch) -> None:
    tree.write("notelint.toml", 'ignore = ["links"]\n')
    assert used(tree, "a/b/note.md") == "notelint.toml"
    assert tree.check().code == 0


def test_the_nearest_one_wins_whole(tree: Scratch) -> None:
    tree.write("notelint.toml", 'ignore = ["links"]\nfail-on = "error"\n')
    tree.write("a/notelint.toml", 'fail-on = "info"\n')
    assert used(tree, "a/b/note.md") == "a/notelint.toml"
    assert tree.check("a/b/note.md").code == 1
    assert "ignore = []  # default" in tree.notelint("check", "--show-settings", "a").out


def test_it_is_looked_for_upward_from_the_notes_not_from_here(tree: Scratch) -> None:
    tree.write("a/notelint.toml", 'ignore = ["links"]\n')
    assert used(tree, "a/b") == "a/notelint.toml"
    assert used(tree, "a/b/note.md") == "a/notelint.toml"
    assert used(tree, ".") == "none found"


def test_several_paths_share_what_is_above_all_of_them(tree: Scratch) -> None:
    tree.write("a/notelint.toml", 'ignore = ["links"]\n')
    tree.write("c/note.md", NOTE)
    assert used(tree, "a/b/note.md", "c/note.md") == "none found"


def test_notelint_toml_wins_over_pyproject(tree: Scratch) -> None:
    tree.write("pyproject.toml", '[tool.notelint]\nfail-on = "error"\n')
    assert used(tree) == "pyproject.toml"
    tree.write("notelint.toml", "")
    assert used(tree) == "notelint.toml"


def test_a_pyproject_without_our_table_is_none(tree: Scratch) -> None:
    tree.write("a/pyproject.toml", '[project]\nname = "notelint-notes"\n')
    tree.write("notelint.toml", "")
    assert used(tree, "a/b") == "notelint.toml"


def test_a_broken_pyproject_of_others_is_no_concern(tree: Scratch) -> None:
    tree.write("pyproject.toml", "[project\n")
    assert used(tree) == "none found"


def test_a_broken_pyproject_with_our_table_is_told(tree: Scratch) -> None:
    tree.write("pyproject.toml", '[tool.notelint]\nfail-on = "error\n')
    result = tree.check()
    assert result.code == 2
    assert "pyproject.toml:2:17: not valid TOML: " in result.err


def test_a_given_file_and_none_at_all(tree: Scratch) -> None:
    tree.write("notelint.toml", 'ignore = ["links"]\n')
    tree.write("other.toml", 'select = ["links"]\n')
    assert used(tree, "--config", "other.toml") == "other.toml"
    assert tree.check("--config", "other.toml").code == 1
    assert used(tree, "--isolated") == "none found"
    assert tree.check("--isolated", "a").code == 1
    assert tree.check("--config", "gone.toml").code == 2


def test_a_byte_order_mark_is_no_harm(tree: Scratch) -> None:
    tree.write("notelint.toml", b"\xef\xbb\xbfignore = ['links']\r\n")
    assert tree.check().code == 0
