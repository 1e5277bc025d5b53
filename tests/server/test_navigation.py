"""What an editor is told of claims, names, links and headings."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.scratch import Scratch
from tests.server.editor import Editor, at, converse, edited, tea_folder

TEA = "# Green tea\n\n- Steeping time: 1 to 3 minutes\n- See [leaves](b.md#big-leaves) and [[b#Big leaves]]\n"
LEAVES = "# Leaves\n\n## Big leaves\n\n- Green tea\n  - Steeping time: 9 minutes\n\n## Big leaves\n\nSee [above](#big-leaves) and [below](#big-leaves-1).\n"
HISTORY = """\
values:
  - {entity: tea, attribute: steeping_time, role: range, value: 4 min .. 5 min, until: "2020", source: https://example.org/old, as-of: 2019-01-01}
  - {entity: tea, attribute: steeping_time, role: range, value: 1 min .. 3 min, since: "2020", source: https://example.org/new, as-of: 2024-02-03}
  - {entity: widget, attribute: shelf_life, role: max, value: 7 days, source: https://example.org/widget, as-of: 2024-02-03}
"""
VOCABULARY = """\
entities:
  - {id: tea, name: Green tea, kind: concept, aliases: [Sencha], expansions: [Grand Tea], former-names: [{name: Verdant Tea, until: 2019-05-01}], source: https://example.org/tea}
  - {id: widget, name: Widget, kind: service}
  - {id: samovar, name: Steam Samovar, kind: service, parent: tea, status: {state: ended, since: 2020-05-01, source: https://example.org/end, note: use a kettle}}
"""


def _folder(path: Path) -> Scratch:
    scratch = tea_folder(path, a=TEA, b=LEAVES, c="# Kettles\n\nThe Steam Samovar boils water for Sencha.\n")
    scratch.write("schema/values/tea.yaml", HISTORY)
    scratch.write("schema/vocabulary/tea.yaml", VOCABULARY)
    return scratch


async def _hover(editor: Editor, name: str, position: types.Position) -> str:
    found = await editor.client.text_document_hover_async(types.HoverParams(editor.document(name), position))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def _places(editor: Editor, found: Any) -> list[tuple[str, int, int]]:
    """Name of the file, line and column from 1."""
    return [
        (one.uri.removeprefix(editor.uri("")).strip("/"), one.range.start.line + 1, one.range.start.character + 1) for one in found or ()
    ]


def test_hovering_tells_what_is_known(tmp_path: Path) -> None:
    _folder(tmp_path)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("b.md", "wrong-value", "duplicate-heading")
        told = await _hover(editor, "a.md", at(TEA, "1 to 3"))
        assert told.splitlines() == [
            "**Green tea, steeping time**: agrees",
            "",
            "- 1 to 3 minutes, since 2020 (as of 2024-02-03) ([source](https://example.org/new))",
            "- formerly: 4 to 5 minutes, until 2020 (as of 2019-01-01) ([source](https://example.org/old))",
            "",
            "also stated in",
            "",
            f"- [b.md:6]({editor.uri('b.md')}#L6): `9 minutes`",
        ]
        assert "**Green tea**: concept ([source](https://example.org/tea))" in (
            told := await _hover(editor, "a.md", at(TEA, "Green tea", 3))
        )
        assert "- stands for Grand Tea" in told
        assert "- also Sencha" in told
        assert "- formerly Verdant Tea, until 2019-05-01" in told
        told = await _hover(editor, "c.md", types.Position(2, 8))
        assert "**Steam Samovar**: service of Green tea" in told
        assert "- ended since 2020-05-01: use a kettle ([source](https://example.org/end))" in told
        nothing = types.HoverParams(editor.document("c.md"), types.Position(2, 23))
        assert await editor.client.text_document_hover_async(nothing) is None

    converse(Editor(tmp_path), conversation)


def test_definitions_and_references(tmp_path: Path) -> None:
    _folder(tmp_path)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("b.md", "wrong-value", "duplicate-heading")

        async def defined(name: str, position: types.Position) -> list[tuple[str, int, int]]:
            return _places(
                editor, await editor.client.text_document_definition_async(types.DefinitionParams(editor.document(name), position))
            )

        async def referred(name: str, position: types.Position, *, itself: bool = True) -> list[tuple[str, int, int]]:
            params = types.ReferenceParams(types.ReferenceContext(itself), editor.document(name), position)
            return _places(editor, await editor.client.text_document_references_async(params))

        values = [("schema/values/tea.yaml", 2, 5), ("schema/values/tea.yaml", 3, 5)]
        assert await defined("a.md", at(TEA, "1 to 3")) == [*values, ("b.md", 6, 20)]
        assert await defined("a.md", at(TEA, "Green tea", 1)) == [("schema/vocabulary/tea.yaml", 2, 6)]
        assert await defined("a.md", at(TEA, "b.md#big", 1)) == [("b.md", 3, 1)]
        assert await defined("a.md", at(TEA, "b#Big", 1)) == [("b.md", 3, 1)]
        assert await defined("b.md", at(LEAVES, "#big-leaves-1", 1)) == [("b.md", 8, 1)]
        assert await referred("a.md", at(TEA, "1 to 3")) == [("a.md", 3, 18), ("b.md", 6, 20)]
        assert await referred("a.md", at(TEA, "1 to 3"), itself=False) == [("b.md", 6, 20)]
        assert await referred("a.md", at(TEA, "Green tea", 1)) == [("a.md", 1, 3), ("b.md", 5, 3), ("c.md", 3, 35)]
        links = [("a.md", 4, 16), ("a.md", 4, 39), ("b.md", 10, 13)]
        assert sorted(await referred("b.md", at(LEAVES, "## Big leaves", 4), itself=False)) == links

    converse(Editor(tmp_path), conversation)


def test_headings_and_links_are_listed(tmp_path: Path) -> None:
    scratch = _folder(tmp_path)
    scratch.write("d.md", "# One\n\n### Three\n\n[c](c.md), [gone](gone.md), [web](https://example.org/x)\n\n## Two\n")

    async def conversation(editor: Editor) -> None:
        await editor.until(lambda: "broken-link" in editor.codes("d.md"))
        symbols: Any = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document("d.md")))
        (one,) = symbols
        assert (one.name, one.range.start.line, one.range.end.line) == ("One", 0, 8)
        assert [(child.name, child.range.start.line, child.range.end.line) for child in one.children] == [("Three", 2, 6), ("Two", 6, 8)]
        links = await editor.client.text_document_document_link_async(types.DocumentLinkParams(editor.document("d.md")))
        assert [one.target for one in links or ()] == [editor.uri("c.md"), "https://example.org/x"]
        links = await editor.client.text_document_document_link_async(types.DocumentLinkParams(editor.document("a.md")))
        assert [one.target for one in links or ()] == [f"{editor.uri('b.md')}#L3"] * 2

    converse(Editor(tmp_path), conversation)


def test_a_heading_is_renamed_with_all_links_to_it(tmp_path: Path) -> None:
    _folder(tmp_path)

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("b.md", "wrong-value", "duplicate-heading")
        editor.open("b.md")
        here = at(LEAVES, "## Big leaves", 4)
        prepared = await editor.client.text_document_prepare_rename_async(types.PrepareRenameParams(editor.document("b.md"), here))
        assert isinstance(prepared, types.PrepareRenamePlaceholder)
        assert prepared.placeholder == "Big leaves"
        assert (prepared.range.start, prepared.range.end) == (at(LEAVES, "Big leaves"), at(LEAVES, "Big leaves", 10))
        elsewhere = types.PrepareRenameParams(editor.document("b.md"), at(LEAVES, "See"))
        assert await editor.client.text_document_prepare_rename_async(elsewhere) is None
        made = await editor.client.text_document_rename_async(types.RenameParams(editor.document("b.md"), here, "Large `leaves`"))
        assert made is not None
        assert made.changes is not None
        assert edited(TEA, made.changes[editor.uri("a.md")]).endswith("See [leaves](b.md#large-leaves) and [[b#Large leaves]]\n")
        renamed = LEAVES.replace("Big leaves", "Large `leaves`", 1)
        renamed = renamed.replace("(#big-leaves)", "(#large-leaves)").replace("(#big-leaves-1)", "(#big-leaves)")
        assert edited(LEAVES, made.changes[editor.uri("b.md")]) == renamed
        with pytest.raises(JsonRpcException, match="needs words"):
            await editor.client.text_document_rename_async(types.RenameParams(editor.document("b.md"), here, " "))

    converse(Editor(tmp_path), conversation)


def test_names_and_values_are_completed(tmp_path: Path) -> None:
    _folder(tmp_path)
    text = "# Widget\n\n- The retention is \n- Verd Steam Sa\n- Nothing known of 5 \n\n```\nSteam Sa\n```\n\n| a | b |\n|---|---|\n| Green tea | the steeping time is 1 m |\n"

    async def conversation(editor: Editor) -> None:
        await editor.until_codes("b.md", "wrong-value", "duplicate-heading")
        editor.open("a.md")
        editor.type("a.md", text)

        async def offered(position: types.Position) -> list[tuple[str, str]]:
            found: Any = await editor.client.text_document_completion_async(types.CompletionParams(editor.document("a.md"), position))
            return [(one.label, edited(text, [one.text_edit]).splitlines()[position.line]) for one in found.items]

        assert await offered(at(text, "retention is ", 13)) == [("7 days", "- The retention is 7 days")]
        assert await offered(at(text, "Steam Sa", 8)) == [("Steam Samovar", "- Verd Steam Samovar")]
        assert await offered(at(text, "of 5 ", 5)) == []
        assert await offered(at(text, "```\nSteam Sa", 12)) == []
        assert await offered(at(text, "1 m", 3)) == [("1 to 3 minutes", "| Green tea | the steeping time is 1 to 3 minutes |")]

    converse(Editor(tmp_path), conversation)
