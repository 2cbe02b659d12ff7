"""Shortest paths, breadth-first through one anchored question.

The engines share no syntax for shortest paths, so the frontier is kept here and
each step asks what stands one claim away. Paths that pass through no theme,
State or single event come first: to share one is the weakest of ties.
"""

from __future__ import annotations

from heapq import nsmallest
from itertools import pairwise

from taazur.graph.engine import Engine
from taazur.graph.table import Table, Value
from taazur.queries.header import Query

MOST_STEPS = 8
MOST_PATHS = 10

WEAK = ("theme/", "state/", "area/", "activity/", "consultation/", "milestone/", "visit/")
"""Ids through which a path says little: a theme or a State in common, one event in common."""

Claim = tuple[Value, ...]
"""One row of the question ``neighbours``."""

Route = tuple[int, tuple[str, ...]]
"""How many weak ties a route passes through, and its nodes."""


def paths(engine: Engine, neighbours: Query, a: str, b: str) -> Table:
    """The shortest paths from one node to another, at most ten, of at most eight steps.

    Parameters
    ----------
    neighbours : the question that gives the claims of the nodes in ``$ids``.

    Returns
    -------
    Table, one row a claim: path (1 …), step (1 …), then the columns of ``neighbours``. A step that several sources
    state has several rows. No rows where there is no path.
    """
    before: dict[str, set[str]] = {a: set()}
    claims: dict[frozenset[str], set[Claim]] = {}
    frontier = {a}
    for _ in range(MOST_STEPS):
        if not frontier or b in before:
            break
        frontier = _step(engine.run(neighbours.text, {"ids": sorted(frontier)}), frontier, before, claims)
    rows = [
        (number, step, *claim)
        for number, (_, route) in enumerate(_routes(before, a, b, {}) if a != b and b in before else [], 1)
        for step, ends in enumerate(pairwise(route), 1)
        for claim in sorted(claims[frozenset(ends)], key=str)
    ]
    return Table.of(("path", "step", *neighbours.columns), rows)


def _step(
    table: Table, frontier: set[str], before: dict[str, set[str]], claims: dict[frozenset[str], set[Claim]]
) -> set[str]:
    """Goes one claim further: what was reached for the first time, with all the nodes it was reached from."""
    start, end = table.columns.index("from"), table.columns.index("to")
    reached: dict[str, set[str]] = {}
    for row in table.rows:
        ends = (str(row[start]), str(row[end]))
        claims.setdefault(frozenset(ends), set()).add(row)
        for here, there in (ends, ends[::-1]):
            if here in frontier and there not in before:
                reached.setdefault(there, set()).add(here)
    before.update(reached)
    return set(reached)


def _routes(before: dict[str, set[str]], a: str, node: str, best: dict[str, list[Route]]) -> list[Route]:
    """The best shortest routes to a node, best first: those through fewest weak ties, then by id.

    A route's rank grows with each step, so the best to a node are made of the
    best to those before it; all others need not be drawn up.
    """
    if node == a:
        return [(0, (a,))]
    if node not in best:
        weak = {last: last != a and last.startswith(WEAK) for last in before[node]}
        best[node] = nsmallest(
            MOST_PATHS,
            ((rank + weak[last], (*route, node)) for last in weak for rank, route in _routes(before, a, last, best)),
        )
    return best[node]
