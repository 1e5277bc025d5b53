"""notelint schema new: a pack that works from the first minute."""

import re

from tests.scratch import Scratch

NOTE = "# Green tea\n\n- Steeping time: 10 minutes\n"


def test_a_new_pack_is_clean_and_is_used(small: Scratch) -> None:
    small.write("note.md", NOTE)
    before = small.check()
    result = small.notelint("schema", "new")
    assert (result.code, result.err) == (0, "")
    assert [line for line in result.out.splitlines() if line.startswith("wrote ")] == [
        f"wrote schema/{kind}/example.yaml" for kind in ("vocabulary", "attributes", "values")
    ]
    assert small.notelint("schema", "check").out == "Nothing to report in schema.\n"
    after = small.check()
    assert "wrong-value" not in before.out
    assert after.code == 1
    assert "note.md:3:18: error[wrong-value] Green tea, steeping time: 1 to 3 minutes, not 10 minutes (as of 2026-01-31)" in after.out
    small.write("note.md", NOTE.replace("10 minutes", "2 minutes"))
    assert small.check().code == 0


def test_a_new_exam_can_be_measured(small: Scratch) -> None:
    small.write("note.md", NOTE)
    result = small.notelint("schema", "new", "--blueprint")
    assert result.code == 0
    assert "wrote schema/blueprints/my-exam.yaml" in result.out
    assert small.notelint("schema", "check").code == 0
    assert "my-exam" in small.notelint("exams").out
    assert small.notelint("coverage", "--exam", "my-exam").code == 0


def test_every_comment_that_is_an_entry_is_a_right_one(small: Scratch) -> None:
    """What the templates show as a comment may be used as it stands."""
    small.notelint("schema", "new")
    for kind in ("vocabulary", "attributes", "values"):
        text = small.read(f"schema/{kind}/example.yaml")
        entries = re.sub(r"(?m)^# (?= {2})", "", text)
        keys = re.sub(r"(?m)^    # (?=  - |[a-z_]+: (?!.*\[\.\.\.\]))|^    # (?=[a-z_]+:$)", "    ", entries)
        assert keys != text
        small.write(f"schema/{kind}/example.yaml", keys)
    result = small.notelint("schema", "check")
    assert result.code == 0, result.out


def test_the_configured_folder(small: Scratch) -> None:
    small.write("notelint.toml", 'schema = "data/facts"\npacks = ["general"]\n')
    result = small.notelint("schema", "new")
    assert "wrote data/facts/values/example.yaml" in result.out
    assert small.notelint("schema", "check").out == "Nothing to report in data/facts.\n"


def test_another_folder(small: Scratch) -> None:
    result = small.notelint("schema", "new", "other/place")
    assert "wrote other/place/vocabulary/example.yaml" in result.out
    assert "`notelint schema check other/place`" in result.out
    assert small.notelint("schema", "check", "other/place").code == 0


def test_nothing_is_overwritten(small: Scratch) -> None:
    small.write("schema/values/example.yaml", "# mine\n")
    result = small.notelint("schema", "new")
    assert (result.code, result.out) == (2, "")
    assert result.err == "notelint: schema/values/example.yaml is there already; nothing was written\n"
    assert small.read("schema/values/example.yaml") == "# mine\n"
    assert not (small.folder / "schema/vocabulary").exists()
    assert small.notelint("schema", "new", "--blueprint").code == 0
    assert small.notelint("schema", "new", "--blueprint").code == 2


def test_a_file_in_the_way_is_told(small: Scratch) -> None:
    small.write("schema", "a file")
    result = small.notelint("schema", "new")
    assert result.code == 2
    assert result.err.startswith("notelint: schema")
