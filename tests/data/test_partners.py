"""The partners on record, and what they belong to."""

from collections import Counter

import pytest

from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.partners import tidy
from tests.data.known import states

NEVER_COUNTED = {
    "unsc": "facilitates",
    "ctc": "facilitates",
    "cted": "assesses",
    "monitoring-team-1267": "assesses",
    "goe-1540": "facilitates",
    "sr-cthr": "assesses",
    "gctc-compact": "network",
    "cted-grn": "network",
    "fatf-global-network": "network",
    "eu-cbrn-coe": "network",
    "untfct": "funds",
    "unpdf": "funds",
    "nacta": "beneficiary",
}


@pytest.fixture(scope="module")
def made():
    draft = tidy(Card.read(SHIPPED / "partners"))
    assert all(line.rejected == line.merged == 0 for line in draft.ledger())
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def test_every_row_is_there(made):
    assert {kind: len(made[kind]) for kind in ("Partner", "MEMBER_OF", "PART_OF", "LOCATED_IN", "GOVERNMENT_OF")} == {
        "Partner": 183,
        "MEMBER_OF": 117,
        "PART_OF": 48,
        "LOCATED_IN": 56,
        "GOVERNMENT_OF": 35,
    }
    assert sum(partner["verified"] for partner in made["Partner"]) == 168


def test_facilitators_networks_and_funds_are_never_counted_and_say_why(made):
    groups = [f"wg-{name}" for name in ("bmle", "cjcft", "etcip", "gender", "human-rights", "pcve", "rmme")]
    never = NEVER_COUNTED | dict.fromkeys([*groups, "wg-national-regional-strategies"], "network")
    not_counted = [partner for partner in made["Partner"] if not partner["counted"]]

    assert {p["id"].removeprefix("partner/"): p["part"] for p in not_counted} == never
    assert all(partner["basis"] for partner in not_counted)
    assert {p["part"] for p in made["Partner"] if p["counted"]} == {"provider"}


def test_every_end_of_a_link_is_on_record(made):
    partners = {partner["id"] for partner in made["Partner"]}
    links = made["MEMBER_OF"] + made["PART_OF"]

    assert {edge["from_id"] for edge in links} | {edge["to_id"] for edge in links} <= partners
    seats = made["LOCATED_IN"] + made["GOVERNMENT_OF"]
    assert {edge["to_id"].removeprefix("state/") for edge in seats} <= states()
    governments = {partner["id"] for partner in made["Partner"] if partner["kind"] == "government"}
    assert governments <= {edge["from_id"] for edge in made["GOVERNMENT_OF"]}


def test_the_compact_has_48_candidates_of_whom_13_are_verified(made):
    compact = [edge for edge in made["MEMBER_OF"] if edge["to_id"] == "partner/gctc-compact"]

    assert (len(compact), sum(edge["verified"] for edge in compact)) == (48, 13)
    assert Counter(edge["standing"] for edge in compact) == {"member": 38, "observer": 3, "not known": 7}


def test_a_donor_of_the_trust_fund_is_no_member_of_it(made):
    standings = {(edge["to_id"] == "partner/untfct", edge["standing"] == "donor") for edge in made["MEMBER_OF"]}

    assert standings == {(True, True), (False, False)}


def test_to_be_inspired_by_a_forum_is_not_to_be_part_of_it(made):
    looser = {edge["from_id"] for edge in made["PART_OF"] if edge["basis"]}

    assert looser == {"partner/iij", "partner/hedayah", "partner/gcerf"}


def test_every_node_and_claim_says_where_it_was_read(made):
    for row in made["Partner"] + made["MEMBER_OF"] + made["PART_OF"]:
        assert all(row[column] for column in ("source", "locator", "grade"))
        assert row["verified"] == (row["grade"] in ("seen", "copy"))
        assert "(read in" not in row["source"]
