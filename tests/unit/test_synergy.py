"""The four kinds of possible synergy, each with what shows it, and what is none."""

import pytest

from taazur.analysis import overlap, synergy
from taazur.analysis.sequence import next_step, order
from tests.unit.portfolio_of import facts_of, period

BOTH = """
ASSISTS programme/p state/AAA assisted
ASSISTS programme/q state/AAA assisted
CONCERNS programme/p theme/a
CONCERNS programme/q theme/a
TAKES_PART partner/one programme/p lead
TAKES_PART partner/two programme/q lead
"""
STEPS = """
PROVIDES programme/p assistance-type/legislative-drafting
PROVIDES programme/q assistance-type/equipment-software
"""
IN_TURN = {"programme/p": period("2020-01-01", "2020-12-31"), "programme/q": period("2021-06-01", None)}


def found(lines, **nodes):
    facts = facts_of(lines, **nodes)
    return [(s.kind, s.one[-1], s.other[-1], s) for s in synergy.synergies(facts, overlap.pairs(facts))]


def test_the_order_of_steps_is_data():
    law, institution, training, system = order()

    assert next_step(frozenset({law, training}), frozenset({training})) == (law, training)
    assert next_step(frozenset({law, training}), frozenset({system})) == (training, system)
    assert next_step(frozenset({system}), frozenset({law, institution})) is None


def test_a_sequence_by_recorded_periods_goes_one_way():
    ((kind, one, other, made),) = found(BOTH + STEPS, **IN_TURN)

    assert (kind, one, other, made.basis) == ("sequence", "p", "q", "recorded periods, in this order")
    assert (made.values["step_from"], made.values["step_to"]) == ("legislation and safeguards", "equipment and systems")


@pytest.mark.parametrize(
    ("lines", "nodes"),
    [
        (BOTH + STEPS, {}),
        (BOTH + STEPS, {"programme/p": period("2021-06-01", None), "programme/q": period("2020-01-01", "2020-12-31")}),
        (BOTH + STEPS, {"programme/p": period("2001-01-01", "2001-12-31"), "programme/q": period("2021-06-01", None)}),
        (BOTH + STEPS.replace("equipment-software", "legislative-drafting"), IN_TURN),
        (BOTH + STEPS + "PART_OF programme/q programme/p", IN_TURN),
    ],
)
def test_no_sequence_without_an_order_on_record(lines, nodes):
    assert found(lines, **nodes) == []


def test_a_sequence_by_deliveries_names_them():
    lines = (
        BOTH
        + """
UNDER activity/1 programme/p
UNDER activity/2 programme/q
HELD_FOR activity/1 state/AAA assisted
HELD_FOR activity/2 state/AAA assisted
CONCERNS activity/1 theme/a
CONCERNS activity/2 theme/a
PROVIDES activity/1 assistance-type/training
PROVIDES activity/2 assistance-type/equipment-software
"""
    )
    days = {"activity/1": period("2020-01-01", "2020-01-05"), "activity/2": period("2020-03-01", "2020-03-02")}

    ((kind, one, other, made),) = found(lines, **days)

    assert (kind, one, other, made.values["events"]) == ("sequence", "p", "q", {"activity/1", "activity/2"})


def test_a_bridge_is_counted_and_does_more_than_fund():
    bridge = "TAKES_PART partner/three programme/p cooperating\nTAKES_PART partner/three programme/q cooperating\n"

    assert [(k, s.values["partners"]) for k, *_, s in found(BOTH + bridge)] == [("bridge", {"partner/three"})]
    assert found(BOTH + bridge, **{"partner/three": {"counted": False}}) == []
    assert found(BOTH + bridge.replace("cooperating", "donor")) == []
    assert found(BOTH.replace("two", "one")) == []


def test_a_shared_asset_is_named():
    lines = (
        BOTH
        + """
IMPLEMENTS programme/p provision/2396/11
IMPLEMENTS programme/q provision/2396/11
PART_OF programme/p programme/tool
PART_OF programme/q programme/tool
"""
    )
    ((kind, _, _, made),) = found(lines, **{"programme/tool": {"kind": "tool"}})

    assert (kind, made.values["assets"]) == ("shared_asset", {"provision/2396/11", "programme/tool"})


NEEDS = """
ASSISTS programme/p state/AAA assisted
ASSISTS programme/q state/AAA assisted
CONCERNS programme/p theme/a
CONCERNS programme/p theme/c
CONCERNS programme/q theme/b
CONCERNS programme/q theme/c
TAKES_PART partner/one programme/p lead
NEED_OF need/1 state/AAA
NEED_OF need/2 state/AAA
NEED_OF need/3 state/AAA
NEED_OF reference/1 state/AAA
CONCERNS need/1 theme/a
CONCERNS need/2 theme/b
CONCERNS need/3 theme/c
CONCERNS reference/1 theme/a
"""


def test_complements_relate_to_more_needs_together():
    ((kind, _, _, made),) = found(NEEDS)

    assert (kind, made.score) == ("complement", pytest.approx(2 / 3))
    assert (made.values["needs_from"], made.values["needs_to"]) == ({"need/1", "need/3"}, {"need/2", "need/3"})
    assert made.values["needs_on_record"] == 3


def test_a_need_that_is_met_and_one_that_adds_nothing_are_no_complement():
    assert found(NEEDS, **{"need/1": {"status": "met"}}) == []


def test_overlap_and_complement_of_needs_sum_to_one():
    ours, theirs = frozenset("abc"), frozenset("cd")

    assert synergy.wider(ours, theirs) + len(ours & theirs) / len(ours | theirs) == 1
