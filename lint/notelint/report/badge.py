"""Coverage as a badge: the JSON that shields.io reads from an endpoint, and an SVG of our own."""

import json

from notelint.coverage import Coverage
from notelint.report.coverage_table import percent
from notelint.report.render import render

_COLOURS = (
    (0.8, "brightgreen", "#347d39"),
    (0.6, "yellowgreen", "#6b7f12"),
    (0.4, "yellow", "#8f6a00"),
    (0.2, "orange", "#b35900"),
    (0.0, "red", "#b62324"),
)
"""Lower bound, name at shields.io, colour with enough contrast to white text."""
_CHARACTER = 6.6
"""Mean width of a character of the badge's font, in pixels."""
_MARGIN = 10


def badge_json(coverage: Coverage) -> str:
    """The schema of shields.io endpoint badges."""
    colour = next(name for bound, name, _ in _COLOURS if coverage.coverage >= bound)
    return json.dumps({"schemaVersion": 1, "label": _label(coverage), "message": percent(coverage.coverage), "color": colour}, indent=2)


def badge_svg(coverage: Coverage) -> str:
    """A badge 20 pixels high."""
    label, message = _label(coverage), percent(coverage.coverage)
    left, right = (round(len(text) * _CHARACTER) + _MARGIN for text in (label, message))
    colour = next(code for bound, _, code in _COLOURS if coverage.coverage >= bound)
    return render("badge.svg", label=label, message=message, left=left, right=right, colour=colour)


def _label(coverage: Coverage) -> str:
    return f"{coverage.blueprint.id} coverage"
