"""The match of a need with programmes, worked out by hand on one need and a handful of programmes."""

from datetime import date

import pytest

from taazur.analysis.coverage import coverage
from taazur.analysis.eligible import CONDITIONS
from taazur.analysis.ground import ground
from taazur.analysis.match import match_edges, matches, score
from taazur.analysis.match_parts import parts
from tests.unit.drawn import drawn

TODAY = date(2026, 11, 23)
PARTNER = {"partner/p": {"counted": True, "part": "provider", "kind": "un-entity"}}
NEED = """
NEED_OF need/1 state/AAA
CONCERNS need/1 theme/api-pnr
BROADER theme/api-pnr theme/border
IN_REGION state/AAA region/sub
IN_REGION state/BBB region/sub
IN_REGION state/CCC region/far
IN_REGION region/sub region/big
IN_REGION region/far region/big
IN_REGION region/big region/world
"""
REGIONS = {
    "region/sub": {"kind": "m49-subregion"},
    "region/far": {"kind": "m49-subregion"},
    "region/big": {"kind": "m49-region"},
    "region/world": {"kind": "world"},
}


def _facts(*edges, **nodes):
    lead = "".join(f"\nTAKES_PART partner/p programme/{name} role=lead" for name in nodes if name != "extra")
    own = {f"programme/{name}": values for name, values in nodes.items() if name != "extra"}
    return drawn({**PARTNER, **REGIONS, **own, **nodes.get("extra", {})}, NEED + "\n".join(edges) + lead)


def _put(facts):
    return matches(facts, TODAY)[0]


def _found(facts):
    return [(m.programme.id, m.path.strength, m.presence) for m in _put(facts).matches]


def test_a_programme_in_the_state_on_the_theme_is_a_match_with_its_parts() -> None:
    facts = _facts("ASSISTS programme/a state/AAA relation=assisted", "CONCERNS programme/a theme/border", a={})

    (match,) = _put(facts).matches

    assert (match.path.strength, match.path.need, match.path.programme) == ("theme", "theme/api-pnr", "theme/border")
    known = {name: value for name, value in match.parts.items() if value is not None}
    assert known == {"theme": 0.5, "region": 1.0}
    # (3.0 · 0.5 + 1.5 · 1.0) / (3.0 + 1.5)
    assert match.score == pytest.approx(2 / 3)
    assert match.not_known == ("provision", "resolution", "type", "past", "time")


@pytest.mark.parametrize(
    ("edges", "presence"),
    [
        ("ASSISTS programme/a state/AAA relation=assisted", "assisted"),
        ("ASSISTS programme/a state/AAA relation=participated", "took part"),
        ("ASSISTS programme/a region/sub relation=offered", "offered to its region"),
        ("ASSISTS programme/a region/big relation=offered", "offered to its region"),
        ("ASSISTS programme/a region/world relation=offered", "offered worldwide"),
    ],
)
def test_presence_is_what_the_record_says(edges: str, presence: str) -> None:
    facts = _facts(edges, "CONCERNS programme/a theme/api-pnr", a={})

    assert _found(facts) == [("programme/a", "theme", presence)]


@pytest.mark.parametrize(
    ("edges", "values", "condition"),
    [
        ("ASSISTS programme/a state/BBB relation=assisted", {}, "elsewhere"),
        ("ASSISTS programme/a region/far relation=offered", {}, "elsewhere"),
        ("ASSISTS programme/a region/named relation=offered", {}, "place_not_known"),
        ("PROVIDES programme/a assistance-type/training", {}, "place_not_known"),
        ("ASSISTS programme/a state/AAA relation=assisted", {"status": "Closed: 174 activities"}, "ended"),
        (
            "ASSISTS programme/a state/AAA relation=assisted",
            {"start_date": date(2020, 1, 1), "end_date": date(2026, 11, 22), "end_precision": "day"},
            "ended",
        ),
    ],
)
def test_each_condition_counts_what_it_sets_aside(edges: str, values: dict, condition: str) -> None:
    facts = _facts(edges, "CONCERNS programme/a theme/api-pnr", a=values)

    put = _put(facts)

    assert put.matches == []
    assert put.removed == {**dict.fromkeys(CONDITIONS, 0), condition: 1}


def test_a_pilot_that_closed_somewhere_has_not_ended() -> None:
    status = {"status": "Pilot closed in Botswana in February 2022"}
    facts = _facts("ASSISTS programme/a state/AAA relation=assisted", "CONCERNS programme/a theme/api-pnr", a=status)

    assert len(_put(facts).matches) == 1


def test_who_only_funds_or_facilitates_provides_nothing() -> None:
    facts = drawn(
        {**REGIONS, "partner/cted": {"counted": False, "part": "assesses"}, "partner/d": {"counted": True}},
        NEED
        + """
        TAKES_PART partner/cted programme/a role=lead
        TAKES_PART partner/d programme/a role=donor
        ASSISTS programme/a state/AAA relation=assisted
        CONCERNS programme/a theme/api-pnr
        """,
    )

    assert _put(facts).removed["no_provider"] == 1


def test_a_tool_is_not_proposed() -> None:
    facts = _facts(
        "ASSISTS programme/a state/AAA relation=assisted", "CONCERNS programme/a theme/api-pnr", a={"kind": "tool"}
    )

    assert _found(facts) == []


def test_the_strongest_path_comes_first_whatever_the_score() -> None:
    worldwide = [f"ASSISTS programme/{name} region/world relation=offered" for name in "abc"]
    facts = _facts(
        *worldwide,
        "NEEDED_UNDER need/1 provision/2396/11",
        "IMPLEMENTS programme/c provision/2396/11",
        "IMPLEMENTS programme/b resolution/2396",
        "CONCERNS programme/a theme/api-pnr",
        a={}, b={}, c={},
    )  # fmt: skip

    found = _put(facts).matches

    assert [(m.programme.id, m.path.strength) for m in found] == [
        ("programme/c", "stated"), ("programme/b", "resolution"), ("programme/a", "theme"),
    ]  # fmt: skip
    assert (found[1].path.need, found[1].path.programme) == ("provision/2396/11", "resolution/2396")


def test_who_cites_another_text_has_not_said_that_it_leaves_this_one_out() -> None:
    facts = _facts(
        "ASSISTS programme/a state/AAA relation=assisted",
        "CONCERNS programme/a theme/api-pnr",
        "NEEDED_UNDER need/1 resolution/2396",
        "IMPLEMENTS programme/a resolution/1373",
        a={},
    )

    assert _put(facts).matches[0].parts["resolution"] is None


@pytest.mark.parametrize(
    ("where", "value"),
    [("state/AAA", 1.0), ("state/BBB", 0.5), ("state/CCC", 0.25), (None, None)],
)
def test_region_is_how_near_the_states_on_record_lie(where: str | None, value: float | None) -> None:
    placed = [f"ASSISTS programme/a {where} relation=assisted"] if where else []
    facts = _facts(
        *placed, "ASSISTS programme/a region/world relation=offered", "CONCERNS programme/a theme/api-pnr", a={}
    )

    assert _put(facts).matches[0].parts["region"] == value


@pytest.mark.parametrize(("institution", "value"), [(None, 1.0), ("police of a", 1.0), ("Court", 0.5)])
def test_past_delivery_counts_in_full_to_the_institution_that_the_need_names(
    institution: str | None, value: float
) -> None:
    facts = _facts(
        "UNDER activity/1 programme/a",
        "HELD_FOR activity/1 state/AAA relation=assisted",
        "WITH_INSTITUTION activity/1 institution/AAA/police",
        "LOCATED_IN institution/AAA/police state/AAA",
        "CONCERNS programme/a theme/api-pnr",
        a={},
        extra={
            "need/1": {"institution": institution},
            "institution/AAA/police": {"kind": "named", "name": "Police of A"},
        },
    )

    assert _put(facts).matches[0].parts["past"] == value


def test_no_end_on_record_is_time_not_known() -> None:
    values = {"start_date": date(2020, 1, 1), "start_precision": "year"}
    facts = _facts("ASSISTS programme/a state/AAA relation=assisted", "CONCERNS programme/a theme/api-pnr", a=values)

    assert _put(facts).matches[0].parts["time"] is None


def test_time_is_the_share_of_the_days_to_the_target_date() -> None:
    values = {
        "start_date": date(2020, 1, 1), "end_date": date(2026, 11, 27), "start_precision": "day", "end_precision": "day",
    }  # fmt: skip
    facts = _facts(
        "ASSISTS programme/a state/AAA relation=assisted",
        "CONCERNS programme/a theme/api-pnr",
        "MEETS step/1 need/1",
        a=values,
        extra={"step/1": {"due": date(2026, 12, 2)}},
    )

    # Ten days from 23 November to 2 December, of which the programme runs five.
    assert _put(facts).matches[0].parts["time"] == 0.5


def test_type_is_the_share_of_what_is_sought() -> None:
    facts = _facts(
        "ASSISTS programme/a state/AAA relation=assisted",
        "CONCERNS programme/a theme/api-pnr",
        "SEEKS need/1 assistance-type/training",
        "SEEKS need/1 assistance-type/exercise",
        "PROVIDES programme/a assistance-type/training",
        a={},
    )

    assert _put(facts).matches[0].parts["type"] == 0.5


@pytest.mark.parametrize(
    "theme", ["aml-cft-supervision", "law-enforcement", "tf-investigation-prosecution", "terrorist-financing"]
)
def test_a_need_on_non_profits_is_never_put_to_supervision_or_enforcement(theme: str) -> None:
    facts = _facts(
        "CONCERNS need/1 theme/non-profit-organisations",
        "ASSISTS programme/a state/AAA relation=assisted",
        "CONCERNS programme/a theme/non-profit-organisations",
        f"CONCERNS programme/a theme/{theme}",
        a={},
    )

    put = _put(facts)

    assert put.matches == []
    assert put.removed["never"] == 1


def test_nor_where_only_the_words_say_so() -> None:
    facts = _facts(
        "ASSISTS programme/a state/AAA relation=assisted",
        "CONCERNS programme/a theme/api-pnr",
        a={"name": "Supervision of charities"},
        extra={"need/1": {"name": "Weak Recommendation 8"}},
    )

    assert _put(facts).removed["never"] == 1


def test_a_rating_is_not_matched() -> None:
    facts = _facts(
        "NEED_OF reference/1 state/AAA",
        "CONCERNS reference/1 theme/api-pnr",
        "NEED_OF participation/1 state/AAA",
        "ASSISTS programme/a state/AAA relation=assisted",
        "CONCERNS programme/a theme/api-pnr",
        a={},
    )

    assert [put.need.id for put in matches(facts, TODAY)] == ["need/1"]


def test_a_need_that_was_delivered_is_not_yet_met() -> None:
    delivered, met = (_facts(a={}, extra={"need/1": {"status": status}}) for status in ("delivered", "met"))

    assert len(matches(delivered, TODAY)) == 1
    assert matches(met, TODAY) == []


def test_a_regional_need_is_answered_in_its_region_or_by_what_is_offered_to_it() -> None:
    facts = drawn(
        {**PARTNER, **REGIONS},
        """
        NEED_OF need/1 region/sub
        CONCERNS need/1 theme/t
        IN_REGION state/BBB region/sub
        IN_REGION region/sub region/world
        TAKES_PART partner/p programme/in role=lead
        ASSISTS programme/in state/BBB relation=assisted
        CONCERNS programme/in theme/t
        TAKES_PART partner/p programme/out role=lead
        ASSISTS programme/out state/CCC relation=assisted
        CONCERNS programme/out theme/t
        TAKES_PART partner/p programme/offered role=lead
        ASSISTS programme/offered region/sub relation=offered
        CONCERNS programme/offered theme/t
        """,
    )

    assert _found(facts) == [
        ("programme/in", "theme", "in its region"), ("programme/offered", "theme", "offered to its region"),
    ]  # fmt: skip
    assert _put(facts).removed["elsewhere"] == 1


def test_a_need_of_an_organisation_has_no_state() -> None:
    facts = drawn(
        PARTNER,
        "NEED_OF need/1 partner/p\nTAKES_PART partner/p programme/a role=lead\nASSISTS programme/a region/world relation=offered",
    )

    assert _put(facts).removed["no_state"] == 1


def test_an_unknown_part_weighs_nothing() -> None:
    assert score({"theme": 1.0, "past": None}) == 1.0
    assert score({"theme": None, "past": None}) == 0.0


def test_edges_carry_parts_safeguards_coverage_and_what_was_set_aside() -> None:
    facts = _facts(
        "ASSISTS programme/a state/AAA relation=assisted", "CONCERNS programme/a theme/api-pnr",
        "ASSISTS programme/b state/BBB relation=assisted", a={}, b={},
    )  # fmt: skip

    made = match_edges(facts, coverage(facts), TODAY)

    (meet,), (put,) = made["COULD_MEET"], made["PUT_TO"]
    assert (meet["from_id"], meet["to_id"], meet["strength"], meet["place"]) == ("programme/a", "need/1", "theme", 1)
    assert (meet["elements_known"], meet["elements"]) == (2, 7)
    assert "legal-basis-and-data-protection" in meet["safeguards"]
    assert (meet["sources_used"], meet["sources_known"]) == (1, 1)
    assert set(meet["inputs"]) == set(
        facts.inputs(
            ("CONCERNS", "need/1", "theme/api-pnr"), ("CONCERNS", "programme/a", "theme/api-pnr"),
            ("NEED_OF", "need/1", "state/AAA"), ("ASSISTS", "programme/a", "state/AAA"),
        )
    )  # fmt: skip
    assert (put["to_id"], put["specificity"], put["considered"], put["proposed"], put["elsewhere"]) == (
        "state/AAA", 0, 2, 1, 1,
    )  # fmt: skip


def test_the_same_facts_give_the_same_edges() -> None:
    edges = ["ASSISTS programme/a state/AAA relation=assisted", "CONCERNS programme/a theme/api-pnr"]
    one, other = _facts(*edges, a={}), _facts(*reversed(edges), a={})

    assert match_edges(one, coverage(one), TODAY) == match_edges(other, coverage(other), TODAY)


def test_parts_are_the_same_set_for_every_pair() -> None:
    facts = _facts("CONCERNS programme/a theme/other", a={})

    values = parts(facts, ground(facts), facts.needs["need/1"], facts.programmes["programme/a"], TODAY)

    assert values == {
        "provision": None, "resolution": None, "theme": 0.0, "type": None, "region": None, "past": None, "time": None,
    }  # fmt: skip


def test_a_graph_without_programmes_puts_its_needs_to_none() -> None:
    facts = drawn({}, "NEED_OF need/1 state/AAA")

    (put,) = match_edges(facts, coverage(facts), TODAY)["PUT_TO"]

    assert (put["considered"], put["proposed"]) == (0, 0)
