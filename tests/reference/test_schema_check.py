"""notelint schema check: what is wrong with a pack, where, and what to do."""

import pytest
from notelint.packs.check import check_packs

from tests.reference.packs import ATTRIBUTES, BLUEPRINT, VALUE, VOCABULARY, write_pack
from tests.scratch import Result, Scratch

CASES = {
    "misspelt key": (
        {"values": VALUE.replace("source:", "sorce:")},
        [
            ':2:5: error: "source" is missing here; needed are entity, attribute',
            'schema/values/tea.yaml:6:5: error: unknown key "sorce"; did you mean "source"?',
        ],
    ),
    "several missing keys": (
        {"values": "values:\n  - entity: tea.green\n"},
        ['schema/values/tea.yaml:2:5: error: "attribute", "role", "value", "source" are missing here'],
    ),
    "unknown key that is like no other": (
        {"attributes": ATTRIBUTES + "    colour: green\n"},
        ['schema/attributes/tea.yaml:6:5: error: unknown key "colour"; known keys are id, title, dimension'],
    ),
    "one of a few": (
        {"values": VALUE.replace("range", "rnge")},
        [
            'schema/values/tea.yaml:4:11: error: role: expected one of exact, min, max, default, range, approx, one_of, text, got "rnge"; did you mean "range"?'
        ],
    ),
    "no text": (
        {"values": VALUE.replace("1 min .. 3 min", "3")},
        ['schema/values/tea.yaml:5:12: error: value: expected text or a list, got the number 3; put it in quotation marks: "3"'],
    ),
    "a version is a number to YAML": (
        {"blueprints": BLUEPRINT + "version: 1.0\n"},
        ['schema/blueprints/tea.yaml:16:10: error: version: expected text, got the number 1.0; put it in quotation marks: "1.0"'],
    ),
    "off is no word to YAML": (
        {"attributes": ATTRIBUTES.replace("steeping]", "off]")},
        ["schema/attributes/tea.yaml:5:27: error: cues: expected text, got the yes/no value false; put it in quotation marks"],
    ),
    "a bad id": (
        {"vocabulary": VOCABULARY.replace("id: tea.green", "id: Tea Green"), "values": ""},
        ["schema/vocabulary/tea.yaml:5:9: error: id: expected an id of lower-case letters and digits"],
    ),
    "no address": (
        {"values": VALUE.replace("https://example.org/tea", "a book")},
        [':6:13: error: source: expected an address such as https://example.org/page, got "a book"'],
    ),
    "no day": (
        {"values": VALUE.replace("2026-01-31", "2026-02-31")},
        [':7:12: error: as-of: expected a day such as 2025-12-02, got "2026-02-31"'],
    ),
    "no such evidence": (
        {"values": VALUE + "    evidence: botocore:lambda\n"},
        [":8:15: error: evidence: expected evidence such as"],
    ),
    "an unknown kind": (
        {"vocabulary": VOCABULARY.replace("kind: concept", "kind: servce", 1)},
        ['schema/vocabulary/tea.yaml:4:11: error: kind: unknown kind "servce"; did you mean "service"?'],
    ),
    "a unit that cannot be used": (
        {"values": VALUE.replace("3 min", "3 infusions"), "attributes": ATTRIBUTES.replace("time\n    cues", "infusion\n    cues")},
        ['schema/attributes/tea.yaml:4:16: error: dimension: unknown dimension "infusion"'],
    ),
    "no when": ({"values": VALUE + '    since: "last year"\n'}, [":8:12: error: since: expected a day, month or year such as"]),
    "an empty list": (
        {"blueprints": BLUEPRINT.replace("[{url: https://example.org, as-of: 2026-01-31}]", "[]")},
        [":5:10: error: sources: expected something"],
    ),
    "too large": (
        {"blueprints": BLUEPRINT.replace("100", "120")},
        [":9:13: error: weight: expected a number of at most 100, got the number 120"],
    ),
    "no list": ({"values": "values: none\n"}, [':1:9: error: values: expected a list, got "none"']),
    "no mapping": ({"values": "- a\n"}, [":1:1: error: expected a mapping of keys, got a list"]),
    "no YAML": ({"values": "values: [\n"}, ["schema/values/tea.yaml:2:1: error: not valid YAML"]),
    "a key twice": ({"values": VALUE + "    role: max\n"}, [':8:5: error: key "role" stands here again, first on line 4']),
    "a list as key": ({"values": "? [a]\n: 1\n"}, [":1:3: error: expected a word as key, got a list or a mapping"]),
    "a value that contains itself": ({"values": "values: &a [*a]\n"}, [":1:1: error: a value contains itself, or is nested too deeply"]),
    "too deep": ({"values": "values: " + "[" * 5000}, [":1:108: error: nested too deeply"]),
    "unknown entity": (
        {"values": VALUE.replace("tea.green", "tea.gren")},
        ['schema/values/tea.yaml:2:13: error: unknown entity "tea.gren"; did you mean "tea.green"?'],
    ),
    "the end of an id": ({"values": VALUE.replace("tea.green", "green")}, ['error: unknown entity "green"; did you mean "tea.green"?']),
    "unknown attribute": (
        {"values": VALUE.replace("steeping_time", "steping_time")},
        [':3:16: error: unknown attribute "steping_time"; did you mean "steeping_time"?'],
    ),
    "nothing like it": (
        {"values": VALUE.replace("steeping_time", "qqqqqq")},
        ['unknown attribute "qqqqqq"; add it to a file in attributes/'],
    ),
    "unknown parent": (
        {"vocabulary": VOCABULARY + "    parent: teas\n"},
        ['schema/vocabulary/tea.yaml:8:13: error: unknown parent "teas"; did you mean "tea"?'],
    ),
    "unknown entity of an exam": (
        {"blueprints": BLUEPRINT.replace("tea.green", "tea.blue")},
        ['schema/blueprints/tea.yaml:15:24: error: unknown entity "tea.blue"'],
    ),
    "unknown in a requirement": (
        {"requirements": "requirements:\n  - {entities: [tea.gren], attribute: steping_time, why: it spoils}\n"},
        ['schema/requirements/tea.yaml:2:17: error: unknown entity "tea.gren"', ':2:39: error: unknown attribute "steping_time"'],
    ),
    "unknown dimension": (
        {"attributes": ATTRIBUTES.replace("time\n    cues", "tyme\n    cues")},
        [':4:16: error: dimension: unknown dimension "tyme"; did you mean "time"?'],
    ),
    "no amount": (
        {"values": VALUE.replace("1 min .. 3 min", "a few minutes")},
        ['"5 USD/TB", got "a few minutes"; values in words have the role text'],
    ),
    "a list of amounts": (
        {"values": VALUE.replace("1 min .. 3 min", "[1 min, 3 min]")},
        ["value: expected one amount for the role range, got a list"],
    ),
    "unknown unit": (
        {"values": VALUE.replace("3 min", "3 minuts")},
        [':5:12: error: value: unknown unit "minuts"; did you mean "minute"?'],
    ),
    "unit of something else": (
        {"values": VALUE.replace("3 min", "3 GB")},
        ['value: "GB" is a unit of data, but steeping_time is of dimension time'],
    ),
    "since after until": (
        {"values": VALUE + '    since: "2025-02"\n    until: "2024"\n'},
        [":9:12: error: until: 2024 is not after since, 2025-02"],
    ),
    "weights": (
        {"blueprints": BLUEPRINT.replace("100", "60")},
        ["schema/blueprints/tea.yaml:9:13: error: weight: the weights of all domains sum to 60, expected 100"],
    ),
    "two values at a time": (
        {"values": VALUE + VALUE.replace("values:\n", "").replace("3 min", "5 min")},
        [
            "schema/values/tea.yaml:11:12: error: tea.green steeping_time (range) is 1 min .. 5 min here and 1 min .. 3 min at schema/values/tea.yaml:5:12"
        ],
    ),
    "an entity that is two things": (
        {"vocabulary": VOCABULARY + "  - id: tea\n    name: Tee\n    kind: service\n"},
        [
            'vocabulary/tea.yaml:9:11: error: name: tea has the name "Tee" here and "tea" at schema/vocabulary/tea.yaml:3:11',
            'vocabulary/tea.yaml:10:11: error: kind: tea has the kind "service" here and "concept" at schema/vocabulary/tea.yaml:4:11',
        ],
    ),
    "right and wrong": (
        {"vocabulary": VOCABULARY + "    aliases: [Gren tea]\n    misspellings: [Gren tea]\n"},
        [':8:15: error: "Gren tea" is a name of tea.green here and a misspelling at schema/vocabulary/tea.yaml:9:20'],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_errors(scratch: Scratch, name: str) -> None:
    """The pack alone: the shipped ones add nothing but time."""
    changes, expected = CASES[name]
    write_pack(scratch, **changes)
    told = [str(problem) for problem in check_packs({"schema": scratch.folder / "schema"}, "schema")]
    assert len(told) == len(expected), "\n".join(told)
    for line, part in zip(told, expected, strict=True):
        assert part in line


BESIDE = {
    "unknown entity": (
        {"values": VALUE.replace("tea.green", "aws.kinesis-video-stream")},
        'schema/values/tea.yaml:2:13: error: unknown entity "aws.kinesis-video-stream"; did you mean "aws.kinesis-video-streams"?',
    ),
    "an exam twice": (
        {"blueprints": BLUEPRINT.replace("tea-1", "mls-c01")},
        'schema/blueprints/tea.yaml:1:5: error: id: the exam "mls-c01" stands also at packs/aws/blueprints/mls-c01.yaml:1:5; choose another id',
    ),
    "an attribute of another dimension": (
        {"attributes": ATTRIBUTES.replace("steeping_time", "retention").replace("time\n    cues", "data\n    cues"), "values": ""},
        "schema/attributes/tea.yaml:4:16: error: dimension: retention is of dimension data here and time at packs/general/attributes/time.yaml:",
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_errors_beside_the_shipped_packs(scratch: Scratch, name: str) -> None:
    changes, expected = BESIDE[name]
    write_pack(scratch, **changes)
    result = scratch.notelint("schema", "check")
    assert (result.code, result.err) == (1, "")
    assert result.out.startswith(expected), result.out
    assert result.out.endswith("\nFound 1 error in schema.\n")


def test_bytes_that_are_no_text(scratch: Scratch) -> None:
    write_pack(scratch)
    scratch.write("schema/values/tea.yaml", b"values: caf\xe9\n")
    (problem,) = check_packs({"schema": scratch.folder / "schema"})
    assert str(problem).startswith("schema/values/tea.yaml:1:1: error: cannot be read: ")


WARNINGS = {
    "a minimum of nothing": (
        {"values": VALUE + VALUE.replace("values:\n", "").replace("range", "min").replace("1 min .. 3 min", "0 min")},
        "schema/values/tea.yaml:11:12: warning: value: a minimum of 0 min contradicts nothing",
    ),
    "an attribute twice in a pack": (
        {"attributes": ATTRIBUTES + ATTRIBUTES.replace("attributes:\n", "")},
        "schema/attributes/tea.yaml:6:9: warning: id: steeping_time is at schema/attributes/tea.yaml:2:9 already",
    ),
    "an attribute that nothing uses": (
        {"attributes": ATTRIBUTES + "  - {id: colour, title: Colour, dimension: text}\n"},
        "schema/attributes/tea.yaml:6:10: warning: id: no value and no requirement uses colour",
    ),
    "a note that YAML cut up": (
        {"values": VALUE + "    note: for leaves; | note!=for bags\n"},
        'schema/values/tea.yaml:8:11: warning: note: reads as if YAML had cut it up: "for leaves; | note!=for bags"',
    ),
    "a name of two things": (
        {"vocabulary": VOCABULARY + "  - id: chai\n    name: chai\n    kind: concept\n    aliases: [TEA]\n"},
        'schema/vocabulary/tea.yaml:11:15: warning: "TEA" names chai here, and tea at schema/vocabulary/tea.yaml:3:11',
    ),
    "a name of a shipped thing": (
        {"vocabulary": VOCABULARY + "    aliases: [PostgreSQL]\n"},
        'schema/vocabulary/tea.yaml:8:15: warning: "PostgreSQL" names tea.green here, and postgresql at packs/general/vocabulary/',
    ),
    "a value twice, in other units": (
        {"values": VALUE + VALUE.replace("values:\n", "").replace("1 min .. 3 min", "60 s .. 180 s")},
        "schema/values/tea.yaml:8:5: warning: tea.green steeping_time (range) stands already at schema/values/tea.yaml:2:5; one of them can go",
    ),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_warnings_do_not_fail(small: Scratch, name: str) -> None:
    changes, expected = WARNINGS[name]
    write_pack(small, **changes)
    result = small.notelint("schema", "check")
    assert result.code == 0, result.out
    assert expected in result.out
    assert result.out.endswith("Found 1 warning in schema.\n")
    assert small.notelint("schema", "check", "--fail-on", "warning").code == 1


def test_files_that_are_not_read_are_named(small: Scratch) -> None:
    write_pack(small)
    small.write("schema/values/more.yml", VALUE)
    assert "schema/values/more.yml:1:1: warning: is not read; move it to values/more.yaml" in small.notelint("schema", "check").out


def test_what_is_right_is_silent(small: Scratch) -> None:
    write_pack(small, blueprints=BLUEPRINT)
    small.write("schema/values/empty.yaml", "# nothing yet\n")
    small.write("schema/values/later.yaml", VALUE.replace("range", "max").replace("1 min .. 3 min", "5 min") + '    until: "2020"\n')
    small.write("schema/values/last.yaml", VALUE.replace("range", "max").replace("1 min .. 3 min", "3 mins") + "    since: 2020-01-01\n")
    result = small.notelint("schema", "check")
    assert (result.code, result.out) == (0, "Nothing to report in schema.\n")


def test_only_the_asked_pack_is_told_of(small: Scratch) -> None:
    """The shipped packs have ambiguous names of their own, which are no concern of the project."""
    write_pack(small, "mine")
    assert small.notelint("schema", "check", "mine").out == "Nothing to report in mine.\n"
    assert small.notelint("schema", "check", "mine/").code == 0


def test_the_shipped_packs_have_no_errors(scratch: Scratch) -> None:
    result = scratch.notelint("schema", "check")
    assert result.code == 0
    assert "in the shipped packs." in result.out


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_no_pack(small: Scratch, folder: str) -> None:
    small.write("empty/notes.txt", "nothing")
    result = small.notelint("schema", "check", folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"notelint: {folder}: no ")


@pytest.fixture
def many(small: Scratch) -> Scratch:
    entry = VALUE.replace("values:\n", "")
    write_pack(small, values="values:\n" + "".join(entry.replace("tea.green", f"tea.{number}") for number in range(70)))
    small.write("note.md", "# Green tea\n\n- Steep for 10 minutes\n")
    return small


def _lines(result: Result) -> tuple[list[str], list[str]]:
    return result.out.splitlines(), result.err.splitlines()


def test_at_most_fifty_lines(many: Scratch) -> None:
    out, _ = _lines(many.notelint("schema", "check"))
    assert len(out) == 52
    assert out[-2:] == ["and 20 more", "Found 70 errors in schema."]


@pytest.mark.parametrize("command", [["check"], ["facts"], ["exams"]])
def test_other_commands_print_at_most_twenty(many: Scratch, command: list[str]) -> None:
    result = many.notelint(*command)
    out, err = _lines(result)
    assert (result.code, out) == (2, [])
    assert len(err) == 21
    assert err[0].startswith('notelint: schema/values/tea.yaml:2:13: error: unknown entity "tea.0"')
    assert err[-1] == "notelint: and 50 more"
