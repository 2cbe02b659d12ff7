"""The back-test: what may be known when, and what may be said of the outcome."""

from datetime import date

import pytest

from taazur.analysis.ground import ground
from taazur.analysis.ranking import ndcg_at
from taazur.analysis.validation import questions, ranked, scorers, validate, verdict
from tests.unit.drawn import drawn

REGIONS = {
    "region/s": {"kind": "m49-subregion"},
    "region/b": {"kind": "m49-region"},
    "region/o": {"kind": "m49-region"},
}
PLACES = """
IN_REGION state/A region/s
IN_REGION state/B region/s
IN_REGION region/s region/b
IN_REGION state/C region/o
IN_REGION state/D region/o
"""


def _facts(*held, **extra):
    """Deliveries as ``(programme, state, year)``; with ``relation`` as a fourth where it is not *assisted*."""
    nodes, edges = {**REGIONS, **extra.get("nodes", {})}, PLACES + extra.get("edges", "")
    for number, (programme, state, year, *relation) in enumerate(held):
        nodes[f"activity/{number}"] = {"start_date": date(year, 1, 1), "start_precision": "year"}
        edges += f"\nUNDER activity/{number} programme/{programme}"
        edges += f"\nHELD_FOR activity/{number} state/{state} relation={(relation or ['assisted'])[0]}"
    return drawn(nodes, edges)


HELD = [("p", "A", 2018), ("q", "B", 2018), ("q", "C", 2019), ("r", "C", 2017), ("p", "B", 2019), ("p", "C", 2021)]


def test_a_question_knows_only_what_was_on_record_by_its_year() -> None:
    asked = {(q.programme, q.year): q for q in questions(_facts(*HELD))}

    assert asked.keys() == {("programme/p", 2018), ("programme/q", 2018)}
    question = asked["programme/p", 2018]
    assert (question.been, question.went) == ({"state/A"}, {"state/B"})
    assert {state: set(of) for state, of in question.programmes_in.items()} == {
        "state/A": {"programme/p"}, "state/B": {"programme/q"}, "state/C": {"programme/r"},
    }  # fmt: skip


def test_a_second_delivery_is_no_news_and_a_participant_not_assisted() -> None:
    held = [("p", "A", 2018), ("p", "A", 2019), ("p", "B", 2019, "participated"), ("q", "B", 2018)]

    assert questions(_facts(*held)) == []


def test_a_state_where_nobody_had_been_cannot_be_found() -> None:
    assert questions(_facts(("p", "A", 2018), ("p", "D", 2019))) == []


def test_the_rule_prefers_what_is_near_and_popularity_what_is_full() -> None:
    facts = _facts(*HELD, ("s", "C", 2017))
    question = next(q for q in questions(facts) if q.programme == "programme/p")

    of = scorers(facts, ground(facts))

    assert ranked(question, of["match"]) == ["state/B", "state/C"]
    assert ranked(question, of["popularity"]) == ["state/C", "state/B"]


def test_same_theme_counts_only_programmes_on_a_shared_theme() -> None:
    facts = _facts(*HELD, ("s", "C", 2017), edges="CONCERNS programme/p theme/t\nCONCERNS programme/q theme/t")
    question = next(q for q in questions(facts) if q.programme == "programme/p")

    assert ranked(question, scorers(facts, ground(facts))["same theme"]) == ["state/B", "state/C"]


def test_the_report_says_how_many_and_by_how_much() -> None:
    found = validate(_facts(*HELD))

    assert (found["questions"], found["pairs"], found["years"]) == (2, 2, [2018, 2018])
    assert found["verdict"] == "too little data"
    # p: B before C, of which B was right; q (been to B): A is near and was wrong, C right, second.
    assert found["methods"]["match"]["mrr"]["mean"] == 0.75
    assert found["methods"]["match"]["ndcg"]["mean"] == pytest.approx(
        (1 + ndcg_at(10, ["a", "c"], {"c"})) / 2, abs=1e-4
    )
    assert {row["region"]: row["pairs"] for row in found["by_region"]} == {"region/b": 1, "region/o": 1}


def test_without_a_question_there_is_too_little_data() -> None:
    assert validate(_facts())["verdict"] == "too little data"


@pytest.mark.parametrize(
    ("number", "low", "high", "said"),
    [
        (29, 0.1, 0.2, "too little data"),
        (30, 0.1, 0.2, "better than the baselines"),
        (30, -0.2, -0.1, "a baseline wins"),
        (30, -0.1, 0.1, "no difference shown"),
    ],
)
def test_the_verdict_follows_the_interval(number: int, low: float, high: float, said: str) -> None:
    assert verdict(number, low, high, 30) == said
