"""What a programme is to the comparison: sets of States, themes and kinds of assistance, and an interval.

Sets are rows of bits, because two of them are then compared in a few instructions.
``near`` holds the hierarchy of themes: which themes lie within so many steps, upwards
or downwards, of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
Days = NDArray[np.int32]
Ids = NDArray[np.int32]
Numbers = NDArray[np.float64]

UNKNOWN_DAY = -(2**31)
"""Stands in ``begin`` and ``end`` for a day that nobody recorded."""

WORD = 64


@dataclass(frozen=True)
class Portfolio:
    """``n`` programmes as arrays; the order of the rows is the order of their ids.

    states : (n, words) bits. A programme without a State is compared with nobody.
    themes : (n, words) bits, likewise.
    types : (n,) bits; 0 where no kind of assistance is recorded: not comparable.
    begin, end : (n,) days since 1970, both included; a row with ``UNKNOWN_DAY`` in either is not comparable.
    near : (steps + 1, themes, words) bits: the themes at most so many steps from each; ``near[0]`` is itself.
    weights : (steps + 1,) how much a match at each distance counts, from 1 downwards.
    """

    states: Bits
    themes: Bits
    types: Bits
    begin: Days
    end: Days
    near: Bits
    weights: Numbers

    def __post_init__(self) -> None:
        lengths = {len(column) for column in (self.states, self.themes, self.types, self.begin, self.end)}
        if len(lengths) != 1:
            raise ValueError(f"the columns of a portfolio are of different lengths: {sorted(lengths)}")
        if len(self.weights) != len(self.near) or np.any(np.diff(self.weights) > 0) or self.weights[0] != 1:
            raise ValueError("weights must begin with 1, never rise, and be as many as the distances in near")
        if np.any(self.dated & (self.end < self.begin)):
            raise ValueError(f"an interval ends before it begins: row {np.flatnonzero(self.end < self.begin)[0]}")

    def __len__(self) -> int:
        return len(self.types)

    @property
    def dated(self) -> NDArray[np.bool_]:
        """Which programmes have both a first and a last day."""
        found: NDArray[np.bool_] = (self.begin != UNKNOWN_DAY) & (self.end != UNKNOWN_DAY)
        return found

    @property
    def reach(self) -> Bits:
        """(n, steps + 1, words): all themes that lie within each distance of a programme's own."""
        return expand(self.themes, self.near)


def portfolio(
    states: Sequence[Iterable[int]],
    themes: Sequence[Iterable[int]],
    types: Sequence[Iterable[int]],
    begin: Sequence[int | None],
    end: Sequence[int | None],
    broader: Sequence[Iterable[int]],
    decay: float = 0.5,
) -> Portfolio:
    """A portfolio from plain lists: one entry a programme, numbers of States, themes and types from 0.

    Parameters
    ----------
    broader : for each theme the themes directly above it; its length is the number of themes.
    decay : what a match loses with each step along the hierarchy.

    Examples
    --------
    >>> one = portfolio([{0}, {0, 1}], [{1}, {2}], [{0}, ()], [0, None], [9, None], broader=[(), (0,), (0,)])
    >>> len(one), one.dated.tolist()
    (2, [True, False])
    """
    near = near_themes(broader)
    return Portfolio(
        states=bits(states, _width(states)),
        themes=bits(themes, len(broader)),
        types=bits(types, WORD)[:, 0],
        begin=_days(begin),
        end=_days(end),
        near=near,
        weights=np.power(float(decay), np.arange(len(near))),
    )


def bits(sets: Sequence[Iterable[int]], width: int) -> Bits:
    """Sets of numbers below ``width`` as rows of bits, (sets, words)."""
    found = np.zeros((len(sets), max(1, -(-width // WORD))), np.uint64)
    for row, members in enumerate(sets):
        for member in members:
            if not 0 <= member < width:
                raise ValueError(f"{member} in row {row} is not one of the {width} that there are")
            found[row, member // WORD] |= np.uint64(1 << member % WORD)
    return found


def near_themes(broader: Sequence[Iterable[int]]) -> Bits:
    """For each distance and theme, the themes above or below it within that distance; siblings are not near."""
    steps = [_upwards(theme, broader) for theme in range(len(broader))]
    furthest = max((step for above in steps for step in above.values()), default=0)
    within = [[{theme} for theme in range(len(broader))] for _ in range(furthest + 1)]
    for theme, above in enumerate(steps):
        for other, step in above.items():
            for sets in within[step:]:
                sets[theme].add(other)
                sets[other].add(theme)
    return np.stack([bits(sets, len(broader)) for sets in within])


def expand(themes: Bits, near: Bits) -> Bits:
    """(rows, steps + 1, words): the union of ``near`` over the themes of each row."""
    found = np.zeros((len(themes), len(near), themes.shape[1]), np.uint64)
    for theme in range(near.shape[1]):
        rows = np.flatnonzero(themes[:, theme // WORD] >> np.uint64(theme % WORD) & np.uint64(1))
        found[rows] |= near[:, theme]
    return found


def _upwards(theme: int, broader: Sequence[Iterable[int]]) -> dict[int, int]:
    """The themes above one, each with the fewest steps up to it."""
    found: dict[int, int] = {}
    now, step = set(broader[theme]), 1
    while now := now - found.keys() - {theme}:
        found |= dict.fromkeys(now, step)
        now, step = {above for each in now for above in broader[each]}, step + 1
    return found


def _width(sets: Sequence[Iterable[int]]) -> int:
    return max((member + 1 for members in sets for member in members), default=1)


def _days(days: Sequence[int | None]) -> Days:
    return np.array([UNKNOWN_DAY if day is None else day for day in days], np.int32)
