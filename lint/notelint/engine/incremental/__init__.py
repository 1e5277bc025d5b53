"""A run that differs from an earlier one in a few notes."""
