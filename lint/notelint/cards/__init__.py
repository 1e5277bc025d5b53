"""Flashcards of what notes and packs state: only what agrees with a canonical value, or did once."""
