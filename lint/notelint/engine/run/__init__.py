"""A run: from paths to diagnostics."""
