"""schema/languages/*.yaml -> Language: the words of a language that the readers look for."""

from notelint.language.language import Bounds, Language, PluralRule
from notelint.language.load import LanguageError, load_language, read_language
from notelint.language.phrases import alternatives, whole_words

__all__ = ["Bounds", "Language", "LanguageError", "PluralRule", "alternatives", "load_language", "read_language", "whole_words"]
