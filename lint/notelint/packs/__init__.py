"""The YAML files of packs -> checked entries, with file, line and column of every problem."""
