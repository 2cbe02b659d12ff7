"""The deliveries on record."""

from collections import Counter

import pytest

from taazur.loaders.activities import tidy
from taazur.loaders.card import SHIPPED, Card
from tests.data.known import rows, states


@pytest.fixture(scope="module")
def made():
    draft = tidy(Card.read(SHIPPED / "activities"))
    assert all(line.rejected == line.merged == 0 for line in draft.ledger())
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def test_every_row_is_there(made):
    assert len(made["Activity"]) == len(made["UNDER"]) == 683
    assert Counter(edge["relation"] for edge in made["HELD_FOR"]) == {"assisted": 347, "participated": 252}
    assert len(made["WITH_PARTNER_STATE"]) == 84
    assert len(made["PROVIDES"]) == 905
    assert sum(activity["start_precision"] == "unknown" for activity in made["Activity"]) == 51
    assert len({edge["to_id"] for edge in made["UNDER"]}) == 105


def test_a_partner_state_is_no_beneficiary_of_the_activity(made):
    hosted = {edge["from_id"] for edge in made["WITH_PARTNER_STATE"]}

    assert not hosted & {edge["from_id"] for edge in made["HELD_FOR"]}


def test_every_end_is_on_record(made):
    places = {edge["to_id"] for edge in made["HELD_FOR"] + made["WITH_PARTNER_STATE"] + made["LOCATED_IN"]}

    assert {edge["to_id"] for edge in made["UNDER"]} <= {row["id"] for row in rows("programmes", "programmes.csv")}
    assert {place for place in places if not place.startswith("state/")} == {"area/XKX"}
    assert {place.removeprefix("state/") for place in places - {"area/XKX"}} <= states()
    institutions = {institution["id"] for institution in made["Institution"]}
    assert {edge["to_id"] for edge in made["WITH_INSTITUTION"]} == institutions


def test_411_activities_were_with_an_institution_and_114_name_one(made):
    kinds = {institution["id"]: institution["kind"] for institution in made["Institution"]}
    named = {edge["from_id"] for edge in made["WITH_INSTITUTION"] if kinds[edge["to_id"]] == "named"}

    assert len({edge["from_id"] for edge in made["WITH_INSTITUTION"]}) == 411
    assert len(named) == 114


def test_an_institution_is_one_across_activities(made):
    adviser = "institution/NGA/office-of-the-national-security-adviser"

    assert sum(edge["to_id"] == adviser for edge in made["WITH_INSTITUTION"]) == 5


def test_what_is_only_seated_in_a_state_says_so(made):
    seated = [
        institution for institution in made["Institution"] if "body of several States" in (institution["basis"] or "")
    ]

    assert len(seated) == 8


def test_an_inferred_programme_is_not_verified(made):
    inferred = [edge for edge in made["UNDER"] if not edge["basis"].startswith("stated")]

    assert len(inferred) == 52
    assert not any(edge["verified"] for edge in inferred)


def test_where_states_were_not_named_one_by_one_nothing_is_verified(made):
    unverified = {activity["id"] for activity in made["Activity"] if not activity["verified"]}
    held = {edge["from_id"] for edge in made["HELD_FOR"] if not edge["verified"]}

    assert len(unverified) == 29
    assert held == unverified


def test_every_node_and_claim_says_where_it_was_read(made):
    for kind in ("Activity", "Institution", "UNDER", "HELD_FOR", "WITH_PARTNER_STATE", "WITH_INSTITUTION"):
        for row in made[kind]:
            assert all(row[column] for column in ("source", "locator", "grade"))
            assert row["verified"] == (row["grade"] in ("seen", "copy"))
