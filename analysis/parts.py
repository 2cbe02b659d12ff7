"""The parts of a pair's vector in numpy, for any number of pairs at once.

The compiled search does the same operations in the same order, so that both give
the same bits; roots are taken by square roots and Newton's steps, because the cube
root of one mathematical library is not that of another.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from taazur.analysis.portfolio import UNKNOWN_DAY, Bits, Ids, Numbers, Portfolio

NEWTON = 6
"""Steps from a start that is at most a third off, for ranks above a millionth: two more than it takes."""

ROUND = 1e9
"""Ranks are kept to a billionth: equal ones stay equal in whatever order their parts were multiplied."""

NEVER = 2**31 - 1
"""Stands for a last day that nobody recorded: no day is after it."""


def ranked(product: Numbers, known: NDArray[Any]) -> Numbers:
    """The root of a product of 2, 3 or 4 parts, none of them above 1: their geometric mean."""
    half = np.sqrt(product)
    quarter = np.sqrt(half)
    third = quarter * np.sqrt(np.sqrt(quarter))
    # Any start does for 0, whose root is put right below.
    third = np.where(product > 0, third, 1.0)
    for _ in range(NEWTON):
        third = (2.0 * third + product / (third * third)) / 3.0
    roots = np.where(known == 2, half, np.where(known == 4, quarter, third))
    return np.rint(np.where(product > 0, roots, 0.0) * ROUND) / ROUND


def count(bits: Bits) -> NDArray[np.int64]:
    """How many bits are set in each row."""
    return np.asarray(np.bitwise_count(bits).sum(axis=-1, dtype=np.int64))


class Ground:
    """A portfolio with what its pairs are made of worked out once; rows of any shapes that broadcast."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._of = portfolio
        self._reach = portfolio.reach
        self._sizes = [count(bits) for bits in (portfolio.states, portfolio.themes, portfolio.types[:, None])]
        self._dated = portfolio.dated
        self._begin = portfolio.begin.astype(np.int64)
        self._end = np.where(portfolio.end == UNKNOWN_DAY, NEVER, portfolio.end).astype(np.int64)

    def __len__(self) -> int:
        return len(self._of)

    def rank(self, first: Ids, second: Ids) -> Numbers:
        """The rank of each pair; -1 for one that shares no State or no theme."""
        return self._vector(first, second, coefficients=False)[0]

    def vector(self, first: Ids, second: Ids) -> list[Numbers]:
        """Rank, then Jaccard and coefficient of States, themes and types, then time; nan is *not comparable*."""
        return self._vector(first, second, coefficients=True)

    def _vector(self, first: Ids, second: Ids, coefficients: bool) -> list[Numbers]:
        states, themes, types = (
            self._common(self._of.states, first, second).astype(np.float64),
            self._match(first, second),
            self._common(self._of.types[:, None], first, second).astype(np.float64),
        )
        with np.errstate(invalid="ignore", divide="ignore"):
            parts = [self._jaccard(at, m, first, second) for at, m in enumerate((states, themes, types))]
            time = self._time(first, second)
            rank = _rank(parts, time)
            rank[(states == 0) | (themes == 0)] = -1
            if not coefficients:
                return [rank]
            inside = [self._coefficient(at, m, first, second) for at, m in enumerate((states, themes, types))]
        return [rank, *(column for pair in zip(parts, inside, strict=True) for column in pair), time]

    def _jaccard(self, at: int, match: Numbers, first: Ids, second: Ids) -> Numbers:
        one, other = self._sizes[at][first], self._sizes[at][second]
        return np.where((one > 0) & (other > 0), match / (one + other - match), np.nan)

    def _coefficient(self, at: int, match: Numbers, first: Ids, second: Ids) -> Numbers:
        smaller = np.minimum(self._sizes[at][first], self._sizes[at][second])
        return np.where(smaller > 0, np.minimum(1.0, match / smaller), np.nan)

    def _common(self, bits: Bits, first: Ids, second: Ids) -> NDArray[np.int64]:
        """How many members two sets share."""
        found: Any = np.int64(0)
        for w in range(bits.shape[1]):
            found = found + np.bitwise_count(bits[first, w] & bits[second, w]).astype(np.int64)
        return np.asarray(found)

    def _match(self, first: Ids, second: Ids) -> Numbers:
        """The soft match: half of what each side's themes find on the other side, nearest first."""
        themes, reach, before, match = self._of.themes, self._reach, np.int64(0), np.float64(0)
        for step, weight in enumerate(self._of.weights):
            found: Any = np.int64(0)
            for w in range(themes.shape[1]):
                found = found + np.bitwise_count(themes[first, w] & reach[second, step, w]).astype(np.int64)
                found = found + np.bitwise_count(themes[second, w] & reach[first, step, w]).astype(np.int64)
            match = match + weight * (found - before)
            before = found
        return np.asarray(match * 0.5)

    def _time(self, first: Ids, second: Ids) -> Numbers:
        """The common days as a share of the shorter period; 0 as soon as one ended before the other began."""
        days = np.minimum(self._end[first], self._end[second]) - np.maximum(self._begin[first], self._begin[second]) + 1
        lasts = self._end - self._begin + 1
        share = days / np.minimum(lasts[first], lasts[second])
        return np.where(days <= 0, 0.0, np.where(self._dated[first] & self._dated[second], share, np.nan))


def _rank(parts: list[Numbers], time: Numbers) -> Numbers:
    states, themes, types = parts
    no_types, no_time = np.isnan(types), np.isnan(time)
    product = states * themes * np.where(no_types, 1.0, types) * np.where(no_time, 1.0, time)
    return ranked(product, 4 - no_types.astype(np.int64) - no_time)
