"""Texts that are hard to read as Markdown."""

from hypothesis import strategies as st

MARKS = [
    "*", "**", "_", "__", "`", "``", "~~", "$", "$$", "[", "]", "](", ")", "](/u)", "![", "[[", "]]", "[[a|b]]", "<", ">", "<b>", "<br>", "</b>",
    "<!--", "-->", "<!-- c -->", "&amp;", "&#35;", "&", "\\", "\\\\", "\\|", "\\*", "|", "||", ":", ": ", "---", "|-|-|", "|---|", "===", "#", "# ", "## ",
    "- ", "* ", "+ ", "1. ", "2) ", "-", "> ", ">", "```", "~~~", "    ", "\t", "  ", " ", "[a]: /u", "[a]", "[^1]", "[^1]: ", "[!NOTE]", "[ ] ", "[x] ",
    "http://a.b", "www.a.b", "<http://a.b>", "<a name=x>", "<div>", "</div>", "***", "___", "$x$", "~", "!", "\u3002", "\u4e2d", "\U0001f600", "\u0301",
    "\u00a0", "\u2028", "\x0b", "\x0c", "\x85", "\ufeff", "\0", "word", "a", "b1", "5 TB", '"t"', "'", "(", "{", "}", "%", "^",
    "{{c1::", "}}", "::", "{{a}}", "{% b %}", "{: .c}", "==", "%%", '!!! note "t"\n', "??? tip\n    ", ":::", "::: tip", " {#id}",
]  # fmt: skip
BREAKS = ["\n", "\n", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", " \n", "\n\t\n", "\n     \n"]
PREFIXES = [
    "",
    "",
    "> ",
    ">",
    "- ",
    "  ",
    "    ",
    "1. ",
    "\t",
    "   ",
    "* ",
    "+\t",
    "> > ",
    "- - ",
    "> - ",
    "[^n]: ",
    "| ",
    "# ",
    "     ",
    "10) ",
]

soup = st.lists(st.sampled_from(MARKS + BREAKS + BREAKS), max_size=40).map("".join)

_words = st.lists(st.sampled_from(MARKS), max_size=6).map("".join)
_line = st.tuples(st.lists(st.sampled_from(PREFIXES), max_size=4).map("".join), _words, st.sampled_from(BREAKS)).map("".join)
lines = st.lists(_line, max_size=14).map("".join)

_chosen = "\n\r\t  *_`[]()<>!|#-+.>&;:$~\\=1a\x00\x0b\x0c\x1c\x85\u00a0\u2028\ufeff\u4e2d\U0001f600\u0301"
letters = st.text(st.sampled_from(_chosen), max_size=60)
free = st.text(st.characters(codec="utf-8"), max_size=60)

texts = st.one_of(soup, lines, letters, free)
