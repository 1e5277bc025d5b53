"""Groups of words of a Language, one struct per reader that looks for them."""

import msgspec


class SumWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words of stated sums."""

    leads: tuple[str, ...] = ()
    """Words right before an equation: is, so, e.g."""
    operators: dict[str, tuple[str, ...]] = {}
    """Words for +, -, * and /."""
    other_arithmetic: tuple[str, ...] = ()
    """Words that say that numbers are not added up as usual: modulo, binary."""
    downtime: tuple[str, ...] = ()


class CountWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words of a sentence that announces how many items follow: "there are three kinds of keys"."""

    leads: tuple[str, ...] = ()
    """Words before the number."""
    kinds: tuple[str, ...] = ()
    """What lists enumerate, in the singular."""
    tails: tuple[str, ...] = ()
    """Words that may follow what is counted, besides function words."""
    additions: tuple[str, ...] = ()
    """Words that begin an item which does not count: example, note."""


class ChangeWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words that say that a number was changed."""

    verbs: tuple[str, ...] = ()
    """Before "from ... to ..." or "to ...": raised, reduced."""
    source: tuple[str, ...] = ()
    """Before the former number: from."""


class AcronymWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words of what acronyms stand for."""

    skipped: frozenset[str] = frozenset()
    """Words whose initials an acronym leaves out: of, and."""
    or_word: str = ""
    """The word between two readings of an acronym: or."""
    word_endings: frozenset[str] = frozenset()
    """Endings of which a word may have one or another and stay the same word to a reader: -ing, -ed, -ation."""


class RoleWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words beside those that name a role."""

    heads: tuple[str, ...] = ()
    """Phrases before a number that tell its role and no other's: up to, limit of."""
    links: tuple[str, ...] = ()
    """Words after "default" that leave it a role; another noun there is a thing: the default queue."""
    tiers: tuple[str, ...] = ()
    """Phrases after a number that make it the end of a tier ("24 hours or less"), which says nothing of the largest value there is."""


class NumberWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words in and around numbers and their units."""

    compounds: tuple[str, ...] = ()
    """Words that a number word and a hyphen make a name with: one-hot, two-way."""
    nines: tuple[str, ...] = ()
    """Words for the nines of an availability."""
    times: dict[str, float] = {}
    """Words for how often: once -> 1."""
    by_unit: tuple[str, ...] = ()
    """Words before a unit of time that something is measured by: "by the" second."""
    per: tuple[str, ...] = ()
    """Words before what a number is divided by."""
    per_articles: tuple[str, ...] = ()
    """Words that mean the same before a unit of time: 5 times "a" day."""
    half: tuple[str, ...] = ()
    """Words between "half" and a unit."""
    and_half: tuple[str, ...] = ()
    """Phrases after a number that add a half."""
    factor: tuple[str, ...] = ()
    """Words for how many times as much: 10 "times" faster."""
    per_second: dict[str, str] = {}
    """Units of something per second -> what is counted."""
    range_words: tuple[str, ...] = ()
    """Words between the ends of a range."""
    paired_range_words: tuple[str, ...] = ()
    """Those that need a word before the range: between 1 "and" 5."""
    range_leads: tuple[str, ...] = ()
    """Words before a range: between, from."""
    list_words: tuple[str, ...] = ()
    """Words between the numbers of a list."""
    time_units: tuple[str, ...] = ()
    """Units of time after "per": a rate, which narrows nothing."""
    header_unit: tuple[str, ...] = ()
    """Words before the unit in the header of a column: size "in" GB."""
    unit_links: tuple[str, ...] = ()
    """Words that may stand between a unit and the number after it: IOPS "is" 16,000, vCPUs "of" 8."""


class DateWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words around dates."""

    months: tuple[str, ...] = ()
    """Names and abbreviations of months."""
    before_year: tuple[str, ...] = ()
    """Words before a year, besides months: since, as of."""
    before_setting: tuple[str, ...] = ()
    """Words before a number that is set and so no year: limit, about."""


class MaskWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words beside numbers that are no quantities: version 3, port 80, a 403 error."""

    before_label: tuple[str, ...] = ()
    """Words that make the number after them a name: version, figure, step."""
    measures: tuple[str, ...] = ()
    """Units that make a number after such a word a quantity again."""
    before_port: tuple[str, ...] = ()
    before_status: tuple[str, ...] = ()
    """Words before a status code of HTTP: status, code."""
    before_result: tuple[str, ...] = ()
    """Words before a status code that tells of an error: returns."""
    after_status: tuple[str, ...] = ()
    """Words after a status code: error, not found."""
    number_signs: tuple[str, ...] = ()
    """Abbreviations of "number"."""
    ordinal_endings: tuple[str, ...] = ()
    """What follows the digits of an ordinal number: 3rd."""
    cardinalities: tuple[str, ...] = ()
    """Sides of a relation: one-to-many."""
    cardinality_links: tuple[str, ...] = ()
    """Words between them."""
    exam_parts: tuple[str, ...] = ()
    """Words for a part of an exam, behind which its weight is given: domain 2 ... 26 %."""
    after_exam_share: tuple[str, ...] = ()
    """Phrases after such a weight: of the exam."""


class ClauseWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words by which statements are divided, and what they are about is found."""

    abbreviations: tuple[str, ...] = ()
    """Abbreviations, whose dot ends no sentence, without their last dot."""
    joints: tuple[str, ...] = ()
    """Words between two clauses."""
    starts: tuple[str, ...] = ()
    """Words that the subject of a clause comes after."""
    versus: tuple[str, ...] = ()
    """Words between things that are compared."""
    before_subject: tuple[str, ...] = ()
    """Words before the first name of a statement that leave it the subject."""
    before_topic: tuple[str, ...] = ()
    """The same for what a section is about."""
    verbs: tuple[str, ...] = ()
    """Verbs by which something is said of the name before them."""
    possessives: tuple[str, ...] = ()
    """Endings that make a name the owner of what follows: 's."""
    of: tuple[str, ...] = ()
    """Prepositions between a number and what it is about."""
    determiners: tuple[str, ...] = ()
    """Words between such a preposition and the name."""
    in_label: tuple[str, ...] = ()
    """Prepositions by which a bold label goes on."""


class ExamWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words of the titles of exams and their parts."""

    domains: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """Words before the number of a heading: chapter, week."""
    small: frozenset[str] = frozenset()
    """Words that tell no title from another: of, the."""
    common: frozenset[str] = frozenset()
    """Words that titles of notes add: study, guide."""


class SpellingWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Beginnings and endings of words, as the readers of spelling need them."""

    consonant_sounds: tuple[str, ...] = ()
    """Beginnings with the letter of a vowel and the sound of a consonant: use, euro."""
    vowel_sounds: tuple[str, ...] = ()
    """Exceptions of these: unimportant."""
    silent_h: tuple[str, ...] = ()
    meant_for_an: tuple[str, ...] = ()
    """What "an" before a consonant may be meant for, after a word that an article does not follow: created an run."""
    either_sound: tuple[str, ...] = ()
    """Beginnings before which both articles are in use, or of which too many words differ."""
    sound_otherwise: tuple[str, ...] = ()
    """Beginnings of all common words whose first letter does not tell the sound."""
    spoken_acronyms: frozenset[str] = frozenset()
    """Acronyms that some read as words: SQL."""
    doubtful_endings: tuple[str, ...] = ()
    """Endings whose wrong use has no single correction: childs, binded, informations."""
    number_and_tense: tuple[str, ...] = ()
    """Endings that a correction must keep."""
    needless_endings: tuple[str, ...] = ()
    """Endings that little words do not take: withouting."""
    regular_endings: tuple[str, ...] = ()
    """Endings that any verb, noun or adjective takes: awakeness."""
    kin_endings: tuple[str, ...] = ()
    """Endings of forms that count as uses of one word."""
    stem_changing: frozenset[str] = frozenset()
    """Endings before which a stem may lose its e, double its last letter, or turn y into i."""
    ise_endings: tuple[str, ...] = ()
    """Endings after is or iz, British or American: organise."""
    doubling_endings: tuple[str, ...] = ()
    """Endings before which British doubles an l: modelling."""
    joining: tuple[str, ...] = ()
    """Words that get stuck to a prefix whose hyphen was lost: "hyper- and"."""
    repeatable: frozenset[str] = frozenset()
    """Little words that may follow themselves after a word of `before_repeatable`: what it is is a queue."""
    before_repeatable: frozenset[str] = frozenset()


class NameWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words by which a note tells what became of things and their names."""

    indefinite: tuple[str, ...] = ()
    """Articles before a thing that is one of many, and so no product: "an" event bridge."""
    ended: tuple[str, ...] = ()
    """Phrases that say that something is no more, or takes nobody new."""
    ended_dated: tuple[str, ...] = ()
    """Phrases that say so before a year, or a month and a year: "until" March 2024."""
    renamed: tuple[str, ...] = ()
    """Phrases beside a former name that say that it is one: formerly, now called."""


class StatementWords(msgspec.Struct, frozen=True, rename="kebab"):
    """Words of a sentence by which it does not claim what it says."""

    denials: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    """Words before the number of a version."""
    conditions: tuple[str, ...] = ()
    """Words for cases, choices, examples and advice."""
