"""The compiled search over all rows: in threads, each a stretch of queries at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from taazur.analysis.kernel import in_threads
from taazur.analysis.kernel_compiled import Token, Weights, search
from taazur.analysis.kernel_index import Index, build
from taazur.analysis.portfolio import Ids, Portfolio
from taazur.graph.engine import Progress

STRETCH = 1024
ROOM = 1 << 16

Found = tuple[Ids, int]


def nearest(portfolio: Portfolio, k: int, threads: int, progress: Progress) -> tuple[Ids, Ids, int]:
    """The best ``k`` of each row, by row and then as they rank; and how many pairs were compared."""
    index = build(portfolio)

    def stretch(begin: int) -> Found:
        end = min(begin + STRETCH, len(index.queries))
        found = np.empty(((end - begin) * k, 2), np.int32)
        _, filled, compared = search(index, *shape(index), begin, end, k, 0.0, found)
        return found[:filled], compared

    found, compared = _all(index, stretch, threads, progress)
    # Stable: those of one row are in the order of their ranks already.
    found = found[np.argsort(found[:, 0], kind="stable")]
    return found[:, 0].copy(), found[:, 1].copy(), compared


def pairs_from(portfolio: Portfolio, least: float, threads: int, progress: Progress) -> tuple[Ids, Ids, int]:
    """All pairs of at least a rank, the smaller row first, in order; and how many were compared."""
    index = build(portfolio)

    def stretch(begin: int) -> Found:
        parts = list(_parts(index, begin, min(begin + STRETCH, len(index.queries)), least))
        return np.concatenate([part for part, _ in parts]), sum(compared for _, compared in parts)

    found, compared = _all(index, stretch, threads, progress)
    found.sort(axis=1)
    found = found[np.lexsort((found[:, 1], found[:, 0]))]
    return found[:, 0].copy(), found[:, 1].copy(), compared


def _parts(index: Index, begin: int, end: int, least: float) -> Iterator[Found]:
    """One stretch, in as many goes as its pairs need room for."""
    room = ROOM
    while begin < end:
        found = np.empty((room, 2), np.int32)
        reached, filled, compared = search(index, *shape(index), begin, end, 0, least, found)
        yield found[:filled].copy(), compared
        if reached == begin:
            room *= 2
        begin = reached


def shape(index: Index) -> tuple[Weights, Token, Token]:
    """The weights and the lengths of the rows of bits as tuples, whose lengths the compiler knows."""
    return tuple(index.weights.tolist()), (0,) * index.reach.shape[2], (0,) * index.states.shape[1]


def _all(index: Index, stretch: Callable[[int], Found], threads: int, progress: Progress) -> tuple[Ids, int]:
    parts, total, compared = [np.empty((0, 2), np.int32)], len(index.queries), 0
    begins = range(0, total, STRETCH)
    for begin, (part, looked_at) in zip(begins, in_threads(stretch, begins, threads), strict=True):
        parts.append(part)
        compared += looked_at
        progress("comparing programmes", min(begin + STRETCH, total), total)
    return np.concatenate(parts), compared
