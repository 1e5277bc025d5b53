"""Counts of sequences -> schema/words/sequences.bin (the form is described in lint/notelint/dictionary/sequences.py).

python tools/context/table.py COUNTS OUT

COUNTS are lines "count, tab, one or two words", as tools/context/counts.py writes them. Pairs of words are stored that were met LEAST times.
"""

import sys
from pathlib import Path

import numpy as np
from notelint.dictionary.sequences import fingerprint, hashed

LEAST = 4
"""What asks for a pair wants it to have been met so often."""


def entries(path: Path) -> dict[int, int]:
    """Hash of the pair -> value."""
    found: dict[int, int] = {}
    for line in path.open(encoding="utf-8"):
        count, _, key = line.rstrip("\n").partition("\t")
        if " " in key and int(count) >= LEAST:
            found[hashed(key.encode())] = min(31, int(count).bit_length() - 1)
    return found


def pack(found: dict[int, int]) -> bytes:
    """The table: slots are freed key by key, always one that is alone in a slot, and filled in the opposite order."""
    keys = np.array(sorted(found), dtype=np.uint64)
    values = np.array([found[int(key)] for key in keys], dtype=np.uint16)
    values |= np.array([fingerprint(int(key)) for key in keys], dtype=np.uint16) << np.uint16(5)
    size = int(len(keys) * 1.23 / 3) + 32 | 1
    third = np.uint64(size)
    places = np.stack([keys % third, third + (keys >> np.uint64(20)) % third, third + third + (keys >> np.uint64(40)) % third], 1).astype(
        np.int64
    )
    table = np.zeros(3 * size, np.uint16)
    for chosen, slots in reversed(_peel(places, 3 * size)):
        rest = table[places[chosen]]
        table[slots] = values[chosen] ^ rest[:, 0] ^ rest[:, 1] ^ rest[:, 2] ^ table[slots]
    return size.to_bytes(4, "little") + table.astype("<u2").tobytes()


def _peel(places: np.ndarray, slots: int) -> list[tuple[np.ndarray, np.ndarray]]:
    degree = np.bincount(places.ravel(), minlength=slots)
    inside = np.zeros(slots, np.int64)
    for column in places.T:
        np.bitwise_xor.at(inside, column, np.arange(len(places)))
    order, done = [], 0
    alone = np.flatnonzero(degree == 1)
    while len(alone):
        chosen, first = np.unique(inside[alone], return_index=True)
        order.append((chosen, alone[first]))
        done += len(chosen)
        touched = places[chosen].ravel()
        np.subtract.at(degree, touched, 1)
        np.bitwise_xor.at(inside, touched, np.repeat(chosen, 3))
        alone = np.unique(touched)
        alone = alone[degree[alone] == 1]
    if done < len(places):
        raise ValueError("the table is too small: two keys share all their slots")
    return order


def main() -> None:
    counts, out = map(Path, sys.argv[1:])
    data = pack(entries(counts))
    out.write_bytes(data)
    print(f"{out}: {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
