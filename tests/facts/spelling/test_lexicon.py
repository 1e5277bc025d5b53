"""Which words are taken for right."""

import pytest
from notelint.dictionary.words import load_words
from notelint.reference import Reference
from notelint.spelling.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon(reference: Reference) -> Lexicon:
    return Lexicon(reference, load_words())


RIGHT = (
    "colour color serialise serialize behaviour resharding multiclass nonoverlapping microbatch reprocess keyspace switchport athena's users' don't "
    "sagemaker hyperparameters unpartitioned geolocation rebalances dockerized quantiles customers' weren't preprocessing underfitting"
)
WRONG = (
    "recieve environmnet qunatity certains differents informations softwares splitted runing dispatchs establishs customeres payed eachother "
    "avaialability configuaration retreival desing seperate"
)


@pytest.mark.parametrize("word", RIGHT.split())
def test_right(lexicon: Lexicon, word: str) -> None:
    assert lexicon.knows(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_wrong(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.knows(word)
