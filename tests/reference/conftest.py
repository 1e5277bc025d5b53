"""Scratch folders for packs."""

import pytest

from tests.scratch import Scratch


@pytest.fixture
def small(scratch: Scratch) -> Scratch:
    """With the general pack only, which is quick to read."""
    scratch.write("notelint.toml", scratch.read("notelint.toml") + 'packs = ["general"]\n')
    return scratch
