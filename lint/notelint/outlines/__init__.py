"""Sections and items of a note: what they hold, and what coverage sees of them."""
