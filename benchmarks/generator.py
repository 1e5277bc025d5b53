"""Notes that nobody wrote, as many as wanted: nested bullets, tables, prose, code, slips and claims; the same ones for the same seed.

A kilobyte holds about two numbers, and one claim that is sure of its entity and attribute, as in notes that are written for an exam on what the packs
know (`density.py` counts them in any folder).

python benchmarks/generator.py FOLDER [--files 500] [--bytes 5700] [--seed 1]
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from pathlib import Path
from string import ascii_lowercase

from notelint.config import Config, Options
from notelint.dictionary.word_flags import FREQUENT
from notelint.dictionary.words import load_words
from notelint.reference import CanonicalValue, Entity, Reference, load_reference

_OPENERS = (
    "In short, {name} is what a {who} reaches for when the {word} {thing} {grow} beyond one {word}.",
    "The idea behind {name} is simple: keep the {word} {thing} close to the {word} and the {word}, and let the {who} decide on {word} and {word} later.",
    "People often confuse {name} with {rival}, although only one of them looks after {word}, {word} and {word} {thing}.",
    "Before you choose {name}, ask how much {word} arrives each day, who reads the {word}, and whether {word} or {word} is the {word} part.",
    "A {who} who knows {rival} will feel at home here, since {word} {thing} behave in much the same {word} {word}.",
    "Most questions about {name} turn on {word} and {word}, so it helps to draw the {word} of the {word} first.",
    "When {word} {thing} {grow}, {name} is slower to answer, the {word} becomes {word}, and the {word} follows a day later.",
    "The {word} is {word}; the {word}, {word} and {word} of the {thing} are not.",
)
_REMARKS = (
    "works well with {rival} when the {word} of the {thing} is {word}",
    "not meant for {word} {thing} that change with the {word}",
    "the {who} pays for {word} and {word}, not for {word}",
    "ask whether the {word} must survive the {word} of {other}",
    "remember to **switch on the {word}** before the first {thing} arrive",
    "see also [{rival}]({link}) for `{code}`",
    "compare with {rival}: less {word}, more {word}",
    "common trap: the {word} is kept, but the {word} {other} are not",
    "good for a {who} with little {word}",
    "took {number} minutes in the exercise, most of them for the {word}",
    "{word}, {word} and {word}",
    "{word} {word}: the {word} of the {word}",
)
_THINGS = ("records", "events", "images", "reports", "invoices", "log files", "messages", "tables", "documents", "measurements", "models")
_WHOS = ("team", "developer", "data engineer", "student", "small company", "night shift", "support desk", "newcomer")
_GROWS = ("grow", "spread", "pile up", "arrive late", "multiply")
_HEADINGS = ("Overview", "How it works", "Limits", "Prices", "Security", "When to use it", "Compared with others", "Questions", "Summary")
_CODES = (
    "batch_size=64",
    "retries: 3",
    "SELECT count(*) FROM visits WHERE day = 'monday'",
    "deploy --dry-run --region north",
    "python train.py",
    "for row in rows:",
    "    total += row.amount",
    "# the rest is as before",
    "model = fit(features, labels, epochs=10)",
    "",
)
_SELDOM = 6.2
"""Words that are met less often (log10 in 10^12 words) are left to those who know them."""
_SLIPS = {
    "the": "teh",
    "receive": "recieve",
    "which": "wich",
    "because": "becuase",
    "records": "recrods",
    "between": "betwen",
    "small": "smal",
}


@dataclass(frozen=True)
class Written:
    """What a corpus holds."""

    files: int
    bytes: int
    claims: int


class Generator:
    """Writes notes about the entities of a Reference."""

    def __init__(self, reference: Reference, seed: int = 1) -> None:
        self._reference = reference
        self._random = random.Random(seed)
        self._entities = [entity for entity in reference.entities.values() if entity.kind in ("service", "feature", "concept")]
        self._valued = [self._reference.entities[entity] for entity, values in reference.values_of.items() if _told(values)]
        self._english, self._weights = _english()
        self._beside = range(1)
        self.claims = 0

    def note(self, size: int, beside: range = range(1)) -> str:
        """A note of about `size` bytes that links to those with the numbers `beside` in its folder, and now and then to none."""
        self._beside = beside
        entity = self._random.choice(self._valued)
        parts = [f"# {entity.name}\n"]
        length = 0
        while length < size:
            parts.append(self._section(entity))
            length += len(parts[-1])
            entity = self._random.choice((entity, self._random.choice(self._valued)))
        return "\n".join(parts)

    def _section(self, entity: Entity) -> str:
        title = self._random.choice(
            (entity.name, f"{entity.name}: {self._random.choice(_HEADINGS).lower()}", self._random.choice(_HEADINGS))
        )
        make = self._random.choices((self._prose, self._bullets, self._table, self._code), (4, 7, 1, 2))[0]
        return f"{'#' * self._random.randint(2, 3)} {title}\n\n" + "\n".join(make(entity)) + "\n"

    def _prose(self, entity: Entity) -> Iterator[str]:
        for _ in range(self._random.randint(1, 3)):
            yield " ".join(self._filled(self._random.choice(_OPENERS), entity) for _ in range(self._random.randint(2, 5))) + "\n"

    def _bullets(self, entity: Entity) -> Iterator[str]:
        for _ in range(self._random.randint(3, 8)):
            yield f"- **{self._random.choice(_HEADINGS)}**: {self._remark(entity)}"
            for _ in range(self._random.randint(0, 3)):
                yield f"  - {self._claim(entity) if self._random.random() < 0.2 else self._remark(entity)}"
                if self._random.random() < 0.3:
                    yield f"    - {self._remark(entity)}"

    def _table(self, entity: Entity) -> Iterator[str]:
        yield "| Property | Value | Remark |"
        yield "|---|---|---|"
        for value in self._random.choices(_told(self._reference.values_of[entity.id]), k=self._random.randint(2, 6)):
            self.claims += 1
            yield f"| {self._reference.attributes[value.attribute].title} | {value.value} | {self._remark(entity)} |"

    def _code(self, entity: Entity) -> Iterator[str]:
        yield from (
            "```",
            *self._random.choices(_CODES, k=self._random.randint(4, 20)),
            "```",
            "",
            self._filled(self._random.choice(_OPENERS), entity),
        )

    def _claim(self, entity: Entity) -> str:
        self.claims += 1
        value = self._random.choice(_told(self._reference.values_of[entity.id]))
        title = self._reference.attributes[value.attribute].title
        shape = self._random.choice(("{title}: {value}", "{name} has a {small} of {value}", "{small} - {value}"))
        return shape.format(title=title, small=title.lower(), name=entity.name, value=value.value)

    def _remark(self, entity: Entity) -> str:
        return self._filled(self._random.choice(_REMARKS), entity)

    def _filled(self, text: str, entity: Entity) -> str:
        one, two = self._random.sample(_THINGS, 2)
        filled = text.replace("{word}", "\0").format(
            name=entity.name, rival=self._random.choice(self._entities).name, thing=one, other=two, who=self._random.choice(_WHOS),
            grow=self._random.choice(_GROWS), number=self._random.randint(2, 40), code=self._random.choice(_CODES[:5]), link=self._link(),
        )  # fmt: skip
        filled = "".join(part + word for part, word in zip_longest(filled.split("\0"), self._words(filled.count("\0")), fillvalue=""))
        return self._slipped(filled) if self._random.random() < 0.03 else filled

    def _words(self, count: int) -> list[str]:
        """English words, each as often as in English."""
        return self._random.choices(self._english, cum_weights=self._weights, k=count)

    def _link(self) -> str:
        name = "lost" if self._random.random() < 0.02 else "note"
        return f"{name}-{self._random.choice(self._beside):05}.md"

    def _slipped(self, text: str) -> str:
        found = [word for word in text.split() if word in _SLIPS]
        return text.replace(f" {found[0]} ", f" {_SLIPS[found[0]]} ", 1) if found else text


def _english() -> tuple[list[str], list[float]]:
    """The words of four letters and more that are common but not in every sentence, and their frequencies added up."""
    words = load_words()
    shelves = (words.bucket(letter, length) for letter in ascii_lowercase for length in range(4, 15))
    common = [word for shelf in shelves for word in shelf if _SELDOM < words.count(word) < FREQUENT]
    return common, list(accumulate(10 ** words.count(word) for word in common))


def _told(values: list[CanonicalValue]) -> list[CanonicalValue]:
    return [value for value in values if value.low is not None]


def write_corpus(folder: Path, files: int, size: int, seed: int = 1) -> Written:
    """Notes in folders of a hundred."""
    generator = Generator(load_reference(Config(Options(), folder)), seed)
    total = 0
    for number in range(files):
        path = folder / f"part-{number // 100:04}" / f"note-{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        first = number - number % 100
        data = generator.note(size, range(first, min(first + 100, files))).encode()
        path.write_bytes(data)
        total += len(data)
    return Written(files, total, generator.claims)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--bytes", type=int, default=5700, help="of each note, about")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(write_corpus(arguments.folder, arguments.files, arguments.bytes, arguments.seed))


if __name__ == "__main__":
    main()
