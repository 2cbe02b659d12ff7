"""Which programmes share ground, exactly: the nearest ``k`` of each, or all pairs from a rank on.

Nothing is estimated and nothing is left out. Two ways lead to the same numbers, bit
for bit: every pair in numpy, at once and without a warm-up (``dense``), and an index
with bounds that only leaves out what cannot be among the answers (``compiled``; numba,
extra ``taazur[scale]``). The second pays off from some thousands of programmes on.

A pair counts if it shares a State and a theme, or themes of which one is broader than
the other. ``rank`` is the geometric mean of the parts that are known, all of one
weight, to a billionth. Equal ranks are in the order of the rows, which is that of the ids.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TypeVar

import numpy as np

from taazur.analysis.parts import Ground
from taazur.analysis.portfolio import Ids, Numbers, Portfolio
from taazur.graph.engine import Progress, silent

T = TypeVar("T")
R = TypeVar("R")

NEAREST = 10
DENSE_BELOW = 4000
"""From here on the index is worth its start: measured, both took about two seconds."""

BLOCK = 1 << 17
"""Pairs that are scored at once: measured, fewer and more both take longer."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of rows with their vector: one array a column, ``nan`` for *not comparable*.

    ``compared`` is how many pairs were looked at one by one to find these.
    """

    first: Ids
    second: Ids
    rank: Numbers
    state_jaccard: Numbers
    state_coefficient: Numbers
    theme_jaccard: Numbers
    theme_coefficient: Numbers
    type_jaccard: Numbers
    type_coefficient: Numbers
    time: Numbers
    compared: int = 0

    def __len__(self) -> int:
        return len(self.first)


def nearest(
    portfolio: Portfolio,
    k: int = NEAREST,
    *,
    way: str = "auto",
    threads: int | None = None,
    progress: Progress = silent,
) -> Pairs:
    """The ``k`` programmes that share most ground with each, by row, then rank, then the other's row.

    Parameters
    ----------
    way : ``dense``, ``compiled``, or ``auto`` for the quicker one that is installed.
    threads : how many at once; none takes all processors.

    Returns
    -------
    Pairs, at most ``n · k``, each from the row to its neighbour. Pairs of rank 0 are not among them.
    """
    threads = threads or processors()
    if _is_dense(portfolio, way):
        first, second = _dense_nearest(Ground(portfolio), k, threads, progress)
        return measured(portfolio, first, second, threads, len(portfolio) * (len(portfolio) - 1) // 2)
    from taazur.analysis import kernel_search  # noqa: PLC0415

    first, second, compared = kernel_search.nearest(portfolio, k, threads, progress)
    return measured(portfolio, first, second, threads, compared)


def pairs_from(
    portfolio: Portfolio,
    rank: float,
    *,
    way: str = "auto",
    threads: int | None = None,
    progress: Progress = silent,
) -> Pairs:
    """All pairs of at least this rank, each once, the smaller row first, in the order of the rows.

    With 0 come also those of rank 0: a part is known to have nothing in common,
    such as two periods that do not meet. ``way`` and ``threads`` as in `nearest`.
    """
    threads = threads or processors()
    if _is_dense(portfolio, way):
        first, second = _dense_from(Ground(portfolio), rank, threads, progress)
        return measured(portfolio, first, second, threads, len(portfolio) * (len(portfolio) - 1) // 2)
    from taazur.analysis import kernel_search  # noqa: PLC0415

    first, second, compared = kernel_search.pairs_from(portfolio, rank, threads, progress)
    return measured(portfolio, first, second, threads, compared)


def measured(portfolio: Portfolio, first: Ids, second: Ids, threads: int = 1, compared: int = 0) -> Pairs:
    """The vectors of chosen pairs, also of such as share nothing."""
    ground = Ground(portfolio)
    columns = [np.empty(len(first)) for _ in range(8)]

    def block(begin: int) -> None:
        part = slice(begin, begin + BLOCK)
        for column, values in zip(columns, ground.vector(first[part], second[part]), strict=True):
            column[part] = values

    for _ in in_threads(block, range(0, len(first), BLOCK), threads):
        pass
    rank, states, states_inside, themes, themes_inside, types, types_inside, time = columns
    return Pairs(first, second, rank, states, states_inside, themes, themes_inside, types, types_inside, time, compared)


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_threads(work: Callable[[T], R], items: Sequence[T], threads: int) -> Iterator[R]:
    """What work gives for each item, in order."""
    if threads == 1 or len(items) < 2:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(threads) as pool:
        yield from pool.map(work, items)


def _is_dense(portfolio: Portfolio, way: str) -> bool:
    if way not in ("auto", "dense", "compiled"):
        raise ValueError(f'"{way}" is not a way: auto, dense, compiled')
    return way == "dense" or (way == "auto" and (len(portfolio) < DENSE_BELOW or find_spec("numba") is None))


def _dense_nearest(ground: Ground, k: int, threads: int, progress: Progress) -> tuple[Ids, Ids]:
    """Every row against every other; the best of each row."""

    def block(rows: Ids) -> tuple[Ids, Ids]:
        rank = ground.rank(rows[:, None], everybody[None, :])
        rank[np.arange(len(rows)), rows] = 0
        # Stable: equal ranks stay in the order of the rows.
        order = np.argsort(-rank, axis=1, kind="stable")[:, :k].astype(np.int32)
        kept = np.take_along_axis(rank, order, axis=1) > 0
        return np.repeat(rows, kept.sum(axis=1)), order[kept]

    everybody = np.arange(len(ground), dtype=np.int32)
    return _together(in_threads(block, _blocks(everybody), threads), len(everybody), progress)


def _dense_from(ground: Ground, least: float, threads: int, progress: Progress) -> tuple[Ids, Ids]:
    """Every row against every later one; those of enough rank that share ground."""

    def block(rows: Ids) -> tuple[Ids, Ids]:
        later = everybody[rows[0] + 1 :]
        rank = ground.rank(rows[:, None], later[None, :])
        row, column = np.nonzero((rank >= least) & (later > rows[:, None]))
        return rows[row], later[column]

    everybody = np.arange(len(ground), dtype=np.int32)
    return _together(in_threads(block, _blocks(everybody), threads), len(everybody), progress)


def _blocks(everybody: Ids) -> list[Ids]:
    size = max(1, BLOCK // max(1, len(everybody)))
    return [everybody[begin : begin + size] for begin in range(0, len(everybody), size)]


def _together(found: Iterator[tuple[Ids, Ids]], total: int, progress: Progress) -> tuple[Ids, Ids]:
    firsts, seconds = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for first, second in found:
        firsts.append(first)
        seconds.append(second)
        if len(first):
            progress("comparing programmes", int(first[-1]) + 1, total)
    return np.concatenate(firsts), np.concatenate(seconds)
