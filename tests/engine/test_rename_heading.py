"""A heading is renamed, and all links to the headings of its note follow."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from notelint.config import discover, load
from notelint.engine.fixing.edits import edited
from notelint.engine.fixing.rename_heading import RenameError, heading_at, rename_heading
from notelint.engine.run.read import read_notes
from notelint.engine.run.run import check
from notelint.reference import load_reference
from notelint.source import Texts

from tests.scratch import Scratch

Rename = Callable[[str, str], dict[str, str]]


@pytest.fixture
def rename(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, str]]:
    def made(old: str, new: str, **texts: str) -> dict[str, str]:
        """Rename the heading that holds `old` in a.md; returns the notes that change. Names have `__` for "." and `_` for "/"."""
        scratch = Scratch(tmp_path_factory.mktemp("rename"))
        scratch.write("notelint.toml", 'packs = ["general"]\n')
        for name, text in texts.items():
            scratch.write(name.replace("__", "."), text)
        config = replace(load(discover([str(scratch.folder)]), scratch.folder), base=str(scratch.folder))
        reference = load_reference(config)
        notes = sorted(path.relative_to(scratch.folder).as_posix() for path in scratch.folder.rglob("*.md"))
        results = read_notes(notes, config, reference, outlined=False)
        run = check(results, config, reference)
        before = [one for one in run.diagnostics if one.category == "links"]
        assert before == []
        heading = heading_at(results["a.md"].facts, texts["a__md"].index(old))
        assert heading is not None
        sources = Texts(base=str(scratch.folder))
        edits = sorted(rename_heading(heading, new, run.corpus, sources, reference), key=lambda edit: edit.place)
        changed = {}
        for name in dict.fromkeys(edit.place.path for edit in edits):
            source = sources.source(name)
            assert source is not None
            changed[name] = edited(source, [edit for edit in edits if edit.place.path == name])
            scratch.write(name, changed[name])
        after = check(read_notes(notes, config, reference, outlined=False), config, reference)
        assert [one for one in after.diagnostics if one.category == "links"] == []
        return changed

    return made


_CASES = {
    "in another note and its own": (
        "Old",
        "New words",
        {"a__md": "# Old\n\n[x](#old)\n", "b__md": '[x](a.md#old) [y](a.md) [z](a.md#old "title")\n'},
        {"a.md": "# New words\n\n[x](#new-words)\n", "b.md": '[x](a.md#new-words) [y](a.md) [z](a.md#new-words "title")\n'},
    ),
    "the first of two": (
        "Old",
        "New",
        {"a__md": "# Old\n\n[x](#old)\n\n# Old\n\n[y](#old-1)\n"},
        {"a.md": "# New\n\n[x](#new)\n\n# Old\n\n[y](#old)\n"},
    ),
    "to the words of another": (
        "Second",
        "First",
        {"a__md": "# First\n\n[x](#first)\n\n# Second\n\n[y](#second)\n"},
        {"a.md": "# First\n\n[x](#first)\n\n# First\n\n[y](#first-1)\n"},
    ),
    "definitions of links": (
        "Old",
        "New",
        {"a__md": "# Old\n\nText.\n", "b__md": "[x][1] and [y][1]\n\n[1]: a.md#old\n"},
        {"a.md": "# New\n\nText.\n", "b.md": "[x][1] and [y][1]\n\n[1]: a.md#new\n"},
    ),
    "escapes": (
        "Größe",
        "Länge über",
        {"a__md": "# Größe\n\nText.\n", "b__md": "[x](a.md#gr%C3%B6%C3%9Fe) [y](a.md#größe)\n"},
        {"a.md": "# Länge über\n\nText.\n", "b.md": "[x](a.md#l%C3%A4nge-%C3%BCber) [y](a.md#länge-über)\n"},
    ),
    "wiki links": (
        "Old",
        "New: a|b",
        {"a__md": "# Top\n\n## Old\n\n### In\n\nText.\n", "b__md": "[[a#Old]] [[a#old|x]] [[a#Top#Old]] [[a#Old#In]] [[a#Top]]\n"},
        {
            "a.md": "# Top\n\n## New: a|b\n\n### In\n\nText.\n",
            "b.md": "[[a#New a b]] [[a#New a b|x]] [[a#Top#New a b]] [[a#New a b#In]] [[a#Top]]\n",
        },
    ),
    "one of two that the headings above tell apart": (
        "Same\n\nTwo",
        "New",
        {
            "a__md": "# Top\n\n## Same\n\nOne.\n\n# Other\n\n## Same\n\nTwo.\n",
            "b__md": "[[a#Top#Same]] [[a#Other#Same]] [[a#Other]]\n",
        },
        {
            "a.md": "# Top\n\n## Same\n\nOne.\n\n# Other\n\n## New\n\nTwo.\n",
            "b.md": "[[a#Top#Same]] [[a#Other#New]] [[a#Other]]\n",
        },
    ),
    "one that a heading of the same words elsewhere leads to": (
        "Same\n\nTwo",
        "New",
        {
            "a__md": "# Top\n\nText.\n\n# Other\n\n## Same\n\nOne.\n\n# Top\n\n## Same\n\nTwo.\n",
            "b__md": "[[a#Top#Same]] [[a#Other#Same]]\n",
        },
        {
            "a.md": "# Top\n\nText.\n\n# Other\n\n## Same\n\nOne.\n\n# Top\n\n## New\n\nTwo.\n",
            "b.md": "[[a#Top#New]] [[a#Other#Same]]\n",
        },
    ),
    "a heading with a link to itself": (
        "Old",
        "New",
        {"a__md": "# [Old](#old-old) Old\n\n[x](#old-old)\n"},
        {"a.md": "# New\n\n[x](#new)\n"},
    ),
    "by words in a vault": (
        "Old words",
        "New words",
        {".obsidian/app__json": "{}", "a__md": "# Old words\n\nText.\n", "b__md": "[x](a.md#Old%20words)\n"},
        {"a.md": "# New words\n\nText.\n", "b.md": "[x](a.md#New%20words)\n"},
    ),
    "an id of its own": (
        "Old",
        "New",
        {"a__md": "# Old {#own}\n\nText.\n", "b__md": "[x](a.md#own)\n"},
        {"a.md": "# New {#own}\n\nText.\n"},
    ),
    "an underlined one with markup": (
        "Old",
        "New",
        {"a__md": "**Old**\n===\n\n[x](#old)\n"},
        {"a.md": "**New**\n===\n\n[x](#new)\n"},
    ),
    "a site that makes other anchors": (
        "Old & new",
        "New & old",
        {
            "mkdocs__yml": "site_name: x\n",
            "docs/keep": "",
            "a__md": "# Old & new\n\nText.\n",
            "b__md": "[x](a.md#old-new) [y](a.md#old--new)\n",
        },
        {"a.md": "# New & old\n\nText.\n", "b.md": "[x](a.md#new-old) [y](a.md#new--old)\n"},
    ),
    "a heading that is a link": (
        "Old",
        "New",
        {"a__md": "# [Old](b.md)\n\n[x](#old)\n", "b__md": "# B\n\nText.\n"},
        {"a.md": "# [New](b.md)\n\n[x](#new)\n"},
    ),
}


@pytest.mark.parametrize("title", list(_CASES))
def test_links_follow(title: str, rename: Callable[..., dict[str, str]]) -> None:
    old, new, texts, expected = _CASES[title]
    assert rename(old, new, **texts) == expected


@pytest.mark.parametrize(("text", "new"), [("# Old\n", " "), ("Old\n===\n", "- x")])
def test_what_cannot_be_renamed(rename: Callable[..., dict[str, str]], text: str, new: str) -> None:
    with pytest.raises(RenameError):
        rename("Old", new, a__md=text)
