"""No regular expression of the package takes more than linear time on any text that a note, a pack or a configuration may hold."""

import json
import re
import subprocess
import sys
from functools import cache

import pytest

from tests.growth.attack import weakness
from tests.growth.patterns import ROOT, Found

SHARES = 8


@cache
def patterns() -> list[Found]:
    done = subprocess.run([sys.executable, "-m", "tests.growth.patterns"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Found(pattern, flags, where, tuple(methods)) for pattern, flags, where, methods in json.loads(done.stdout)]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_is_worse_than_linear(share: int) -> None:
    weak = [
        f"{found.where}.{method}: {growth.seconds} seconds with {growth.attack}: {found.pattern}"
        for found in patterns()[share::SHARES]
        for method in found.methods
        if (growth := weakness(re.compile(found.pattern, found.flags), method)) is not None
    ]
    assert weak == []


def test_the_patterns_are_found() -> None:
    wheres = {found.where for found in patterns()}
    assert len(wheres) > 150
    assert "notelint.document.urls:_URL" in wheres
    assert "notelint.document.collect:_indented:" in wheres
    assert "mistune.core:compile_sc:" in wheres


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(a+)+b", "match"),
        (r"(?:a|aa)+$", "match"),
        (r"\s*x?\s*$", "search"),
        (r"\w+:", "search"),
        (r"<!--.*?-->", "finditer"),
        (r"[\W_]*(?:todo|\.{2,})[\W_]*", "fullmatch"),
        (r"<\w+(?:\s+\w+(?:\s*=\s*[^ >]+)?)*\s*>", "match"),
    ],
)
def test_attacks_succeed_on_weak_patterns(pattern: str, method: str) -> None:
    assert weakness(re.compile(pattern, re.DOTALL), method) is not None


@pytest.mark.parametrize(
    ("pattern", "method"),
    [(r"\w++:", "match"), (r"[ \t]*+#*+$", "match"), (r"\d{1,3}(?:,\d{3})*+", "finditer"), (r"<!--[^<>]*+-->", "finditer")],
)
def test_attacks_fail_on_linear_patterns(pattern: str, method: str) -> None:
    assert weakness(re.compile(pattern), method) is None
