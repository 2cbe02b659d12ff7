"""Shortest paths, breadth-first through one anchored question.

The engines share no syntax for shortest paths, so the frontier is kept here and
each step asks what stands one claim away. Paths with fewest weak ties come first.
"""

from __future__ import annotations

from heapq import nsmallest
from itertools import pairwise

from taazur.graph.engine import Engine
from taazur.graph.table import Table, Value
from taazur.queries.header import Query

MOST_STEPS = 8
MOST_PATHS = 10

WEAK = frozenset({"CONCERNS", "BROADER", "ASSISTS", "HELD_FOR", "NEED_OF", "MEMBER_OF", "JOINED", "VISITED"})
"""Claims that say little of the two they join: a theme, a State, a large network or one event in common."""

Claim = tuple[Value, ...]
"""One row of the question ``neighbours``."""

Route = tuple[int, tuple[str, ...]]
"""How many of its ties are weak, and its nodes."""


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
    edge = tuple(neighbours.columns).index("edge")
    weak = {ends: all(claim[edge] in WEAK for claim in said) for ends, said in claims.items()}
    rows = [
        (number, step, *claim)
        for number, (_, route) in enumerate(_routes(before, weak, a, b, {}) if a != b and b in before else [], 1)
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


def _routes(
    before: dict[str, set[str]], weak: dict[frozenset[str], bool], a: str, node: str, best: dict[str, list[Route]]
) -> list[Route]:
    """The best shortest routes to a node, best first: those with fewest weak ties, then by id.

    A route's rank grows with each step, so the best to a node are made of the
    best to those before it; all others need not be drawn up.
    """
    if node == a:
        return [(0, (a,))]
    if node not in best:
        best[node] = nsmallest(
            MOST_PATHS,
            (
                (rank + weak[frozenset((last, node))], (*route, node))
                for last in before[node]
                for rank, route in _routes(before, weak, a, last, best)
            ),
        )
    return best[node]
