"""What a match looks up beside the sets of ``facts``: regions, target dates, baselines, names of institutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from taazur.analysis.edges import Ids, above
from taazur.analysis.facts import Facts, Need
from taazur.graph.engine import Tables

WORLD = "region/world"
_NEAR = {"m49-subregion": "subregion", "m49-intermediate": "subregion", "m49-region": "region"}
"""Kinds of region by which nearness is told, and what it is called. Named regions have no list of States."""


@dataclass(frozen=True)
class Ground:
    """Lookups, made once for all needs.

    ``around`` is region → regions above it; ``members`` region → States in it;
    ``nearness`` region → ``subregion`` or ``region``; ``owners`` need → all whose
    it is; ``target`` need → the last day by which a step that would meet it is
    due; ``baseline`` needs of which such a step has an indicator with a baseline.
    """

    around: dict[str, Ids]
    members: dict[str, set[str]]
    nearness: dict[str, str]
    owners: dict[str, list[str]]
    institutions: dict[str, str]
    target: dict[str, date]
    baseline: set[str]

    def regions_of(self, need: Need, facts: Facts) -> Ids:
        """The regions that a need lies in: those of its States, or its own and those above them."""
        of_states = (facts.regions.get(state, frozenset()) for state in need.states)
        own = (frozenset({region}) | self.around.get(region, frozenset()) for region in need.regions)
        return frozenset[str]().union(*of_states, *own)

    def states_of(self, need: Need) -> set[str]:
        """Its States, or those known to lie in its region; none for the world, for a world-wide need is nobody's."""
        regions = need.regions - {WORLD}
        return set(need.states).union(*(self.members.get(region, set()) for region in regions))

    def organisation_only(self, need: Need) -> bool:
        """Whether it is neither a State's nor a region's."""
        return not need.states and not need.regions


def ground(facts: Facts) -> Ground:
    """The lookups of one released graph."""
    tables = facts.tables
    up: dict[str, set[str]] = {}
    members: dict[str, set[str]] = {}
    for start, end in _ends(tables, "IN_REGION"):
        up.setdefault(start, set()).add(end)
    for state, regions in facts.regions.items():
        for region in regions:
            members.setdefault(region, set()).add(state)
    owners: dict[str, list[str]] = {}
    for type_, start, end in facts.claims:
        if type_ == "NEED_OF" and start in facts.needs:
            owners.setdefault(start, []).append(end)
    kinds = _rows(tables, "Region", "id", "kind")
    return Ground(
        around={id_: above(id_, up) for id_, _ in kinds},
        members=members,
        nearness={id_: _NEAR[kind] for id_, kind in kinds if kind in _NEAR},
        owners={need: sorted(of) for need, of in owners.items()},
        institutions={id_: str(name).casefold() for id_, name in _rows(tables, "Institution", "id", "name")},
        target=_targets(tables),
        baseline=set(_baselines(tables)),
    )


def _targets(tables: Tables) -> dict[str, date]:
    due = dict(_rows(tables, "Step", "id", "due"))
    found: dict[str, date] = {}
    for step, need in _ends(tables, "MEETS"):
        if due.get(step):
            found[need] = max(due[step], found.get(need, due[step]))
    return found


def _baselines(tables: Tables) -> Iterator[str]:
    known = {id_ for id_, baseline in _rows(tables, "Indicator", "id", "baseline") if baseline}
    measured = {step for step, indicator in _ends(tables, "MEASURED_BY") if indicator in known}
    return (need for step, need in _ends(tables, "MEETS") if step in measured)


def _rows(tables: Tables, kind: str, *columns: str) -> list[tuple[Any, ...]]:
    if kind not in tables:
        return []
    return list(zip(*(tables[kind][column].to_pylist() for column in columns), strict=True))


def _ends(tables: Tables, kind: str) -> list[tuple[Any, ...]]:
    return _rows(tables, kind, "from_id", "to_id")
