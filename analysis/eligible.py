"""Which programmes may be put to a need at all: conditions, one after the other, each counting what it set aside.

What an audience may not see is not among the facts, so that no count can tell of
it. Silence is not read: a programme that is offered to the world or to a region
without a list of States is eligible, *presence not known*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from taazur.analysis.edges import Ids
from taazur.analysis.facts import Facts, Need, Programme
from taazur.analysis.ground import WORLD, Ground
from taazur.analysis.rules import rules

CONDITIONS = ("no_provider", "ended", "no_state", "place_not_known", "elsewhere", "never", "no_link")
"""Why a programme is set aside, in the order in which it is tried."""

PRESENCES = ("assisted", "took part", "in its region", "offered to its region", "offered worldwide")
"""How a programme stands to the State or region of a need. Offered is *available on request, presence not known*."""


@dataclass
class Sieve:
    """The programmes that are left for one need, with their presence, and how many each condition set aside."""

    left: dict[str, str] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CONDITIONS, 0))


def is_open(need: Need) -> bool:
    """Whether it is put to programmes: not where it is met or withdrawn. Delivered is not met."""
    return need.is_open(rules("match")["closed"])


def eligible(facts: Facts, ground: Ground, need: Need, running: Iterable[Programme], removed: dict[str, int]) -> Sieve:
    """The programmes that may be put to a need.

    Parameters
    ----------
    running : those that have a provider and have not ended, as ``running`` gives them.
    removed : what that set aside.
    """
    sieve, forbids = Sieve(), forbidding(need)
    sieve.removed.update(removed)
    place = Place(need, ground.states_of(need), ground.regions_of(need, facts))
    for programme in running:
        where = presence(ground, place, programme)
        if where not in PRESENCES:
            sieve.removed[where] += 1
        elif any(forbidden(one, programme) for one in forbids):
            sieve.removed["never"] += 1
        else:
            sieve.left[programme.id] = where
    return sieve


def running(facts: Facts, as_at: date) -> tuple[list[Programme], dict[str, int]]:
    """Programmes that somebody provides and that have not ended, and how many of the others there are."""
    words = tuple(rules("match")["ended"])
    status = _status(facts)
    left, removed = [], {"no_provider": 0, "ended": 0}
    for programme in sorted(facts.programmes.values(), key=lambda p: p.id):
        if not provided(facts, programme):
            removed["no_provider"] += 1
        elif programme.dates.standing(as_at) == "ended" or _starts(status.get(programme.id), words):
            removed["ended"] += 1
        else:
            left.append(programme)
    return left, removed


def provided(facts: Facts, programme: Programme) -> bool:
    """Whether a partner that may be counted takes part in more than funding it."""
    return any(facts.partners[p].counted for p in programme.providers if p in facts.partners)


def _status(facts: Facts) -> dict[str, str]:
    table = facts.tables.get("Programme")
    if table is None:
        return {}
    return dict(zip(table["id"].to_pylist(), table["status"].to_pylist(), strict=True))


def _starts(status: str | None, words: tuple[str, ...]) -> bool:
    return bool(status) and re.match(rf"({'|'.join(words)})\b", str(status), re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a need is: itself, its States or those known to lie in its region, and the regions it lies in."""

    need: Need
    states: Iterable[str]
    regions: Ids


def presence(ground: Ground, place: Place, programme: Programme) -> str:
    """One of ``PRESENCES``, or the condition that sets the programme aside.

    A region whose States are not on record (most named ones) tells nothing of a
    State: a programme offered only there is set aside as *place not known*.
    """
    need = place.need
    if ground.organisation_only(need):
        return "no_state"
    if not programme.states.isdisjoint(place.states):
        return "assisted" if need.states else "in its region"
    if need.states & programme.participated:
        return "took part"
    if (place.regions - {WORLD}) & programme.offered:
        return "offered to its region"
    return "offered worldwide" if WORLD in programme.offered else _not_here(ground, programme)


def _not_here(ground: Ground, programme: Programme) -> str:
    """Whether it is known to be elsewhere, or nothing is known of its place."""
    unlisted = any(not ground.members.get(region) for region in programme.offered)
    placed = programme.states or programme.participated or programme.offered
    return "elsewhere" if placed and not unlisted else "place_not_known"


def forbidding(need: Need) -> list[dict[str, Any]]:
    """The rules of ``[[match.never]]`` that a need falls under, whatever else speaks for a match."""
    return [
        one for one in rules("match")["never"] if need.themes & set(one["themes"]) or _says(need.name, one["words"])
    ]


def forbidden(rule: dict[str, Any], programme: Programme) -> bool:
    """Whether a programme is one of those that such a rule keeps away."""
    by_theme = programme.themes & set(rule.get("programme_themes", ()))
    return bool(by_theme) or _says(programme.name, rule.get("programme_words", ()))


def _says(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in words)
