"""What is generated is what it would be generated as now; NOTELINT_UPDATE=1 rewrites it."""

import json
import os
import re
from pathlib import Path

import pytest
from notelint.claims.json_schema import model_schema
from notelint.config.json_schema import config_schema
from notelint.language.json_schema import language_schema
from notelint.packs.json_schema import json_schemas
from notelint.report.rules import rule_markdown
from notelint.rules import OPTIONS
from notelint.rules.option import options_schema

ROOT = Path(__file__).resolve().parents[1]
UPDATE = os.environ.get("NOTELINT_UPDATE") == "1"


def expect(path: Path, text: str) -> None:
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run NOTELINT_UPDATE=1 pytest tests/test_generated.py"


def test_rule_table_of_the_readme() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    begin, end = "<!-- rules: generated, do not edit -->\n", "<!-- /rules -->"
    table = f"{begin}{rule_markdown()}\n{end}"
    expect(readme, re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: table, text, flags=re.DOTALL))


@pytest.mark.parametrize("name", sorted(json_schemas()))
def test_json_schemas_of_the_packs(name: str) -> None:
    expect(ROOT / "schema" / name, json.dumps(json_schemas()[name], indent=2, ensure_ascii=False) + "\n")


def test_json_schema_of_languages() -> None:
    expect(ROOT / "schema" / "language.schema.json", json.dumps(language_schema(), indent=2, ensure_ascii=False) + "\n")


def test_json_schema_of_the_configuration() -> None:
    expect(
        ROOT / "schema" / "notelint.schema.json", json.dumps(config_schema(options_schema(OPTIONS)), indent=2, ensure_ascii=False) + "\n"
    )


def test_json_schema_of_the_claim_model() -> None:
    expect(ROOT / "schema" / "claims.schema.json", json.dumps(model_schema(), indent=2, ensure_ascii=False) + "\n")


def test_each_json_schema_has_an_id_with_its_version() -> None:
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "schema").glob("*.schema.json"))}
    ids = [schema["$id"] for schema in schemas.values()]
    assert len(set(ids)) == len(schemas) > 10
    assert all(re.fullmatch(r"urn:notelint:[a-z-]+:[1-9]\d*", name) for name in ids)


@pytest.mark.parametrize("name", ["coverage", "diagnostics", "facts"])
def test_the_version_of_an_output_is_that_of_its_json_schema(name: str) -> None:
    schema = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    version = int(schema["$id"].rpartition(":")[2])
    forms = (schema, *schema.get("oneOf", ()), *schema.get("$defs", {}).values())
    stated = {form.get("properties", {}).get("version", {}).get("const") for form in forms}
    assert stated - {None} == {version}
