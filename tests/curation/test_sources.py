"""Evidence that is read again: `schema check --sources` and `schema watch`."""

import pytest

from tests.curation.texts import MEMBER, write_botocore, write_docs, write_values
from tests.scratch import Scratch

LIMITS = "# Limits\n\nSteep for **at most 3 minutes**\\.\n\n## Pots\n\n| Item | Quota |\n| --- | --- |\n| Steeping | 240 seconds |\n"


def _sources(scratch: Scratch, *arguments: str) -> tuple[int, str]:
    result = scratch.notelint("schema", "check", "--sources", *arguments)
    return result.code, result.out


def test_members_of_botocore(scratch: Scratch) -> None:
    write_botocore(scratch, "site")
    write_values(
        scratch,
        ("max", "15 min", MEMBER),
        ("default", "60 s", MEMBER),
        ("range", "1 min .. 15 min", MEMBER.replace("BrewRequest.members.SteepInSeconds", "Steep")),
        ("one_of", "[green-leaf, black leaf]", MEMBER.replace("BrewRequest.members.SteepInSeconds", "Leaf")),
        ("min", "5 s", "https://example.org/other"),
    )
    code, out = _sources(scratch, "--botocore", "site")
    assert out.splitlines()[-1] == "Sources of 5 values: 4 confirmed, 1 a page for people."
    assert code == 0


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("max, 20 min", "20 min is not stated in tea BrewRequest.SteepInSeconds of botocore 1.0.0; stated are 60 s, 900 s"),
        ("range, 1 min .. 16 min", "16 min is not stated in tea BrewRequest.SteepInSeconds of botocore 1.0.0; stated are"),
        ("one_of, [60 s, 77 s]", "77 s is not stated in tea BrewRequest.SteepInSeconds of botocore 1.0.0"),
    ],
)
def test_what_a_member_does_not_state(scratch: Scratch, value: str, told: str) -> None:
    write_botocore(scratch, "site")
    role, _, amount = value.partition(", ")
    write_values(scratch, (role, amount, MEMBER))
    code, out = _sources(scratch, "--botocore", "site/botocore")
    assert f"schema/values/tea.yaml:2:5: error: tea.green steeping_time: {told}" in out
    assert code == 1


def test_files_of_a_commit(scratch: Scratch) -> None:
    first, second = write_docs(scratch, "docs/guide/tea", LIMITS, LIMITS.replace("3 minutes", "5 minutes"))
    write_values(
        scratch,
        ("max", "3 min", f"github:guide/tea@{first}/docs/limits.md"),
        ("range", "0 s .. 5 min", f"github:guide/tea@{second}/docs/limits.md"),
        ("default", "4 min", f"github:guide/tea@{second[:12]}/docs/limits.md#pots"),
        ("min", "3 min", f"github:guide/tea@{second[:12]}/docs/limits.md#pots"),
        ("exact", "3 min", f"github:guide/coffee@{second[:12]}/docs/limits.md"),
    )
    code, out = _sources(scratch, "--docs", "docs")
    assert out.count("error: tea.green") == 2
    assert "0 s is not stated in docs/limits.md of guide/tea" in out
    assert "3 min is not stated in docs/limits.md of guide/tea; stated are 240 s" in out
    assert out.splitlines()[-1] == "Sources of 5 values: 2 confirmed, 2 not stated, 1 not at hand."
    assert code == 1


def test_watch_tells_of_what_changed_since(scratch: Scratch) -> None:
    """The pinned release still states it; the newest one does not. Former values are not asked about."""
    write_botocore(scratch, "old")
    write_botocore(scratch, "new", "1.0.1", most=1800)
    write_values(scratch, ("max", "15 min", MEMBER), ("default", "60 s", MEMBER))
    assert scratch.notelint("schema", "watch", "--botocore", "old").code == 0
    result = scratch.notelint("schema", "watch", "--botocore", "new")
    assert "15 min is not stated in tea BrewRequest.SteepInSeconds of botocore 1.0.1; stated are 60 s, 1800 s" in result.out
    assert (result.code, result.out.count("error")) == (1, 1)
    assert _sources(scratch, "--botocore", "new") == (0, "Nothing to report in schema.\nSources of 2 values: 2 not at hand.\n")
    text = (scratch.folder / "schema/values/tea.yaml").read_text().replace("value: 15 min\n", "value: 15 min\n    until: 2026-01-31\n")
    scratch.write("schema/values/tea.yaml", text)
    assert scratch.notelint("schema", "watch", "--botocore", "new").code == 0


@pytest.mark.parametrize("where", ["empty", "empty/file.whl"])
def test_no_botocore(scratch: Scratch, where: str) -> None:
    write_values(scratch, ("max", "15 min", MEMBER))
    scratch.write("empty/file.whl", b"PK\x05\x06" + bytes(18))
    result = scratch.notelint("schema", "watch", "--botocore", where)
    assert (result.code, result.err.startswith(f"notelint: {where}: no botocore")) == (2, True)
