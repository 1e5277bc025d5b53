"""What settings do."""

import pytest
from notelint.config.options import SITES
from notelint.links.sites import PROGRAMS

from tests.scratch import WRONG, Scratch

NOTE = "# Note\n\n## Empty\n\n## Other\n\n#### Deep\n\n[x](gone.md) and [y](#nowhere) stand here.\n"
ALL = {"empty-section", "skipped-heading-level", "broken-link", "broken-anchor"}
PRECEDENCE: dict[str, tuple[str, set[str]]] = {
    "default": ("", ALL),
    "all": ('select = "all"', ALL),
    "a category": ('select = ["links"]', {"broken-link", "broken-anchor"}),
    "a rule": ('select = ["broken-link"]', {"broken-link"}),
    "a category and a rule": ('select = ["links", "empty-section"]', {"broken-link", "broken-anchor", "empty-section"}),
    "less a rule": ('ignore = ["broken-link"]', ALL - {"broken-link"}),
    "less a category": ('ignore = ["links"]', {"empty-section", "skipped-heading-level"}),
    "a category less a rule": ('select = ["links"]\nignore = ["broken-link"]', {"broken-anchor"}),
    "a rule beats its category": ('select = ["broken-link"]\nignore = ["links"]', {"broken-link"}),
    "a rule beats all": ('select = ["broken-link"]\nignore = ["all"]', {"broken-link"}),
    "a category beats all": ('select = ["links"]\nignore = ["all"]', {"broken-link", "broken-anchor"}),
    "all but a category, but a rule of it": ('select = ["all", "broken-link"]\nignore = ["links"]', ALL - {"broken-anchor"}),
    "a tie is ignored": ('select = ["broken-link", "empty-section"]\nignore = ["broken-link"]', {"empty-section"}),
    "all ignored": ('ignore = ["all"]', set()),
    "nothing selected": ("select = []", set()),
    "off": ('[severity]\nbroken-link = "off"', ALL - {"broken-link"}),
    "a category off": ('[severity]\nlinks = "off"', {"empty-section", "skipped-heading-level"}),
    "a category off, but not a rule": ('[severity]\nlinks = "off"\nbroken-link = "info"', ALL - {"broken-anchor"}),
    "all off, but not a rule": ('[severity]\nall = "off"\nbroken-link = "info"', {"broken-link"}),
}


@pytest.fixture
def note(scratch: Scratch) -> Scratch:
    scratch.write("note.md", NOTE)
    scratch.write("notelint.toml", "")
    return scratch


def found(scratch: Scratch, *arguments: str) -> set[str]:
    out = scratch.check(*arguments).out
    return {line.partition("[")[2].partition("]")[0] for line in out.splitlines() if "[" in line}


def severities(scratch: Scratch) -> dict[str, str]:
    lines = [line for line in scratch.check().out.splitlines() if "[" in line]
    return {line.partition("[")[2].partition("]")[0]: line.partition("[")[0].rpartition(" ")[2] for line in lines}


@pytest.mark.parametrize("name", PRECEDENCE)
def test_which_rules_run(note: Scratch, name: str) -> None:
    text, expected = PRECEDENCE[name]
    note.write("notelint.toml", text)
    assert found(note) == expected


def test_the_command_line_replaces_the_file(note: Scratch) -> None:
    note.write("notelint.toml", 'select = ["structure"]\nignore = ["empty-section"]')
    assert found(note, "--select", "links,empty-section") == {"broken-link", "broken-anchor"}
    assert found(note, "--select", "links", "--select", "structure", "--ignore", "broken-link") == ALL - {"broken-link"}


@pytest.mark.parametrize("table", ["[severity]\n{}", "{}"])
def test_severity(note: Scratch, table: str) -> None:
    dotted = "" if "[" in table else "severity."
    note.write("notelint.toml", table.format(f'{dotted}links = "info"\n{dotted}broken-link = "warning"\n{dotted}all = "error"'))
    assert severities(note) == {
        "empty-section": "error",
        "skipped-heading-level": "error",
        "broken-link": "warning",
        "broken-anchor": "info",
    }


def test_nested_tables_of_pyproject(note: Scratch) -> None:
    (note.folder / "notelint.toml").unlink()
    note.write(
        "pyproject.toml",
        '[project]\nname = "x"\n\n[tool.notelint]\nselect = ["links"]\n\n[tool.notelint.severity]\nbroken-link = "info"\n\n'
        '[tool.notelint.per-file-ignores]\n"note.md" = ["broken-anchor"]\n\n[tool.other]\nselect = 3\n',
    )
    assert severities(note) == {"broken-link": "info"}


@pytest.mark.parametrize(("given", "codes"), [("error", (1, 0, 0)), ("warning", (1, 1, 0)), ("info", (1, 1, 1))])
def test_fail_on(note: Scratch, given: str, codes: tuple[int, ...]) -> None:
    for severity, code in zip(("error", "warning", "info"), codes, strict=True):
        note.write("notelint.toml", f'select = ["broken-link"]\nfail-on = "{given}"\n[severity]\nbroken-link = "{severity}"\n')
        assert note.check().code == code
        assert note.check("--fail-on", "info").code == 1


def test_fail_on_is_warning_by_default(note: Scratch) -> None:
    for severity, code in (("warning", 1), ("info", 0)):
        note.write("notelint.toml", f'select = ["broken-link"]\n[severity]\nbroken-link = "{severity}"\n')
        assert note.check().code == code


@pytest.mark.parametrize("glob", ["sub/*.md", "sub/", "sub/**", "*.md", "note.md", "**/note.md", "sub"])
def test_per_file_ignores(note: Scratch, glob: str) -> None:
    (note.folder / "note.md").rename(note.folder / "other.markdown")
    note.write("sub/note.md", NOTE)
    note.write("notelint.toml", f'[per-file-ignores]\n"{glob}" = ["links", "empty-section"]\n')
    assert found(note, "sub") == {"skipped-heading-level"}
    assert found(note, "other.markdown") == ALL


def test_per_file_ignores_start_at_the_configuration(note: Scratch) -> None:
    note.write("sub/note.md", NOTE)
    note.write("notelint.toml", '[per-file-ignores]\n"sub/**" = "all"\n')
    assert found(Scratch(note.folder / "sub")) == set()
    assert found(note, str(note.folder / "sub/note.md")) == set()
    assert found(note, "./sub/../sub/note.md") == set()


@pytest.mark.parametrize("glob", ["sub", "sub/", "sub/**", "sub/deep", "deep", "note.md", "*.md", "**/deep/*.md", "sub/*/note.md", "s?b"])
def test_exclude_holds_for_named_files_too(note: Scratch, glob: str) -> None:
    note.write("sub/deep/note.md", NOTE)
    note.write("kept.markdown", NOTE)
    note.write("notelint.toml", f'exclude = ["{glob}"]\n')
    for arguments in (["sub/deep/note.md"], ["sub"], [str(note.folder / "sub/deep")]):
        result = note.check(*arguments)
        assert (result.code, result.out) == (0, "")
        assert result.err.startswith("notelint: Nothing was checked, because ")
        assert result.err.endswith(" is excluded by the configuration or by default.\n")
    assert "kept.markdown" in note.check().out
    assert "sub/deep/note.md" not in note.check().out
    result = note.notelint("check", "--output-format", "concise", "--stdin-filename", "sub/deep/note.md", "-", given=NOTE)
    assert (result.code, result.out) == (0, "")


def test_exclude_starts_at_the_configuration(note: Scratch) -> None:
    note.write("sub/deep/note.md", NOTE)
    note.write("notelint.toml", 'exclude = ["sub/deep"]\n')
    assert Scratch(note.folder / "sub").check("deep/note.md").code == 0
    assert Scratch(note.folder / "sub/deep").check().code == 0


def test_standard_input_that_is_excluded_comes_out_as_it_went_in(note: Scratch) -> None:
    note.write("notelint.toml", 'exclude = ["drafts"]\n')
    result = note.notelint("check", "--fix", "--stdin-filename", "drafts/a.md", "-", given=NOTE)
    assert (result.code, result.out) == (0, NOTE)


def test_accepted_words(note: Scratch) -> None:
    note.write("note.md", "# Note\n\nThe compaany keeps its compaany records in a box.\n\nCompaany records stay there.\n")
    note.write("notelint.toml", 'select = ["misspelling"]\n')
    assert note.check().out.count("[misspelling]") == 3
    note.write("notelint.toml", 'select = ["misspelling"]\naccepted-words = ["compaany"]\n')
    assert note.check().code == 0
    note.write("notelint.toml", 'select = ["misspelling"]\naccepted-words = ["Compaany"]\n')
    assert note.check().out.count("[misspelling]") == 2


@pytest.mark.parametrize("day", ["{}", '"{}"'])
def test_as_of(note: Scratch, day: str) -> None:
    """What has changed since then is right."""
    note.write("schema/vocabulary/a.yaml", "entities: [{id: tea, name: Green tea, kind: concept}]\n")
    note.write(
        "schema/attributes/a.yaml", "attributes: [{id: steeping_time, title: Steeping time, dimension: time, cues: [steeping time]}]\n"
    )
    value = "  - {{entity: tea, attribute: steeping_time, role: exact, value: {}, {}: '2020-01-01', source: https://example.org, checked: 2026-01-31}}\n"
    note.write("schema/values/a.yaml", "values:\n" + value.format("3 min", "until") + value.format("2 min", "since"))
    note.write("note.md", "# Green tea\n\n- Steeping time: 3 minutes\n")
    settings = 'select = ["facts"]\npacks = ["general"]\n'
    note.write("notelint.toml", f"{settings}as-of = {day.format('2024-01-31')}\n")
    assert found(note) == {"outdated-value"}
    note.write("notelint.toml", f"{settings}as-of = {day.format('2019-01-31')}\n")
    assert note.check().code == 0
    assert note.check("--as-of", "2020-01-31").code == 1


def test_the_day_of_the_exam(scratch: Scratch) -> None:
    scratch.write("note.md", WRONG)
    scratch.write("notelint.toml", 'exam = ["mls-c01", "aif-c01"]\n')
    assert scratch.check().code == 1
    assert 'exam = ["mls-c01", "aif-c01"]' in scratch.notelint("check", "--show-settings").out


def test_show_settings_tells_where_each_comes_from(note: Scratch) -> None:
    note.write(
        "notelint.toml",
        'exam = "mls-c01"\nas-of = 2025-01-31\nselect = ["links", "facts"]\n\n[severity]\nbroken-link = "info"\n\n[coverage]\nfail-under = 80\n',
    )
    out = note.notelint("check", "--show-settings", "--ignore", "broken-anchor,links", "--fail-on", "info").out
    file = note.folder / "notelint.toml"
    assert out.splitlines() == [
        f"# configuration: {file}",
        f"# root: {note.folder}",
        f'exam = ["mls-c01"]  # {file}:1',
        f"as-of = 2025-01-31  # {file}:2",
        "packs = []  # default",
        'schema = "schema"  # default',
        f'select = ["links", "facts"]  # {file}:3',
        'ignore = ["broken-anchor", "links"]  # command line',
        f'severity = {{"broken-link" = "info"}}  # {file}:5',
        "rules = {}  # default",
        "per-file-ignores = {}  # default",
        "exclude = []  # default",
        "respect-gitignore = true  # default",
        "accepted-words = []  # default",
        'site = "auto"  # default',
        'fail-on = "info"  # command line',
        f'coverage = {{"fail-under" = 80.0}}  # {file}:8',
    ]


def test_show_settings_tells_what_the_notes_are_read_with(note: Scratch) -> None:
    note.write("site/_config.yml", "baseurl: /tea\n")
    note.write("site/_notes/b.md", "# B\n")
    note.write("vault/.obsidian/app.json", '{"attachmentFolderPath": "./files"}')
    note.write("vault/c.md", "# C\n")
    lines = note.notelint("check", "--show-settings").out.splitlines()
    assert "# notes in site are read with jekyll (_config.yml); absolute links begin with /tea" in lines
    assert "# notes in vault are read with obsidian (.obsidian/app.json); links find files by name; attachments are in ./files" in lines


@pytest.mark.parametrize(("site", "found"), [("auto", 0), ("obsidian", 0), ("github", 1), ("mkdocs", 1)])
def test_a_setting_says_what_the_notes_are_read_with(scratch: Scratch, site: str, found: int) -> None:
    scratch.write("notelint.toml", f'site = "{site}"\nselect = ["links"]\n')
    scratch.write("notes/a.md", "[b](b.md)\n")
    scratch.write("notes/deep/b.md", "# B\n")
    scratch.write(".obsidian/app.json", "{}")
    assert scratch.check().code == found


def test_programs_of_the_setting_are_those_that_links_know() -> None:
    assert set(SITES) == {"auto", "github", *PROGRAMS}


def test_the_former_name_of_as_of(note: Scratch) -> None:
    note.write("notelint.toml", "as_of = 2025-01-31\n")
    assert f"as-of = 2025-01-31  # {note.folder / 'notelint.toml'}:1" in note.notelint("check", "--show-settings").out
