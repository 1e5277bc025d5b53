"""Diagnostics, Claims and Coverage -> text. One file a format."""
