"""One programme's step before another's: the law before the people, the people before the system.

The order is data (``data/analysis.toml``). Two kinds of evidence: deliveries in
one State whose days follow each other, or the recorded periods of the two.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from taazur.analysis.edges import Ids
from taazur.analysis.facts import Event, Facts, Programme
from taazur.analysis.overlap import Pair
from taazur.analysis.rules import rules

BY_DELIVERIES, BY_PERIODS = "recorded deliveries in the State, in this order", "recorded periods, in this order"


@dataclass(frozen=True, slots=True)
class Sequence:
    """``one`` records the step ``first``; ``other`` the step ``then``, later. ``events`` show it where they do."""

    one: str
    other: str
    first: str
    then: str
    states: Ids
    events: Ids
    basis: str


def sequences(facts: Facts, pair: Pair) -> Iterator[Sequence]:
    """The sequences of a pair, at most one in each direction; deliveries speak before periods."""
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        found = _by_deliveries(facts, pair, one, other) or _by_periods(pair, one, other)
        if found:
            yield found


def steps(types: Ids, themes: Ids) -> Ids:
    """The names of the steps that these kinds of assistance and themes are."""
    return frozenset(
        step["name"]
        for step in rules("synergy")["steps"]
        if types & set(step["types"]) or (types and themes & set(step.get("themes", ())))
    )


def order() -> list[str]:
    """The steps in their order."""
    return [step["name"] for step in rules("synergy")["steps"]]


def next_step(earlier: Ids, later: Ids) -> tuple[str, str] | None:
    """The closest two steps of which the first usually comes before the second; none where there are none."""
    at = {name: place for place, name in enumerate(order())}
    follow = [(at[b] - at[a], at[a], a, b) for a in earlier for b in later if at[a] < at[b]]
    return min(follow)[2:] if follow else None


def _by_deliveries(facts: Facts, pair: Pair, one: Programme, other: Programme) -> Sequence | None:
    """A delivery of one that ended before a delivery of the other began, in one State, on one line of themes."""
    shown = []
    for state in sorted(pair.states):
        for a, b in itertools.product(_in(facts, one, state), _in(facts, other, state)):
            step = next_step(steps(a.types, a.themes), steps(b.types, b.themes))
            if step and _soon(a, b) and any(u in facts.line.get(t, {}) for t in a.themes for u in b.themes):
                shown.append((step, state, a.id, b.id))
    if not shown:
        return None
    step = min(step for step, *_ in shown)
    same = [found for found in shown if found[0] == step]
    states, events = {s for _, s, *_ in same}, {e for _, _, *both in same for e in both}
    return Sequence(one.id, other.id, *step, frozenset(states), frozenset(events), BY_DELIVERIES)


def _in(facts: Facts, programme: Programme, state: str) -> list[Event]:
    events = (facts.events[id_] for id_ in programme.events)
    return [event for event in events if event.states.get(state) == "assisted" and event.types]


def _by_periods(pair: Pair, one: Programme, other: Programme) -> Sequence | None:
    """The period of one ended, on record, before that of the other began."""
    step = next_step(steps(one.types, one.themes), steps(other.types, other.themes))
    if step and _soon(one, other):
        return Sequence(one.id, other.id, *step, pair.states, frozenset(), BY_PERIODS)
    return None


def _soon(one: Event | Programme, other: Event | Programme) -> bool:
    """Whether one ended before the other began, and not too long before to be planned together."""
    if not (one.period.end and other.period.start):
        return False
    return bool(0 < (other.period.start - one.period.end).days <= rules("synergy")["within_days"])
