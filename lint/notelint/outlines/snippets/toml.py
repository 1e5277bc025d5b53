"""TOML that does not parse."""

import tomllib

from notelint.outlines.snippets.fault import Fault, is_sketch, offset_of, rest_of_line
from notelint.source.lazy_pattern import lazy_pattern
from notelint.source.limits import too_deep

_LINE = lazy_pattern(r"\s*+(?:\[|#|[\w\"'-]++(?:\s*+\.\s*+[\w\"'-]*+)*+\s*+=|[\]}]|\"|'|-?\d|\{)")
_PLACE = lazy_pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def toml_fault(code: str) -> Fault | None:
    """The first certain fault; None for sketches and what is hardly TOML."""
    if is_sketch(code) or too_deep(code) is not None or not all(_LINE.match(line) for line in code.split("\n") if line.strip()):
        return None
    try:
        tomllib.loads(code)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        message = str(error)[: place.start()] if place else str(error)
        if place is None or place[1] is None:
            start = offset_of(code, code.rstrip().count("\n") + 1)
        else:
            start = offset_of(code, int(place[1]), int(place[2]) - 1)
        if code[start : start + 1].isalpha() and message == "Invalid value":
            return None
        return Fault(start, rest_of_line(code, start), message[0].lower() + message[1:])
    except (RecursionError, ValueError):
        return None
    return None
