"""A project's own schema/ beside the shipped packs."""

import pytest
from notelint.config import Config, Options
from notelint.packs.locate import shipped_packs
from notelint.reference import load_reference

from tests.conftest import ROOT
from tests.reference.packs import VALUE, write_pack
from tests.scratch import Scratch

KINESIS = VALUE.replace("tea.green", "aws.kinesis-video-streams").replace("steeping_time", "retention")


def test_a_contradiction_names_both_places(scratch: Scratch) -> None:
    write_pack(scratch, values=KINESIS.replace("1 min .. 3 min", "1 y .. 10 y"))
    scratch.write("note.md", "# Note\n\nSome text that stands here.\n")
    result = scratch.check()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        "notelint: schema/values/tea.yaml:5:12: error: aws.kinesis-video-streams retention (range) is 1 y .. 10 y here and 1 h .. 10 y at packs/aws/values/kinesis.yaml:"
    )


def test_the_same_in_other_units_is_no_contradiction(scratch: Scratch) -> None:
    write_pack(scratch, values=KINESIS.replace("1 min .. 3 min", "60 min .. 10 y"))
    scratch.write("note.md", "# Kinesis Video Streams\n\n- Retention 1 to 10 years\n")
    assert scratch.check().out.count("error[wrong-value]") == 1


def test_another_condition_is_no_contradiction(scratch: Scratch) -> None:
    write_pack(scratch, values=KINESIS + "    qualifiers: [preview]\n")
    scratch.write("note.md", "# Note\n\nSome text that stands here.\n")
    assert scratch.check().code == 0


def test_a_shipped_entity_gets_an_alias(scratch: Scratch) -> None:
    note = "# Telly\n\n- Retention 1 to 10 years\n"
    scratch.write("note.md", note)
    assert scratch.check().code == 0
    vocabulary = "entities:\n  - {id: aws.kinesis-video-streams, name: Amazon Kinesis Video Streams, kind: service, aliases: [Telly]}\n"
    write_pack(scratch, vocabulary=vocabulary, attributes="", values="")
    result = scratch.check()
    assert "note.md:3:13: error[wrong-value] Amazon Kinesis Video Streams" in result.out
    scratch.write("note.md", note.replace("Telly", "Kinesis Video Streams"))
    assert scratch.check().out.count("wrong-value") == 1


def test_a_shipped_attribute_gets_cues(scratch: Scratch) -> None:
    scratch.write("note.md", "# Kinesis Video Streams\n\n- Zzurg of 1 to 10 years\n")
    attribute = "attributes:\n  - {id: retention, title: Retention, dimension: time, cues: [zzurg]}\n"
    write_pack(scratch, vocabulary="", attributes=attribute, values="")
    assert "kinesis-video-streams retention, certainty from words 0." in scratch.notelint("facts", "--explain", "note.md:3").out
    scratch.write("note.md", "# Kinesis Video Streams\n\n- Retention of 1 to 10 years\n")
    assert "kinesis-video-streams retention, certainty from words 0." in scratch.notelint("facts", "--explain", "note.md:3").out


def test_accepted_words(small: Scratch) -> None:
    small.write("notelint.toml", 'select = ["misspelling"]\npacks = ["general"]\n')
    small.write("note.md", "# Note\n\nThe compaany keeps the widgets in a box.\n")
    assert small.check().code == 1
    small.write("schema/words/ours.txt", "\ufeff# words of ours\ncompaany\n")
    assert small.check().code == 0


def test_accepted_words_that_are_no_text(small: Scratch) -> None:
    small.write("note.md", "# Note\n\nSome text that stands here.\n")
    small.write("schema/words/ours.txt", b"caf\xe9\n")
    result = small.check()
    assert (result.code, result.err) == (
        2,
        "notelint: schema/words/ours.txt:1:1: error: cannot be read: byte 3 is not UTF-8; save the file as UTF-8 text\n",
    )


def test_a_schema_folder_with_other_things_is_left_alone(small: Scratch) -> None:
    small.write("note.md", "# Note\n\nSome text that stands here.\n")
    small.write("schema/user.json", "{")
    small.write("schema/tables.yaml", "a: [")
    small.write("schema/values/README.md", "# Values\n\nNothing of notelint.\n")
    small.write("schema/migrations/1.sql", "drop table;")
    (small.folder / "schema/values/folder.yaml").mkdir()
    result = small.check("note.md")
    assert (result.code, result.err) == (0, "")
    assert small.notelint("schema", "check").out.endswith("in the shipped packs.\n")


def test_other_things_beside_a_pack_are_left_alone(small: Scratch) -> None:
    write_pack(small)
    small.write("schema/user.json", "{")
    small.write("schema/tables.yaml", "a: [")
    small.write("note.md", "# Green tea\n\n- Steeping time: 10 minutes\n")
    assert "error[wrong-value]" in small.check().out


def test_a_configured_folder_that_is_not_there(scratch: Scratch) -> None:
    scratch.write("notelint.toml", 'schema = "facts"\n')
    result = scratch.notelint("check")
    assert result.code == 2
    assert "notelint.toml:1: schema: there is no folder" in result.err


def test_the_pack_counts_from_any_folder_below(small: Scratch) -> None:
    write_pack(small)
    small.write("sub/note.md", "# Green tea\n\n- Steeping time: 10 minutes\n")
    below = Scratch(small.folder / "sub")
    assert "error[wrong-value]" in below.check().out
    assert below.notelint("schema", "check").out == "Nothing to report in ../schema.\n"


@pytest.mark.parametrize("pack", sorted(shipped_packs()))
def test_each_shipped_pack_works_without_the_others(pack: str) -> None:
    reference = load_reference(Config(Options(packs=(pack,)), ROOT / "tests"))
    assert reference.entities


def test_an_unknown_pack(scratch: Scratch) -> None:
    scratch.write("notelint.toml", 'packs = ["awz"]\n')
    result = scratch.notelint("check")
    assert result.code == 2
    assert result.err.startswith("notelint: ")
    assert "notelint.toml:1: unknown pack 'awz'; shipped are aws, " in result.err
