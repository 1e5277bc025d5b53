"""Which entities of the vocabulary a text names: one pass over its words for all names."""

from enum import IntEnum
from functools import cache

import msgspec

from notelint.reference import Entity, Reference
from notelint.source.lazy_pattern import lazy_pattern

WORD = lazy_pattern(r"[^\W_]+")
_ASCII_WORD = lazy_pattern(r"[0-9A-Za-z]+")
_GAP = lazy_pattern(r"(?:[ \t\n\u00a0_/&+-]|\.(?=\w)|'s ){0,3}")


class TextWords:
    """The words of a text in order: `lowers` in lower case, and where they are."""

    __slots__ = ("_spans", "_text", "lowers")

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] | None = None
        self.lowers = _ASCII_WORD.findall(text.lower()) if text.isascii() else [word.lower() for word in WORD.findall(text)]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word; made when first asked for, since most texts hold nothing that is looked for."""
        if self._spans is None:
            pattern = _ASCII_WORD if self._text.isascii() else WORD
            self._spans = [match.span() for match in pattern.finditer(self._text)]
        return self._spans


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name of the packs in lower case; kept, since several readers ask."""
    lower = name.lower()
    return tuple(lower.split() if lower.isascii() and lower.replace(" ", "").isalnum() else [word.lower() for word in WORD.findall(name)])


class Kind(IntEnum):
    """How a form stands to its entity; a smaller one wins where the same words mean two entities."""

    NAME = 0
    ALIAS = 1
    EXPANSION = 2
    FORMER = 3
    MISSPELLING = 4
    WITHIN = 5
    CONFUSABLE = 6


_DOUBTFUL = frozenset({Kind.WITHIN, Kind.CONFUSABLE})


class Form(msgspec.Struct, frozen=True, gc=False):
    """Words by which an entity is named; `surface` as the pack writes them."""

    words: tuple[str, ...]
    surface: str
    entity: str
    kind: Kind


class Named(msgspec.Struct, frozen=True, gc=False):
    """Words `start`..`end` of a text that may name the entities of `forms` (several for an ambiguous name), best first."""

    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def form(self) -> Form:
        """The best one."""
        return self.forms[0]

    @property
    def plain(self) -> bool:
        """Whether it means one entity, whatever stands around it."""
        return len(self.forms) == 1 and self.forms[0].kind not in _DOUBTFUL


class MentionReader:
    """Finds names in texts; the longest one at a place wins, names do not overlap."""

    def __init__(self, reference: Reference) -> None:
        self._by_start: dict[str, list[tuple[tuple[str, ...], tuple[Form, ...]]]] = {}
        collected: dict[tuple[str, ...], list[Form]] = {}
        for entity in reference.entities.values():
            for form in _forms(entity):
                collected.setdefault(form.words, []).append(form)
        for words, forms in collected.items():
            best = tuple(sorted(forms, key=lambda form: (form.kind, form.entity)) if len(forms) > 1 else forms)
            self._by_start.setdefault(" ".join(words[:2]), []).append((words, best))
        for candidates in self._by_start.values():
            if len(candidates) > 1:
                candidates.sort(key=lambda candidate: -len(candidate[0]))
        self._alone = {word for words in collected if len(words) == 1 for word in (words[0], words[0] + "s")}
        self._first = {words[0] for words in collected if len(words) > 1}
        self._pairs = {pair for words in collected if len(words) > 1 for pair in (f"{words[0]} {words[1]}", f"{words[0]} {words[1]}s")}

    def read(self, text: str, words: TextWords | None = None) -> list[Named]:
        """All names in order; `words` are those of the text, if they are at hand."""
        words = words or TextWords(text)
        found: list[Named] = []
        lowers = words.lowers
        index, size = 0, len(lowers)
        alone, first, pairs = self._alone, self._first, self._pairs
        while index < size:
            used = 1
            word = lowers[index]
            pair = f"{word} {lowers[index + 1]}" if word in first and index + 1 < size else ""
            if pair not in pairs:
                pair = ""
            if pair or word in alone:
                named, used = self._at(text, words, index, pair)
                if named:
                    found.append(named)
            index += used
        return found

    def _at(self, text: str, words: TextWords, index: int, pair: str) -> tuple[Named | None, int]:
        """The name that begins at a word, and how many words it has; `pair` is the word with the next one, if a name begins with both."""
        for key in _keys(words.lowers[index], pair):
            for tokens, forms in self._by_start.get(key, ()):
                end = self._match(text, words, index, tokens)
                if end is None:
                    continue
                start = words.spans[index][0]
                surface = text[start:end]
                fitting = _fitting(forms, surface)
                if fitting:
                    return Named(start, end, fitting), len(tokens)
        return None, 1

    @staticmethod
    def _match(text: str, words: TextWords, index: int, tokens: tuple[str, ...]) -> int | None:
        """The end of the words from `index` on if they are `tokens` (the last may have a plural s), of which the first, or the first two, are known to be."""
        lowers, last = words.lowers, len(tokens) - 1
        if not last:
            return words.spans[index][1]
        if index + last >= len(lowers):
            return None
        for offset, token in enumerate(tokens):
            word = lowers[index + offset]
            if word != token and not (offset == last and word == token + "s"):
                return None
        spans = words.spans
        for place in range(index, index + last):
            if not _GAP.fullmatch(text, spans[place][1], spans[place + 1][0]):
                return None
        return spans[index + last][1]


def _keys(word: str, pair: str) -> list[str]:
    """What the names that begin with a word are filed under: with the next word or alone, the last in the singular too."""
    keys = [pair, pair[:-1]] if pair[-1:] == "s" else [pair] if pair else []
    keys.append(word)
    if word[-1] == "s":
        keys.append(word[:-1])
    return keys


def _fitting(forms: tuple[Form, ...], surface: str) -> tuple[Form, ...]:
    if len(forms) == 1:
        return forms if fits_case(forms[0], surface) else ()
    return tuple(form for form in forms if fits_case(form, surface))


def _forms(entity: Entity) -> list[Form]:
    named = [(entity.name, Kind.NAME)]
    named += [(former.name, Kind.FORMER) for former in entity.former_names]  # also where it is an alias or expansion
    named += [(alias, Kind.ALIAS) for alias in entity.aliases]
    named += [(expansion, Kind.EXPANSION) for expansion in entity.expansions]
    named += [(wrong, Kind.MISSPELLING) for wrong in entity.misspellings]
    named += [(short, Kind.WITHIN) for short in entity.within]
    named += [(wrong, Kind.CONFUSABLE) for wrong in entity.confusable]
    forms: dict[tuple[tuple[str, ...], bool], Form] = {}
    for surface, kind in named:
        words = name_words(surface)
        if words:
            forms.setdefault((words, surface.isupper()), Form(words, surface, entity.id, kind))
    return list(forms.values())


def fits_case(form: Form, surface: str) -> bool:
    """Whether `surface` may mean the form, as far as capitals go. Glue is a service, glue is not; IA is a class, ia is nothing; s3 is S3."""
    if surface == form.surface or len(form.words) > 1 or form.surface.islower() or form.kind is Kind.WITHIN:
        return True
    bare = surface.removesuffix("s")
    if len(form.surface) <= 4 and form.surface.isupper():
        return bare == form.surface
    if surface[0].isupper():
        return True
    return any(character.isupper() or character.isdigit() for character in form.surface[1:])
