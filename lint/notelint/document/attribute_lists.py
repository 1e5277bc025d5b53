"""Lists of attributes in braces, as kramdown (`{#id}`, `{: .class}`), Python-Markdown's attr_list and Docusaurus (`{#id}`) read them."""

import re

_ATTRIBUTE = r"(?:[#.][\w:.-]+|[A-Za-z][\w-]*=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s\"'{}]+))"
_LIST = re.compile(rf"\{{:?[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*\}}")
_ID = re.compile(r"(?<![^\s{:])#([\w:.-]+)")


def attribute_list(text: str) -> str:
    """The list that ends `text`; empty if there is none, or nothing before it."""
    start = text.rfind("{")
    if start < 1 or text[-1] != "}" or text[start - 1] not in " \t" or not text[:start].strip(" \t#"):
        return ""
    return text[start:] if _LIST.fullmatch(text, start) else ""


def id_in(attributes: str) -> str:
    """The id that a list gives; empty if it gives none."""
    found = _ID.search(attributes)
    return found[1] if found else ""
