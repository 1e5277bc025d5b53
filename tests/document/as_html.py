"""A Document as HTML, as far as the CommonMark examples need it to be compared; paragraphs leave no tags."""

import re
from urllib.parse import quote

from notelint.document import Document, Node


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_ENTITY = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});)")
_TAGS = {"emph": "em", "strong": "strong", "strikethrough": "del", "block_quote": "blockquote", "item": "li"}


def unescape(text: str) -> str:
    from mistune.util import unescape as decode

    return _ENTITY.sub(lambda match: match.group(1) or decode(match.group(2)), text)


def render(document: Document) -> str:
    return "".join(_block(document, node) for node in document.root.children)


def normalise(html: str) -> str:
    """Without paragraph tags, and without white space beside block tags."""
    html = re.sub(r"</?p>", "", html)
    return re.sub(r"\s*(</?(?:ul|ol|li|blockquote|h[1-6]|hr|pre)\b[^>]*>)\s*", r"\1", html).strip()


def _block(document: Document, node: Node) -> str:
    kind = node.kind
    if kind == "heading":
        level = node.attributes["level"]
        return f"<h{level}>{_inlines(document, node)}</h{level}>\n"
    if kind == "paragraph":
        return _inlines(document, node) + "\n"
    if kind == "thematic_break":
        return "<hr />\n"
    if kind == "code_block":
        info = unescape(node.attributes["info"] or "").split()
        name = f' class="language-{escape(info[0])}"' if info else ""
        return f"<pre><code{name}>{escape(node.attributes['code'])}</code></pre>\n"
    if kind == "html_block":
        return _plain_lines(document, node) + "\n"
    if kind in ("link_reference_definition", "front_matter"):
        return ""
    inside = "".join(_block(document, child) for child in node.children)
    if kind == "list":
        start = node.attributes["start"]
        tag = "ol" if node.attributes["ordered"] else "ul"
        number = f' start="{start}"' if start != 1 else ""
        return f"<{tag}{number}>{inside}</{tag}>\n"
    return f"<{_TAGS[kind]}>{inside}</{_TAGS[kind]}>\n"


def _plain_lines(document: Document, node: Node) -> str:
    text = document.source.text
    begin = text.rfind("\n", 0, node.start) + 1
    lines = text[begin if not text[begin : node.start].strip() else node.start : node.end].split("\n")
    quotes = sum(above.kind == "block_quote" for above in node.ancestors())
    return "\n".join(re.sub(rf"^(?: {{0,3}}> ?){{0,{quotes}}}", "", line) for line in lines)


def _inlines(document: Document, node: Node) -> str:
    return "".join(_inline(document, child) for child in document.inlines(node))


def _inline(document: Document, node: Node) -> str:
    text, kind = document.source.text, node.kind
    inside = "".join(_inline(document, child) for child in node.children)
    if kind == "text":
        return escape(unescape(text[node.start : node.end]))
    if kind == "softbreak":
        return "\n"
    if kind == "linebreak":
        return "<br />\n"
    if kind == "code":
        return f"<code>{escape(_code(text, *node.attributes['content']))}</code>"
    if kind == "html_inline":
        return text[node.start : node.end]
    if kind == "autolink" and not node.attributes["bare"]:
        return f'<a href="{_url(node)}">{escape(text[node.start + 1 : node.end - 1])}</a>'
    if kind in ("link", "image"):
        return _link(document, node, inside)
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inside}</{_TAGS[kind]}>"
    return escape(unescape(text[node.start : node.end]))


def _code(text: str, start: int, end: int) -> str:
    code = re.sub(r"\n[ \t>]*", " ", text[start:end])
    return code[1:-1] if len(code) > 2 and code[0] == code[-1] == " " and code.strip(" ") else code


def _link(document: Document, node: Node, inside: str) -> str:
    title = node.attributes["title"]
    named = f' title="{escape(unescape(title))}"' if title else ""
    if node.kind == "link":
        return f'<a href="{_url(node)}"{named}>{inside}</a>'
    alt = re.sub(r'<img src="[^"]*" alt="([^"]*)"[^>]*>', r"\1", inside)
    return f'<img src="{_url(node)}" alt="{re.sub("<[^>]*>", "", alt)}"{named} />'


def _url(node: Node) -> str:
    return escape(quote(node.attributes["destination"], safe="/:?#@!$&()*+,;=%'~"))
