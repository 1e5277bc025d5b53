"""The rules as a table."""

from notelint.rules import OPTIONS, RULES
from notelint.rules.option import options_page
from notelint.rules.protocol import Rule


def rule_table() -> str:
    """Aligned columns for a terminal: id, category, severity, summary."""
    rows = [
        (rule.ID, rule.CATEGORY, str(rule.SEVERITY), rule_summary(rule))
        for rule in sorted(RULES, key=lambda rule: (rule.CATEGORY, rule.ID))
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows)


def rule_markdown() -> str:
    """The table of the README."""
    lines = ["| rule | category | severity | what it finds |", "| --- | --- | --- | --- |"]
    lines += [
        f"| `{rule.ID}` | {rule.CATEGORY} | {rule.SEVERITY} | {rule_summary(rule)} |"
        for rule in sorted(RULES, key=lambda rule: (rule.CATEGORY, rule.ID))
    ]
    return "\n".join(lines)


def rule_summary(rule: object) -> str:
    """The first line of the rule's page."""
    return (rule.__doc__ or "").strip().splitlines()[0]


def rule_page(rule: Rule) -> str:
    """All that there is to read on a rule, in Markdown without the title."""
    return "\n\n".join(part for part in ((rule.__doc__ or "").strip(), options_page(OPTIONS[rule.ID])) if part)
