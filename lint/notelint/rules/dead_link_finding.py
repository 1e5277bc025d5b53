"""A link that leads nowhere as a Finding with its fix."""

from notelint.diagnostic import Applicability, Edit, Finding, Fix
from notelint.links.link import Link
from notelint.notes.dead_link import DeadLink


def dead_link_finding(link: Link, dead: DeadLink) -> Finding:
    """The finding at the destination; its fix, where there is one correction, is safe if that is certain."""
    message = f'{dead.problem}; did you mean "{dead.instead[0]}"?' if dead.instead else dead.problem
    return Finding(link.place, message, suggestions=dead.instead, fix=_fix(link, dead))


def _fix(link: Link, dead: DeadLink) -> Fix | None:
    if len(dead.instead) != 1:
        return None
    applicability = Applicability.SAFE if dead.certain else Applicability.UNSAFE
    return Fix(f'link to "{dead.instead[0]}"', (Edit(link.place, dead.instead[0]),), applicability)
