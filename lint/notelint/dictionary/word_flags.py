"""What the tables say of a word: the lists that hold it, and its count."""

SCALE = 20.0
"""Counts are kept as one byte: log10 of the count, times SCALE."""
FREQUENT = 8.3
"""From this count on (log10) a word is one of the little ones that every text is full of."""


class Known:
    """Where a word was found; plain numbers to be added up, since enum flags take ten times as long."""

    NOWHERE = 0
    ENGLISH = 1
    RARE = 2
    NAME = 4
    COMPUTING = 8


class WordList:
    """Lists of words that are right in their subject and that few texts hold; plain numbers, as in Known."""

    SCIENCE = 1
    ENGLISH = 2
    SOFTWARE = 4
    PEOPLE = 8
    PLACES = 16
