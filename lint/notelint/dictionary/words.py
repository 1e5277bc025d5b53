"""English as notelint knows it: words with their counts, known misspellings, word pairs, neighbours in spelling."""

from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from notelint import __version__
from notelint.dictionary.sequences import Sequences, open_sequences
from notelint.dictionary.word_blocks import WordBlocks
from notelint.dictionary.word_flags import SCALE, Known, WordList
from notelint.dictionary.words_table import TableFile, open_tables
from notelint.source.digest import blake2b
from notelint.source.shipped import shipped
from notelint.source.user_cache import cache_folder, is_intact, write_atomically

_SUBJECTS = {
    WordList.SCIENCE: "science",
    WordList.ENGLISH: "english",
    WordList.SOFTWARE: "software",
    WordList.PEOPLE: "people",
    WordList.PLACES: "places",
}


class Words:
    """Looks words up; all of them in lower case, with straight apostrophes."""

    def __init__(self, tables: TableFile, subjects: Path) -> None:
        """Take the compiled tables, and the folder of the subject lists, which are read when first needed."""
        self._tables = tables
        self._folder = subjects
        self._words = tables.table("words")
        self._pairs = tables.table("pairs")
        self._wrong = tables.table("wrong")
        self._forms = tables.table("forms")
        self._formed: dict[str, dict[str, tuple[str, ...]]] = {}
        self._buckets: dict[str, list[str]] = {}
        self._pair_counts: dict[tuple[str, str], float] = {}
        self._seen: dict[str, tuple[int, float]] = {}
        self._in_subjects: dict[str, int] = {}

    def known(self, word: str) -> int:
        """Which lists hold the word itself."""
        return self._look(word)[0]

    def count(self, word: str) -> float:
        """log10 of how often the word was met in 10^12 words of English; 0.0 for never."""
        return self._look(word)[1]

    def subjects(self, word: str) -> int:
        """Which of the subject lists hold the word."""
        found = self._in_subjects.get(word)
        if found is None:
            found = self._in_subjects[word] = sum(flag for flag, blocks in self._blocks if word in blocks)
        return found

    def fits(self, before: str, word: str, after: str, least: int) -> bool:
        """Whether technical documentation has the word after `before` and before `after`, each at least 2 ** `least` times."""
        return bool(before and after) and self.follows(before, word, least) and self.follows(word, after, least)

    def follows(self, first: str, second: str, least: int) -> bool:
        """Whether technical documentation has the two words in a row, at least 2 ** `least` times."""
        return self._sequences.get(f"{first} {second}") >= least

    @cached_property
    def _sequences(self) -> Sequences:
        return open_sequences(self._folder.parent / "sequences.bin")

    @cached_property
    def _blocks(self) -> list[tuple[int, WordBlocks]]:
        return [(flag, WordBlocks(self._folder / f"{name}.words")) for flag, name in _SUBJECTS.items()]

    def _look(self, word: str) -> tuple[int, float]:
        found = self._seen.get(word)
        if found is None:
            value = self._words.get(word.encode())
            found = self._seen[word] = (value[0], value[1] / SCALE) if value else (Known.NOWHERE, 0.0)
        return found

    def pair(self, first: str, second: str) -> float:
        """log10 of how often the two words were met in a row; 0.0 for never or rarely."""
        key = (first, second)
        found = self._pair_counts.get(key)
        if found is None:
            value = self._pairs.get(f"{first} {second}".encode())
            found = self._pair_counts[key] = value[0] / SCALE if value else 0.0
        return found

    def corrections(self, word: str) -> tuple[str, ...]:
        """What a known misspelling stands for; empty for other words."""
        value = self._wrong.get(word.encode())
        return tuple(value.decode().split(",")) if value else ()

    def forms(self, word: str) -> dict[str, tuple[str, ...]]:
        """The classes of schema/words/forms.txt that hold the word, each with the forms that may be meant."""
        found = self._formed.get(word)
        if found is None:
            parts = (part.split() for part in (self._forms.get(word.encode()) or b"").decode().split(";"))
            found = self._formed[word] = {part[0]: tuple(part[1:]) for part in parts if part}
        return found

    def bucket(self, first: str, length: int) -> list[str]:
        """Words that may be meant, of that first letter and length, the most frequent first."""
        name = f"{first}{length}"
        if name not in self._buckets:
            try:
                self._buckets[name] = self._tables.blob(name).decode().split()
            except KeyError:
                self._buckets[name] = []
        return self._buckets[name]

    def listed(self, name: str) -> tuple[str, ...]:
        """A list of schema/words/lists.yaml."""
        return self._lists[name]

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        decoded: dict[str, str] = msgspec.msgpack.decode(self.data("lists"))
        return {name: tuple(text.split()) for name, text in decoded.items()}

    @cached_property
    def frequent(self) -> frozenset[str]:
        """The words of a count of FREQUENT and more."""
        return frozenset(self.data("frequent").decode().split())

    def data(self, name: str) -> bytes:
        """Other compiled data: "confusions" and the like."""
        return self._tables.blob(name)


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The compiled dictionary, from the cache where it was compiled before."""
    path = cache_folder() / f"words-{words_fingerprint()}.bin"
    subjects = shipped() / "words" / "subjects"
    try:
        if is_intact(path):
            return Words(open_tables(path), subjects)
    except (OSError, ValueError, KeyError, msgspec.DecodeError):
        pass
    from notelint.dictionary.words_compile import compile_words  # noqa: PLC0415 - imports yaml; needed once

    data = compile_words(sources())
    write_atomically(path, data)
    return Words(TableFile(data), subjects)


def sources() -> dict[str, Path]:
    """Names -> files that the dictionary is made of: those of schema/words and those of installed packages."""
    found = {path.name: path for path in sorted((shipped() / "words").iterdir()) if path.suffix in (".txt", ".yaml")}
    symspell = _package("symspellpy")
    found["counts"] = symspell / "frequency_dictionary_en_82_765.txt"
    found["pairs"] = symspell / "frequency_bigramdictionary_en_243_342.txt"
    found["codespell"] = _package("codespell_lib") / "data" / "dictionary.txt"
    return found


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the package {name} is not installed; install notelint again")
    return Path(spec.origin).parent


def words_fingerprint() -> str:
    """Changes whenever one of the files or the code that reads them does; sizes and times are taken for contents, which are read only once."""
    code = {name: Path(__file__).with_name(name) for name in ("words_compile.py", "words_table.py")}
    digest = blake2b(__version__.encode(), digest_size=16)
    for name, path in (sources() | code).items():
        status = path.stat()
        digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()
