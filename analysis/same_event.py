"""Two rows that may be one event: proposed, with the reasons; a person decides.

A course recorded under two programmes would be counted twice. Nothing is merged
here: the rows stay as they were read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from taazur.analysis.derived import edge
from taazur.analysis.facts import DELIVERIES, Event, Facts
from taazur.analysis.interval import common_days
from taazur.analysis.rules import rules


def edges(facts: Facts) -> Iterator[dict[str, Any]]:
    """``SAME_EVENT``: one row for each State and two deliveries that may be one."""
    given = rules("same_event")
    of_state: dict[str, list[Event]] = {}
    for event in facts.events.values():
        if event.label in DELIVERIES and 0 < event.period.days <= given["longest_days"]:
            for state in event.states:
                of_state.setdefault(state, []).append(event)
    for state, events in sorted(of_state.items()):
        for one, other in itertools.combinations(sorted(events, key=lambda event: event.id), 2):
            found = reasons(facts, one, other)
            if found:
                claims = [(type_, e.id, end) for e in (one, other) for type_, end in _ends(e, state)]
                inputs = facts.inputs(*claims)
                yield edge("SAME_EVENT", one.id, other.id, given["rule"], inputs, [state], state=state, reasons=found)


def reasons(facts: Facts, one: Event, other: Event) -> list[str]:
    """Why two deliveries for one State may be one event; none where there are too few reasons.

    They must meet in time, and be recorded under different programmes or as
    different kinds of record: two courses of one programme may well run at once.
    """
    given = rules("same_event")
    if one.label == other.label and one.programmes & other.programmes:
        return []
    if not common_days(one.period, other.period):
        return []
    found = {
        "same programme": bool(one.programmes & other.programmes),
        "same days": (one.period.start, one.period.end) == (other.period.start, other.period.end),
        "same document": bool(one.source) and one.source == other.source,
        "similar words": token_set_ratio(one.name.casefold(), other.name.casefold()) >= given["words_from"],
        "same institution": bool(one.institutions & other.institutions),
        "one names the other's programme": _names(facts, one, other) or _names(facts, other, one),
    }
    held = [reason for reason, holds in found.items() if holds]
    return held if len(held) >= given["evidence_from"] else []


def _names(facts: Facts, one: Event, other: Event) -> bool:
    """Whether the words of one hold the own name or alias of a programme of the other."""
    words = one.name.casefold()
    programmes = (facts.programmes[p] for p in other.programmes - one.programmes if p in facts.programmes)
    return any(name in words for programme in programmes for name in programme.names)


def _ends(event: Event, state: str) -> Iterator[tuple[str, str]]:
    yield "HELD_FOR", state
    yield from (("UNDER", programme) for programme in event.programmes)
