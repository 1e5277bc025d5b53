"""The JSON Schema of language files, generated from the model."""

from typing import Any

import msgspec

from notelint.language.language import Language


def language_schema() -> dict[str, Any]:
    """The JSON Schema that editors complete and check language files with."""
    schema = msgspec.json.schema(Language)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:notelint:language:1",
        "title": "A language of notelint",
    } | schema
