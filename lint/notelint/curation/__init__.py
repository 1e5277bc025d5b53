"""Keeping packs true: reads the places values were read from again, and drafts values and slots for a person to confirm."""
