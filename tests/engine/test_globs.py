"""Globs without wildcards are looked up; they match what their patterns match."""

from hypothesis import given
from hypothesis import strategies as st
from notelint.engine.run.globs import glob_pattern, read_globs

NAMES = st.sampled_from(["a", "b", "a.md", "..", "a b"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
GLOBS = st.builds(lambda before, path, after: f"{before}{path}{after}", st.sampled_from(["", "/"]), PATHS, st.sampled_from(["", "/"]))


@given(GLOBS, PATHS)
def test_a_plain_glob_matches_what_its_pattern_matches(glob: str, path: str) -> None:
    globs = read_globs((glob,))
    assert not globs.patterns
    assert globs.match(path) == (glob_pattern(glob).match(path) is not None)


def test_globs_of_both_kinds() -> None:
    globs = read_globs(("drafts", "a/b/", "c*d", "", "/"))
    assert [path for path in ("x/drafts/a.md", "a/b/c.md", "x/cud/a.md", "cd", "a/bc", "b/a/b", "x/d") if globs.match(path)] == [
        "x/drafts/a.md",
        "a/b/c.md",
        "x/cud/a.md",
        "cd",
    ]


def test_many_plain_globs_need_no_patterns() -> None:
    globs = read_globs(tuple(f"folder/x{number}" for number in range(100_000)))
    assert not globs.patterns
    assert globs.match("folder/x99999/a.md")
    assert not globs.match("folder/y/a.md")
