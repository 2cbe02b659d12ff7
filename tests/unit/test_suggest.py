"""Suggestions between providers, on a line of four: p1 – p2 – p3 – p4, each pair in one programme."""

import math

import pytest

from taazur.analysis.suggest import adamic_adar, projection, suggestions
from tests.unit.drawn import drawn

COUNTED = {f"partner/p{n}": {"counted": True} for n in range(1, 5)}
LINE = """
TAKES_PART partner/p1 programme/a role=lead
TAKES_PART partner/p2 programme/a role=cooperating
TAKES_PART partner/p2 programme/b role=lead
TAKES_PART partner/p3 programme/b role=implementing-partner
TAKES_PART partner/p3 programme/c role=lead
TAKES_PART partner/p4 programme/c role=lead
"""


def _pairs(edges, nodes=COUNTED, partner=None):
    return [(s.one, s.other) for s in suggestions(drawn(nodes, edges), partner)]


def test_neighbours_are_those_who_share_a_programme() -> None:
    near = projection(drawn(COUNTED, LINE))

    assert near["partner/p2"] == {"partner/p1": {"programme/a"}, "partner/p3": {"programme/b"}}


def test_across_a_bipartition_there_are_no_common_neighbours() -> None:
    two_sides = {
        "partner/p1": ["programme/a"],
        "programme/a": ["partner/p1", "partner/p2"],
        "programme/b": ["partner/p2"],
    }

    assert adamic_adar("partner/p1", "programme/b", two_sides) == 0


def test_adamic_adar_weighs_a_busy_partner_less() -> None:
    near = {"a": "xy", "b": "xy", "x": "ab", "y": "abcd"}

    assert adamic_adar("a", "b", near) == pytest.approx(1 / math.log(2) + 1 / math.log(4))


def test_those_two_steps_apart_are_suggested_and_explained() -> None:
    edges = (
        LINE
        + "CONCERNS programme/a theme/t\nCONCERNS programme/b theme/t\nASSISTS programme/a state/A relation=assisted"
    )

    first, second = suggestions(drawn(COUNTED, edges))

    assert (first.one, first.other) == ("partner/p1", "partner/p3")
    assert first.score == pytest.approx(1 / math.log(2))
    assert (first.between, first.programmes) == (("partner/p2",), ("programme/a", "programme/b"))
    assert (first.themes, first.states) == (("theme/t",), ())
    assert (second.one, second.other) == ("partner/p2", "partner/p4")


@pytest.mark.parametrize(
    "change",
    [
        ("partner/p2 programme/b role=lead", "partner/p2 programme/b role=donor"),
        ("partner/p2", "partner/cted"),
    ],
)
def test_donors_and_facilitators_are_no_bridge(change: tuple[str, str]) -> None:
    nodes = {**COUNTED, "partner/cted": {"counted": False, "part": "facilitates"}}

    assert ("partner/p1", "partner/p3") not in _pairs(LINE.replace(*change), nodes)


def test_an_office_is_not_suggested_to_its_own_department() -> None:
    assert ("partner/p1", "partner/p3") not in _pairs(LINE + "PART_OF partner/p1 partner/p3")


def test_a_partner_gets_its_own() -> None:
    assert _pairs(LINE, partner="partner/p4") == [("partner/p4", "partner/p2")]
    assert _pairs(LINE, partner="partner/nobody") == []
