"""JSON Schemas of the pack files, generated from their models."""

from typing import Any

from notelint.packs.pack import FILES


def json_schemas() -> dict[str, dict[str, Any]]:
    """File name in schema/ -> JSON Schema (draft 2020-12)."""
    found = {}
    for kind, model in FILES.items():
        schema = model.model_json_schema()
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:notelint:{kind}:1"}
        found[f"{kind}.schema.json"] = head | schema
    return found
