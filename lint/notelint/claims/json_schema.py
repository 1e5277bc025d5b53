"""The JSON Schema of schema/claims.json, generated from the model."""

from typing import Any

import msgspec

from notelint.claims.model import Model


def model_schema() -> dict[str, Any]:
    """The JSON Schema that the file of weights and bars is checked with."""
    schema = msgspec.json.schema(Model)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:notelint:claims:1",
        "title": "How notelint weighs what a number is about",
    } | schema
