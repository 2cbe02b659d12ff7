"""The match on the shipped facts: what it must never do, and the figures that the methods page gives."""

from datetime import date
from typing import Any

import pytest

from taazur.analysis.coverage import coverage
from taazur.analysis.facts import Facts, facts
from taazur.analysis.ground import ground
from taazur.analysis.match import match_edges, matches
from taazur.analysis.specificity import distribution
from taazur.analysis.suggest import suggestions
from taazur.analysis.validation import validate
from taazur.loaders.card import shipped
from taazur.loaders.join import join
from taazur.loaders.release import project
from taazur.loaders.tidied import tidied

AS_AT = date(2026, 11, 23)
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    cache = tmp_path_factory.mktemp("cache")
    return join([tidied(card, cache) for card in shipped()]).tables


@pytest.fixture(scope="module")
def known(tables: dict[str, Any]) -> Facts:
    return facts(tables)


@pytest.fixture(scope="module")
def made(known: Facts) -> dict[str, Rows]:
    return match_edges(known, coverage(known), AS_AT)


def test_only_needs_are_matched_and_each_is_put(made: dict[str, Rows], known: Facts) -> None:
    assert {row["to_id"].split("/")[0] for row in made["COULD_MEET"]} == {"need"}
    assert {row["from_id"] for row in made["PUT_TO"]} == set(known.needs)
    assert len(known.needs) == 142


def test_each_match_has_a_path_safeguards_and_inputs(made: dict[str, Rows]) -> None:
    assert [row["id"] for row in made["COULD_MEET"] if not (row["via"] and row["safeguards"] and row["inputs"])] == []
    assert all("request-of-state" in row["safeguards"] for row in made["COULD_MEET"])
    assert {row["strength"] for row in made["COULD_MEET"]} <= {"stated", "resolution", "theme"}


def test_every_condition_and_every_match_add_up(made: dict[str, Rows], known: Facts) -> None:
    conditions = ("no_provider", "ended", "no_state", "place_not_known", "elsewhere", "never", "no_link")

    for row in made["PUT_TO"]:
        assert sum(row[c] for c in conditions) + row["proposed"] == row["considered"] == len(known.programmes)


def test_no_need_cites_a_paragraph_and_so_no_match_is_stated(made: dict[str, Rows]) -> None:
    assert not [row for row in made["COULD_MEET"] if row["strength"] == "stated"]
    assert [row for row in made["COULD_MEET"] if row["strength"] == "resolution"]


def test_a_need_on_non_profits_is_never_put_to_supervision_or_enforcement(known: Facts) -> None:
    wrong = {f"theme/{t}" for t in ("aml-cft-supervision", "law-enforcement", "tf-investigation-prosecution")}
    puts = [p for p in matches(known, AS_AT) if "theme/non-profit-organisations" in p.need.themes]

    assert puts
    assert all(put.removed["never"] for put in puts)
    assert [m.programme.id for put in puts for m in put.matches if m.programme.themes & wrong] == []


def test_needs_of_armed_forces_call_for_due_diligence(made: dict[str, Rows], known: Facts) -> None:
    armed = {need.id for need in known.needs.values() if "defence forces" in need.name.lower()}
    found = [row for row in made["COULD_MEET"] if row["to_id"] in armed]

    assert len(armed) >= 4
    assert found
    assert all("human-rights-due-diligence" in row["safeguards"] for row in found)


def test_neither_the_committee_nor_cted_is_suggested_as_a_partner(known: Facts) -> None:
    named = {partner for s in suggestions(known) for partner in (s.one, s.other, *s.between)}

    assert named
    assert named.isdisjoint({"partner/ctc", "partner/cted", "partner/unsc"})
    assert all(known.partners[partner].counted for partner in named)


def test_the_public_sees_no_match_of_a_need_of_a_state(tables: dict[str, Any]) -> None:
    public = facts(project(tables, "public"))

    rows = match_edges(public, coverage(public), AS_AT)

    assert rows["COULD_MEET"]
    assert not any(public.needs[row["to_id"]].states for row in rows["COULD_MEET"])
    assert {row["to_label"] for row in rows["PUT_TO"]} <= {"Region", "Partner"}


def test_no_need_on_record_is_very_specific(known: Facts) -> None:
    found = distribution(known, ground(known))

    assert sum(found.values()) == len(known.needs)
    assert (found[3], found[4], found[5]) == (0, 0, 0)


def test_the_methods_page_gives_the_figures_of_the_back_test(known: Facts, root: Any) -> None:
    page = " ".join((root / "docs" / "methods.md").read_text("utf-8").split())
    found = validate(known)
    methods, difference = found["methods"], found["difference"]

    assert f"{found['questions']} questions of {found['programmes']} programmes, {found['pairs']} pairs" in page
    assert f"{found['years'][0]} to {found['years'][1]}" in page
    for name in methods:
        assert f"{methods[name]['ndcg']['mean']:.3f} ({name})" in page
    low, high = (f"{abs(difference[end]):.3f}" for end in ("low", "high"))
    assert f"difference to {difference['baseline']} is {difference['mean']:.3f}, interval −{low} to {high}" in page
    assert found["verdict"] == "too little data"
    assert "**Too little data**" in page
