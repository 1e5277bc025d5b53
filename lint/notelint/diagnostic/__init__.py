"""What a rule says, and what the engine makes of it."""

from notelint.diagnostic.finding import Diagnostic, Finding, Related
from notelint.diagnostic.fix import Applicability, Edit, Fix
from notelint.diagnostic.identity import Identity, fingerprints, identify
from notelint.diagnostic.severity import Severity

__all__ = ["Applicability", "Diagnostic", "Edit", "Finding", "Fix", "Identity", "Related", "Severity", "fingerprints", "identify"]
