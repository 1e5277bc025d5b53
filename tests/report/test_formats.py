"""Every output format is what its readers expect."""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import junitparser
import pytest
from notelint.cli.check import FORMATS
from notelint.report.formats import MACHINE
from notelint.rules import RULES
from sarif_pydantic import Sarif

from tests.conftest import ROOT
from tests.report.samples import NOTES, samples, texts
from tests.scratch import WRONG, Scratch


def report(name: str) -> str:
    return MACHINE[name](samples(), texts(), list(NOTES))


def schema(name: str) -> Any:
    read = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(read)
    return jsonschema.Draft202012Validator(read, format_checker=jsonschema.FormatChecker())


def test_the_command_line_offers_what_there_is() -> None:
    assert sorted(FORMATS) == sorted([*MACHINE, "full", "concise"])


@pytest.mark.parametrize("name", sorted(MACHINE))
def test_no_findings_are_a_report_too(name: str) -> None:
    text = MACHINE[name]([], texts(), list(NOTES))
    assert bool(text) is (name != "github")


def test_json() -> None:
    data = json.loads(report("json"))
    schema("diagnostics").validate(data)
    first = data["diagnostics"][0]
    assert (first["filename"], first["start"], first["end"]) == ("notes/a b.md", {"line": 3, "column": 14}, {"line": 3, "column": 27})
    assert first["related"][0]["start"] == {"line": 3, "column": 1}
    assert "filename" not in first["fix"]["edits"][0]
    assert [edit.get("filename") for edit in data["diagnostics"][3]["fix"]["edits"]] == [None, "notes/a b.md"]


def test_json_of_a_real_run(scratch: Scratch) -> None:
    scratch.write("a.md", WRONG + "\n- ~200 ms, up to 5 TB, DMS (Database Migration Service), 11 nines, 24 h to 365 days\n\n[x](gone.md)\n")
    found = json.loads(scratch.notelint("check", "--select", "all", "--output-format", "json").out)
    schema("diagnostics").validate(found)
    assert len(found["diagnostics"]) >= 2
    claims = json.loads(scratch.notelint("facts", "--output-format", "json", ".").out)
    schema("facts").validate(claims)
    assert {claim["canonical"]["status"] for claim in claims["claims"]} >= {"contradicts", "unknown"}
    assert len(claims["claims"]) >= 3


@pytest.mark.skipif(not (ROOT.parent / "shared" / "seeds").is_dir(), reason="real notes stand in a sibling folder that is not here")
def test_json_of_real_notes() -> None:
    real = Scratch(ROOT.parent / "shared" / "seeds")
    for command in ("check", "facts"):
        data = json.loads(real.notelint(command, "--isolated", "--output-format", "json", ".").out)
        schema({"check": "diagnostics", "facts": "facts"}[command]).validate(data)


@pytest.mark.parametrize("broken", [{"version": 2, "diagnostics": []}, {"version": 1, "diagnostics": [{}]}, {"version": 1}])
def test_the_schema_refuses_what_is_wrong(broken: dict[str, Any]) -> None:
    assert not schema("diagnostics").is_valid(broken)


def test_sarif() -> None:
    data = json.loads(report("sarif"))
    Sarif.model_validate(data)
    assert data["version"] == "2.1.0"
    run = data["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.ID for rule in RULES]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    first = run["results"][0]
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "notes/a%20b.md"
    assert location["region"] == {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 27}
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "notes/b.md"
    change = first["fixes"][0]["artifactChanges"][0]
    assert change["replacements"][0]["insertedContent"] == {"text": "1 to 365 days"}
    assert len(run["results"][3]["fixes"][0]["artifactChanges"]) == 2
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    prints = [result["partialFingerprints"]["notelintFinding/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_as_a_reader_library_sees_it(scratch: Scratch) -> None:
    scratch.write("a.md", WRONG)
    scratch.notelint("check", "--output-format", "sarif", "--output-file", "out/notes.sarif")
    (run,) = Sarif.model_validate_json(scratch.read("out/notes.sarif")).runs
    (result,) = run.results or []
    location = (result.locations or [])[0].physical_location
    assert location is not None
    assert location.artifact_location is not None
    assert location.region is not None
    assert (result.rule_id, location.artifact_location.uri, location.region.start_line) == ("wrong-value", "a.md", 3)


def test_fingerprints_stay_while_lines_move(scratch: Scratch) -> None:
    def prints() -> list[str]:
        return [entry["fingerprint"] for entry in json.loads(scratch.notelint("check", "--output-format", "gitlab").out)]

    scratch.write("a.md", WRONG + "\n[x](gone.md) and [y](gone.md)\n")
    before = prints()
    assert len(set(before)) == len(before) == 3
    scratch.write("a.md", "intro\n\n" + scratch.read("a.md"))
    assert prints() == before


def test_github() -> None:
    lines = report("github").split("\n")
    assert len(lines) == len(samples())
    command = re.compile(r"::(error|warning|notice) (?P<properties>(?:\w+=[^,:\n]*,?)+)::(?P<message>[^\r\n]+)")
    read = [command.fullmatch(line) for line in lines]
    assert all(read)
    assert lines[0].startswith("::error file=notes/a b.md,line=3,endLine=3,col=14,endColumn=27,title=notelint (wrong-value)::")
    assert "100%25, <b>" in lines[0]
    assert "%0Anotes/b.md:3: here it is%0Asaid `so`" in lines[0]
    assert "col=" not in lines[3]


def test_gitlab() -> None:
    entry = {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}}},
            },
        },
    }
    data = json.loads(report("gitlab"))
    jsonschema.validate(data, {"type": "array", "items": entry})
    assert [one["severity"] for one in data] == ["major", "major", "major", "minor", "info"]
    assert data[0]["location"]["lines"] == {"begin": 3, "end": 3}


def test_junit() -> None:
    text = report("junit")
    suites = junitparser.JUnitXml.fromstring(text.encode())
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("notes/a b.md", 3, 3),
        ("notes/b.md", 2, 2),
        ("notes/clean.md", 1, 0),
    ]
    root = ET.fromstring(text)
    assert (root.get("tests"), root.get("failures")) == ("6", "5")
    failure = root.find("./testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == samples()[0].finding.message
    assert "notes/b.md:3:1: here it is" in (failure.text or "")


def test_rdjson_counts_bytes() -> None:
    position = {
        "type": "object",
        "required": ["line", "column"],
        "properties": {"line": {"type": "integer"}, "column": {"type": "integer"}},
    }
    span = {
        "type": "object",
        "required": ["start", "end"],
        "properties": {"start": position, "end": position},
        "additionalProperties": False,
    }
    shape = {
        "type": "object",
        "required": ["diagnostics", "source"],
        "properties": {
            "diagnostics": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["message", "location", "severity", "code"],
                    "additionalProperties": False,
                    "properties": {
                        "message": {"type": "string"},
                        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                        "location": {"type": "object", "required": ["path", "range"], "properties": {"range": span}},
                        "code": {"type": "object", "required": ["value"]},
                        "suggestions": {
                            "type": "array",
                            "items": {"type": "object", "required": ["range", "text"], "properties": {"range": span}},
                        },
                    },
                },
            },
        },
    }
    data = json.loads(report("rdjson"))
    jsonschema.validate(data, shape)
    first = data["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 3, "column": 15}, "end": {"line": 3, "column": 28}}
    assert first["suggestions"][0]["text"] == "1 to 365 days"
    assert "suggestions" not in data["diagnostics"][3]


def test_markdown_shows_messages_as_they_are() -> None:
    text = report("markdown")
    assert "**3 errors, 1 warning, 1 info** in 2 of 3 notes." in text
    assert "| `wrong-value` | 3 |" in text
    assert r"not 1 \| 400: 100%, &lt;b\>never&lt;/b\>" in text
    assert r"notes/b.md:3: here it is said \`so\`" in text
    tables = [line for line in text.split("\n") if line.startswith("| 3 ")]
    assert all(len(re.findall(r"(?<!\\)\|", line)) == 5 for line in tables)


def test_markdown_is_cut_where_a_summary_would_overflow() -> None:
    text = MACHINE["markdown"](samples() * 100, texts(), list(NOTES))
    assert "… and 300 more." in text


def test_statistics(scratch: Scratch) -> None:
    scratch.write("a.md", WRONG + "\n[x](gone.md)\n[y](gone.md)\n")
    result = scratch.notelint("check", "--statistics")
    assert result.code == 1
    assert result.out.split("\n")[:2] == ["2  error    broken-link  in 1 note", "1  error    wrong-value  in 1 note"]
    machine = scratch.notelint("check", "--statistics", "--output-format", "json")
    assert json.loads(machine.out)["version"] == 1
    assert "broken-link" in machine.err


@pytest.mark.parametrize("name", sorted(MACHINE))
def test_machine_formats_stand_alone_on_standard_output(name: str, scratch: Scratch) -> None:
    scratch.write("a.md", WRONG)
    scratch.notelint("baseline", "create")
    scratch.write("a.md", WRONG + "\n[x](gone.md)\n<!-- notelint-ignore-line broken-link: no -->\n")
    alone = scratch.notelint("check", "--output-format", name)
    to_file = scratch.notelint("check", "--output-format", name, "--output-file", "report")
    assert to_file.out == ""
    assert (to_file.code, scratch.read("report")) == (alone.code, alone.out)
    fixed = scratch.notelint("check", "--output-format", name, "--fix")
    assert fixed.out == alone.out or "unused-suppression" in alone.out
