"""notelint mcp: what an agent asks, with the client of the official SDK."""

import json
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest

from tests.scratch import RIGHT, WRONG, Scratch

mcp = pytest.importorskip("mcp")


@pytest.fixture(autouse=True)
def settings(scratch: Scratch) -> None:
    scratch.write("notelint.toml", "as-of = 2026-11-20\n")


def ask(scratch: Scratch, name: str, arguments: dict[str, Any], *, allow_fix: bool = False) -> Any:
    """The structured or textual answer of a tool."""
    from notelint.agent.server import server

    async def asked() -> Any:
        async with mcp.Client(server([str(scratch.folder)], allow_fix=allow_fix)) as client:
            return await client.call_tool(name, arguments)

    return anyio.run(asked)


def data(result: Any) -> Any:
    assert not result.is_error, result.content
    return json.loads(result.content[0].text)


def test_a_wrong_number_in_a_text(scratch: Scratch) -> None:
    (found,) = data(ask(scratch, "check_text", {"text": WRONG}))["diagnostics"]
    assert found["rule"] == "wrong-value"
    assert found["start"] == {"line": 3, "column": 14}
    assert found["suggestions"] == ["1 hour to 10 years"]


def test_notes_at_paths(scratch: Scratch) -> None:
    scratch.write("sub/a.md", WRONG)
    scratch.write("sub/b.md", RIGHT)
    (found,) = data(ask(scratch, "check_paths", {"paths": ["sub"]}))["diagnostics"]
    assert found["filename"].endswith("sub/a.md")


@pytest.mark.parametrize("path", ["..", "/etc", "link"])
def test_nothing_outside_of_the_roots_is_read(scratch: Scratch, tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text(WRONG)
    (scratch.folder / "link").symlink_to(outside)
    for tool, more in (("check_paths", {}), ("coverage", {"exam": "mls-c01"})):
        assert ask(scratch, tool, {"paths": [path], **more}).is_error
    assert ask(scratch, "explain_claim", {"path": f"{path}/secret.md", "line": 3}).is_error


def test_a_link_out_of_the_roots_is_not_followed_inside_of_the_checkout(scratch: Scratch) -> None:
    from notelint.agent.tools import Tools

    scratch.git("init", "-q")
    scratch.write("private.md", WRONG)
    scratch.write("notes/a.md", RIGHT)
    (scratch.folder / "notes" / "link.md").symlink_to("../private.md")
    tools = Tools([str(scratch.folder / "notes")])
    assert tools.check_paths(["."])["diagnostics"] == []
    assert tools.fix_paths(["."])["changed"] == []


def test_an_unknown_exam_and_a_missing_note_are_told(scratch: Scratch) -> None:
    assert "there is no exam 'mls-c99'" in ask(scratch, "coverage", {"paths": ["."], "exam": "mls-c99"}).content[0].text
    gone = ask(scratch, "check_paths", {"paths": ["gone.md"]})
    assert gone.is_error
    assert "gone.md: no such file or folder" in gone.content[0].text


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("visibility timeout of SQS", "Amazon SQS, visibility timeout", "0 to 12 hours"),
        ("How long does Kinesis Video Streams keep data: retention?", "Amazon Kinesis Video Streams, retention", "1 hour to 10 years"),
        ("OSPF hold time", "OSPF, hold time", "by default 40 seconds, broadcast and point-to-point"),
    ],
)
def test_a_value_is_looked_up_by_words(scratch: Scratch, words: str, name: str, value: str) -> None:
    found = data(ask(scratch, "lookup_value", {"words": words}))["found"]
    assert found[0]["property"] == name
    assert value in [one["value"] for one in found[0]["values"]]
    assert all(one["source"].startswith("https://") for one in found[0]["values"])


def test_former_values_say_until_when(scratch: Scratch) -> None:
    (found,) = data(ask(scratch, "lookup_value", {"words": "SQS message size"}))["found"]
    eras = {one["value"]: (one["era"], one.get("until")) for one in found["values"]}
    assert eras["at most 256 KB"] == ("past", "2025-08-04")
    assert eras["at most 1 MiB"] == ("now", None)


def test_what_nobody_knows_is_not_found(scratch: Scratch) -> None:
    assert data(ask(scratch, "lookup_value", {"words": "price of eggs"})) == {"found": []}


def test_a_line_is_explained(scratch: Scratch) -> None:
    scratch.write("a.md", WRONG)
    result = ask(scratch, "explain_claim", {"path": "a.md", "line": 3})
    assert "contradicts" in result.content[0].text


def test_without_paths_all_notes_of_all_folders_are_meant(scratch: Scratch) -> None:
    scratch.write("one/a.md", WRONG)
    scratch.write("two/b.md", WRONG)
    from notelint.agent.tools import Tools

    tools = Tools([str(scratch.folder / "one"), str(scratch.folder / "two")])
    assert {one["filename"][-8:] for one in tools.check_paths()["diagnostics"]} == {"one/a.md", "two/b.md"}
    assert data(ask(scratch, "coverage", {"exam": "mls-c01"}))["blueprint"] == "mls-c01"


def test_an_agent_is_told_where_paths_start_and_end(scratch: Scratch) -> None:
    outside = ask(scratch, "check_paths", {"paths": ["../other.md"]})
    assert f"../other.md is outside of the folders that may be read: {scratch.folder.resolve()}" in outside.content[0].text
    assert f"relative paths start at {scratch.folder.resolve()}" in ask(scratch, "check_paths", {"paths": ["gone.md"]}).content[0].text


def test_coverage(scratch: Scratch) -> None:
    scratch.write("a.md", RIGHT)
    assert data(ask(scratch, "coverage", {"paths": ["."], "exam": "mls-c01"}))["blueprint"] == "mls-c01"


def test_fixes_are_suggested_and_nothing_is_written(scratch: Scratch) -> None:
    fixed = data(ask(scratch, "suggest_fix", {"text": "# Kinesis\n\nThe retreival of records.\n"}))
    assert fixed["text"] == "# Kinesis\n\nThe retrieval of records.\n"
    assert fixed["fixed"] == {"misspelling": 1}
    unsafe = data(ask(scratch, "suggest_fix", {"text": WRONG, "unsafe": True}))
    assert unsafe["text"] == RIGHT


def test_files_are_changed_only_where_that_was_allowed(scratch: Scratch) -> None:
    scratch.write("a.md", "# Kinesis\n\nThe retreival of records.\n")
    assert ask(scratch, "fix_paths", {"paths": ["."]}).is_error
    assert data(ask(scratch, "fix_paths", {"paths": ["."]}, allow_fix=True))["fixed"] == {"misspelling": 1}
    assert scratch.read("a.md") == "# Kinesis\n\nThe retrieval of records.\n"


def test_rules_and_packs_are_resources(scratch: Scratch) -> None:
    from notelint.agent.server import server

    async def read() -> list[str]:
        async with mcp.Client(server([str(scratch.folder)], allow_fix=False)) as client:
            uris = ("notelint://rules/wrong-value", "notelint://packs/networking")
            return [(await client.read_resource(uri)).contents[0].text for uri in uris]

    rule, pack = anyio.run(read)
    assert rule.startswith("# wrong-value\n")
    assert "ospf" in pack


def test_over_standard_input_and_output(scratch: Scratch) -> None:
    async def asked() -> list[str]:
        parameters = mcp.StdioServerParameters(command=sys.executable, args=["-m", "notelint", "mcp"], cwd=Path(scratch.folder))
        async with mcp.Client(parameters) as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    assert sorted(anyio.run(asked)) == ["check_paths", "check_text", "coverage", "explain_claim", "lookup_value", "suggest_fix"]


def test_without_the_sdk(scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one == "mcp" or one.startswith(("mcp.", "notelint.agent.server"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    result = scratch.notelint("mcp")
    assert result.code == 2
    assert "pip install 'notelint[mcp]'" in result.err
