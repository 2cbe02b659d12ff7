"""The truth table, line for line; and what sub-regions may tell."""

from datetime import date

import pytest

from taazur.analysis.coverage import coverage
from taazur.analysis.derive import derive
from taazur.analysis.evidence import Assistance
from taazur.analysis.gap import edges, judge, standings
from taazur.analysis.region_gap import counts, may_be_told, with_regions
from taazur.loaders import release
from tests.unit.portfolio_of import facts_of, period, rows_of

DAY = date(2026, 11, 23)
TRAINING, GRANTS = frozenset({"assistance-type/training"}), frozenset({"assistance-type/grants"})


def need(types=frozenset()):
    lines = "NEED_OF need/1 state/AAA\n" + "".join(f"SEEKS need/1 {type_}\n" for type_ in types)
    return facts_of(lines).needs["need/1"]


def given(when, relation="assisted", types=frozenset()):
    return Assistance("programme/p", frozenset({"programme/p"}), when, relation, types)


@pytest.mark.parametrize(
    ("needs", "assistance", "offered", "covering", "value", "when"),
    [
        ([need()], [], [], 1, "need_no_assistance", set()),
        ([need()], [], [], 0, "not_known", set()),
        ([need()], [], ["programme/w"], 0, "available_on_request", set()),
        ([need()], [], ["programme/w"], 5, "available_on_request", set()),
        ([need()], [given("planned")], [], 1, "partial", {"planned"}),
        ([need()], [given("ended")], [], 1, "partial", {"ended"}),
        ([need()], [given("not known")], [], 1, "time_not_known", {"not known"}),
        ([need()], [given("under way"), given("not known")], [], 1, "under_way", {"under way", "not known"}),
        ([need(TRAINING)], [given("under way", types=TRAINING)], [], 1, "under_way", {"under way"}),
        ([need(TRAINING)], [given("under way", types=GRANTS)], [], 1, "partial", {"under way", "another kind of assistance"}),
        # A kind that nobody recorded is not another kind.
        ([need(TRAINING)], [given("under way")], [], 1, "under_way", {"under way"}),
        ([need()], [given("ended", "participated")], [], 1, "partial", {"by participation only"}),
        ([], [given("under way")], [], 1, "assistance_no_need", {"under way"}),
    ],
)  # fmt: skip
def test_the_truth_table(needs, assistance, offered, covering, value, when):
    assert judge(needs, assistance, frozenset(offered), covering) == (value, when)


LINES = """
NEED_OF need/1 state/AAA
CONCERNS need/1 theme/narrow
NEED_OF reference/1 state/BBB
CONCERNS reference/1 theme/narrow
BROADER theme/narrow theme/broad
BROADER theme/sibling theme/broad
ASSISTS programme/p state/AAA assisted
CONCERNS programme/p theme/broad
"""


def stand(lines, **nodes):
    facts = facts_of(lines, **nodes)
    return {(s.state[-3:], s.theme[6:]): s.value for s in standings(facts, coverage(facts), DAY)}


def test_broader_assistance_answers_a_need_and_a_siblings_does_not():
    assert stand(LINES) == {("AAA", "narrow"): "time_not_known"}
    beside = LINES.replace("CONCERNS programme/p theme/broad", "CONCERNS programme/p theme/sibling")
    assert stand(beside) == {("AAA", "narrow"): "not_known", ("AAA", "sibling"): "assistance_no_need"}


def test_a_rating_never_enters():
    facts = facts_of(LINES)

    assert not [s for s in standings(facts, coverage(facts), DAY) if s.state == "state/BBB"]


@pytest.mark.parametrize("status", ["met", "delivered", "withdrawn"])
def test_a_closed_need_stands_for_nothing(status):
    assert stand(LINES, **{"need/1": {"status": status}}) == {("AAA", "broad"): "assistance_no_need"}


def test_no_end_on_record_is_not_ongoing_and_a_past_activity_is_no_end():
    lines = (
        LINES + "UNDER activity/1 programme/p\nHELD_FOR activity/1 state/AAA assisted\nCONCERNS activity/1 theme/broad"
    )
    nodes = {"programme/p": period("2020-01-01", None), "activity/1": period("2021-01-01", "2021-01-05")}

    assert stand(lines, **nodes) == {("AAA", "narrow"): "time_not_known"}
    assert stand(lines, **nodes | {"programme/p": period("2020-01-01", "2027-01-01")}) == {
        ("AAA", "narrow"): "under_way"
    }
    assert stand(lines, **nodes | {"programme/p": period("2020-01-01", "2022-01-01")}) == {("AAA", "narrow"): "partial"}


def test_nothing_by_state_for_the_public():
    facts = facts_of(LINES)

    assert list(edges(facts, coverage(facts), DAY, "public")) == []
    assert list(edges(facts, coverage(facts), DAY, "nobody-named-this")) == []
    assert len(list(edges(facts, coverage(facts), DAY, "custodian"))) == 1


@pytest.mark.parametrize(("met", "others", "told"), [(3, 2, True), (2, 9, False), (3, 1, False), (5, 0, False)])
def test_a_number_is_told_only_where_it_hides_who_is_meant(met, others, told):
    assert may_be_told(met, others) is told


def region(states, in_need, assisted=()):
    """A sub-region of so many States, of which some have a need and some have assistance on record."""
    lines = "".join(f"IN_REGION state/S{n} region/sub\n" for n in range(states))
    lines += "".join(f"NEED_OF need/{n} state/S{n}\nCONCERNS need/{n} theme/a\n" for n in range(in_need))
    lines += "".join(f"ASSISTS programme/p state/S{n} assisted\n" for n in assisted) + "CONCERNS programme/p theme/a\n"
    needs = {f"need/{n}": {"level": "country"} for n in range(in_need)}
    return rows_of(lines, **{"region/sub": {"kind": "m49-subregion"}}, **needs)


def told(tables):
    found = with_regions(tables, DAY)["STANDS_ON"].to_pylist()
    return {row["standing"]: row["states"] for row in found}


def test_a_sub_region_of_one_state_and_one_that_is_all_in_need_say_nothing():
    assert told(region(1, 1)) == {}
    assert told(region(3, 3)) == {}
    assert told(region(4, 3)) == {}
    assert told(region(5, 3)) == {"not_known": 3}


def test_assistance_that_everybody_sees_must_not_tell_the_needy_apart():
    # Three States have a need and no assistance on record; the two others have assistance: everybody could name the three.
    assert told(region(5, 3, assisted=(3, 4))) == {}
    assert told(region(7, 3, assisted=(5, 6))) == {"not_known": 3}


def test_a_sub_regions_number_names_no_need_no_claim_and_no_state():
    (row,) = with_regions(region(5, 3), DAY)["STANDS_ON"].to_pylist()

    assert (row["from_id"], row["to_id"], row["states"]) == ("region/sub", "theme/a", 3)
    assert [row[c] for c in ("needs", "programmes", "deliveries", "offered", "inputs", "times", "sources_used")] == [
        None
    ] * 7


def test_the_public_graph_holds_the_same_numbers_and_no_standing_of_a_state():
    whole = with_regions(region(5, 3), DAY)

    public = derive(release.project(whole, "public"), DAY, "public")

    assert "need/0" not in str(public)
    assert public["Need"].num_rows == 0
    assert public["STANDS_ON"].to_pylist() == whole["STANDS_ON"].to_pylist()
    custodian = derive(release.project(whole, "custodian"), DAY, "custodian")
    assert {row["from_label"] for row in custodian["STANDS_ON"].to_pylist()} == {"Region", "State"}


def test_only_one_kind_of_region_is_counted():
    tables = region(5, 3)
    facts = facts_of("IN_REGION state/S0 region/other", **{"region/other": {"kind": "named"}})

    assert counts(facts, coverage(facts), DAY) == {}
    assert {row["from_id"] for row in with_regions(tables, DAY)["STANDS_ON"].to_pylist()} == {"region/sub"}
