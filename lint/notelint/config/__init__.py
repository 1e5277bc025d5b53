"""Options of one run, and where they come from."""

from notelint.config.discover import discover
from notelint.config.load import Config, ConfigError, load
from notelint.config.options import KEYS, SEVERITIES, CoverageGate, Options

__all__ = ["KEYS", "SEVERITIES", "Config", "ConfigError", "CoverageGate", "Options", "discover", "load"]
