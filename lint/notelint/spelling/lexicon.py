"""Which words are right: those of the dictionary, of the packs, and what English makes of them."""

from functools import cached_property

from notelint.dictionary.word_flags import Known, WordList
from notelint.dictionary.words import Words
from notelint.language import alternatives, load_language
from notelint.reference import Reference
from notelint.source.lazy_pattern import lazy_pattern
from notelint.subjects.mentions import name_words

_TERM_COUNT = 6.5
_FULL = Known.ENGLISH | Known.COMPUTING
_IN_LOWER_CASE = WordList.SCIENCE | WordList.ENGLISH | WordList.SOFTWARE
_AS_NAME = _IN_LOWER_CASE | WordList.PEOPLE | WordList.PLACES
_BRITISH = lazy_pattern(lambda: rf"([iy])s({alternatives(load_language().spelling.ise_endings)})$")
_ENDING = lazy_pattern(r"(?:'s|s'|')$")


class WordVerdict:
    """What is thought of a word in lower case."""

    RIGHT = 0
    STRANGE = 1
    SUBJECT = 2
    """Right in its subject: only a list of such words holds it."""
    FORMED = 3
    """Held by no list, but formed of known words as English forms them: resharding, keyspace."""


class _Verdicts(dict[str, int]):
    """Each word is judged once a run."""

    def __init__(self, lexicon: "Lexicon") -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> int:
        lexicon = self._lexicon
        verdict = lexicon.unlisted.get(word, WordVerdict.RIGHT) if lexicon.knows(word) else WordVerdict.STRANGE
        self[word] = verdict
        return verdict


class Lexicon:
    """What is known under one Reference."""

    def __init__(self, reference: Reference, words: Words) -> None:
        self.words = words
        self._reference = reference
        self.verdicts = _Verdicts(self)
        self.unlisted: dict[str, int] = {}
        """Right words met so far that only the lists of subjects hold, or that are formed of known ones -> the verdict on them."""
        self._answers: dict[str, bool] = {}
        self._buckets: dict[str, list[str]] = {}

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every word of the names of entities, and the accepted words of the packs, in lower case."""
        found: set[str] = set()
        for entity in self._reference.entities.values():
            for name in (
                entity.name,
                *entity.aliases,
                *entity.within,
                *entity.expansions,
                *(former.name for former in entity.former_names),
            ):
                found.update(name_words(name))
        return frozenset(found) | {word for word in self._reference.accepted_words if word.islower()}

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The accepted words of the packs, in lower case."""
        return frozenset(word.lower() for word in self._reference.accepted_words)

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Little words of other languages that are none of English."""
        return frozenset(self.words.listed("foreign-words"))

    @cached_property
    def foreign_beside(self) -> frozenset[str]:
        """Words beside which stands a foreign phrase or a name: those, and particles of names."""
        return self.foreign.union(self.words.listed("foreign-particles"))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every accepted form of a name, as it is written."""
        return frozenset(form for entity in self._reference.entities.values() for form in (entity.name, *entity.aliases, *entity.within))

    @cached_property
    def written(self) -> dict[str, str]:
        """Products of one word, in lower case -> how they are written."""
        return {form.lower(): form for form in sorted(self.products, reverse=True)}

    @cached_property
    def products(self) -> frozenset[str]:
        """Names of services, libraries and companies that are one word."""
        kinds = {"service", "library", "company"}
        return frozenset(
            form
            for entity in self._reference.entities.values()
            if entity.kind in kinds
            for form in (entity.name, *entity.aliases)
            if " " not in form
        )

    @cached_property
    def phrases(self) -> frozenset[str]:
        """Names of entities of two words, in lower case."""
        forms = (
            form
            for entity in self._reference.entities.values()
            for form in (entity.name, *entity.aliases, *entity.within, *entity.expansions)
        )
        return frozenset(form.lower() for form in forms if form.count(" ") == 1)

    def knows(self, word: str, *, capital: bool = False) -> bool:
        """Whether the word (in lower case) is right. Names count where they are capitalised; in lower case, where no misspelling is known of them."""
        answer = self._answers.get(word)
        if answer is None:
            answer = self._answers[word] = self._judge(word)
        if answer:
            return True
        if capital and word in self.accepted:
            return True
        bare = _ENDING.sub("", word)
        corrected = bool(self.words.corrections(word))
        if self.words.known(bare) & Known.NAME and (capital or not corrected):
            return True
        return capital and not corrected and self.is_of_subject(bare, capital=True)

    def is_of_subject(self, word: str, *, capital: bool = False) -> bool:
        """Whether a list of words of science, software, rare English, or (with a capital) of names holds the word or its singular."""
        lists = _AS_NAME if capital else _IN_LOWER_CASE
        singular = word.removesuffix("s")
        return bool(self.words.subjects(word) & lists) or (len(singular) > 4 and bool(self.words.subjects(singular) & lists))

    def is_name(self, word: str) -> bool:
        """Whether it is also a name of a person or place."""
        return bool(self.words.known(word) & Known.NAME) or bool(self.words.subjects(word) & (WordList.PEOPLE | WordList.PLACES))

    def is_english(self, word: str) -> bool:
        """Whether it is a word that an English text is likely to hold."""
        return bool(self.words.known(word) & Known.ENGLISH) and self.words.count(word) >= 5.0

    def is_common(self, word: str) -> bool:
        """Whether it is a word that nobody would take for a slip."""
        return word in self.terms or (bool(self.words.known(word) & _FULL) and self.words.count(word) >= 5.0)

    def bucket(self, first: str, length: int) -> list[str]:
        """Words of that first letter and length that may be meant: those of the dictionary and the single words of the packs."""
        key = f"{first}{length}"
        if key not in self._buckets:
            self._buckets[key] = [*self.words.bucket(first, length), *self._terms_by_shape.get(key, ())]
        return self._buckets[key]

    def is_target(self, word: str) -> bool:
        """Whether it is a word that a misspelt one may have been meant to be."""
        return bool(self.words.known(word) & _FULL) and self.words.count(word) > 0

    @cached_property
    def _terms_by_shape(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term in sorted(self.terms):
            if len(term) > 4 and term.isalpha() and not self.words.count(term):
                found.setdefault(f"{term[0]}{len(term)}", []).append(term)
        return found

    def count(self, word: str) -> float:
        """How common the word is (log10); terms of the packs are taken for fairly common."""
        return self.words.count(word) or (_TERM_COUNT if word in self.terms else 0.0)

    def _judge(self, word: str) -> bool:
        if self._listed(word):
            return True
        if self.words.corrections(word):
            return False
        bare = _ENDING.sub("", word)
        if bare != word:
            return self._listed(bare) or self._listed(bare + "s") or self._derived(bare) or self.is_of_subject(bare)
        if "'" in word:
            return False
        if self._derived(word) or self._compound(word):
            if not self.words.subjects(word) and not _BRITISH.search(word):
                self.unlisted[word] = WordVerdict.FORMED
            return True
        if self.is_of_subject(word):
            self.unlisted[word] = WordVerdict.SUBJECT
            return True
        return False

    def _listed(self, word: str) -> bool:
        return bool(self.words.known(word) & (_FULL | Known.RARE)) or word in self.terms

    def _derived(self, word: str) -> bool:
        """A known word with a prefix, or a word of computing or a name with an ending, or the British form of one."""
        american = _BRITISH.sub(r"\1z\2", word)
        if american != word and self._listed(american):
            return True
        for prefix in self.words.listed("prefixes"):
            rest = word.removeprefix(prefix)
            if len(rest) > 3 and rest != word and self.words.known(rest) & _FULL and self.words.count(rest) >= 5.0:
                return True
        if word.endswith("ied") and self.words.known(word[:-3] + "y") & Known.ENGLISH and self.words.count(word[:-3] + "y") >= 6.0:
            return True
        return any(self._is_term(stem) for stem in _stems(word, self.words.listed("endings")))

    def _is_term(self, stem: str) -> bool:
        if len(stem) < 3:
            return False
        flags = self.words.known(stem)
        return (
            (stem in self.terms and not flags & Known.ENGLISH)
            or bool(flags & Known.COMPUTING)
            or (bool(flags & Known.RARE) and not flags & Known.ENGLISH)
        )

    def _compound(self, word: str) -> bool:
        """Two common words in one, none of them a little one: keyspace, switchport."""
        if len(word) < 7:
            return False
        return any(self._common(word[:cut]) and self._common(word[cut:]) for cut in range(3, len(word) - 2))

    def _common(self, part: str) -> bool:
        if len(part) < 3 or part in self._little:
            return False
        return bool(self.words.known(part) & _FULL) and self.words.count(part) >= (7.0 if len(part) > 3 else 7.6)

    @cached_property
    def _little(self) -> frozenset[str]:
        return frozenset(self.words.listed("little"))


def _stems(word: str, endings: tuple[str, ...]) -> list[str]:
    found = []
    for suffix in endings:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            found.append(stem)
            if suffix in load_language().spelling.stem_changing:
                found += [stem + "e", *([stem[:-1]] if stem[-1] == stem[-2] else [])]
                found += [stem[:-1] + "y"] if stem[-1] == "i" else []
    return found
