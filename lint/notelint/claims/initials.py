"""Whether the initials of words spell an acronym."""

import re

from notelint.language import load_language

_MOST_REPEATED = 4
"""How often a digit may repeat the letter before it: the three S of S3."""


def spells(acronym: str, words: list[str]) -> int:
    """3 if the letters are the initials of the words, 2 if some go on inside a word (HyperText), 1 if as many words differ in one letter, else 0."""
    little = load_language().acronyms.skipped
    letters = re.sub(r"[^A-Za-z]", "", acronym.removesuffix("s") if len(acronym) > 2 else acronym).lower()
    parts = [part.lower() for word in words for part in re.split(r"[-/]", word) if part and part[0].isalnum()]
    chosen = [part for part in parts if part not in little]
    if not letters or not chosen or parts[0] in little or parts[-1] in little:
        return 0
    if any(character.isdigit() for character in acronym):
        letters = re.sub(r"([a-z])(\d)", lambda match: match[1] * min(int(match[2]), _MOST_REPEATED), acronym.lower())
    capitals = "".join(word[0].lower() for word in words if word[0].isupper())
    if letters == capitals or _are_initials(letters, parts, little):
        return 3
    if _covers(letters, [word for word in words if word.lower() not in little]):
        return 2
    hits = sum(letter == part[0] for letter, part in zip(letters, chosen, strict=False))
    return int(len(chosen) == len(letters) >= 3 and chosen[0][0] == letters[0] and hits == len(letters) - 1)


def _are_initials(letters: str, parts: list[str], little: frozenset[str]) -> bool:
    """Whether the letters are the initials of the words, with or without each little one: Control And Provisioning of Wireless Access Points."""
    reached = {0}
    for part in parts:
        taken = {at + 1 for at in reached if letters[at : at + 1] == part[0]}
        reached = taken | reached if part in little else taken
    return len(letters) in reached


def _covers(letters: str, words: list[str]) -> bool:
    """Whether the letters can be taken in order from the words: the first of each, and further capitals inside (HyperText)."""
    capitals = "".join(word[0] + re.sub(r"[^A-Z]", "", word[1:]) for word in words if word[0].isalnum())
    return capitals.lower() == letters
