"""Shortest paths, breadth-first through one anchored question.

The engines share no syntax for shortest paths, so the frontier is kept here and
each step asks what stands one claim away. Of the shortest paths those with
fewest weak ties are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import nsmallest
from itertools import pairwise

import networkx as nx

from taazur.graph.engine import Engine
from taazur.graph.table import Table, Value
from taazur.queries.header import Query

MOST_STEPS = 8
MOST_PATHS = 10

WEAK = frozenset({"CONCERNS", "BROADER", "ASSISTS", "HELD_FOR", "NEED_OF", "MEMBER_OF", "JOINED", "VISITED"})
"""Claims that say little of the two they join: a theme, a State, a large network or one event in common."""

Claim = tuple[Value, ...]
"""One row of the question ``neighbours``."""


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
    before = {a}
    claims: dict[frozenset[str], set[Claim]] = {}
    frontier = {a}
    for _ in range(MOST_STEPS):
        if not frontier or b in before:
            break
        frontier = _step(engine.run(neighbours.text, {"ids": sorted(frontier)}), frontier, before, claims)
    edge = tuple(neighbours.columns).index("edge")
    rows = [
        (number, step, *claim)
        for number, route in enumerate(_routes(claims, edge, a, b), 1)
        for step, ends in enumerate(pairwise(route), 1)
        for claim in sorted(claims[frozenset(ends)], key=str)
    ]
    return Table.of(("path", "step", *neighbours.columns), rows)


def _step(table: Table, frontier: set[str], before: set[str], claims: dict[frozenset[str], set[Claim]]) -> set[str]:
    """Goes one claim further: keeps the claims, and gives what was reached for the first time."""
    start, end = table.columns.index("from"), table.columns.index("to")
    reached: set[str] = set()
    for row in table.rows:
        ends = frozenset((str(row[start]), str(row[end])))
        claims.setdefault(ends, set()).add(row)
        reached |= ends - before
    before |= reached
    return reached


def _routes(claims: Mapping[frozenset[str], set[Claim]], edge: int, a: str, b: str) -> list[list[str]]:
    """The shortest routes with fewest weak ties, by id; none where there is no path."""
    graph = nx.Graph()
    for ends, said in claims.items():
        # A claim of a node about itself leads nowhere. A weak tie must never outweigh a step.
        if len(ends) == 2:
            graph.add_edge(*ends, weight=MOST_STEPS + all(claim[edge] in WEAK for claim in said))
    if a == b or a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return []
    return nsmallest(MOST_PATHS, nx.all_shortest_paths(graph, a, b, weight="weight"))
