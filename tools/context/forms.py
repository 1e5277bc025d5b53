"""Forms of words of which grammar decides where they may stand -> schema/words/forms.txt.

python tools/context/forms.py RESOURCES COUNTS OUT

RESOURCES is the folder lemminflect/resources of the wheel of that name (MIT; its data is made from the SPECIALIST lexicon of the National Library of
Medicine, free for any use). COUNTS is the words.txt of tools/context/counts.py: a verb that documentation uses as a noun ("the build") or
that has no passive ("exist") is left out, and so is a plural that it uses after "a" ("a series"). OUT receives lines of a word and, for each class, the forms that may be meant:

    base: the verb alone (create), with participle, third person and gerund
    third: he does it (creates), with the base
    past: past or participle alone (created), with the base
    plural: a plural (instances), with the singular
    single: a singular that is counted (instance), with the plural
    positive: an adjective (large), with the comparative
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

LEAST, COMMON = 3, 50
"""Rarer words are left out; so are verbs rarer than COMMON that may be nouns."""
DETERMINERS = ("the", "a", "an", "your", "its")
SUBJECTS = ("it", "that", "which", "this", "and", "what")
MANY = ("many", "these", "several", "multiple", "two", "three")
NOT_VERBS = frozenset("be do have go get let must can will may need dare".split())
NOT_THIRD = frozenset("does has goes".split())
NOT_PAST = frozenset("been had did was were got used supposed".split())
NOT_SINGLE = frozenset("factor way day year hour month week tier phase part step stage minute second third half level bit byte".split())


class Counts(dict[str, int]):
    """How often words, and two words in a row, were met; 0 for never."""

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8") as file:
            lines = (line.rstrip("\n").split("\t") for line in file)
            super().__init__((key, int(count)) for count, key in lines if key.count(" ") < 2)

    def __missing__(self, key: str) -> int:
        return 0

    def after(self, words: tuple[str, ...], word: str) -> int:
        return sum(self[f"{one} {word}"] for one in words)

    def is_noun(self, word: str, share: float = 0.02) -> bool:
        return self.after(DETERMINERS, word) > max(1, share * self[word])

    def is_state(self, word: str) -> bool:
        return self.after(("be", "is", "are", "been"), word) > max(12, 0.003 * self[word])


class Lexicon:
    """Parts of speech, and the forms of each word."""

    def __init__(self, folder: Path, counts: Counts) -> None:
        self._counts = counts
        self.tags: dict[str, set[str]] = defaultdict(set)
        self.forms: dict[tuple[str, str], str] = {}
        for word, part, forms in _rows(folder / "infl_lu.csv.gz"):
            if part == "verb":
                self._add_verb(word, forms)
            elif part == "noun":
                self._add_noun(word, forms[0])
            else:
                self.tags[word].add(part)
                if part == "adj" and forms[0]:
                    self.tags[forms[0][0]].add("comparative")
                    self.forms[word, "comparative"] = forms[0][0]
        for word, part, _ in _rows(folder / "lemma_lu.csv.gz"):
            if part in ("adj", "adv"):
                self.tags[word].add(part)

    def _add_verb(self, word: str, forms: list[list[str]]) -> None:
        past, participle, gerund, third = (forms + [[]] * 4)[:4]
        participle = participle or past
        self.tags[word].add("base")
        for name, those in (("past", past + participle), ("gerund", gerund), ("third", third)):
            for form in those:
                self.tags[form].add(name)
                known = self.forms.get((form, "base"), word)
                self.forms[form, "base"] = max(word, known, key=self._counts.__getitem__)
        for name, those in (("participle", participle), ("third", third), ("gerund", gerund)):
            if those:
                self.forms[word, name] = those[0]

    def _add_noun(self, word: str, plurals: list[str]) -> None:
        self.tags[word].add("noun")
        for plural in plurals:
            self.tags[plural].add("plural")
            if plural != word:
                self.forms.setdefault((word, "plural"), plural)
                self.forms[plural, "single"] = word


def _rows(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            word, part, *forms = line.rstrip("\n").split(",")
            if word.isascii() and word.isalpha() and word.islower():
                yield word, part, [form.split("/") if form else [] for form in forms] or [[]]


def classes(word: str, lexicon: Lexicon, counts: Counts) -> Iterator[str]:
    """The classes of a word, each with what may be meant."""
    tags, form = lexicon.tags[word], lambda name: lexicon.forms.get((word, name), "")
    noun = bool(tags & {"noun", "plural"})
    if "base" in tags and word not in NOT_VERBS and not tags & {"plural", "adj", "past", "adv", "comparative"}:
        passive = counts.after(("be", "is", "are"), form("participle")) >= LEAST
        apart = (
            passive
            and not (noun and counts[word] < COMMON)
            and not counts.is_noun(word, 0.02 if noun else 0.1)
            and not counts.is_state(word)
        )
        if apart and form("participle") and form("third") and form("gerund"):
            yield f"base {form('participle')} {form('third')} {form('gerund')}"
    if "third" in tags and len(word) > 3 and word not in NOT_THIRD and not counts.is_noun(word) and form("base"):
        verb, plural = counts.after(SUBJECTS, word), counts.after(("the", "these", "of", "all"), word)
        if "plural" not in tags or verb >= 5 * (plural + 1):
            yield f"third {form('base')}"
    if "past" in tags and not tags & {"base", "noun", "plural"} and word not in NOT_PAST and form("base"):
        yield f"past {form('base')}"
    if "plural" in tags and form("single") and not tags & {"noun", "adj", "adv", "past"} and word.endswith("s"):
        counted = counts.after(("a", "an"), word) <= max(3, 0.002 * counts[word]) and not word.endswith(("ss", "us", "is"))
        verb, plural = counts.after(SUBJECTS, word), counts.after(("the", "these", "of", "all"), word)
        common = counts[form("single")] * 8 > counts[word] and "adj" not in lexicon.tags[form("single")] and len(word) > 3
        if counted and common and ("third" not in tags or plural >= 5 * verb):
            yield f"plural {form('single')}"
    if noun and form("plural") and not tags & {"adj", "gerund", "adv", "past", "comparative"} and word not in NOT_SINGLE:
        one, many = counts.after(MANY, word), counts.after(MANY, form("plural"))
        if counts.after(("a", "an"), word) >= 5 and counts[form("plural")] >= 5 and one * 3 <= many:
            yield f"single {form('plural')}"
    if "adj" in tags and form("comparative") and "comparative" not in tags and word != form("comparative"):
        yield f"positive {form('comparative')}"


def main() -> None:
    counts = Counts(Path(sys.argv[2]))
    lexicon = Lexicon(Path(sys.argv[1]), counts)
    lines = []
    for word in sorted(lexicon.tags):
        found = list(classes(word, lexicon, counts)) if counts[word] >= LEAST and len(word) > 2 else []
        if found:
            lines.append(f"{word}: {'; '.join(found)}\n")
    head = "# Forms of words by class; made by tools/context/forms.py, which says what the classes are.\n"
    Path(sys.argv[3]).write_text(head + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
