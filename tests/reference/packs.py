"""A small pack on tea, written into a scratch folder."""

from tests.scratch import Scratch

VOCABULARY = """\
entities:
  - id: tea
    name: tea
    kind: concept
  - id: tea.green
    name: Green tea
    kind: concept
"""
ATTRIBUTES = """\
attributes:
  - id: steeping_time
    title: Steeping time
    dimension: time
    cues: [steeping time, steeping]
"""
VALUE = """\
values:
  - entity: tea.green
    attribute: steeping_time
    role: range
    value: 1 min .. 3 min
    source: https://example.org/tea
    as-of: 2026-01-31
"""
BLUEPRINT = """\
id: tea-1
title: Tea
vendor: Guild
as-of: 2026-01-31
sources: [{url: https://example.org, as-of: 2026-01-31}]
domains:
  - id: "1"
    title: Leaves
    weight: 100
    tasks:
      - id: "1.1"
        title: Steep
        objectives:
          - title: Green
            entities: [tea.green]
"""


def write_pack(scratch: Scratch, folder: str = "schema", **changes: str) -> None:
    """The pack with other texts for some of its files; `values=""` leaves them out."""
    files = {"vocabulary": VOCABULARY, "attributes": ATTRIBUTES, "values": VALUE} | changes
    for kind, text in files.items():
        if text:
            scratch.write(f"{folder}/{kind}/tea.yaml", text)
