"""The consultations and milestones on record."""

import re

import pytest

from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.consultations import tidy
from tests.data.known import names_of_partners, rows, states


@pytest.fixture(scope="module")
def card():
    return Card.read(SHIPPED / "consultations")


@pytest.fixture(scope="module")
def made(card):
    draft = tidy(card)
    assert all(line.rejected == line.merged == 0 for line in draft.ledger())
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def test_every_row_is_there(made):
    assert len(made["Consultation"]) == 6
    assert len(made["Milestone"]) == 68
    assert sum(milestone["kind"] == "strategic_partner" for milestone in made["Milestone"]) == 7


def test_cted_leads_the_consultations_and_no_milestone(made):
    leads = {(edge["from_id"], edge["to_id"]) for edge in made["JOINED"] if edge["role"] == "lead"}

    assert leads == {("partner/cted", consultation["id"]) for consultation in made["Consultation"]}


def test_a_strategic_partner_is_no_beneficiary(made):
    partners = {m["id"] for m in made["Milestone"] if m["kind"] == "strategic_partner"}

    assert {edge["from_id"] for edge in made["WITH_PARTNER_STATE"]} == partners
    assert not partners & {edge["from_id"] for edge in made["HELD_FOR"]}
    assert {edge["to_id"].removeprefix("state/") for edge in made["WITH_PARTNER_STATE"]} == {
        "AUT",
        "BEL",
        "FRA",
        "HUN",
        "IRL",
        "USA",
        "GBR",
    }


def test_all_else_is_held_for_states_on_record(made):
    held = made["HELD_FOR"]

    assert len(held) == 84
    assert {edge["to_id"].removeprefix("state/") for edge in held} <= states()
    assert sum(edge["from_id"] == "milestone/017" for edge in held) == 14


def test_a_state_is_assisted_unless_it_was_only_consulted_or_at_a_launch(card):
    for row in card.rows("milestones.csv"):
        if row["stage"] != "strategic_partner":
            expected = "participated" if row["stage"] in ("consulted", "launched") else "assisted"
            assert row["relation"] == expected, row["id"]


def test_each_is_under_a_programme_on_record_or_says_what_it_was(card):
    known = {row["id"] for row in rows("programmes", "programmes.csv")}
    for file in ("consultations.csv", "milestones.csv"):
        for row in card.rows(file):
            if row["programme_id"]:
                assert row["programme_id"] in known, row["id"]
            else:
                assert row["name"].startswith(row["programme"]), row["id"]


def test_each_partner_is_named_in_its_row(card):
    known = names_of_partners()
    for file in ("consultations.csv", "milestones.csv"):
        for row in card.rows(file):
            named = {re.sub(r" \(lead\)$", "", name).casefold() for name in row.list("participants")}
            by_name = {id_ for id_, names in known.items() if names & named}
            assert {*row.list("partner_ids"), *filter(None, [row.get("lead_id", "")])} == by_name, row["id"]


def test_published_totals_are_kept_though_they_disagree(made):
    values = {record["value"] for record in made["Record"] if record["kind"] == "fact"}

    assert {"beneficiaries: 61, as of 2024-07", "beneficiaries: 57, as of 2024-10"} <= values
    assert len(values) == 8
