"""Diagnostics for reporters: related places, fixes in two notes, wide characters, several lines, markup in messages."""

from notelint.diagnostic import Applicability, Diagnostic, Edit, Finding, Fix, Related, Severity
from notelint.source import Source, Span, Texts

NOTES = {
    "notes/a b.md": "# 漢字 Data Streams\n\n- Rétention: 1 to 400 days\n- Rétention: 1 to 400 days\n",
    "notes/b.md": "# Other\n\nline one\nline two\n",
    "notes/clean.md": "# Clean\n",
}


def texts() -> Texts:
    return Texts({path: text.encode() for path, text in NOTES.items()})


def samples() -> list[Diagnostic]:
    a = Source("notes/a b.md", NOTES["notes/a b.md"])
    b = Source("notes/b.md", NOTES["notes/b.md"])
    first = a.text.index("1 to")
    second = a.text.index("1 to", first + 1)
    one = Edit(a.place(Span(first, first + 13)), "1 to 365 days")
    other = Edit(b.place(Span(0, 0)), "<!-- moved -->\n")
    return [
        _diagnostic(
            "wrong-value",
            Severity.ERROR,
            Finding(
                a.place(Span(first, first + 13)),
                "Retention is 1 to 365 days, not 1 | 400: 100%, <b>never</b>",
                related=(Related(b.place(Span(9, 13)), "here it is\nsaid `so`"),),
                suggestions=("1 to 365 days",),
                fix=Fix("put the right value", (one,), Applicability.UNSAFE),
                url="https://example.org/limits",
                subject="aws.kinesis-data-streams retention",
            ),
        ),
        _diagnostic("wrong-value", Severity.ERROR, Finding(a.place(Span(second, second + 13)), "the same once more", subject="twice")),
        _diagnostic("wrong-value", Severity.ERROR, Finding(a.place(Span(second, second + 13)), "the same once more", subject="twice")),
        _diagnostic(
            "unused-suppression",
            Severity.WARNING,
            Finding(b.place(Span(9, 22)), "two lines \x07 with a control character", fix=Fix("in two notes", (other, one))),
        ),
        _diagnostic("not-utf8", Severity.INFO, Finding(b.place(Span(0, 0)), "nothing to see")),
    ]


def _diagnostic(rule: str, severity: Severity, finding: Finding) -> Diagnostic:
    return Diagnostic(rule, "facts", severity, finding)
