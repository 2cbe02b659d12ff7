"""Measures of a ranking, worked out by hand."""

import math

import pytest

from taazur.analysis.ranking import interval, ndcg_at, precision_at, recall_at, reciprocal_rank

RANKED, RELEVANT = ["x", "a", "y", "b", "z"], {"a", "b", "c"}


def test_measures_are_those_worked_out_by_hand() -> None:
    assert precision_at(5, RANKED, RELEVANT) == 2 / 5
    assert recall_at(2, RANKED, RELEVANT) == 1 / 3
    assert reciprocal_rank(RANKED, RELEVANT) == 1 / 2
    gain, best = 1 / math.log2(3) + 1 / math.log2(5), 1 + 1 / math.log2(3) + 1 / 2
    assert ndcg_at(5, RANKED, RELEVANT) == pytest.approx(gain / best)


def test_a_perfect_ranking_is_one_and_an_empty_one_nothing() -> None:
    assert ndcg_at(5, ["a", "b", "c", "x"], RELEVANT) == 1.0
    assert (reciprocal_rank([], RELEVANT), recall_at(5, [], RELEVANT), ndcg_at(5, [], RELEVANT)) == (0, 0, 0)


def test_the_interval_is_the_same_for_the_same_seed() -> None:
    values = [math.sqrt(n) % 1 for n in range(20)]

    assert interval(values, 1, 500, 0.95) == interval(values, 1, 500, 0.95) != interval(values, 2, 500, 0.95)


def test_the_interval_holds_the_mean_and_narrows_with_more_values() -> None:
    few, many = ([0.0, 1.0] * n for n in (5, 100))

    (low, high), (lower, higher) = (interval(v, 7, 1000, 0.95) for v in (few, many))

    assert low < 0.5 < high
    assert low < lower < 0.5 < higher < high
    assert interval([0.3] * 9, 7, 100, 0.95) == (0.3, 0.3)
