"""Digits that are no quantities: versions, dates, addresses, names with numbers. They are blanked out before numbers are read."""

import re

from notelint.source.lazy_pattern import lazy_pattern

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_MEASURED = r"(?!\s?(?:[kmgtpe]i?b|[mµun]?s|secs?|seconds?|min|minutes?|h|hours?|d|days?|%|bytes?)(?!\w))"
_AT_DIGIT = rf"""
      \b\d{{4}}[-/]\d{{1,2}}(?:[-/]\d{{1,2}}(?:t[\d:.]+z?)?)?\b    # 2020-01-31
    | \b\d+-\d+-\d+\b                                             # 123-45-6789
    | (?<!/)\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b(?!/)                    # 31/01/2020
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?(?:,?\s+\d{{4}})?\b   # 31 January 2020
    | \b\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?:/\d{{1,2}})?\b              # 10.0.0.0/16
    | \b\d+\.\d+\.[\dx]+\S* | \b\d+\.x\b                          # 1.2.3
    | \b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b                            # 10:30
    | \b\d+-to-(?:\d+|one|many|n)\b | \b\d+:(?:\d+|n|m)\b           # 1-to-1, 1:n
    | \b24\s?[/x]\s?7\b
    | \b[1-4]-?d\b(?!\s?(?:-|–|to)\s?\d)                          # 3D
    | \b802\.\d+[a-z]*
    | (?<![\d,.'_])\d{{11,}}\b(?!\.\d)                            # account 123456789012
    | \b[1-5]\d\d\s(?=(?:error|errors|response|status|internal\sserver|not\sfound|forbidden|bad\srequest|too\smany
        |service\sunavailable)\b)   # a 403 error
    | (?<!\d)\d++\s?%(?=\s+of\s+(?:the\s+)?(?:exam|scored\scontent|questions)\b)   # weights of an exam
    | \b\d+(?:st|nd|rd|th)\b                                        # 3rd
    | \b0x[0-9a-f]+\b
"""
_AT_LETTER = rf"""
      {_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b     # Jan 31, 2020
    | v\d+\.\d+\.[\dx]+\S* | v\.?\s?\d+(?:\.\d+)*\b                # v2
    | (?:one|many)-to-(?:\d+|one|many|n)\b                         # one-to-many
    | (?:ports?|tcp|udp)[\s:/]*\d+(?!\d|\s?(?:-|–|to)\s?\d)(?:\s?(?:,|/|&|and|or)\s?\d+\b)*   # ports 80 and 443, but a range is one
    | localhost:\d+
    | (?:status|returns?|codes?)\W+[45]\d\d\b(?!\s?[\w%]) | (?:status|codes?)\W+[1-5]\d\d\b
    | no\.\s?\d+\b
    | domain\s\d\b[^.;|\n]{{0,60}}?\d+\s?%                          # weights of an exam
    | (?:version|ver\.?|python|java|node(?:\.js)?|php|step|figure|fig\.?|table|chapter|section|lecture|module|lesson|part|page|domain|lab|appendix
        |layer|level|type|phase|stage|option|example|question|exercise|week|http|tls|ssl|usb|ipv|ieee|rfc|iso(?:/iec)?|fips|soc|error|code|raid|tier)\s?\#?\d+(?:[.-]\d+)*\b{_MEASURED}
"""
_NOT_QUANTITIES = lazy_pattern(
    rf"""(?=\d)(?:{_AT_DIGIT}) | (?=[a-z])\b(?:{_AT_LETTER})
    | (?<![\w%])/\d+\b                                              # CIDR /16
    | \#\d+\b
    | (?<=[\w.,;:)])\[\d{{1,3}}\](?!\()                              # a mark of a reference: policy[7]
    | [-=]>                                                         # an arrow is no "greater than"
    """,
    re.VERBOSE,
)
"""For texts in lower case: a third of the time that it would take to ignore the case."""
_WITHOUT_DIGITS = lazy_pattern(r"[-=]>|\b(?:one|many)-to-(?:one|many|n)\b")
_DIGIT = lazy_pattern(r"\d")


def masked(text: str) -> str:
    """The text with such digits replaced by blanks, character for character."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    pattern = _NOT_QUANTITIES if _DIGIT.search(text) else _WITHOUT_DIGITS
    parts: list[str] = []
    done = 0
    for match in pattern.finditer(lower):
        start, end = match.span()
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join((*parts, text[done:])) if done else text
