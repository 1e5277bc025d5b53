"""What this package takes for granted of mistune; if one of these fails, read a new mistune before it is allowed."""

import inspect
from importlib.metadata import version

import mistune.helpers
from mistune.core import BlockState, InlineState, Parser
from mistune.inline_parser import InlineParser
from notelint.document import parse
from notelint.source import Source


def test_version() -> None:
    assert version("mistune").startswith("3.4.")


def test_inline_parser_hooks() -> None:
    for name in ("parse", "process_text", "parse_emphasis", "parse_codespan", "parse_inline_html", "parse_link_close", "finalize_tokens"):
        assert callable(getattr(InlineParser, name)), name
    assert callable(InlineParser._add_auto_link)
    parser = InlineParser()
    assert set(parser._methods) >= {
        "escape",
        "codespan",
        "emphasis",
        "link",
        "link_close",
        "auto_link",
        "auto_email",
        "inline_html",
        "linebreak",
        "softbreak",
    }


def test_inline_state() -> None:
    state = InlineState({"ref_links": {}})
    assert state.brackets == []
    assert state.tokens == []
    state.src = "``a`"
    assert state.delimiters.code_end("`", 2) == 3


def test_brackets_tell_where_they_open() -> None:
    parser = InlineParser()
    state = InlineState({"ref_links": {}})
    state.src = "x ![a"
    parser.parse(state)
    assert [(bracket.start, bracket.image) for bracket in state.brackets] == [(5 - 1, True)]


def test_block_parser_hooks() -> None:
    assert list(inspect.signature(BlockState.__init__).parameters) == ["self", "parent"]
    assert callable(Parser.compile_sc)
    assert callable(Parser.register)
    state = BlockState()
    state.process("a\n")
    assert (state.src, state.cursor, state.cursor_max, state.lazy_line_starts) == ("a\n", 0, 2, set())


def test_helpers() -> None:
    assert mistune.helpers.parse_link_href("(<a b> c", 1) == ("a b", 6)
    assert mistune.helpers.parse_link_href("a: /u\n", 2, block=True) == ("/u", 5)
    assert mistune.helpers.parse_link_title("x 't'\n", 1, 6) == ("t", 5)
    assert {"div", "details", "summary"} <= set(mistune.helpers.BLOCK_TAGS)
    assert set(mistune.helpers.PRE_TAGS) == {"pre", "script", "style", "textarea"}


def test_references_are_looked_up_by_this_key() -> None:
    assert mistune.util.unikey("  \u1e9e a\n b ") == mistune.util.unikey("SS A B")
    document = parse(Source("note.md", "[\u1e9e  A]\n\n[SS a]: /u\n"))
    assert [link.attributes["destination"] for link in document.links] == ["/u"]
