"""Patterns of block starts that several rules share."""

import re

from mistune.helpers import BLOCK_TAGS, HTML_TAGNAME, PRE_TAGS

from notelint.source.lazy_pattern import lazy_pattern

THEMATIC_BREAK = r"^ {0,3}(?:(?:-[ \t]*+){3}[- \t]*+|(?:_[ \t]*+){3}[_ \t]*+|(?:\*[ \t]*+){3}[* \t]*+)$"
DELIMITERS = r"\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+"
"""The line below the header of a table, from its first sign on."""
LIST = r"^(?P<list_1> {0,3})(?P<list_2>[*+-]|[0-9]{1,9}[.)])(?P<list_3>[ \t]*$|[ \t]+)"
FOOTNOTE = r"^ {0,3}\[\^(?P<footnote_1>[^\]\[\s]{1,999})\]:[ \t]*"
MATH = r"^ {0,3}\$\$"

_PRE = "|".join(PRE_TAGS)
_BLOCK = "|".join((*BLOCK_TAGS, "search"))
HTML_ENDED = rf"(?i:(?:{_PRE})(?=[ \t>]|$))|!--|\?|![A-Za-z]|!\[CDATA\["
HTML_TAG = rf"/?(?i:{_BLOCK})(?=[ \t]|/?>|$)"
_ATTRIBUTES = r"""(?:[ \t]+[A-Za-z_:][A-Za-z0-9_.:-]*(?:[ \t]*=[ \t]*(?:[^ \t\n"'=<>`]+|'[^'\n]*'|"[^"\n]*"))?)*"""
HTML_LONE = rf"(?:{HTML_TAGNAME}{_ATTRIBUTES}[ \t]*/?|/{HTML_TAGNAME}[ \t]*)>[ \t]*$"

TAG = lazy_pattern(
    rf"<(?:{HTML_TAGNAME}(?:\s++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+\s*+/?|/{HTML_TAGNAME}\s*+)>"
)
"""A tag inside a paragraph."""

BLOCK_START = lazy_pattern(
    "|".join(
        (
            THEMATIC_BREAK,
            r"^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|`{3,}[^`\n]*$|~{3,}|(?:[*+-]|[0-9]{1,9}[.)])(?:[ \t]|$))",
            rf"^ {{0,3}}<(?:{HTML_ENDED}|{HTML_TAG})",
            FOOTNOTE,
            MATH,
            r"^ {0,3}(?::{3,}|%%|(?:!!!|\?\?\?\+?)[ \t])",
        )
    ).replace("(?P<footnote_1>", "(?:"),
    re.M,
)
"""A line that cannot be a lazy continuation of a paragraph inside a container that the line has left."""
