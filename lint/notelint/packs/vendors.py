"""Words before product names that are often left out, from schema/vendors.txt."""

from notelint.source.shipped import shipped

_LINES = (shipped() / "vendors.txt").read_text(encoding="utf-8").splitlines()

VENDORS = frozenset(line.strip() for line in _LINES if line.strip() and not line.startswith("#"))
"""As they are written."""

VENDORS_LOWER = frozenset(vendor.lower() for vendor in VENDORS)
