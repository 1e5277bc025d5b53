"""The options of one run. Plain dataclasses: a run that has nothing new to read must not wait for a validation library."""

from dataclasses import dataclass, field, fields
from datetime import date

DEFAULT_EXCLUDE = (
    ".git",
    ".hg",
    ".svn",
    ".tox",
    ".venv",
    "venv",
    "node_modules",
    "site-packages",
    "__pycache__",
    ".notelint_cache",
)
SEVERITIES = ("error", "warning", "info")
SITES = (
    *("auto", "github", "obsidian", "jekyll", "mkdocs", "docusaurus", "vitepress", "vuepress", "hugo", "docsify", "mdbook", "gitbook"),
    *("quarto", "antora", "astro", "quartz", "sphinx", "gatsby", "eleventy"),
)
"""Programs that notes are read with; links resolve as each of them resolves links."""
LOUDNESS = (*SEVERITIES, "off")


@dataclass(frozen=True)
class CoverageGate:
    """The gate on exam coverage, in percent; None means no gate."""

    fail_under: float | None = field(default=None, metadata={"doc": "exit 1 when the coverage of an exam is below this percentage"})
    fail_under_domain: float | None = field(default=None, metadata={"doc": "exit 1 when any domain is below this percentage"})


@dataclass(frozen=True)
class Options:
    """All settings; a field is `per_file_ignores` here and `per-file-ignores` in a file. The order is that of --show-settings."""

    exam: tuple[str, ...] = field(default=(), metadata={"doc": "id of the exam that the notes are for, or a list of ids"})
    as_of: date | None = field(
        default=None, metadata={"doc": "the day as of which values are judged; default: that of the exam, else today"}
    )
    packs: tuple[str, ...] = field(
        default=(),
        metadata={
            "doc": 'packs to use beside the general one: names of shipped or installed ones, "all" for all shipped, folders; default: all shipped'
        },
    )
    schema: str = field(default="schema", metadata={"doc": "folder of the project's own pack, relative to the configuration file"})
    select: tuple[str, ...] = field(default=("all",), metadata={"doc": "rule ids and categories to run"})
    ignore: tuple[str, ...] = field(default=(), metadata={"doc": "rule ids and categories not to run"})
    severity: dict[str, str] = field(default_factory=dict, metadata={"doc": "rule id or category -> error, warning, info or off"})
    rules: dict[str, dict[str, int]] = field(
        default_factory=dict, metadata={"doc": "rule id -> options of the rule; `notelint explain RULE` names them"}
    )
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict, metadata={"doc": "glob -> rule ids and categories"})
    exclude: tuple[str, ...] = field(
        default=(), metadata={"doc": "globs of files and folders to leave out, named on the command line or not"}
    )
    respect_gitignore: bool = field(
        default=True, metadata={"doc": "leave out what .gitignore leaves out of the repository, unless it is named on the command line"}
    )
    accepted_words: tuple[str, ...] = field(
        default=(), metadata={"doc": "words that are right in these notes; a capital makes the case count"}
    )
    site: str = field(
        default="auto", metadata={"doc": "program that the notes are read with, for links; default: told from its files beside the notes"}
    )
    fail_on: str = field(default="warning", metadata={"doc": "lowest severity that makes the exit code 1: error, warning or info"})
    coverage: CoverageGate = field(default_factory=CoverageGate, metadata={"doc": "fail-under, fail-under-domain"})


def key(name: str) -> str:
    """The name of a field in a configuration file."""
    return name.replace("_", "-")


OTHER_NAMES = {"as_of": "as-of"}
"""Keys that were named otherwise once, and still may be."""
KEYS = {key(f.name): f for f in fields(Options)}
COVERAGE_KEYS = {key(f.name): f for f in fields(CoverageGate)}

MOST_GLOBS = 1_000
"""Globs with wildcards of one setting: each is tried on each path."""


def is_plain(glob: str) -> bool:
    """Whether the glob matches only one name or path, and what is below it."""
    return "*" not in glob and "?" not in glob
