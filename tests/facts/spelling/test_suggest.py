"""What an unknown word is taken for."""

import pytest
from notelint.dictionary.words import load_words
from notelint.reference import Reference
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import guesses, slip_cost


@pytest.fixture(scope="module")
def lexicon(reference: Reference) -> Lexicon:
    return Lexicon(reference, load_words())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("environmnet", "environment"),
        ("qunatity", "quantity"),
        ("rochestration", "orchestration"),
        ("ebsites", "websites"),
        ("unsupurvised", "unsupervised"),
        ("distrobution", "distribution"),
        ("heirarchical", "hierarchical"),
        ("mnanages", "manages"),
    ],
)
def test_the_best_guess(lexicon: Lexicon, wrong: str, right: str) -> None:
    assert guesses(wrong, "", "", lexicon)[0].word == right


def test_neighbours_decide(lexicon: Lexicon) -> None:
    assert guesses("fron", "data", "the", lexicon)[0].word == "from"


def test_likely_slips_cost_less() -> None:
    assert slip_cost("recieve", "receive") < slip_cost("descrete", "discrete") < slip_cost("xeceive", "receive")
    assert slip_cost("lelvel", "level") <= slip_cost("accross", "across") + 0.5


def test_other_endings_are_no_slips(lexicon: Lexicon) -> None:
    assert "extremely" not in [guess.word for guess in guesses("extremal", "", "", lexicon)]
