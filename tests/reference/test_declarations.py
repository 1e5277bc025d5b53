"""What a pack declares for itself: units, kinds, what it needs; where packs come from; drafts."""

from datetime import date
from pathlib import Path

import pytest
from notelint.config import Config, ConfigError, Options
from notelint.packs import locate
from notelint.packs.check import check_packs
from notelint.packs.evidence import BotocoreEvidence, FileEvidence, PageEvidence, parse_evidence
from notelint.packs.find import packs_of
from notelint.reference.compile import compile_reference

from tests.conftest import ROOT
from tests.reference.packs import ATTRIBUTES, VALUE, VOCABULARY, write_pack
from tests.scratch import Scratch


def _told(scratch: Scratch, folder: str = "schema") -> list[str]:
    return [str(problem) for problem in check_packs({folder: scratch.folder / folder}, folder)]


def test_units_and_kinds_of_a_pack(scratch: Scratch) -> None:
    write_pack(
        scratch,
        vocabulary=VOCABULARY.replace("kind: concept", "kind: leaf"),
        attributes=ATTRIBUTES.replace("dimension: time", "dimension: infusion"),
        values=VALUE.replace("1 min .. 3 min", "1 inf .. 3 infusions"),
    )
    scratch.write("schema/units.txt", "# Rounds of hot water\ninfusion = [infusion] = inf\n")
    scratch.write("schema/kinds.txt", "leaf\n")
    assert _told(scratch) == []
    reference = compile_reference({"schema": scratch.folder / "schema"}, date(2026, 1, 31))
    assert reference.units["infusions".removesuffix("s")].dimension == "infusion"
    assert reference.entities["tea"].kind == "leaf"


@pytest.mark.parametrize("line", ["minute = 61 * second", "infusion = 3 * lagoon", "infusion 3"])
def test_a_unit_that_cannot_be_used(scratch: Scratch, line: str) -> None:
    write_pack(scratch)
    scratch.write("schema/units.txt", f"# Rounds\n{line}\n")
    (problem,) = _told(scratch)
    assert problem.startswith("schema/units.txt:2:1: error: the unit cannot be used: ")


def test_what_a_pack_needs(scratch: Scratch) -> None:
    write_pack(scratch)
    scratch.write("schema/pack.yaml", "title: Tea\nneeds: [water]\n")
    assert _told(scratch) == ['schema/pack.yaml:2:9: error: needs: the pack "water" is not there; name it in `packs` of the configuration']
    write_pack(scratch, "water")
    assert not check_packs({name: scratch.folder / name for name in ("schema", "water")}, "none")


def test_drafts_fail_the_check_and_nothing_else(scratch: Scratch) -> None:
    write_pack(scratch, values=VALUE + "    draft: true\n", attributes=ATTRIBUTES + "  - {id: x, title: X, dimension: time, draft: true}\n")
    assert [line.partition(": error: ")[0] for line in _told(scratch) if "draft" in line] == [
        "schema/attributes/tea.yaml:6:5",
        "schema/values/tea.yaml:2:5",
    ]
    assert compile_reference({"schema": scratch.folder / "schema"}, date(2026, 1, 31)).values == ()


def test_former_spellings_of_keys(scratch: Scratch) -> None:
    write_pack(scratch, values=VALUE.replace("as-of", "checked"), vocabulary=VOCABULARY + "    former_names: [{name: Old, until: 2020}]\n")
    assert _told(scratch) == []
    reference = compile_reference({"schema": scratch.folder / "schema"}, date(2026, 1, 31))
    assert reference.values[0].as_of == "2026-01-31"
    assert reference.entities["tea.green"].former_names[0].until == "2020"


def test_evidence() -> None:
    member = "CreateFunctionRequest.members.Timeout"
    assert parse_evidence(f"botocore:1.44.8/lambda/2015-03-31#{member}") == BotocoreEvidence("1.44.8", "lambda", "2015-03-31", member)
    assert parse_evidence("github:a/b.c@v1.0/docs/x.md#top") == FileEvidence("a/b.c", "v1.0", "docs/x.md", "top")
    assert parse_evidence("https://example.org/x") == PageEvidence("https://example.org/x")


def _packs(scratch: Scratch, *names: str) -> list[str]:
    return list(packs_of(Config(Options(packs=names), scratch.folder)))


def test_packs_are_names_and_folders_in_order(scratch: Scratch) -> None:
    write_pack(scratch, "ours/tea")
    write_pack(scratch, "coffee")
    assert _packs(scratch, "ours/tea", "aws", "coffee") == ["packs/aws", "packs/general", "ours/tea", "coffee"]
    assert set(_packs(scratch, "all", "coffee")) == {*(f"packs/{name}" for name in locate.shipped_packs()), "coffee"}


@pytest.mark.parametrize(
    ("name", "problem"), [("ours/x", "is not there"), ("empty", "holds no files of a pack"), ("awss", 'did you mean "aws"')]
)
def test_a_pack_that_is_none(scratch: Scratch, name: str, problem: str) -> None:
    scratch.write("empty/readme.md", "nothing")
    with pytest.raises(ConfigError, match=problem):
        _packs(scratch, name)


def test_an_installed_pack(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(scratch, "site/tea_pack/data")
    scratch.write("site/tea_pack/__init__.py", "raise RuntimeError('nothing of a pack is run')\n")
    scratch.write("site/tea_pack-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tea-pack\nVersion: 1.0\n")
    scratch.write("site/tea_pack-1.0.dist-info/entry_points.txt", "[notelint.packs]\ntea = tea_pack:data\n")
    monkeypatch.syspath_prepend(str(scratch.folder / "site"))
    assert locate.installed_pack("tea") == scratch.folder / "site" / "tea_pack" / "data"
    assert locate.installed_pack("coffee") is None
    assert _packs(scratch, "tea") == ["packs/general", "tea"]
    assert packs_of(Config(Options(packs=("tea",)), scratch.folder))["tea"] == Path(scratch.folder, "site/tea_pack/data")


def test_vendors_of_a_pack_are_often_left_out(scratch: Scratch) -> None:
    named = [("a", "Guild Tea Kettle"), ("b", "Guild Water"), ("water", "Water"), ("c", "Other Pot"), ("d", "Guild K2")]
    lines = "".join(f"  - {{id: {one}, name: {name}, kind: concept}}\n" for one, name in named)
    write_pack(scratch, vocabulary=VOCABULARY + lines)
    scratch.write("schema/vendors.txt", "# Makers\nGuild\n")
    entities = compile_reference({"schema": scratch.folder / "schema"}, date(2026, 1, 31)).entities
    assert [entities[one].aliases for one in ("a", "b", "c", "d")] == [("Tea Kettle",), (), (), ("K2",)]


def test_a_word_left_of_a_name_without_its_vendor_means_it_under_its_name_only(scratch: Scratch) -> None:
    """Workspace is Google Workspace in a note on Google Workspace, and a workspace of Terraform in one on Terraform."""
    lines = "  - {id: gcp.workspace, name: Google Workspace, kind: service}\n  - {id: gcp.drive, name: Google Drive, kind: service, within: [Drive]}\n"
    write_pack(scratch, vocabulary=VOCABULARY + lines)
    scratch.write("schema/vendors.txt", "Google\n")
    entities = compile_reference({"schema": scratch.folder / "schema"}, date(2026, 1, 31)).entities
    assert [(entities[one].aliases, entities[one].within) for one in ("gcp.workspace", "gcp.drive")] == [
        ((), ("Workspace",)),
        ((), ("Drive",)),
    ]


def test_the_page_on_packs_is_true(scratch: Scratch) -> None:
    """Its three files are a pack, which finds what the page says it finds."""
    page = (ROOT / "docs/packs.md").read_text(encoding="utf-8")
    for folder in ("vocabulary", "attributes", "values"):
        text = page.partition(f"```yaml\n# {folder}/tea.yaml\n")[2].partition("```")[0]
        scratch.write(f"schema/{folder}/tea.yaml", text)
    assert _told(scratch) == []
    scratch.write("note.md", "Green tea: steep for 10 minutes\n")
    scratch.write("notelint.toml", 'packs = ["general"]\n')
    assert page.partition("gets\n\n```text\n")[2].partition("\n```")[0] in scratch.check().out
