"""The language server: the same engine, for editors."""
