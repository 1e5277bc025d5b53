"""Markdown notes as positioned trees. The only package that imports mistune."""

from notelint.document.attribute_lists import id_in
from notelint.document.comments import Comment
from notelint.document.document import Document
from notelint.document.front_matter import FrontMatter
from notelint.document.heading_levels import HeadingLevel
from notelint.document.html_links import HtmlLink
from notelint.document.leaf import Leaf
from notelint.document.near_headings import NearHeading
from notelint.document.node import Node
from notelint.document.parse import normalise_label, parse
from notelint.document.section import Section
from notelint.document.slug import Slugger, slug
from notelint.document.statement import Cell, Statement
from notelint.document.text import Style, Text, TextRun

__all__ = [
    "Cell",
    "Comment",
    "Document",
    "FrontMatter",
    "HeadingLevel",
    "HtmlLink",
    "Leaf",
    "NearHeading",
    "Node",
    "Section",
    "Slugger",
    "Statement",
    "Style",
    "Text",
    "TextRun",
    "id_in",
    "normalise_label",
    "parse",
    "slug",
]
