"""Texts that nobody writes, as units that are repeated: what each costs must grow with its length and no faster."""

HEADS = {
    "table rows": "| a | b |\n|---|---|\n",
    "claims on one attribute": "# Kinesis Data Streams\n\n",
    "JSON quotes": "```json\n[",
    "JSON brackets": "```json\n",
    "Python prefixes": "```python\nx = (",
    "empty lines of Python": "```python\n",
    "dots of TOML": "```toml\n",
    "keys of TOML": "```toml\n",
    "dashes of YAML": "```yaml\n",
    "spaces before a title": "##x",
    "spaces in a rule": "---",
    "spaces in a delimiter row": "a|b\n-|-",
    "closed brackets behind an address": "http://x.y/",
    "one attribute": "x {#",
    "digits in code": "Kinesis `",
    "front matter of keys": "---\n",
    "a table of one cell": "|a|b|\n|-|-|\n|",
    "a shell comment": "```sh\n# ",
}
TAILS = {
    "spaces before a title": "y",
    "spaces in a rule": "x",
    "spaces in a delimiter row": "x",
    "digits in code": "x` days",
    "front matter of keys": "---\n",
    "JSON quotes": "\n```\n",
    "JSON brackets": "\n```\n",
    "Python prefixes": "\n```\n",
    "empty lines of Python": "x y\n```\n",
    "dots of TOML": "\n```\n",
    "keys of TOML": "\n```\n",
    "dashes of YAML": "\n```\n",
    "a shell comment": "\n```\n",
}
SHAPES = {
    "brackets": "[", "stars": "*", "quotes": "> ", "dashes": "- ", "backticks": "`", "pipes": "|", "hashes": "#", "dollars": "$", "angles": "<",
    "bangs": "!", "underscores": "_", "backslashes": "\\", "ampersands": "&", "dots": ".", "question marks": "?", "percent signs": "%",
    "closing brackets": ")", "equals signs": "=", "colons": ": ", "commas": ", ", "tabs": "\t", "spaces in front": "  x\n", "no-break spaces": "\u00a0",
    "headings of one name": "# Same name\n\n", "headings of one letter": "# a\n", "table rows": "| a | 5 TB |\n", "claims on one attribute": "- Retention: 5 days\n",
    "one line of prose": "word and 5 TB of records, ", "list and quote by turns": "- a\n> b\n", "crossed emphasis": "*x __y ", "open links": "[a](",
    "open comments": "<!-- a ", "comments": "<!-- a -->\n\n", "numbers": "5 ", "numbers in a row": "5, ", "words": "notes ", "unknown words": "qwzrtx ",
    "expansions": "DMS (Database Migration Service) ", "digits": "1", "digits by turns": "10", "one word": "a", "one name": "Ab", "letters of genes": "GATTACA",
    "arrows": "ab->", "items in a row": "0,1,", "percentages": "5%, ", "ranges": "1-", "sums": "1 + 2 = 3, ", "products": "2 x ", "breaks": "<br>3  | ",
    "announced counts": "There are 3 things:\n\n- a\n- b\n\n", "suppressions": "<!-- notelint-ignore-line misspelling: r -->\n\n",
    "open suppressions": "<!-- notelint-ignore-start misspelling: r -->\n\n", "JSON quotes": '\\"', "JSON brackets": "[", "Python prefixes": "u'",
    "empty lines of Python": "\n", "dots of TOML": "a.", "keys of TOML": "a = 1\n", "dashes of YAML": "- ", "spaces before a title": " ", "spaces in a rule": " ",
    "spaces in a delimiter row": " ", "closed brackets behind an address": ")", "one attribute": "a", "digits in code": "1", "a table of one cell": ".",
    "tags": '<a b="', "attributes": "<a b= ", "entities": "&#1", "footnotes": "[^a]: b\n\n", "definitions": "[a]: /b\n\n", "wiki links": "[[a]] ",
    "links to nothing": "[a](b.md) ", "links to headings": "# a\n\n[x](#b)\n\n", "mojibake": "\u00c3\u00a9 ", "nines": "9's ", "acronyms": "ABC ", "labels": "**A** - b\n\n",
    "domain names": "a.b.c@d.e ", "front matter of keys": "a: b\nc: [d]\n", "a shell comment": "recieve ", "capitals": "AbCd", "hyphens": "a-", "slashes": "a/",
    "apostrophes": "a'", "per": "per ", "same words": "the the ", "misspellings": "recieve teh seperate\n\n", "names of AWS": "Amazon Kinesis Data Streams retention 7 days. ",
    "quantities": "up to 5 MB per second or 3 GB, ", "names": "S3 and EC2 and ", "cased terms": "dynamodb Dynamo DB ", "nested items": "- a\n  - b\n    - c\n",
    "contents": "- [a](#a)\n", "math": "$a_1 + b$ ", "URLs": "http://a.b/c?d=e ", "e-mail": "a@b.c ", "quoted code": "`a b` ", "struck": "~~a~~ ",
}  # fmt: skip


def text_of(name: str, size: int) -> str:
    """The shape, `size` characters long but for what stands before and behind."""
    unit = SHAPES[name]
    return HEADS.get(name, "") + (unit * (size // len(unit) + 1))[:size] + TAILS.get(name, "")
