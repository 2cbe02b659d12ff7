"""The visits on record."""

import re

import pytest

from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.visits import tidy
from tests.data.known import names_of_partners, states

OTHER_WORDS = {"1540 group of experts": "partner/goe-1540", "cis anti-terrorism centre": "partner/cis-atc"}
"""Names in an announcement that are no partner's own words, and whom they mean."""


@pytest.fixture(scope="module")
def card():
    return Card.read(SHIPPED / "visits")


@pytest.fixture(scope="module")
def made(card):
    draft = tidy(card)
    assert all(line.rejected == line.merged == 0 for line in draft.ledger())
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def test_every_visit_is_there_and_went_to_states_on_record(made):
    assert len(made["Visit"]) == 73
    assert len(made["VISITED"]) == 76
    assert {edge["to_id"].removeprefix("state/") for edge in made["VISITED"]} <= states()
    assert {edge["from_id"] for edge in made["VISITED"]} == {visit["id"] for visit in made["Visit"]}


def test_a_visit_is_named_after_its_first_state_and_its_start(card):
    for row in card.rows("visits.csv"):
        where = "reg" if "|" in row["states"] else row["states"].lower()
        assert row["id"].startswith(f"visit/{where}/{row['start'].split('/')[0]}"), row["id"]
        assert row["start"][:4] in row["name"], row["id"]


def test_what_is_not_stated_is_not_shown_as_stated(made):
    not_stated = [visit for visit in made["Visit"] if not visit["kind_verified"]]

    assert len(not_stated) == 28
    assert all(visit["basis"] or visit["kind"] == "unknown" for visit in not_stated)
    assert not any(visit["basis"] for visit in made["Visit"] if visit["kind_verified"])


def test_cted_leads_each_and_nobody_else_does(made):
    leads = [edge for edge in made["JOINED"] if edge["role"] == "lead"]

    assert {edge["from_id"] for edge in leads} == {"partner/cted"}
    assert len(leads) == len(made["Visit"])


def test_each_partner_that_joined_is_named_in_the_announcement(card):
    known = names_of_partners()
    for row in card.rows("visits.csv"):
        named = {re.sub(r" \(.*\)$", "", name).casefold() for name in row.list("participants")}
        by_name = {id_ for id_, names in known.items() if names & named}
        by_name |= {id_ for name, id_ in OTHER_WORDS.items() if name in named}
        assert set(row.list("partner_ids")) == by_name, row["id"]


def test_only_what_was_seen_is_verified(made):
    grades = {(visit["verified"], visit["grade"]) for visit in made["Visit"]}

    assert grades == {(True, "seen"), (True, "copy"), (False, "secondary")}
    assert sum(not visit["verified"] for visit in made["Visit"]) == 2


def test_published_totals_are_kept_though_they_disagree(made):
    values = {record["value"] for record in made["Record"] if record["kind"] == "fact"}

    assert "181 visits to 117 States, as of 2021-11" in values
    assert "182 visits to 112 States, as of 2022-09" in values
