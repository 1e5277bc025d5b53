"""The rules: one module each. A new one is added to RULES, and nowhere else."""

from typing import cast

from notelint.rules import (
    broken_anchor,
    broken_code_block,
    broken_link,
    conflicting_expansions,
    conflicting_values,
    confused_word,
    count_mismatch,
    duplicate_heading,
    empty_section,
    invalid_front_matter,
    inverted_range,
    miscased_term,
    missing_apostrophe,
    missing_claim,
    missing_image,
    misspelling,
    misspelt_identifier,
    misspelt_term,
    mojibake,
    not_utf8,
    outdated_value,
    placeholder_item,
    renamed_term,
    repeated_word,
    retired_term,
    skipped_heading_level,
    split_word,
    toc_missing_entry,
    toc_stale_entry,
    truncated_item,
    unknown_domain,
    unknown_suppression,
    unparsed_heading,
    unused_suppression,
    wrong_arithmetic,
    wrong_dimension,
    wrong_expansion,
    wrong_value,
)
from notelint.rules.protocol import CorpusRule, NoteRule, Rule, RunRule, Scope

RULES: tuple[NoteRule | CorpusRule | RunRule, ...] = (
    broken_anchor,
    broken_code_block,
    broken_link,
    conflicting_expansions,
    conflicting_values,
    confused_word,
    count_mismatch,
    duplicate_heading,
    empty_section,
    invalid_front_matter,
    inverted_range,
    miscased_term,
    missing_apostrophe,
    missing_claim,
    missing_image,
    misspelling,
    misspelt_identifier,
    misspelt_term,
    mojibake,
    not_utf8,
    outdated_value,
    placeholder_item,
    renamed_term,
    repeated_word,
    retired_term,
    skipped_heading_level,
    split_word,
    toc_missing_entry,
    toc_stale_entry,
    truncated_item,
    unknown_domain,
    unknown_suppression,
    unparsed_heading,
    unused_suppression,
    wrong_arithmetic,
    wrong_dimension,
    wrong_expansion,
    wrong_value,
)

RULES_BY_ID: dict[str, Rule] = {rule.ID: rule for rule in RULES}
CATEGORIES = tuple(sorted({rule.CATEGORY for rule in RULES}))
NOTE_RULES = tuple(cast(NoteRule, rule) for rule in RULES if rule.SCOPE is Scope.NOTE)
CORPUS_RULES = tuple(cast(CorpusRule, rule) for rule in RULES if rule.SCOPE is Scope.CORPUS)
RUN_RULES = tuple(cast(RunRule, rule) for rule in RULES if rule.SCOPE is Scope.RUN)

__all__ = ["CATEGORIES", "CORPUS_RULES", "NOTE_RULES", "RULES", "RULES_BY_ID", "RUN_RULES", "Scope"]
