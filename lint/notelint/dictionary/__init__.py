"""English words: counts, known misspellings, pairs."""
