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
