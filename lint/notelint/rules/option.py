"""Options of rules: thresholds that a configuration may set in [rules.RULE-ID]."""

from typing import Any, NamedTuple

from notelint.reference import Reference


class Option(NamedTuple):
    """A whole number from `least` to `most`; a rule module that holds one has the option."""

    rule: str
    name: str
    default: int
    least: int
    most: int
    doc: str

    def of(self, reference: Reference) -> int:
        """The value in this run."""
        return reference.rule_options.get(self.rule, {}).get(self.name, self.default)


def options_page(options: tuple[Option, ...]) -> str:
    """The section of a rule's page on its options; "" without any."""
    if not options:
        return ""
    lines = [f"- `{one.name}` (default {one.default}, from {one.least} to {one.most}): {one.doc}" for one in options]
    example = "\n".join(f"{one.name} = {one.default}" for one in options)
    return "\n".join(["## Options", "", *lines, "", "```toml", f"[rules.{options[0].rule}]", example, "```"])


def options_schema(options: dict[str, tuple[Option, ...]]) -> dict[str, Any]:
    """The JSON Schema of the table `rules` of a configuration."""
    rules = {
        rule: {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                one.name: {"type": "integer", "minimum": one.least, "maximum": one.most, "default": one.default, "description": one.doc}
                for one in known
            },
        }
        for rule, known in options.items()
        if known
    }
    return {"type": "object", "additionalProperties": False, "properties": rules}
