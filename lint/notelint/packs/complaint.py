"""What a JSON Schema or a pydantic model says against a file, in plain words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from notelint.packs.hint import did_you_mean
from notelint.packs.yaml_file import Keys

_TYPES = {"string": "text", "array": "a list", "object": "a mapping of keys", "number": "a number", "integer": "a whole number"}
_TYPES |= {"boolean": "true or false", "null": "nothing"}
_PATTERNS = {
    "^[a-z0-9]+": 'an id of lower-case letters and digits with "." "_" or "-" between them, such as "aws.data-firehose"',
    "^(?:botocore": "evidence such as botocore:1.44.8/lambda/2015-03-31#Timeout, github:owner/repository@commit/file.md or https://example.org/page",
    r"^\d{4}": 'a day, month or year such as "2025-12-02", "2025-12" or "2025"',
}
_MODELS = {"date": "a day such as 2025-12-02", "url": "an address such as https://example.org/page"}


class Complaint(NamedTuple):
    """`keys` lead to what is wrong; with `name`, the key itself is."""

    keys: Keys
    text: str
    name: bool = False


def schema_complaints(error: Any) -> Iterator[Complaint]:
    """Of a jsonschema ValidationError."""
    keys: Keys = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error, keys)
    elif error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        if _is_first(error, missing):
            yield Complaint(
                keys,
                f"{_quoted(missing)} {'is' if len(missing) == 1 else 'are'} missing here; needed are {', '.join(error.validator_value)}",
            )
    elif error.validator == "anyOf":
        yield from _best_branch(error, keys)
    else:
        yield Complaint(keys, _labelled(keys, _expected(error)))


def model_complaints(errors: list[Any], data: Any) -> Iterator[Complaint]:
    """Of pydantic's list of errors; `data` is what was validated."""
    for error in errors:
        kind = next((kind for kind in _MODELS if error["type"].startswith(kind)), None)
        expected = f"expected {_MODELS[kind]}, got {_shown(error['input'])}" if kind else f"{error['msg'][:1].lower()}{error['msg'][1:]}"
        keys = tuple(error["loc"])
        while keys and not _leads(data, keys):
            keys = keys[:-1]
        yield Complaint(keys, _labelled(keys, expected))


def _unknown_keys(error: Any, keys: Keys) -> Iterator[Complaint]:
    known = error.schema.get("properties", {})
    for name in error.instance:
        if name not in known:
            hint = did_you_mean(name, known) or f"; known keys are {', '.join(known)}"
            yield Complaint((*keys, name), f'unknown key "{name}"{hint}', name=True)


def _is_first(error: Any, missing: list[str]) -> bool:
    """One complaint for all missing keys: jsonschema makes an error of each."""
    return bool(missing) and error.message.startswith(repr(missing[0]))


def _best_branch(error: Any, keys: Keys) -> Iterator[Complaint]:
    """What the branch of the right type says; if there is none, which types are right."""
    branches: dict[int, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    for inners in branches.values():
        if not any(inner.validator == "type" and not inner.relative_path for inner in inners):
            for inner in inners:
                yield from schema_complaints(inner)
            return
    types = [_TYPES[branch["type"]] for branch in error.validator_value if branch.get("type", "null") != "null"]
    yield Complaint(
        keys,
        _labelled(keys, f"expected {' or '.join(types) or 'something else'}, got {_shown(error.instance)}{_quotes(error.instance, types)}"),
    )


def _expected(error: Any) -> str:
    value, got = error.validator_value, error.instance
    if error.validator == "enum":
        return f"expected one of {', '.join(map(str, value))}, got {_shown(got)}{did_you_mean(str(got), value)}"
    if error.validator == "type":
        wanted = _TYPES.get(value, value)
        return f"expected {wanted}, got {_shown(got)}{_quotes(got, [wanted])}"
    if error.validator == "pattern":
        wanted = next((words for start, words in _PATTERNS.items() if value.startswith(start)), f"text like {value}")
        return f"expected {wanted}, got {_shown(got)}"
    if error.validator in ("minLength", "minItems"):
        return "expected something, got nothing"
    if error.validator in ("exclusiveMinimum", "minimum", "maximum", "exclusiveMaximum"):
        return f"expected a number {_BOUNDS[error.validator]} {value:g}, got {_shown(got)}"
    return str(error.message)


_BOUNDS = {"exclusiveMinimum": "above", "minimum": "of at least", "maximum": "of at most", "exclusiveMaximum": "below"}


def _quotes(got: Any, wanted: list[str]) -> str:
    """YAML reads 2025, 1.0 and yes as something else than text."""
    if "text" in wanted and isinstance(got, bool | int | float):
        return "; put it in quotation marks" if isinstance(got, bool) else f'; put it in quotation marks: "{got}"'
    return ""


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"the yes/no value {str(value).lower()}"
    if isinstance(value, int | float):
        return f"the number {value}"
    text = str(value)
    return f'"{text[:60]}..."' if len(text) > 63 else f'"{text}"'


def _labelled(keys: Keys, text: str) -> str:
    name = next((key for key in reversed(keys) if isinstance(key, str)), "")
    return f"{name}: {text}" if name else text


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _leads(data: Any, keys: Keys) -> bool:
    """Whether the keys lead anywhere. pydantic names also branches of its own."""
    try:
        for key in keys:
            data = data[key]
    except (KeyError, IndexError, TypeError):
        return False
    return True
