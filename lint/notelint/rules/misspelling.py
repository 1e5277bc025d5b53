"""A misspelt word.

## What it finds

A known misspelling, or a word that no list holds and that is one or two slips away from a far more common one. The lists hold English in American and
British spelling, names, and the words of computing, science, medicine and mathematics. An unknown word is left alone where something speaks for it: it
is part of a foreign phrase or a term in italics, a name, made by the rules of English (resharding), or the notes use it often. In a note that is full
of scientific words more must speak against it. Only prose is read: no code, links, paths, numbers, names of variables or capitals.

A fix is safe if the word is a known misspelling of one word of the same number and tense and can be nothing else; all others are suggestions.

## Why it matters

A reader stumbles, a search does not find the note, and a learner may take the wrong form over.

## Example

```md
Kinesis keeps records for a day; the retreival of older ones needs a longer retention.
```

## Use instead

```md
Kinesis keeps records for a day; the retrieval of older ones needs a longer retention.
```
"""

from notelint.diagnostic import Severity
from notelint.reference import Reference
from notelint.rules.option import Option
from notelint.rules.protocol import Scope
from notelint.rules.slip_finding import slip_rule
from notelint.spelling.slip import Slip

ID = "misspelling"
CATEGORY = "spelling"
SEVERITY = Severity.ERROR
SCOPE = Scope.NOTE

SHORTEST = Option(ID, "shortest", 1, 1, 100, "the fewest letters of a word that is reported")


def _message(slip: Slip, reference: Reference) -> str:
    if len(slip.text) < SHORTEST.of(reference):
        return ""
    right = " or ".join(f'"{one}"' for one in slip.suggestions[:3])
    return f'"{slip.text}" is misspelt: {right}' if right else f'"{slip.text}" is misspelt'


check = slip_rule(ID, _message)
