"""Rows that may be one event: proposed with their reasons, never merged."""

import pytest

from taazur.analysis.same_event import edges
from tests.unit.portfolio_of import facts_of, period

LINES = """
UNDER activity/1 programme/p
UNDER activity/2 programme/q
HELD_FOR activity/1 state/AAA assisted https://example.org/one
HELD_FOR activity/2 state/AAA participated https://example.org/one
"""
DAYS = period("2025-05-19", "2025-06-04")
ONE = {"activity/1": DAYS | {"name": "Three-week course", "source": "https://example.org/one"}}
TWO = {"activity/2": DAYS | {"name": "Course of the fusion cells programme", "source": "https://example.org/one"}}
NAMED = {"programme/p": {"aliases": ["Fusion cells programme"]}}


def test_a_course_under_two_programmes_is_proposed_as_one():
    (row,) = edges(facts_of(LINES, **ONE, **TWO, **NAMED))

    assert (row["from_id"], row["to_id"], row["state"]) == ("activity/1", "activity/2", "state/AAA")
    assert row["reasons"] == ["one names the other's programme", "same days", "same document"]


@pytest.mark.parametrize(
    ("lines", "nodes"),
    [
        (LINES.replace("programme/q", "programme/p"), {**ONE, **TWO}),
        (LINES.replace("activity/2 state/AAA", "activity/2 state/BBB"), {**ONE, **TWO}),
        (LINES, {**ONE, "activity/2": TWO["activity/2"] | period("2025-06-05", "2025-06-06")}),
        (LINES, {**ONE, "activity/2": TWO["activity/2"] | period(None, None)}),
        (LINES, {**ONE, "activity/2": TWO["activity/2"] | period("2025-01-01", "2025-12-31")}),
        # Days that meet are no reason by themselves.
        (LINES, {**ONE, "activity/2": period("2025-05-19", "2025-05-20") | {"name": "A seminar", "source": "other"}}),
    ],
)
def test_what_is_not_proposed(lines, nodes):
    assert list(edges(facts_of(lines, **nodes))) == []


def test_a_milestone_and_an_activity_of_one_programme_may_be_one_event():
    lines = LINES.replace("activity/2", "milestone/2").replace("programme/q", "programme/p")

    (row,) = edges(facts_of(lines, **ONE, **{"milestone/2": TWO["activity/2"]}))

    assert (row["from_label"], row["to_label"]) == ("Activity", "Milestone")
