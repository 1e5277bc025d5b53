"""Counts of words and the word lists -> schema/words/confusable.txt.

python tools/context/confusable.py COUNTS OUT

A word is confusable with one that is one slip away (a letter missing, one too many, another one, two swapped), that is made of the same stem, or that
stands in the same set of closed.yaml. The other word must be well known to documentation; spelling variants (-our, -ise, ...) and opposites made by a
prefix (symmetric, asymmetric) are none.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import yaml

HERE = Path(__file__).parent
WORDS = HERE.parent.parent / "schema" / "words"
KNOWN, SELDOM = 60, 20
"""Least count of a word that may have been meant, and of one in a set of closed.yaml."""
FAR = 400
"""A word that is so many times as frequent as the other is not taken for it."""
LITTLE = 30_000
"""Words of up to three letters with this count are not taken for others with another first letter: nearly everything is one slip away from "the"."""
PREFIXES = {"a", "an", "de", "re", "un", "in", "im", "pre", "sub", "non", "dis", "e", "bi", "co", "up", "out"}
SUFFIXES = (
    "s es ed d ing er or ors ers ion ions tion ation ations al ally ly ity ness ment ments able ive ively ance ence y e ant ent ical ic ary ial ious ous ful"
).split()
HEAD = (
    "# word: words that may have been meant, each with how the two are alike: h the same sound or often confused, m a letter is missing, x one too many,\n"
    "# s another one, t two swapped, i inflected, d derived. Made by tools/context/confusable.py.\n"
)


def variant(word: str) -> str:
    """The same for all spellings of one word."""
    word = re.sub(r"([iy])s(e|ed|es|er|ers|ing|ation|ations|able)$", r"\1z\2", word)
    for british, american in (
        ("our", "or"),
        ("ae", "e"),
        ("oe", "e"),
        ("ogue", "og"),
        ("amme", "am"),
        ("ll", "l"),
        ("ence", "ense"),
        ("centr", "center"),
    ):
        word = word.replace(british, american)
    word = re.sub(r"tre(s?)$", r"ter\1", word)
    return word.replace("grey", "gray").replace("dgement", "dgment").replace("cheque", "check")


def slip(word: str, other: str) -> str | None:
    """The letter of the kind, or None."""
    if len(word) == len(other):
        differing = [at for at in range(len(word)) if word[at] != other[at]]
        if len(differing) == 1:
            return "s"
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1 and word[differing[0]] == other[differing[1]]
        return "t" if swapped and word[differing[1]] == other[differing[0]] else None
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    if len(longer) - len(shorter) != 1 or shorter not in shortened(longer):
        return None
    return "x" if longer == word else "m"


def shortened(word: str) -> set[str]:
    """The word without one of its letters."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def inflected(one: str, other: str) -> bool:
    """Are they forms of one verb or noun?"""
    short, long = sorted((one, other), key=len)
    if long in {short + ending for ending in ("s", "es", "ed", "d", "ing")}:
        return True
    if (short[-1] == "y" and long in {short[:-1] + "ies", short[:-1] + "ied"}) or (short[-1] == "e" and long == short[:-1] + "ing"):
        return True
    pairs = (
        ("s", "ed"),
        ("s", "ing"),
        ("es", "ed"),
        ("es", "ing"),
        ("ed", "ing"),
        ("s", "d"),
        ("ies", "ied"),
        ("ies", "ying"),
        ("ied", "ying"),
        ("is", "es"),
    )
    return any(a.endswith(x) and b.endswith(y) and a[: -len(x)] == b[: -len(y)] for x, y in pairs for a, b in ((one, other), (other, one)))


def opposite(one: str, other: str) -> bool:
    """Is one of them the other with a prefix?"""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.endswith(short) and long[: -len(short)] in PREFIXES


def stems(word: str) -> set[str]:
    """What is left without an ending."""
    found = {word, *(word[: -len(ending)] for ending in SUFFIXES if word.endswith(ending))}
    return {stem for stem in found if len(stem) >= 4} | ({word[:-3]} if word.endswith(("ies", "ied")) else set())


class Lists:
    """The word lists, and counts of documentation."""

    def __init__(self, counts: Path) -> None:
        rows = (line.rstrip("\n").split("\t") for line in counts.open(encoding="utf-8"))
        self.counts = {word: int(number) for number, word in rows if " " not in word}
        full = _lines("english.txt") | _lines("computing.txt") | _lines("software.txt")
        self.rare = {word for word in _lines("rare.txt") if word.isalpha() and len(word) > 5} - full
        self.full = {word for word in full if word.isalpha() and len(word) > 2}
        self.meant = {word for word, count in self.counts.items() if count >= KNOWN and len(word) > 1 and word in full}


def _lines(name: str) -> set[str]:
    return {line.strip().lower() for line in (WORDS / name).read_text("utf-8").splitlines() if line.strip() and line[0] != "#"}


def sets() -> Iterator[tuple[str, str]]:
    """Both orders of all pairs of the sets of closed.yaml."""
    closed = yaml.safe_load((HERE / "closed.yaml").read_text("utf-8"))["sets"]
    for words in re.split(r" / |\n", closed):
        yield from permutations(words.split(), 2)


def confusable(lists: Lists, never: set[str]) -> dict[str, dict[str, str]]:
    """Word -> other words -> kind."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for word, other in sets():
        if lists.counts.get(other, 0) >= SELDOM:
            found[word][other] = "h"
    by_stem, by_rest = defaultdict(set), defaultdict(set)
    for other in lists.meant - never:
        for stem in stems(other):
            by_stem[stem].add(other)
        for rest in shortened(other) | {other}:
            by_rest[rest].add(other)
    for word in sorted((lists.full | lists.rare) - never):
        others = found[word]
        if word in lists.full:
            for other in set().union(*(by_stem.get(stem, ()) for stem in stems(word))):
                others.setdefault(other, "i" if inflected(word, other) else "d")
        for other in set().union(*(by_rest.get(rest, ()) for rest in shortened(word) | {word})):
            kind = "i" if inflected(word, other) else slip(word, other)
            little = len(other) < 4 and len(word) < 5 and lists.counts[other] > LITTLE and word[0] != other[0]
            if kind and len(word) + len(other) > 5 and not little:
                others.setdefault(other, kind)
        found[word] = {other: kind for other, kind in others.items() if kind == "h" or _is_fit(word, other, kind, lists)}
    return found


def _is_fit(word: str, other: str, kind: str, lists: Lists) -> bool:
    """A past tense is never wrong by itself, so it is not taken for another form."""
    if word == other or variant(word) == variant(other) or opposite(word, other) or (kind == "i" and word.endswith("ed")):
        return False
    return lists.counts[other] * FAR >= lists.counts.get(word, 0)


def main() -> None:
    counts, out = map(Path, sys.argv[1:])
    never = set(yaml.safe_load((HERE / "closed.yaml").read_text("utf-8"))["never"].split())
    found = confusable(Lists(counts), never)
    lines = (
        f"{word}: {' '.join(f'{other}/{kind}' for other, kind in sorted(others.items()))}\n"
        for word, others in sorted(found.items())
        if others
    )
    out.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
