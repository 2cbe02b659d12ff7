"""Where the nodes of a network stand: worked out once, with a fixed seed, before anything is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence

import rustworkx as rx

SEED = 20
ROOM = 46.0
"""Least distance of two nodes, in pixels at the first zoom."""


def places(
    ids: Sequence[str], kinds: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """Coordinates in pixels, about (0, 0); the same for the same network, in whatever order it comes.

    Nodes of one kind start side by side, so that they tend to stay together.
    """
    ordered = sorted(zip(kinds, ids, strict=True))
    graph = rx.PyGraph(multigraph=False)
    at = {id_: graph.add_node(id_) for _, id_ in ordered}
    graph.add_edges_from([(at[a], at[b], 1.0) for a, b in sorted(set(pairs)) if a in at and b in at])
    radius = 40.0 * math.sqrt(len(ids))
    start = {at[id_]: _on_circle(i, len(ordered), 1.0) for i, (_, id_) in enumerate(ordered)}
    found = rx.spring_layout(graph, pos=start, k=1.6 / math.sqrt(max(1, len(ids))), num_iter=120, seed=SEED, scale=1)
    spread = {id_: (found[at[id_]][0] * radius * 1.75, found[at[id_]][1] * radius) for _, id_ in ordered}
    return _apart(spread)


def _on_circle(number: int, of: int, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * number / max(1, of)
    return radius * math.cos(angle), radius * math.sin(angle)


def _apart(spread: dict[str, tuple[float, float]], rounds: int = 60) -> dict[str, tuple[float, float]]:
    """Pushes apart what stands too close; labels lie below, so rows need less room than columns."""
    ids = sorted(spread)
    points = [list(spread[id_]) for id_ in ids]
    for _ in range(rounds):
        if not sum(_push(points[i], points[j]) for i in range(len(points)) for j in range(i)):
            break
    return {id_: (round(x, 1), round(y, 1)) for id_, (x, y) in zip(ids, points, strict=True)}


def _push(a: list[float], b: list[float]) -> bool:
    """Moves two points apart by half of what they lack; whether they had to be moved."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    apart = math.hypot(dx, dy)
    if apart >= ROOM:
        return False
    if apart < 1e-6:
        dx, dy, apart = 1.0, 0.0, 1.0
    shift = (ROOM - apart) / 2
    for point, sign in ((a, 1), (b, -1)):
        point[0] += sign * shift * dx / apart
        point[1] += sign * shift * dy / apart
    return True
