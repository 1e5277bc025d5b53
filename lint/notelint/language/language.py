"""Language: the words that the readers of prose look for, as data."""

import msgspec

from notelint.language.word_groups import (
    AcronymWords,
    ChangeWords,
    ClauseWords,
    CountWords,
    DateWords,
    ExamWords,
    MaskWords,
    NameWords,
    NumberWords,
    RoleWords,
    SpellingWords,
    StatementWords,
    SumWords,
)


class Bounds(msgspec.Struct, frozen=True, rename="kebab"):
    """Phrases that bound a number, by what they make of it; `before` stand in front of it ("up to"), `after` behind it ("or less")."""

    before: dict[str, tuple[str, ...]] = {}
    after: dict[str, tuple[str, ...]] = {}


class PluralRule(msgspec.Struct, frozen=True, rename="kebab"):
    """A plural that ends in `ending` has a singular that ends in `singular` instead, unless the word is shorter than `min_length` letters or ends in one of `unless`."""

    ending: str
    singular: str
    min_length: int = 0
    unless: tuple[str, ...] = ()


class SectionWords(msgspec.Struct, frozen=True, rename="kebab"):
    """What headings and items of notes are made of."""

    parts: frozenset[str] = frozenset()
    """Words that say which part of its parent a section is, not what it is about: overview, example, remark."""
    unfinished: tuple[str, ...] = ()
    """Words that no sentence ends on, since they call for another one."""
    before_named: tuple[str, ...] = ()
    """Words before such a word that let a text end on it all the same: "the word and"."""
    promises: tuple[str, ...] = ()
    """What says that the content is still to come: todo, coming soon."""
    promise_tails: tuple[str, ...] = ()
    """Words that may follow a promise: here, later."""
    nothing: tuple[str, ...] = ()
    """What says that there is no content: none, n/a."""
    statuses: tuple[str, ...] = ()
    """Labels behind which a promise is information: date, status."""
    several: tuple[str, ...] = ()
    """Words of a label that announces the items after it: example, list."""
    template_folders: tuple[str, ...] = ()
    """Names of folders with notes to be copied and filled in."""
    citable: tuple[str, ...] = ()
    """Those of the unfinished words that notes also write about."""
    joints: tuple[str, ...] = ()
    """Those that join what follows to what is before: the next item may go on with it."""
    inflections: frozenset[str] = frozenset()
    """Endings that a shorter form of a word lacks and is whole all the same."""
    filler: tuple[str, ...] = ()
    """Text that only fills its place: lorem ipsum."""
    about_encodings: tuple[str, ...] = ()
    """What texts on encodings hold, which may show broken characters; also inside of words."""
    byte_order_marks: tuple[str, ...] = ()
    """The same as whole words."""
    untitled: tuple[str, ...] = ()
    """Names of files that say nothing of what is in them."""
    contents: tuple[str, ...] = ()
    """Names of a table of contents."""
    questions: frozenset[str] = frozenset()
    """Labels of a question on a card: q, question."""
    answers: frozenset[str] = frozenset()
    """Labels of its answer."""


class Language(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """One file of schema/languages/. All words are in lower case; a space in a phrase stands for white space or a hyphen."""

    name: str
    number_words: dict[str, float]
    """Words for numbers: eleven -> 11."""
    scales: dict[str, float]
    """Words that multiply the number before them: million -> 1000000."""
    periods: dict[str, str]
    """Words for a frequency -> the unit of time of one period: hourly -> hour."""
    bounds: Bounds
    """Keys are at_most, at_least, below, above and about."""
    roles: dict[str, tuple[str, ...]]
    """Phrases that say which value is meant: default, max, min."""
    plurals: tuple[PluralRule, ...]
    """The first rule that fits a word makes its singular."""
    articles: tuple[str, ...]
    function_words: frozenset[str]
    """Words that never name what is counted: prepositions, conjunctions, pronouns, auxiliary verbs."""
    sums: SumWords = SumWords()
    counts: CountWords = CountWords()
    changes: ChangeWords = ChangeWords()
    acronyms: AcronymWords = AcronymWords()
    sections: SectionWords = SectionWords()
    role_words: RoleWords = RoleWords()
    numbers: NumberWords = NumberWords()
    clauses: ClauseWords = ClauseWords()
    spelling: SpellingWords = SpellingWords()
    exams: ExamWords = ExamWords()
    dates: DateWords = DateWords()
    masks: MaskWords = MaskWords()
    names: NameWords = NameWords()
    statements: StatementWords = StatementWords()
    unit_slips: dict[str, str] = {}
    """Ways to write units that are slips, as they are written -> how they are meant: Gpbs -> Gbps."""
    claim_words: frozenset[str] = frozenset()
    """Words that say nothing of their own in a sentence that states a property: "can", "keep", "total"."""
    neutral_words: frozenset[str] = frozenset()
    """More such words, beside which a number may be called wrong; they make nothing narrower, as "read" and "primary" would."""
    claim_markers: dict[str, tuple[str, ...]] = {}
    """Phrases near a number that is no statement of fact, by kind: example, advice, threshold, setting, past, other, billing."""
    dated: tuple[str, ...] = ()
    """Words before a year, or a month and a year, that make it the time at which a number was right."""

    def singular(self, noun: str) -> str:
        """The singular of a lower-case noun by the plural rules; the noun itself where none fits."""
        for rule in self.plurals:
            if noun.endswith(rule.ending) and len(noun) >= rule.min_length and not noun.endswith(rule.unless or ("\0",)):
                return noun[: len(noun) - len(rule.ending)] + rule.singular
        return noun
