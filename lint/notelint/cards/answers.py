"""Whether what somebody answers is right."""

from notelint.cards.card import Card, key_of
from notelint.claims.known_value import Era, era_of, known_value
from notelint.claims.tokens import phrase
from notelint.claims.value_match import stated_points
from notelint.packs.amount import parse_amount
from notelint.quantities.compare import Point
from notelint.quantities.quantities import QuantityReader
from notelint.reference import CanonicalValue, Reference


class Examiner:
    """Compares answers with the canonical values of one Reference: "1 day" is "24 h", and of a range both ends count."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._quantities = QuantityReader(reference)
        self._values = {key_of(value): value for value in reference.values if era_of(value, reference.as_of) is Era.NOW}

    def is_right(self, card: Card, said: str) -> bool:
        """Whether the answer says what the card says. Words are compared without case and number, amounts in any unit, or as they are without one.

        Of several things each has to be named, in any order.
        """
        value = self._values.get(card.key)
        if value is None or phrase(said) == phrase(card.answer):
            return phrase(said) == phrase(card.answer)
        if value.choices and all(_is_named(choice, said) for choice in value.choices):
            return True
        found = [one.quantity for one in self._quantities.read(said)]
        if found and all(not one.unit for one in found):
            return (
                _numbers(value) == [number for one in found for number in (one.low, one.high) if number is not None][: len(_numbers(value))]
            )
        stated = [point for one in found for point in stated_points(one, self._reference)]
        return bool(stated) and all(_is_among(point, stated) for point in known_value(value, self._reference).points)


def _numbers(value: CanonicalValue) -> list[float]:
    """The numbers as the pack writes them."""
    amounts = [parse_amount(text) for text in value.choices or (value.value,)]
    return [number for one in amounts if one for number in dict.fromkeys((one.low, one.high))]


def _is_named(choice: str, said: str) -> bool:
    """Whether the words of the choice follow each other in the answer."""
    wanted, words = phrase(choice), phrase(said)
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def _is_among(point: Point, stated: list[Point]) -> bool:
    return any(point.equals(other) for other in stated)
