"""The weights are what the training rows make of them, and the file that holds them fits its schema."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
from notelint.claims.features import DIRECT, VALUE
from notelint.claims.model import load_model, softmax
from notelint.claims.narrowings import NARROWING

ROOT = Path(__file__).resolve().parents[2]
MODEL = json.loads((ROOT / "schema" / "claims.json").read_text(encoding="utf-8"))


def test_the_file_fits_its_schema() -> None:
    schema = json.loads((ROOT / "schema" / "claims.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(MODEL, schema)


def test_the_shipped_weights_are_those_of_the_shipped_rows() -> None:
    command = [sys.executable, "tools/fit_claims.py", "--check"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0, "run python tools/fit_claims.py"


def test_every_weight_is_of_a_feature_that_the_rows_have() -> None:
    names = (ROOT / "tools" / "claims-training.tsv").read_text(encoding="utf-8").partition("\n")[0].split("\t")
    assert set(MODEL["choice"]) - {"declared"} <= set(names) | VALUE
    assert set(DIRECT) <= set(names)
    doubts = MODEL["doubts"]
    assert set(doubts["wrong"]) | set(doubts["outdated"]) <= set(names) | NARROWING


def test_bars_are_probabilities_and_the_nearer_a_number_the_lower_the_bar() -> None:
    bars = load_model().bars
    assert 0 < bars.outdated < bars.outdated_alone < 1
    assert 0 < bars.wrong_near < bars.wrong < 1


def test_probabilities_sum_to_one() -> None:
    shares = softmax([1.0, 2.0, 800.0])
    assert abs(sum(shares) - 1) < 1e-12
    assert shares[2] > 0.99
