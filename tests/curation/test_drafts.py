"""Drafts: from changes between two releases, from notes, from structured sources; and their review."""

import json

import pytest
import yaml
from click.testing import CliRunner
from notelint.curation.drafts import entry_text, slug

from tests.curation.texts import MEMBER, write_botocore, write_docs, write_values
from tests.scratch import Scratch


def _entries(scratch: Scratch, path: str) -> list[dict[str, object]]:
    (entries,) = yaml.safe_load((scratch.folder / path).read_text()).values()
    assert all(entry.pop("draft") is True for entry in entries)
    return list(entries)


def test_history_of_botocore(scratch: Scratch) -> None:
    write_botocore(scratch, "old")
    write_botocore(scratch, "new", "1.0.1", most=1800)
    write_values(scratch, ("max", "900 s", MEMBER))
    result = scratch.notelint("schema", "history", "old", "new", "--since", "2026-11-19", "--pack", "drafts")
    assert result.code == 0, result.err
    entries = [entry for entry in _entries(scratch, "drafts/values/drafts-history.yaml") if entry["entity"] == "tea.green"]
    assert [(entry["value"], str(entry.get("until")), str(entry.get("since"))) for entry in entries if "s" in str(entry["value"])] == [
        ("1800 s", "None", "2026-11-19"),
        ("900 s", "2026-11-19", "None"),
    ]
    assert {(entry["attribute"], entry["role"], entry["note"]) for entry in entries} == {("steeping_time", "max", "seen")}
    assert {entry["evidence"] for entry in entries if entry["value"] == "1800 s"} == {MEMBER.replace("1.0.0", "1.0.1")}


def test_history_of_what_no_pack_knows(scratch: Scratch) -> None:
    """The role is that of the word before the number; what two members say is drafted once."""
    write_botocore(scratch, "old")
    write_botocore(scratch, "new", "1.0.1", most=1800)
    assert scratch.notelint("schema", "history", "old", "new", "--since", "2026-11-19", "--pack", "drafts").code == 0
    drafts = [
        (one["entity"], one["attribute"], one["role"], one["value"]) for one in _entries(scratch, "drafts/values/drafts-history.yaml")
    ]
    assert ("aws.tea", "steep_in_seconds", "max", "1800 s") in drafts
    assert len(drafts) == len(set(drafts)) == 4


def test_history_of_a_repository(scratch: Scratch) -> None:
    said = "# Limits\n\nA pot holds up to 3 liters. Steep for at most {} minutes.\n\nRequests fail with status code {}.\n\nBuilt in {}.\n"
    first, second = write_docs(scratch, "tea", said.format(3, 404, "2019 with 3 steps"), said.format(5, 405, "2020 with 4 steps"))
    result = scratch.notelint("schema", "history", first, second, "--repository", "tea", "--github", "guide/tea", "--pack", "drafts")
    assert result.code == 0, result.err
    entries = _entries(scratch, "drafts/values/drafts-history.yaml")
    assert [entry["value"] for entry in entries] == ["3 min", "5 min"]
    assert entries[1]["evidence"] == f"github:guide/tea@{second}/docs/limits.md"
    assert entries[1]["source"] == f"https://github.com/guide/tea/blob/{second}/docs/limits.md"


NOTES = "# Green tea\n\n- Cooling time: 5 minutes\n- Holds 4 cups\n\n# Pu-erh\n\n- **Rinsing time** - 10 seconds\n- run `tea --wait 7 minutes`\n"
PAGE = "# Pu-erh\n\nThe rinsing time of pu-erh is 10 seconds. Rinse for 20 seconds in the cold.\n\nSomething else takes 10 seconds.\n"


def test_numbers_of_notes(scratch: Scratch) -> None:
    write_values(scratch, ("max", "15 min", MEMBER))
    scratch.write("a.md", NOTES)
    scratch.write("b.md", NOTES.replace("Green tea", "Green tea ").replace("5 min", "6 min"))
    scratch.write("guide/pu-erh.md", PAGE)
    result = scratch.notelint("schema", "suggest", "a.md", "b.md", "--docs", "guide", "--page", "https://example.org/{path}/")
    assert result.code == 0, result.err
    attributes = {str(entry["id"]): entry for entry in _entries(scratch, "schema/attributes/drafts-suggested.yaml")}
    assert attributes["cooling_time"]["dimension"] == attributes["rinsing_time"]["dimension"] == "time"
    assert [entry["id"] for entry in _entries(scratch, "schema/vocabulary/drafts-suggested.yaml")] == ["pu-erh"]
    (value,) = _entries(scratch, "schema/values/drafts-suggested.yaml")
    assert (value["entity"], value["attribute"], value["value"]) == ("pu-erh", "rinsing_time", "10 s")
    assert value["source"] == "https://example.org/pu-erh/"
    review = [json.loads(line) for line in (scratch.folder / "review.jsonl").read_text().splitlines()]
    assert any("The rinsing time of pu-erh is 10 seconds." in record["quote"] for record in review)
    assert "pu-erh is 10 seconds" not in (scratch.folder / "schema/values/drafts-suggested.yaml").read_text()
    again = scratch.notelint("schema", "suggest", "a.md", "b.md")
    assert again.out == "Nothing to draft.\n"


def test_names_of_things_and_questions_are_no_properties(scratch: Scratch) -> None:
    """A number under the name of a thing is of that thing; "When to use" and "Comparing pots" name nothing."""
    write_values(scratch, ("max", "15 min", MEMBER))
    scratch.write(
        "a.md",
        "# Clay pot\n\n- Warm-up time: 5 minutes\n\n# Comparing pots\n\n## Pots\n\n- Clay pot\n  - ready in 4 minutes\n\n## When to use\n\n- Serving time: 9 minutes\n",
    )
    assert scratch.notelint("schema", "suggest", "a.md").code == 0
    assert [entry["id"] for entry in _entries(scratch, "schema/attributes/drafts-suggested.yaml")] == ["warm_up_time"]
    assert [entry["id"] for entry in _entries(scratch, "schema/vocabulary/drafts-suggested.yaml")] == ["clay-pot"]


def test_drafts_are_read_by_no_rule_and_fail_the_check(scratch: Scratch) -> None:
    write_values(scratch, ("max", "15 min", MEMBER))
    scratch.write("a.md", NOTES)
    assert scratch.notelint("schema", "suggest", "a.md").code == 0
    assert scratch.check().code == 0
    result = scratch.notelint("schema", "check")
    assert (result.code, "draft: not confirmed" in result.out) == (1, True)
    assert scratch.notelint("schema", "review", "--accept-all").code == 0
    assert scratch.notelint("schema", "check").code == 0


def test_review_asks_for_each(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    from notelint.cli import main

    write_values(scratch, ("max", "15 min", MEMBER))
    scratch.write("a.md", NOTES)
    assert scratch.notelint("schema", "suggest", "a.md").code == 0
    monkeypatch.chdir(scratch.folder)
    result = CliRunner().invoke(main, ["schema", "review", "schema"], input="r\na\nq\n")
    assert result.exit_code == 0, result.output
    assert "seen 1 times, first at a.md:4:" in result.output
    assert not (scratch.folder / "schema/vocabulary/drafts-suggested.yaml").exists()
    kept = (scratch.folder / "schema/attributes/drafts-suggested.yaml").read_text()
    assert kept.count("  - id:") - kept.count("draft: true") == 1


QUOTAS = "# Limits\n\n| Name | Default | Adjustable |\n| --- | --- | --- |\n| Pots per kitchen | 5 pots | Yes |\n| Colours | any | No |\n"
FLAGS = '# tea\n\n--event-ttl duration     Default: 1h0m0s\n\n--workers int     Default: 5\n\n--mode string     Default: "fast"\n'


@pytest.mark.parametrize(
    ("reader", "text", "expected"),
    [
        ("quotas", QUOTAS, [("limits", "pots_per_kitchen", "default", "5 pot")]),
        ("kube-flags", FLAGS, [("limits", "event_ttl", "default", "1 h"), ("limits", "workers", "default", "5")]),
    ],
)
def test_harvest(scratch: Scratch, reader: str, text: str, expected: list[tuple[str, ...]]) -> None:
    scratch.write("guide/limits.md", text)
    result = scratch.notelint("schema", "harvest", "guide", "--reader", reader, "--page", "https://example.org/{path}/")
    assert result.code == 0, result.err
    entries = _entries(scratch, f"schema/values/drafts-{reader}.yaml")
    assert [(one["entity"], one["attribute"], one["role"], str(one["value"])) for one in entries] == expected


def test_entries_are_the_yaml_that_packs_read() -> None:
    entry = {"note": "a: b", "id": "x", "cues": ["no", "two words"], "until": "2026", "value": "5 min", "draft": True}
    assert yaml.safe_load(entry_text(entry)) == [entry | {"until": 2026}]
    assert slug("Blob soft-delete (v2)", "_") == "blob_soft_delete_v2"
