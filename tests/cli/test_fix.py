"""check --fix, --unsafe-fixes and --diff, as they are run."""

import stat

from tests.scratch import IDLE, RIGHT, WRONG, Scratch

MESSY = b"\xef\xbb\xbf# One\r\n\r\n" + IDLE.encode() + b"text\xe2\x80\xa8more\r\n"
CLEAN = b"\xef\xbb\xbf# One\r\n\r\n\ntext\xe2\x80\xa8more\r\n"


def test_fix_writes_and_reports_what_remains(scratch: Scratch) -> None:
    note = scratch.write("a.md", MESSY)
    note.chmod(0o600)
    scratch.write("b.md", WRONG)
    result = scratch.check("--fix")
    assert result.code == 1
    assert "wrong-value" in result.out
    assert "unused-suppression" not in result.out
    assert "1 fixed in 1 note (unused-suppression 1)" in result.err
    assert note.read_bytes() == CLEAN
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    assert scratch.read("b.md") == WRONG


def test_fix_twice_is_fix_once(scratch: Scratch) -> None:
    scratch.write("a.md", MESSY)
    assert scratch.check("--fix").code == 0
    before = (scratch.folder / "a.md").stat().st_mtime_ns
    assert scratch.check("--fix").code == 0
    assert (scratch.folder / "a.md").stat().st_mtime_ns == before


def test_diff_prints_what_would_change_and_changes_nothing(scratch: Scratch) -> None:
    scratch.write("sub/a.md", MESSY)
    result = scratch.check("--diff")
    assert result.code == 1
    assert (scratch.folder / "sub/a.md").read_bytes() == MESSY
    lines = result.out.split("\n")
    assert lines[:2] == ["--- a/sub/a.md", "+++ b/sub/a.md"]
    assert f"-{IDLE}".rstrip() in lines
    scratch.git("init", "-q")
    scratch.write("patch", result.out)
    scratch.git("apply", "patch")
    assert (scratch.folder / "sub/a.md").read_bytes() == CLEAN
    result = scratch.check("--diff")
    assert (result.code, result.out) == (0, "")


def test_diff_is_clean_where_only_unfixable_things_are_found(scratch: Scratch) -> None:
    scratch.write("a.md", "# One\n\n[x](gone.md)\n")
    assert scratch.check("--diff").code == 0


def test_a_number_is_changed_on_demand_only(scratch: Scratch) -> None:
    scratch.write("a.md", WRONG)
    scratch.check("--fix")
    assert scratch.read("a.md") == WRONG
    offered = "years" in scratch.check("--diff", "--unsafe-fixes").out
    assert scratch.read("a.md") == WRONG
    scratch.check("--unsafe-fixes")
    assert (scratch.read("a.md") != WRONG) == offered


def test_standard_input_is_printed_fixed(scratch: Scratch) -> None:
    result = scratch.notelint("check", "--fix", "--stdin-filename", "a.md", "-", given=MESSY)
    assert result.code == 0
    assert result.out.encode() == CLEAN
    assert not (scratch.folder / "a.md").exists()
    result = scratch.notelint("check", "--fix", "-", given=WRONG)
    assert result.code == 1
    assert result.out == WRONG
    assert "wrong-value" in result.err
    assert scratch.notelint("check", "--fix", "-", given=RIGHT).code == 0


def test_standard_input_that_is_no_text_comes_out_as_it_went_in(scratch: Scratch) -> None:
    assert scratch.notelint("check", "--fix", "-", given=b"caf\xe9\n").out == "caf\udce9\n"


def test_suppressed_findings_are_not_fixed(scratch: Scratch) -> None:
    text = f"<!-- notelint-ignore-file unused-suppression: they come and go -->\n\n{IDLE}text\n"
    scratch.write("a.md", text)
    assert scratch.check("--fix").code == 0
    assert scratch.read("a.md") == text


def test_a_fix_that_would_lose_a_claim_holds_up_no_other(scratch: Scratch) -> None:
    before = (
        "# AWS DMS\n\n- **AWS Schema Conversion Tool (SCT)** converts a database schema to another engine\n"
        "- **Continuous Data Replication (CDC)**\n    1. Perform the schema conversion from target to source\n"
        "    1. Start the replication with {} of records\n"
    )
    scratch.write("notelint.toml", "as-of = 2025-06-30\n")
    scratch.write("a.md", before.format("retreival"))
    result = scratch.check("--unsafe-fixes")
    assert scratch.read("a.md") == before.format("retrieval")
    assert "a.md: some fixes were left out: the result would lose the claim “from target to source” at line 5" in result.err
    assert "wrong-expansion" in result.out
