"""The vector: the vectors of the formulas, the hierarchy of themes, and what is not comparable."""

import pytest

from taazur.analysis.edges import lines
from taazur.analysis.vector import Part, best, rank, shared, soft, theme_match

LINE = lines([("pnr", "borders"), ("biometrics", "borders"), ("api", "pnr")])


@pytest.mark.parametrize(
    ("one", "other", "jaccard", "coefficient"),
    [
        ({1, 2, 3, 4}, {3, 4}, 0.5, 1.0),
        ({1, 2}, {3}, 0.0, 0.0),
        ({1, 2}, {1, 2}, 1.0, 1.0),
        (set(), {1}, None, None),
        (set(), set(), None, None),
    ],
)
def test_both_forms(one, other, jaccard, coefficient):
    assert shared(one, other) == Part(jaccard, coefficient)


def test_a_narrower_theme_counts_less_and_a_sibling_not_at_all():
    assert [best("pnr", {other}, LINE, 0.5) for other in ("pnr", "borders", "api", "biometrics", "cve")] == [
        1,
        0.5,
        0.5,
        0,
        0,
    ]
    assert best("api", {"borders"}, LINE, 0.5) == 0.25


def test_soft_match():
    # pnr is met by borders (½), cve by itself (1); borders by pnr (½), cve by itself (1), youth by none.
    match = theme_match({"pnr", "cve"}, {"borders", "cve", "youth"}, LINE, 0.5)

    assert match == 1.5
    assert soft({"pnr", "cve"}, {"borders", "cve", "youth"}, match) == Part(1.5 / 3.5, 0.75)


def test_soft_match_is_the_intersection_where_no_theme_is_broader():
    assert theme_match({"a", "b", "c"}, {"b", "c", "d"}, {}, 0.5) == 2


def test_rank_leaves_out_what_is_not_known_and_a_zero_is_a_zero():
    weights = {"state": 1.0, "theme": 1.0, "time": 2.0}

    assert rank({"state": 0.25, "theme": 1.0, "time": None}, weights) == pytest.approx(0.5)
    assert rank({"state": 1.0, "theme": 1.0, "time": 0.0}, weights) == 0
    assert rank({"state": 1.0, "theme": 1.0, "time": 0.5}, weights) == pytest.approx(0.5**0.5)
    assert rank({"state": None}, weights) == 0
