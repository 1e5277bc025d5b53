"""Statement -> the entities that it names and may be about."""
