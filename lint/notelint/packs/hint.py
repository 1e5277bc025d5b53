"""What somebody may have meant."""

from collections.abc import Collection

_ALIKE = 0.72


def did_you_mean(name: str, known: Collection[str]) -> str:
    """'; did you mean "x"?' for the known name that is nearly the same, or of which `name` is the end; else nothing."""
    from rapidfuzz import process  # noqa: PLC0415 - imported only when there is something to complain about
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    longer = [one for one in known if one.endswith((f".{name}", f"-{name}", f"_{name}"))]
    if len(longer) == 1:
        return f'; did you mean "{longer[0]}"?'
    found = process.extractOne(name, list(known), scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE)
    return f'; did you mean "{found[0]}"?' if found else ""
