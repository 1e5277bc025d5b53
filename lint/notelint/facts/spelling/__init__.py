"""Slips of the pen in prose."""
