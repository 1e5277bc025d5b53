"""schema/languages/*.yaml -> Language."""
