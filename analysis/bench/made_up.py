"""Programmes that do not exist, as many as are asked for: few in most States, some in very many.

195 States and 58 themes (shaped as those of ``data/sources/themes``) of which some are
far more frequent than others; the numbers of States, themes and kinds of assistance of a
programme have heavy tails. No two are drawn alike on purpose: what is alike is so by
chance, which leaves little to those who count on it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taazur.analysis.portfolio import UNKNOWN_DAY, Bits, Portfolio, near_themes

STATES, THEMES, KINDS = 195, 58, 9
TOP = 12
"""Themes that no other is above; the others lie below one of these, two of them a step further down."""
DECAY = 0.5
CHUNK = 20_000

Table = NDArray[np.bool_]


@dataclass(frozen=True)
class MadeUp:
    """A portfolio, and its States and themes as tables of yes and no for those who cannot take bits."""

    portfolio: Portfolio
    states: Table
    themes: Table

    def cells(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Each (programme, State × theme) that a programme covers."""
        starts = range(0, len(self.states), CHUNK // 10)
        parts = [self._cells(slice(start, start + CHUNK // 10), start) for start in starts]
        return np.concatenate([row for row, _ in parts]), np.concatenate([cell for _, cell in parts])

    def _cells(self, part: slice, start: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        row, state, theme = np.nonzero(self.states[part, :, None] & self.themes[part, None, :])
        return row + start, state * THEMES + theme

    def pairs_in_cells(self) -> int:
        """The sum over all cells of the square of its programmes: what a plain loop over cells looks at."""
        total = sum(
            (self.states[:, state].astype(np.float32) @ self.themes.astype(np.float32)).astype(np.float64) ** 2
            for state in range(STATES)
        )
        return int(np.sum(total))


def make(n: int, seed: int) -> MadeUp:
    """``n`` programmes; the same for the same seed."""
    random = np.random.default_rng(seed)
    states = _choose(random, _sizes(random, n, 1.1, 120), random.permutation((np.arange(STATES) + 5.0) ** -0.9))
    themes = _choose(random, _sizes(random, n, 1.6, 12), random.permutation(1 / (np.arange(THEMES) + 3.0)))
    kinds = _choose(random, _sizes(random, n, 1.5, 6), 1 / (np.arange(KINDS) + 1.5))
    kinds[random.random(n) < 0.25] = False
    begin = random.integers(12_784, 20_500, n)
    end = begin + np.exp(random.normal(6.3, 0.8, n)).astype(np.int64)
    unknown = random.random(n) < 0.25
    near = near_themes(_broader())
    portfolio = Portfolio(
        states=_packed(states),
        themes=_packed(themes),
        types=_packed(kinds)[:, 0],
        begin=np.where(unknown, UNKNOWN_DAY, begin).astype(np.int32),
        end=np.where(unknown, UNKNOWN_DAY, end).astype(np.int32),
        near=near,
        weights=np.power(DECAY, np.arange(len(near))),
    )
    return MadeUp(portfolio, states, themes)


def _broader() -> list[tuple[int, ...]]:
    below = [((theme - TOP) % TOP,) for theme in range(TOP, THEMES - 2)]
    return [*[()] * TOP, *below, (TOP,), (TOP + 1,)]


def _sizes(random: np.random.Generator, n: int, tail: float, most: int) -> NDArray[np.int64]:
    """Numbers from 1 on of which few are large: a Pareto law."""
    return np.minimum(np.floor(random.random(n) ** (-1 / tail)), most).astype(np.int64)


def _choose(random: np.random.Generator, sizes: NDArray[np.int64], weights: NDArray[np.float64]) -> Table:
    """So many different members for each row, the frequent ones more often."""
    found = np.zeros((len(sizes), len(weights)), np.bool_)
    for start in range(0, len(sizes), CHUNK):
        part = sizes[start : start + CHUNK]
        # The first of a race in which the frequent run faster are a draw without repetition.
        race = random.exponential(size=(len(part), len(weights))).astype(np.float32) / weights.astype(np.float32)
        place = np.argsort(np.argsort(race, axis=1), axis=1)
        found[start : start + CHUNK] = place < part[:, None]
    return found


def _packed(table: Table) -> Bits:
    wide = np.zeros((len(table), -(-table.shape[1] // 64) * 64), np.bool_)
    wide[:, : table.shape[1]] = table
    return np.packbits(wide, axis=1, bitorder="little").view(np.uint64)
