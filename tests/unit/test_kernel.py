"""The comparison of programmes, against one that is written down plainly and shares no code with it.

The made-up programmes are few and alike on purpose: ties, empty sets, unknown days and
periods that do not meet all occur among them.
"""

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from taazur.analysis.kernel import Pairs, nearest, pairs_from
from taazur.analysis.portfolio import Portfolio, near_themes, portfolio

BROADER: list[tuple[int, ...]] = [(), (0,), (0,), (1,), (), (4,), (4, 0), (), ()]
"""Themes 1 and 2 below 0, 3 below 1, 5 and 6 below 4, 6 below 0 as well."""

WAYS = ("dense", "compiled")
COLUMNS = ("first", "second", "rank", "state_jaccard", "state_coefficient", "theme_jaccard", "theme_coefficient")
COLUMNS += ("type_jaccard", "type_coefficient", "time")

Sets = list[set[int]]


class MadeUp:
    """Programmes as plain lists, and what two of them are to each other by the definitions, one after the other."""

    def __init__(self, seed: int, n: int, states: int = 9) -> None:
        random = np.random.default_rng(seed)
        self.states = self._sets(random, n, states, 4)
        self.themes = self._sets(random, n, len(BROADER), 3)
        self.types = self._sets(random, n, 4, 2)
        self.begin: list[int | None] = [int(day) for day in random.integers(0, 300, n)]
        self.end: list[int | None] = [day + int(random.integers(0, 200)) for day in self.begin if day is not None]
        for row in range(0, n, 5):
            self.begin[row] = None
        for row in range(0, n, 7):
            self.end[row] = None

    @staticmethod
    def _sets(random: np.random.Generator, n: int, width: int, most: int) -> Sets:
        return [set(random.integers(0, width, random.integers(0, most + 1)).tolist()) for _ in range(n)]

    def portfolio(self) -> Portfolio:
        return portfolio(self.states, self.themes, self.types, self.begin, self.end, BROADER)

    def vector(self, p: int, q: int) -> tuple[float, ...]:
        """Jaccard and coefficient of States, themes and types, then time; nan is not comparable."""
        soft = (
            sum(best(t, self.themes[q]) for t in self.themes[p]) + sum(best(t, self.themes[p]) for t in self.themes[q])
        ) / 2
        sizes = [(len(of[p]), len(of[q])) for of in (self.states, self.themes, self.types)]
        matches = [len(self.states[p] & self.states[q]), soft, len(self.types[p] & self.types[q])]
        forms = [form(match, *size) for match, size in zip(matches, sizes, strict=True)]
        return (*(value for two in forms for value in two), self.time(p, q))

    def time(self, p: int, q: int) -> float:
        b1, e1, b2, e2 = self.begin[p], self.end[p], self.begin[q], self.end[q]
        if (e1 is not None and b2 is not None and e1 < b2) or (e2 is not None and b1 is not None and e2 < b1):
            return 0.0
        if b1 is None or e1 is None or b2 is None or e2 is None:
            return math.nan
        return (min(e1, e2) - max(b1, b2) + 1) / min(e1 - b1 + 1, e2 - b2 + 1)

    def rank(self, p: int, q: int) -> float:
        """The geometric mean of the known parts; -1 where there is no shared State or no matching theme."""
        state, _, theme, _, kind, _, time = self.vector(p, q)
        if not state > 0 or not theme > 0:
            return -1
        known = [part for part in (state, theme, kind, time) if not math.isnan(part)]
        return math.prod(known) ** (1 / len(known))


def best(theme: int, others: set[int]) -> float:
    return max((0.5**steps for other in others if (steps := distance(theme, other)) is not None), default=0.0)


def distance(one: int, other: int) -> int | None:
    """Steps up from one to the other, or the other way round."""
    ways = [steps for steps in (up(one, other), up(other, one)) if steps is not None]
    return min(ways, default=None)


def up(low: int, high: int) -> int | None:
    if low == high:
        return 0
    ways = [steps for above in BROADER[low] if (steps := up(above, high)) is not None]
    return min(ways) + 1 if ways else None


def form(match: float, one: int, other: int) -> tuple[float, float]:
    if not one or not other:
        return math.nan, math.nan
    return match / (one + other - match), min(1.0, match / min(one, other))


def rows(found: Pairs) -> list[tuple[int, int]]:
    return list(zip(found.first.tolist(), found.second.tolist(), strict=True))


def same(one: Pairs, other: Pairs) -> bool:
    return all(np.array_equal(getattr(one, c), getattr(other, c), equal_nan=c not in COLUMNS[:2]) for c in COLUMNS)


def expected(made_up: MadeUp, n: int, k: int) -> list[tuple[int, int]]:
    """The best ``k`` of each by rank, then by row; ranks that differ by less than a billionth are one."""
    ranks = {pair: round(made_up.rank(*pair), 9) for pair in combinations(range(n), 2)}
    ranks |= {(q, p): rank for (p, q), rank in ranks.items()}
    found = []
    for p in range(n):
        others = sorted((q for q in range(n) if q != p and ranks[p, q] > 0), key=lambda q: (-ranks[p, q], q))
        found += [(p, q) for q in others[:k]]
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(4))
def test_nearest_are_those_of_the_definition(way: str, seed: int) -> None:
    made_up = MadeUp(seed, 120)

    found = nearest(made_up.portfolio(), 5, way=way)

    assert rows(found) == expected(made_up, 120, 5)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("least", [0.0, 0.3, 1.0])
def test_pairs_from_a_rank_are_those_of_the_definition(way: str, least: float) -> None:
    made_up = MadeUp(11, 120)

    found = pairs_from(made_up.portfolio(), least, way=way)

    assert rows(found) == [pair for pair in combinations(range(120), 2) if round(made_up.rank(*pair), 9) >= least]
    assert bool(len(found)) == (least < 1)
    assert (least > 0) or np.any(found.rank == 0)


def test_vector_is_that_of_the_definition() -> None:
    made_up = MadeUp(3, 80)

    found = pairs_from(made_up.portfolio(), 0.0)

    plain = [(made_up.rank(*pair), *made_up.vector(*pair)) for pair in rows(found)]
    ours = np.column_stack([getattr(found, column) for column in COLUMNS[2:]])
    np.testing.assert_allclose(ours[:, 1:], np.array(plain)[:, 1:], rtol=1e-14)
    np.testing.assert_allclose(ours[:, 0], np.array(plain)[:, 0], atol=0.5000001e-9)
    assert np.isnan(found.time).any()
    assert np.isnan(found.type_jaccard).any()


@pytest.mark.parametrize("n", [0, 1, 2])
@pytest.mark.parametrize("way", WAYS)
def test_few_programmes(way: str, n: int) -> None:
    found = nearest(portfolio([{0}] * n, [{1}] * n, [{0}] * n, [None] * n, [None] * n, BROADER), way=way)

    assert rows(found) == [(p, 1 - p) for p in range(n) if n == 2]
    assert found.rank.tolist() == [1.0] * len(found)


@pytest.mark.parametrize("way", WAYS)
def test_equal_ranks_are_in_the_order_of_the_rows(way: str) -> None:
    alike = portfolio([{0}] * 30, [{1}] * 30, [()] * 30, [None] * 30, [None] * 30, BROADER)

    found = nearest(alike, 3, way=way)

    assert rows(found)[:6] == [(0, 1), (0, 2), (0, 3), (1, 0), (1, 2), (1, 3)]
    assert rows(found)[-3:] == [(29, 0), (29, 1), (29, 2)]


def many(seed: int, n: int, states: int, themes: int, types: int = 9) -> Portfolio:
    """Programmes with a heavy tail, more States than one word has bits and, where asked, more themes."""
    random = np.random.default_rng(seed)

    def sets(width: int, tail: float) -> Sequence[set[int]]:
        sizes = np.minimum(random.pareto(tail, n).astype(int) + 1, width // 2)
        return [set((random.zipf(1.3, size) % width).tolist()) for size in sizes]

    begin = random.integers(0, 5000, n)
    end = begin + random.integers(0, 1500, n)
    unknown = random.random((2, n)) < 0.15
    broader = [
        () if theme % 6 == 0 else (theme - 1,) if theme % 6 < 3 else (theme // 6 * 6,) for theme in range(themes)
    ]
    return portfolio(
        sets(states, 1.1),
        sets(themes, 1.6),
        [() if random.random() < 0.2 else kinds for kinds in sets(types, 1.5)],
        [None if unknown[0, row] else int(begin[row]) for row in range(n)],
        [None if unknown[1, row] else int(end[row]) for row in range(n)],
        broader,
    )


@pytest.mark.parametrize(
    ("seed", "states", "themes"), [(0, 195, 58), (1, 195, 130), (2, 30, 12), (3, 64, 64), (4, 3, 2)]
)
def test_both_ways_give_the_same_bits(seed: int, states: int, themes: int) -> None:
    made_up = many(seed, 700, states, themes)

    assert same(nearest(made_up, way="dense"), nearest(made_up, way="compiled", threads=2))
    assert same(pairs_from(made_up, 0.25, way="dense"), pairs_from(made_up, 0.25, way="compiled", threads=2))


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(40))
def test_both_ways_give_the_same_bits_on_2000_programmes(seed: int) -> None:
    made_up = many(100 + seed, 2000, (195, 60, 12)[seed % 3], (58, 130, 20)[seed % 3])

    assert same(nearest(made_up, way="dense"), nearest(made_up, way="compiled"))
    for least in (0.0, 0.15, 0.5):
        assert same(pairs_from(made_up, least, way="dense"), pairs_from(made_up, least, way="compiled"))


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(2))
def test_nearest_of_2000_are_those_of_the_definition(seed: int) -> None:
    made_up = MadeUp(50 + seed, 2000, states=60)

    assert rows(nearest(made_up.portfolio(), way="compiled")) == expected(made_up, 2000, 10)


def test_a_full_buffer_loses_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    made_up = many(6, 400, 12, 6)
    expected_pairs = pairs_from(made_up, 0.0, way="dense")

    monkeypatch.setattr("taazur.analysis.kernel_search.ROOM", 7)
    found = pairs_from(made_up, 0.0, way="compiled")

    assert same(found, expected_pairs)
    assert len(found) > 10_000


def test_siblings_are_not_near() -> None:
    near = near_themes(BROADER)

    assert len(near) == 3
    assert [bin(int(within[3, 0])) for within in near] == ["0b1000", "0b1010", "0b1011"]
    assert not int(near[2, 1, 0]) >> 2 & 1


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins: row 1"):
        portfolio([{0}] * 2, [{1}] * 2, [()] * 2, [1, 5], [2, 4], BROADER)


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(ValueError, match='"quick" is not a way'):
        nearest(MadeUp(0, 5).portfolio(), way="quick")
