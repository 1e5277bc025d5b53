"""check --changed-since and --staged."""

from pathlib import Path

import pytest

from tests.scratch import RIGHT, WRONG, Scratch


@pytest.fixture
def repo(scratch: Scratch) -> Scratch:
    """One commit with old findings: a wrong value and a broken link."""
    scratch.git("init", "-q")
    scratch.write("old.md", f"{WRONG}\n[x](gone.md)\n")
    scratch.write("sub/target.md", "# Target\n\nSome text that stands here.\n")
    scratch.write("sub/from.md", "# From\n\n[t](target.md) leads there, and back again.\n")
    scratch.commit()
    return scratch


def test_nothing_changed_reports_nothing(repo: Scratch) -> None:
    assert repo.check().code == 1
    assert repo.check("--changed-since", "HEAD").code == 0


def test_lines_that_are_new_are_reported(repo: Scratch) -> None:
    repo.write("old.md", "# Intro\n\n[y](missing.md)\n\n" + repo.read("old.md"))
    result = repo.check("--changed-since", "HEAD")
    assert result.code == 1
    assert result.out.startswith("old.md:3:5: error[broken-link]")
    assert result.out.count("error[") == 1


def test_a_changed_line_with_an_old_finding_is_reported(repo: Scratch) -> None:
    repo.write("old.md", repo.read("old.md").replace("[x](gone.md)", "See [x](gone.md)"))
    assert repo.check("--changed-since", "HEAD").out.count("broken-link") == 1


def test_a_new_note_is_new_in_whole(repo: Scratch) -> None:
    repo.write("new.md", WRONG)
    assert repo.check("--changed-since", "HEAD").out.startswith("new.md:3:14")


def test_what_an_unchanged_note_now_contradicts_is_reported(repo: Scratch) -> None:
    repo.write("one.md", "# Widget service\n\n- Retention: 5 days\n")
    repo.commit()
    repo.write("two.md", "# Widget service\n\n- Retention: 9 days\n")
    everything = repo.check("--select", "conflicting-values").out.count("conflicting-values")
    result = repo.check("--select", "conflicting-values", "--changed-since", "HEAD")
    assert result.out.count("conflicting-values") == everything


def test_a_link_that_a_removal_breaks_is_reported_in_the_unchanged_note(repo: Scratch) -> None:
    (repo.folder / "sub/target.md").unlink()
    result = repo.check("--changed-since", "HEAD")
    assert result.code == 1
    assert result.out.startswith("sub/from.md:3:5: error[broken-link]")
    assert result.out.count("error[") == 1


def test_a_moved_note_brings_its_old_findings_with_it(repo: Scratch) -> None:
    repo.git("mv", "old.md", "sub/moved.md")
    assert repo.check("--changed-since", "HEAD").code == 0
    repo.write("sub/moved.md", repo.read("sub/moved.md") + "\nand [z](nowhere.md)\n")
    assert repo.check("--changed-since", "HEAD").out.count("error[") == 1


def test_only_what_a_branch_adds_counts_not_what_the_other_branch_mended(repo: Scratch) -> None:
    repo.git("checkout", "-q", "-b", "topic")
    repo.write("new.md", RIGHT)
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("old.md", RIGHT)
    repo.commit()
    repo.git("checkout", "-q", "topic")
    assert repo.check("--changed-since", "main").code == 0


def test_line_ends_of_the_checkout_do_not_count_as_changes(repo: Scratch) -> None:
    repo.write("old.md", repo.read("old.md").replace("\n", "\r\n"))
    assert repo.check("--changed-since", "HEAD").code == 0


def test_a_run_in_a_folder_below(repo: Scratch) -> None:
    (repo.folder / "sub/target.md").unlink()
    below = Scratch(repo.folder / "sub")
    assert below.check("--changed-since", "HEAD", ".").out.startswith("from.md:3:5")


def test_paths_that_are_given_limit_the_change(repo: Scratch) -> None:
    repo.write("new.md", WRONG)
    assert repo.check("--changed-since", "HEAD", "sub").code == 0


def test_fix_mends_only_what_is_reported(repo: Scratch) -> None:
    idle = "<!-- notelint-ignore-next-line broken-link: soon -->\ntext\n\n"
    repo.write("old.md", idle + repo.read("old.md"))
    repo.commit()
    repo.write("old.md", repo.read("old.md") + f"\n{idle}")
    repo.check("--fix", "--changed-since", "HEAD")
    assert repo.read("old.md").startswith("<!--")
    assert repo.read("old.md").count("<!--") == 1


def test_an_unknown_commit_is_a_usage_error(repo: Scratch) -> None:
    result = repo.check("--changed-since", "nowhere")
    assert result.code == 2
    assert "nowhere is not a commit of this repository" in result.err


def test_outside_git_it_is_a_usage_error(scratch: Scratch) -> None:
    scratch.write("a.md", RIGHT)
    result = scratch.check("--changed-since", "HEAD")
    assert result.code == 2
    assert "is not in a git repository" in result.err


def test_a_shallow_clone_is_told_how_to_fetch(repo: Scratch, tmp_path: Path) -> None:
    repo.git("branch", "base")
    repo.write("new.md", WRONG)
    repo.commit()
    repo.git("clone", "-q", "--depth=1", f"file://{repo.folder}", str(tmp_path / "clone"))
    clone = Scratch(tmp_path / "clone")
    result = clone.check("--changed-since", "origin/base")
    assert result.code == 2
    assert "shallow clone" in result.err
    assert "git fetch --depth=1 origin base" in result.err
    clone.git("fetch", "-q", "--depth=1", "origin", "base")
    result = clone.check("--changed-since", "FETCH_HEAD")
    assert result.code == 1
    assert "compared with FETCH_HEAD itself" in result.err
    assert result.out.startswith("new.md:3:14")
    assert result.out.count("error[") == 1


def test_staged(repo: Scratch) -> None:
    repo.write("unstaged.md", WRONG)
    repo.write("new.md", RIGHT)
    repo.git("add", "new.md")
    assert repo.check("--staged").code == 0
    repo.git("add", "unstaged.md")
    assert repo.check("--staged").out.startswith("unstaged.md:3:14")


def test_staged_with_nothing_staged_reports_everything(repo: Scratch) -> None:
    assert repo.check("--staged").out.count("error[") == 2


def test_staged_before_the_first_commit(scratch: Scratch) -> None:
    scratch.git("init", "-q")
    scratch.write("a.md", WRONG)
    scratch.git("add", "-A")
    assert scratch.check("--staged").code == 1


def test_staged_in_a_range_of_commits(repo: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("new.md", RIGHT)
    repo.commit()
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    assert repo.check("--staged").code == 0
    repo.write("new.md", WRONG)
    repo.commit()
    assert repo.check("--staged").out.count("error[") == 1


@pytest.mark.parametrize("ref", ["^HEAD", "HEAD..HEAD", "--all", "nowhere", "HEAD:a.md"])
def test_what_is_no_commit_is_told(scratch: Scratch, ref: str) -> None:
    scratch.git("init", "-q")
    scratch.write("a.md", RIGHT)
    scratch.commit()
    for option in ("--changed-since", "--config-from"):
        result = scratch.check(f"{option}={ref}")
        assert (result.code, result.out) == (2, "")
        assert f"{ref} is not a commit of this repository" in result.err
