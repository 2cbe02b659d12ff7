"""The assistance that is on record for one State and one theme, and how far it is under way on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from taazur.analysis.edges import Ids
from taazur.analysis.facts import DELIVERIES, Facts

Cell = tuple[str, str]
"""State and theme."""


@dataclass(frozen=True, slots=True)
class Assistance:
    """One programme or delivery on record for a State and a theme.

    ``when`` is *under way*, *planned*, *ended* or *not known* on the day; ``relation``
    is *assisted* or *participated* (its officials took part in something held for
    several States).
    """

    id: str
    programmes: Ids
    when: str
    relation: str
    types: Ids


def by_cell(facts: Facts, as_at: date) -> dict[Cell, list[Assistance]]:
    """State and theme → assistance on record on that theme or on its broader or narrower ones.

    A programme counts by its own dates: that its last recorded activity is past
    says nothing of its end.
    """
    found: dict[Cell, list[Assistance]] = {}
    for states, themes, assistance in _all(facts, as_at):
        line = {near for theme in themes for near in facts.line.get(theme, {theme: 0})}
        for state in states:
            for theme in line:
                found.setdefault((state, theme), []).append(assistance)
    return found


def _all(facts: Facts, as_at: date) -> Iterator[tuple[Ids, Ids, Assistance]]:
    for p in facts.programmes.values():
        when = p.dates.standing(as_at)
        for relation, states in (("assisted", p.states), ("participated", p.participated)):
            own = frozenset(s for s in states if ("ASSISTS", p.id, s) in facts.claims)
            yield own, p.themes, Assistance(p.id, frozenset({p.id}), when, relation, p.types)
    for event in facts.events.values():
        if event.label in DELIVERIES:
            themes = event.themes or _themes(facts, event.programmes)
            counted = event.programmes & facts.programmes.keys()
            for relation in ("assisted", "participated"):
                states = frozenset(s for s, r in event.states.items() if r == relation)
                when = event.period.standing(as_at)
                yield states, themes, Assistance(event.id, counted, when, relation, event.types)


def _themes(facts: Facts, programmes: Ids) -> Ids:
    of = (facts.programmes[p].themes for p in programmes if p in facts.programmes)
    return frozenset[str]().union(*of)


def offered(facts: Facts) -> Mapping[Cell, set[str]]:
    """State and theme → programmes offered to the world, or to a region that it lies in, and not on record there.

    On the theme itself only: an offer on a broader one need not hold for all that is under it.
    """
    found: dict[Cell, set[str]] = {}
    for programme in facts.programmes.values():
        for state in _reached(facts, programme.offered) - programme.states:
            for theme in programme.themes:
                found.setdefault((state, theme), set()).add(programme.id)
    return found


def _reached(facts: Facts, regions: Iterable[str]) -> set[str]:
    wanted = set(regions)
    return {s for s, lies_in in facts.regions.items() if wanted & lies_in or "region/world" in wanted}
