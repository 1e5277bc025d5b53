"""Strings on which a backtracking regular expression takes longer than linear time, if there are any, and how its time grows on them."""

import random
import re
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

SIZES = (1_500, 12_000)
"""Characters of the two strings that are compared: a linear pattern takes 8 times as long for the second, a quadratic one 64 times."""
_HARMLESS = 0.001
"""Seconds for the first string below which nobody looks further: a quadratic pattern makes more than a million steps there."""
_STEEP = 20.0
_LIMIT = 0.5
"""Seconds after which a match is given up."""
_LONG = 40
"""Repetitions that are bounded below this cost a constant factor."""
_SAMPLES = 3
_MOST = 60
"""Attacks on one repetition."""
_ENDS = ("", "\x01", "\n", "!", " x")
_ALPHABET = "\x01 \t\naA1_-.,:;!?|`'\"*#%/\\()[]{}<>=&$~@+\u00a0\u2013\u00e9\u6f22"
_CATEGORIES = {"digit": "1", "space": " \t\n", "word": "a1Z_", "not_digit": "a ", "not_space": "a-", "not_word": "- ."}


@dataclass(frozen=True)
class Attack:
    """`start`, then `pump` many times, then `end`."""

    start: str
    pump: str
    end: str

    def text(self, times: int) -> str:
        return self.start + self.pump * (times // len(self.pump)) + self.end


@dataclass(frozen=True)
class Growth:
    """An attack that succeeds: seconds for each size."""

    attack: Attack
    seconds: tuple[float, ...]


def weakness(pattern: re.Pattern[str], method: str) -> Growth | None:
    """The first attack on `pattern.method` that takes more than linear time."""
    run = _runner(pattern, method)
    for attack in attacks(pattern.pattern, pattern.flags):
        if _seconds(run, attack.text(SIZES[0])) > _HARMLESS:
            growth = _growth(run, attack)
            if growth is not None:
                return growth
    return None


def _growth(run: Callable[[str], object], attack: Attack) -> Growth | None:
    """Measured again, the best of three; None where it is linear after all."""
    short = min(_seconds(run, attack.text(SIZES[0])) for _ in range(3))
    if short <= _HARMLESS:
        return None
    long = _LIMIT if short >= _LIMIT else _seconds(run, attack.text(SIZES[1]))
    return Growth(attack, (short, long)) if long >= min(_STEEP * short, _LIMIT) else None


def _runner(pattern: re.Pattern[str], method: str) -> Callable[[str], object]:
    if method in ("sub", "subn"):
        return lambda text: pattern.sub("", text)
    if method == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    call: Callable[[str], object] = getattr(pattern, method)
    return call


class _TooLongError(Exception):
    pass


def _stop(number: int, frame: object) -> None:
    raise _TooLongError


def _seconds(run: Callable[[str], object], text: str) -> float:
    """CPU seconds, at most the limit."""
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT)
    began = time.thread_time()
    try:
        run(text)
    except _TooLongError:
        return _LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.thread_time() - began


def attacks(pattern: str, flags: int) -> Iterator[Attack]:
    """For each repetition of the pattern: ways to get there, what it repeats many times, and ends that do not fit what follows."""
    tree = _parser.parse(pattern, flags & ~re.DEBUG)
    dice = random.Random(pattern.encode("utf-8", "surrogatepass"))
    alphabet = _alphabet(tree)
    seen: set[Attack] = set()
    for before, body, after in _repetitions(list(tree), [], []):
        found = sorted(set(_around(before, body, after, alphabet, dice)) - seen, key=lambda one: (one.pump, one.start, one.end))
        seen.update(found)
        yield from dice.sample(found, min(_MOST, len(found)))
    yield from {Attack("", letter, end) for letter in alphabet for end in _ENDS} - seen


def _around(before: list[Any], body: list[Any], after: list[Any], alphabet: list[str], dice: random.Random) -> Iterator[Attack]:
    starts = dict.fromkeys(_sample(before, dice) for _ in range(_SAMPLES))
    pumps = dict.fromkeys(one for _ in range(_SAMPLES * 2) if (one := _sample(body, dice)))
    pumps |= dict.fromkeys(dice.sample(alphabet, min(4, len(alphabet))))
    ends = dict.fromkeys((*_ENDS, _sample(after, dice) + "\x01"))
    yield from (Attack(start, pump, end) for start in starts for pump in pumps for end in ends)
    yield from (Attack("", start + pump, end) for start in starts for pump in (*pumps, "") for end in ends if start)


def _repetitions(nodes: list[Any], before: list[Any], after: list[Any]) -> Iterator[tuple[list[Any], list[Any], list[Any]]]:
    """What stands before, in, and after each repetition that has no small bound, possessive ones included."""
    for index, (kind, value) in enumerate(nodes):
        left, right = before + nodes[:index], nodes[index + 1 :] + after
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, inner = value
            body = list(inner)
            if most >= _LONG:
                yield left, body, right
            yield from _repetitions(body, left, right)
        else:
            for inner in _inside(kind, value):
                yield from _repetitions(inner, left, right)


def _inside(kind: Any, value: Any) -> Iterator[list[Any]]:
    if kind is op.SUBPATTERN:
        yield list(value[3])
    elif kind is op.BRANCH:
        yield from (list(branch) for branch in value[1])
    elif kind in (op.ASSERT, op.ASSERT_NOT):
        yield list(value[1])
    elif kind is op.ATOMIC_GROUP:
        yield list(value)
    elif kind is op.GROUPREF_EXISTS:
        yield from (list(branch) for branch in value[1:] if branch is not None)


def _sample(nodes: list[Any], dice: random.Random) -> str:
    """A string that the nodes may match; what looks ahead or behind is left to chance."""
    return "".join(_one(kind, value, dice) for kind, value in nodes)


def _one(kind: Any, value: Any, dice: random.Random) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.NOT_LITERAL:
        return dice.choice([letter for letter in _ALPHABET if letter != chr(value)])
    if kind is op.ANY:
        return dice.choice("a .")
    if kind is op.IN:
        return dice.choice(_letters(value))
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = value
        times = min(least + dice.choice((0, 0, 1, 2)), most)
        return "".join(_sample(list(inner), dice) for _ in range(times))
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return ""
    branches = list(_inside(kind, value))
    return _sample(dice.choice(branches), dice) if branches else ""


def _letters(items: list[Any]) -> str:
    """Some members of a set of characters."""
    if items and items[0][0] is op.NEGATE:
        inside = re.compile(_class(items[1:]))
        return "".join(letter for letter in _ALPHABET if not inside.match(letter)) or "\x02"
    found = []
    for kind, value in items:
        if kind is op.LITERAL:
            found.append(chr(value))
        elif kind is op.RANGE:
            found += [chr(value[0]), chr(value[1])]
        else:
            found.extend(_CATEGORIES[str(value).lower().removeprefix("category_")])
    return "".join(found)


def _class(items: list[Any]) -> str:
    parts = []
    for kind, value in items:
        if kind is op.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is op.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        else:
            name = str(value).lower().removeprefix("category_")
            letter = name.removeprefix("not_")[0]
            parts.append("\\" + (letter.upper() if name.startswith("not_") else letter))
    return f"[{''.join(parts)}]" if parts else r"(?!)"


def _alphabet(tree: Any) -> list[str]:
    """One or two letters for each literal and set of the pattern."""
    found: dict[str, None] = {}
    for kind, value in _leaves(list(tree)):
        letters = chr(value) if kind is op.LITERAL else _letters(value) if kind is op.IN else "a"
        found.update(dict.fromkeys(letters[:2]))
    return list(found)


def _leaves(nodes: list[Any]) -> Iterator[tuple[Any, Any]]:
    for kind, value in nodes:
        if kind in (op.LITERAL, op.IN, op.ANY):
            yield kind, value
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _leaves(list(value[2]))
        else:
            for inner in _inside(kind, value):
                yield from _leaves(inner)
