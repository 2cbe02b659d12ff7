"""Labels in GAO's words, the first that holds; and who overlaps nobody."""

from datetime import date

import pytest

from taazur.analysis import overlap
from taazur.analysis.coverage import coverage
from taazur.analysis.derive import derive
from tests.unit.portfolio_of import facts_of, period, rows_of

BOTH = """
ASSISTS programme/p state/AAA assisted
ASSISTS programme/q state/AAA assisted
CONCERNS programme/p theme/a
CONCERNS programme/q theme/a
PROVIDES programme/p assistance-type/training
PROVIDES programme/q assistance-type/training
TAKES_PART partner/one programme/p lead
TAKES_PART partner/two programme/q lead
"""
SAME = """
UNDER activity/1 programme/p
UNDER activity/2 programme/q
HELD_FOR activity/1 state/AAA assisted
HELD_FOR activity/2 state/AAA assisted
CONCERNS activity/1 theme/a
CONCERNS activity/2 theme/a
PROVIDES activity/1 assistance-type/training
PROVIDES activity/2 assistance-type/training
WITH_INSTITUTION activity/1 institution/AAA/court
WITH_INSTITUTION activity/2 institution/AAA/court
LOCATED_IN institution/AAA/court state/AAA
"""
TOGETHER = {"programme/p": period("2020-01-01", "2020-12-31"), "programme/q": period("2020-07-01", "2021-12-31")}
APART = {"programme/p": period("2020-01-01", "2020-12-31"), "programme/q": period("2021-01-01", None)}


def only(lines, **nodes):
    (pair,) = overlap.pairs(facts_of(lines, **nodes))
    return pair


@pytest.mark.parametrize(
    ("lines", "nodes", "label"),
    [
        (BOTH, TOGETHER, "overlap"),
        (BOTH, {}, "overlap_time_not_known"),
        (BOTH, APART, "successive"),
        (BOTH + SAME, TOGETHER, "possible_duplication"),
        # The same institution, and no end on record: nothing is possible duplication.
        (BOTH + SAME, {"programme/p": period("2020-01-01", None)}, "overlap_time_not_known"),
        # What is recorded is a kind of institution ("officials"), not a named one.
        (BOTH + SAME, {**TOGETHER, "institution/AAA/court": {"kind": "type"}}, "overlap"),
        (BOTH + SAME.replace("PROVIDES activity/2 assistance-type/training", "PROVIDES activity/2 assistance-type/grants"), TOGETHER, "overlap"),
        (BOTH + SAME + "PART_OF programme/p programme/q", TOGETHER, "joint_programme"),
        (BOTH + "PART_OF programme/p programme/x\nPART_OF programme/q programme/x", TOGETHER, "joint_programme"),
        (BOTH, {"programme/p": {"name": "One name"}, "programme/q": {"aliases": ["ONE NAME"]}}, "joint_programme"),
        (BOTH.replace("partner/two", "partner/one"), TOGETHER, "same_providers"),
    ],
)  # fmt: skip
def test_labels(lines, nodes, label):
    assert only(lines, **nodes).label == label


def test_the_vector_of_a_pair():
    pair = only(BOTH, **TOGETHER)

    assert {name: part.jaccard for name, part in pair.parts.items()} == {
        "state": 1, "theme": 1, "type": 1, "time": pytest.approx(184 / 366), "institution": None,
    }  # fmt: skip
    assert pair.unknown == ("institution",)
    assert pair.rank == pytest.approx((184 / 366) ** 0.25)


def test_successive_programmes_have_no_rank():
    assert only(BOTH, **APART).rank == 0


@pytest.mark.parametrize(
    "change",
    [
        ("ASSISTS programme/q state/AAA assisted", "ASSISTS programme/q region/world offered"),
        ("ASSISTS programme/q state/AAA assisted", "ASSISTS programme/q state/AAA participated"),
        ("CONCERNS programme/q theme/a", "CONCERNS programme/q theme/b"),
    ],
)
def test_without_a_shared_state_and_theme_there_is_no_pair(change):
    assert overlap.pairs(facts_of(BOTH.replace(*change))) == []


def test_a_tool_is_compared_with_nothing():
    assert overlap.pairs(facts_of(BOTH, **{"programme/q": {"kind": "tool"}})) == []


def test_possible_duplication_is_never_shown_to_the_public_before_review():
    tables = rows_of(BOTH + SAME, **TOGETHER)

    seen = {a: derive(tables, date(2026, 11, 23), a)["OVERLAPS"]["label"].to_pylist() for a in ("custodian", "public")}

    assert seen == {"custodian": ["possible_duplication"], "public": ["overlap"]}


def test_the_same_rows_give_the_same_edges_and_what_is_derived_is_no_input():
    tables = rows_of(BOTH + SAME, **TOGETHER)

    once = derive(tables, date(2026, 11, 23), "custodian")
    again = derive(
        {kind: rows.take(list(range(rows.num_rows))[::-1]) for kind, rows in tables.items()},
        date(2026, 11, 23),
        "custodian",
    )

    assert [once[t].to_pylist() for t in ("OVERLAPS", "HAS_PROVIDERS")] == [
        again[t].to_pylist() for t in ("OVERLAPS", "HAS_PROVIDERS")
    ]
    (row,) = once["OVERLAPS"].to_pylist()
    claims = {id_ for kind in ("ASSISTS", "CONCERNS", "HELD_FOR", "UNDER", "PROVIDES", "TAKES_PART", "WITH_INSTITUTION") for id_ in tables[kind]["id"].to_pylist()}  # fmt: skip
    assert set(row["inputs"]) <= claims
    assert (row["rule"], row["verified"], row["source"]) == ("overlap-1", False, "Taazur")


def test_sensitivity_counts_what_comes_and_goes_with_a_step():
    ranks = [0.19, 0.2, 0.24, 0.25, 0.29, 0.3, 0.9]

    assert overlap.sensitivity(ranks) == {"lower": 6, "threshold": 4, "higher": 2, "appear": 2, "vanish": 2}


def test_sources_used_are_those_that_place_the_two_of_all_that_speak_of_the_state():
    lines = BOTH.replace("programme/q state/AAA assisted", "programme/q state/AAA assisted https://example.org/two")
    facts = facts_of(lines + "ASSISTS programme/r state/AAA assisted https://example.org/three", **TOGETHER)

    (row,) = overlap.edges(facts, coverage(facts), overlap.pairs(facts), "custodian")

    assert (row["sources_used"], row["sources_known"]) == (2, 3)
