"""Names that are a slip or two away from a word are found, and no others, whatever is ruled out beforehand."""

from hypothesis import given
from hypothesis import strategies as st
from notelint.spelling.near import near
from rapidfuzz.distance import OSA

_NAMES = st.text("abcdé-", min_size=1, max_size=8)


@given(_NAMES, st.lists(_NAMES, max_size=4, unique=True), st.integers(1, 3))
def test_those_within_so_many_slips_and_no_others(word: str, names: list[str], most: int) -> None:
    found = near(word, names, most)
    assert dict(found) == {name: OSA.distance(word, name) for name in names if OSA.distance(word, name) <= most}
    assert [distance for _, distance in found] == sorted(distance for _, distance in found)
