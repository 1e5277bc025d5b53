"""What the notes, settings and files of strangers cannot do."""

import os
from pathlib import Path

import pytest

from tests.scratch import WRONG, Scratch

SECRET = "SECRET=1234\n\nThe recieve thing.\n"


@pytest.fixture
def outside(scratch: Scratch) -> Path:
    """A file beside the project, which is a checkout."""
    scratch.git("init", "-q")
    path = scratch.folder.with_name("outside.md")
    path.write_text(SECRET)
    return path


def test_git_runs_no_command_of_a_repository_inside_the_notes(scratch: Scratch) -> None:
    """The files of a bare repository below notes/, whose missing objects are to be fetched with a command."""
    scratch.git("init", "-q")
    scratch.write("notes/a.md", WRONG)
    scratch.commit()
    base = scratch.git("rev-parse", "HEAD").strip()
    ran = scratch.folder / "ran"
    for name in ("notelint.toml", "objects/keep", "refs/keep"):
        scratch.write(f"notes/{name}", "")
    scratch.write("notes/HEAD", "ref: refs/heads/main\n")
    scratch.write(
        "notes/config",
        "[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = .\n[extensions]\n\tpartialClone = origin\n"
        f'[remote "origin"]\n\turl = "ext::sh -c touch% {ran}"\n\tpromisor = true\n[protocol "ext"]\n\tallow = always\n',
    )
    scratch.commit()
    result = scratch.check("--changed-since", base, "--", "notes")
    assert not ran.exists()
    assert result.code in (0, 1), result.err


def test_git_runs_no_hook_or_monitor(scratch: Scratch) -> None:
    scratch.git("init", "-q")
    scratch.write("a.md", WRONG)
    scratch.commit()
    ran = scratch.folder / "ran"
    script = scratch.write("monitor.sh", f"#!/bin/sh\ntouch {ran}\n")
    script.chmod(0o755)
    scratch.git("config", "core.fsmonitor", str(script))
    scratch.write("b.md", WRONG)
    ran.unlink(missing_ok=True)
    scratch.check("--staged")
    scratch.check("--changed-since", "HEAD")
    assert not ran.exists()


def test_a_note_that_leads_out_of_the_project_is_not_read(scratch: Scratch, outside: Path) -> None:
    scratch.write("notelint.toml", "")
    (scratch.folder / "link.md").symlink_to(outside)
    for arguments in ((), ("link.md",), ("--fix",)):
        result = scratch.notelint("check", *arguments)
        assert "[unread-note] leads out of the project" in result.out
        assert "SECRET" not in result.out + result.err
        assert result.code == 1
    scratch.commit()
    assert "SECRET" not in scratch.notelint("check", "--changed-since", "HEAD").out
    assert outside.read_text() == SECRET
    allowed = scratch.notelint("check", "--follow-outside", "link.md")
    assert "recieve" in allowed.out


def test_a_link_inside_the_project_is_read(scratch: Scratch) -> None:
    scratch.git("init", "-q")
    scratch.write("a.md", WRONG)
    (scratch.folder / "sub").mkdir()
    (scratch.folder / "sub/link.md").symlink_to("../a.md")
    assert "sub/link.md:3:14: error[wrong-value]" in scratch.check("sub").out


def test_a_folder_that_leads_out_of_the_project_is_not_read(scratch: Scratch, outside: Path) -> None:
    (outside.parent / "more").mkdir()
    (outside.parent / "more" / "b.md").write_text(SECRET)
    scratch.write("notelint.toml", "")
    (scratch.folder / "notes").symlink_to(outside.parent / "more")
    result = scratch.notelint("check", "notes")
    assert "SECRET" not in result.out
    assert "leads out of the project" in result.out


def test_what_the_command_line_names_outside_is_read(scratch: Scratch, outside: Path) -> None:
    assert "recieve" in scratch.notelint("check", "--isolated", "../outside.md").out


@pytest.mark.parametrize("name", ["notelint.toml", "schema/vocabulary/x.yaml", "schema/words/x.txt", "schema", "notelint-baseline.json"])
def test_settings_packs_and_baseline_that_lead_out_of_the_project_are_refused(scratch: Scratch, outside: Path, name: str) -> None:
    scratch.write("a.md", "# A\n\nText.\n")
    path = scratch.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    target = outside
    if name == "schema":
        target = outside.parent / "pack"
        (target / "words").mkdir(parents=True)
        (target / "words/x.txt").write_text("recieve\n")
    path.symlink_to(target)
    result = scratch.check()
    assert result.code == 2
    assert "leads out of the project" in result.err
    assert "SECRET" not in result.err + result.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links that lead to themselves")
def test_a_link_to_itself_stops_nothing(scratch: Scratch) -> None:
    scratch.write("a.md", WRONG)
    (scratch.folder / "loop.md").symlink_to("loop.md")
    assert "a.md:3:14: error[wrong-value]" in scratch.check().out


def test_settings_packs_and_baseline_of_another_commit(scratch: Scratch) -> None:
    """The branch silences everything in all three ways, and none of them counts."""
    scratch.git("init", "-q")
    scratch.write("notes/a.md", "# A\n\n- The compaany\n")
    scratch.write("notelint.toml", 'as_of = 2025-06-30\nselect = ["misspelling", "wrong-value"]\n')
    scratch.write("schema/words/mine.txt", "distrobution\n")
    scratch.notelint("baseline", "create")
    scratch.commit()
    scratch.write("notes/a.md", "# A\n\n- The compaany\n- The recieve thing and a distrobution\n")
    scratch.write("schema/words/mine.txt", "recieve\n")
    for silenced in ('ignore = ["all"]\n', 'exclude = ["notes"]\n', ""):
        scratch.write("notelint.toml", silenced)
        result = scratch.check("--config-from", "HEAD")
        assert result.out.splitlines()[0] == 'notes/a.md:4:7: error[misspelling] "recieve" is misspelt: "receive"'
        assert len(result.out.splitlines()) == 2
        assert "1 known finding left out (notelint-baseline.json)" in result.err
    (scratch.folder / "notelint.toml").unlink()
    (scratch.folder / "notelint-baseline.json").unlink()
    assert scratch.check("--config-from", "HEAD", "notes").out == result.out
    assert "origin: HEAD" not in result.out
    assert "# HEAD:notelint.toml:1" in scratch.notelint("check", "--config-from", "HEAD", "--show-settings").out
    assert scratch.check("--config-from", "HEAD", "--baseline", "schema/words/mine.txt").code == 2
    unknown = scratch.check("--config-from", "nowhere")
    assert (unknown.code, unknown.out) == (2, "")
    assert "--config-from: nowhere is not a commit of this repository" in unknown.err
