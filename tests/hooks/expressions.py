"""Expressions of GitHub Actions, as far as action.yml uses them: names, texts, ==, !=, && and ||."""

import re

_TOKEN = re.compile(r"\s*(?:(?P<text>'[^']*')|(?P<name>[\w.-]+)|(?P<operator>==|!=|&&|\|\|))")


def fill(value: str, context: dict[str, str]) -> str:
    """`value` with every ${{ expression }} in its place; raises KeyError for a name that the context does not hold."""
    return re.sub(r"\$\{\{(.+?)\}\}", lambda match: evaluate(match[1].strip(), context), value)


def evaluate(expression: str, context: dict[str, str]) -> str:
    """The text that an expression stands for; "true" and "" for comparisons."""
    left, operator, right = _split(expression, "||") or _split(expression, "&&") or ("", "", "")
    if operator == "||":
        return evaluate(left, context) or evaluate(right, context)
    if operator == "&&":
        return evaluate(left, context) and evaluate(right, context)
    tokens = [match[0].strip() for match in _TOKEN.finditer(expression)]
    if len(tokens) == 3:
        equal = _value(tokens[0], context) == _value(tokens[2], context)
        return "true" if equal == (tokens[1] == "==") else ""
    (token,) = tokens
    return _value(token, context)


def _split(expression: str, operator: str) -> tuple[str, str, str] | None:
    before, found, after = expression.partition(f" {operator} ")
    return (before, operator, after) if found else None


def _value(token: str, context: dict[str, str]) -> str:
    """A step that has set no output gives an empty text; any other unknown name is a mistake."""
    if token.startswith("'"):
        return token[1:-1]
    return context.get(token, "") if token.startswith("steps.") else context[token]
