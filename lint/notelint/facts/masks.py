"""Digits that are no quantities: versions, dates, addresses, names with numbers. They are blanked out before numbers are read."""

import re

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_MEASURED = r"(?!\s?(?:[KMGTPE]i?B|[mµun]?s|secs?|seconds?|min|minutes?|h|hours?|d|days?|%|bytes?)(?!\w))"
_NOT_QUANTITIES = re.compile(
    rf"""
      \b\d{{4}}[-/]\d{{1,2}}(?:[-/]\d{{1,2}}(?:T[\d:.]+Z?)?)?\b    # 2020-01-31
    | \b\d+-\d+-\d+\b                                             # 123-45-6789
    | \b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b                    # 31/01/2020
    | \b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b   # Jan 31, 2020
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?(?:,?\s+\d{{4}})?\b   # 31 January 2020
    | \b\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?:/\d{{1,2}})?\b              # 10.0.0.0/16
    | \bv?\d+\.\d+\.[\dx]+\S* | \b\d+\.x\b                          # 1.2.3
    | \bv\.?\s?\d+(?:\.\d+)*\b                                      # v2
    | \b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b                            # 10:30
    | \b(?:\d+|one|many)-to-(?:\d+|one|many|n)\b | \b\d+:(?:\d+|n|m)\b   # 1-to-1, 1:n
    | \b24\s?[/x]\s?7\b
    | \b[1-4]-?D\b(?!\s?(?:-|–|to)\s?\d)                          # 3D
    | \b802\.\d+[a-z]*
    | (?<![\d,.'_])\d{{11,}}\b(?!\.\d)                            # account 123456789012
    | \b(?:ports?|tcp|udp)[\s:/]*\d+(?!\d|\s?(?:-|–|to)\s?\d)(?:\s?(?:,|/|&|and|or)\s?\d+\b)*   # ports 80 and 443, but a range is one
    | \blocalhost:\d+
    | \b[1-5]\d\d\s(?=(?:error|errors|response|status|internal\sserver|not\sfound|forbidden|bad\srequest|too\smany
        |service\sunavailable)\b)   # a 403 error
    | \b(?:status|returns?|codes?)\W+[45]\d\d\b(?!\s?[\w%]) | \b(?:status|codes?)\W+[1-5]\d\d\b
    | \bno\.\s?\d+\b
    | \bdomain\s\d\b[^.;|\n]{{0,60}}?\d+\s?% | \d+\s?%(?=\s+of\s+(?:the\s+)?(?:exam|scored\scontent|questions)\b)   # weights of an exam
    | \b\d+(?:st|nd|rd|th)\b                                        # 3rd
    | (?<![\w%])/\d+\b                                              # CIDR /16
    | \b(?:version|ver\.?|python|java|node(?:\.js)?|php|step|figure|fig\.?|table|chapter|section|lecture|module|lesson|part|page|domain|lab|appendix
        |layer|level|type|phase|stage|option|example|question|exercise|week|http|tls|ssl|usb|ipv|ieee|rfc|iso(?:/iec)?|fips|soc|error|code|raid|tier)\s?\#?\d+(?:[.-]\d+)*\b{_MEASURED}
    | \#\d+\b
    | \b0x[0-9a-f]+\b
    | [-=]>                                                         # an arrow is no "greater than"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def masked(text: str) -> str:
    """The text with such digits replaced by blanks, character for character."""
    return _NOT_QUANTITIES.sub(lambda match: " " * len(match[0]), text)
