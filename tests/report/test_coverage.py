"""notelint coverage and notelint exams: every format, the gate, the comparison, the evidence."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.report.conftest import EXAM, run

SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "coverage.schema.json"


def checked(text: str) -> Any:
    data = json.loads(text)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    return data


def test_json(project: Path) -> None:
    result = run("coverage", "--output-format", "json", "notes")
    assert result.exit_code == 0
    data = checked(result.stdout)
    assert data["blueprint"] == "tiny"
    assert [domain["weight"] for domain in data["domains"]] == [0.7, 0.3]
    objectives = {one["title"]: one["status"] for domain in data["domains"] for task in domain["tasks"] for one in task["objectives"]}
    assert objectives["S3 itself"] == "covered"
    assert objectives["Lifecycle rules"] == "missing"
    assert objectives["Kinesis Data Streams"] == "thin"
    statuses = {section["heading"]: section["status"] for section in data["sections"] if section["filename"] == "notes/one.md"}
    assert statuses["S3 Lifecycle"] == "empty"


def test_json_of_several_exams(project: Path) -> None:
    data = checked(run("coverage", "--output-format", "json", "--exam", "TINY", "--exam", "mls-c01", "notes").stdout)
    assert [exam["blueprint"] for exam in data["exams"]] == ["tiny", "mls-c01"]


def test_table(project: Path) -> None:
    result = run("coverage", "notes")
    assert "Tiny <Exam> & more (tiny)" in result.stdout
    assert "1 Storage" in result.stdout
    assert "Missing: " in result.stdout
    assert "Lifecycle rules" in result.stdout


def test_markdown_is_escaped(project: Path) -> None:
    text = run("coverage", "--output-format", "markdown", "notes").stdout
    assert text.startswith("## Tiny &lt;Exam\\> & more: ")
    assert "Something else \\| with a bar" in text
    rows = [line for line in text.splitlines() if line.startswith("| **")]
    assert len(rows) == 2


def test_csv(project: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("coverage", "--output-format", "csv", "notes").stdout)))
    assert rows[0]["objective"] == "S3 itself"
    assert {row["status"] for row in rows} <= {"covered", "thin", "missing"}
    assert rows[1]["write_at"] == "notes/one.md:10 S3 Lifecycle"


def test_badges(project: Path) -> None:
    badge = json.loads(run("coverage", "--output-format", "badge", "notes").stdout)
    assert badge["schemaVersion"] == 1
    assert badge["label"] == "tiny coverage"
    assert badge["message"].endswith("%")
    root = ET.fromstring(run("coverage", "--output-format", "badge-svg", "notes").stdout)
    assert root.attrib["aria-label"] == f"tiny coverage: {badge['message']}"


def test_a_badge_shows_one_exam(project: Path) -> None:
    result = run("coverage", "--output-format", "badge", "--exam", "tiny", "--exam", "mls-c01", "notes")
    assert result.exit_code == 2
    assert "--exam once" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--fail-under", "10"), 0, ""),
        (("--fail-under", "90"), 1, "coverage of tiny is"),
        (("--fail-under-domain", "60"), 1, "domain 2 (Streams)"),
        (("--fail-under", "101"), 2, "101"),
    ],
)
def test_gate(project: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    result = run("coverage", *arguments, "notes")
    assert result.exit_code == code
    assert says in result.stderr


def test_gate_of_the_configuration(project: Path) -> None:
    with (project / "notelint.toml").open("a") as config:
        config.write("[coverage]\nfail-under = 90\n")
    assert run("coverage", "notes").exit_code == 1
    assert run("coverage", "--fail-under", "1", "notes").exit_code == 0


def test_compare(project: Path) -> None:
    run("coverage", "--output-format", "json", "--output-file", "before.json", "notes")
    note = project / "notes" / "one.md"
    text = note.read_text(encoding="utf-8").replace(
        "## S3 Lifecycle\n", "## S3 Lifecycle\n\n- moves old objects away\n- deletes older ones\n- is set for buckets\n"
    )
    note.write_text(text.replace("- S3 keeps", "-").replace("- S3: 99", "- 99"), encoding="utf-8")
    result = run("coverage", "--compare", "before.json", "notes")
    assert "Gained: 1" in result.stdout
    assert "1.1  Lifecycle rules: missing -> covered" in result.stdout
    data = checked(run("coverage", "--compare", "before.json", "--output-format", "json", "notes").stdout)
    assert [change["title"] for change in data["compared"]["gained"]] == ["Lifecycle rules"]
    assert data["compared"]["change"] > 0
    assert "**Gained**" in run("coverage", "--compare", "before.json", "--output-format", "markdown", "notes").stdout
    assert "1 gained" in run("coverage", "--compare", "before.json", "--output-format", "html", "notes").stdout


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "blueprint": "tiny"}', '{"version": 1, "blueprint": "other"}', "\udcff"])
def test_compare_with_something_else(project: Path, text: str) -> None:
    (project / "before.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    result = run("coverage", "--compare", "before.json", "notes")
    assert result.exit_code == 2
    assert result.stderr.startswith("notelint: --compare before.json: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("wanted", ["S3 itself", "s3 ITSELF", "1.1/1", "itself"])
def test_explain(project: Path, wanted: str) -> None:
    result = run("coverage", "--explain", wanted, "notes")
    assert result.exit_code == 0
    assert result.stdout.startswith("S3 itself: covered\n")
    assert "notes/one.md:5 - **S3** - stores objects in buckets of any size" in result.stdout


def test_explain_a_whole_task(project: Path) -> None:
    result = run("coverage", "--explain", "1.1", "notes")
    assert result.stdout.count("task 1.1 Store things") == 3
    assert "more on it would go to notes/one.md:10 S3 Lifecycle (empty)" in result.stdout


@pytest.mark.parametrize("wanted", ["no such thing", "9.9", "1.1/99", "1.1/0"])
def test_explain_nothing(project: Path, wanted: str) -> None:
    result = run("coverage", "--explain", wanted, "notes")
    assert result.exit_code == 2
    assert wanted in result.stderr


def test_without_an_exam(project: Path) -> None:
    (project / "notelint.toml").unlink()
    result = run("coverage", "notes")
    assert result.exit_code == 2
    assert "mls-c01" in result.stderr


def test_unknown_exam(project: Path) -> None:
    result = run("coverage", "--exam", "nope", "notes")
    assert result.exit_code == 2
    assert "nope" in result.stderr


def test_output_file(project: Path) -> None:
    result = run("coverage", "--output-format", "json", "--output-file", "made/here.json", "notes")
    assert result.stdout == ""
    checked((project / "made" / "here.json").read_text(encoding="utf-8"))


def test_exams(project: Path) -> None:
    table = run("exams").stdout
    assert "tiny  Tiny <Exam> & more" in table
    assert "mls-c01  " in table
    exams = {exam["id"]: exam for exam in json.loads(run("exams", "--output-format", "json").stdout)["exams"]}
    assert {"mls-c01", "mla-c01", "aif-c01", "cka", "ai-900", "tiny"} <= set(exams)
    for exam in exams.values():
        assert sum(domain["weight"] for domain in exam["domains"]) == pytest.approx(1, abs=0.001)


def test_the_blueprint_to_start_from_is_one(project: Path) -> None:
    template = SCHEMA.parent / "templates" / "blueprint.yaml"
    (project / "schema" / "blueprints" / "mine.yaml").write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    assert "my-exam  My exam" in run("exams").stdout
    note = "# Statistics\n\n## Mean and median\n\n- the mean is the sum by the count\n- the median is the middle one\n- the mean minds outliers\n"
    (project / "notes" / "one.md").write_text(note, encoding="utf-8")
    assert "Averages: covered" in run("coverage", "--exam", "my-exam", "--explain", "Averages", "notes").stdout


def test_an_exam_with_a_mistake_names_file_and_line(project: Path) -> None:
    (project / "schema" / "blueprints" / "tiny.yaml").write_text(EXAM.replace("weight: 70", "weight: lots"), encoding="utf-8")
    result = run("coverage", "notes")
    assert result.exit_code == 2
    assert "schema/blueprints/tiny.yaml:" in result.stderr
