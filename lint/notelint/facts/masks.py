"""Digits that are no quantities: versions, dates, addresses, names with numbers. They are blanked out before numbers are read."""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_NOT_QUANTITIES = re.compile(
    rf"""
      \b\d{{4}}[-/]\d{{1,2}}(?:[-/]\d{{1,2}})?\b                   # 2020-01-31
    | \b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b                    # 31/01/2020
    | \b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b   # Jan 31, 2020
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?(?:,?\s+\d{{4}})?\b   # 31 January 2020
    | \b\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?:/\d{{1,2}})?\b              # 10.0.0.0/16
    | \bv?\d+\.\d+\.[\dx]+\S*                                       # 1.2.3
    | \bv\.?\s?\d+(?:\.\d+)*\b                                      # v2
    | \b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b                            # 10:30
    | \b\d+-to-\d+\b | \b\d+:(?:\d+|n|m)\b                          # 1-to-1, 1:n
    | \b24\s?/\s?7\b
    | \b\d+(?:st|nd|rd|th)\b                                        # 3rd
    | (?<![\w%])/\d+\b                                              # CIDR /16
    | \b(?:version|ver\.?|python|java|node(?:\.js)?|php|step|figure|fig\.?|table|chapter|section|lecture|module|lesson|part|page|port|ports
        |layer|level|type|phase|stage|option|example|question|exercise|week|http|tls|ssl|usb|ipv|ieee|rfc|iso|error|code|raid|tier)\s?\#?\d+(?:\.\d+)*\b
    | \#\d+\b
    | \b0x[0-9a-f]+\b
    | [-=]>                                                         # an arrow is no "greater than"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def masked(text: str) -> str:
    """The text with such digits replaced by blanks, character for character."""
    return _NOT_QUANTITIES.sub(lambda match: " " * len(match[0]), text)
