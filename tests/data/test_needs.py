"""The needs on record, and what must never be taken for one."""

import re

import pytest

from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.needs import tidy
from tests.data.known import rows, states

FORCES = "Concerns armed forces"


@pytest.fixture(scope="module")
def draft():
    return tidy(Card.read(SHIPPED / "needs"))


@pytest.fixture(scope="module")
def made(draft):
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def kinds(nodes):
    return {kind: sum(node["kind"] == kind for node in nodes) for kind in {node["kind"] for node in nodes}}


def test_every_row_is_accounted_for(draft):
    counts = {line.file: (line.rows_in, line.kept, line.merged, line.rejected) for line in draft.ledger()}

    assert counts == {
        "needs.csv": (142, 142, 0, 0),
        "references.csv": (305, 305, 0, 0),
        "participations.csv": (19, 19, 0, 0),
        "not_loaded.csv": (28, 0, 0, 28),
    }
    reasons = {reason: n for line in draft.ledger() for reason, n in line.reasons.items()}
    assert reasons == {"placeholder from general knowledge: nobody has read a source": 27, "a note, not a need": 1}


def test_only_what_was_stated_requested_or_recommended_is_a_need(made):
    assert kinds(made["Need"]) == {
        "stated_by_states": 59,
        "requested_by_state": 48,
        "recommended_by_ctc": 11,
        "recommended_by_cted": 24,
    }
    assert kinds(made["Reference"]) == {"rating": 250, "action-plan-item": 55}
    assert kinds(made["Participation"]) == {"programme-objective": 12, "agreed-programme": 7}


def test_a_rating_copied_from_a_third_partys_table_is_secondary(made):
    ratings = [node for node in made["Reference"] if node["kind"] == "rating"]

    assert {(node["verified"], node["grade"]) for node in ratings} == {(False, "secondary")}
    assert all(node["ratings"] for node in ratings)
    assert all(re.fullmatch(r"(R\d+=(C|LC|PC|NC)|IO\d+=(HE|SE|ME|LE))", r) for node in ratings for r in node["ratings"])
    assert not any(node["ratings"] for node in made["Reference"] if node["kind"] != "rating")


def test_no_severity_of_ours_is_carried():
    for file in ("needs", "references", "participations", "not_loaded"):
        for row in rows("needs", f"{file}.csv"):
            assert not any("severity" in cell.casefold() for cell in (*row, *row.values())), row["id"]


def test_whose_it_is(made):
    of = [edge["to_id"] for edge in made["NEED_OF"]]

    assert len(of) == 142 + 305 + 19
    assert {end.removeprefix("state/") for end in of if end.startswith("state/")} <= states()
    assert sum(end.startswith("state/") for end in of) == 87 + 305 + 13
    assert sum(end == "partner/g5-sahel" for end in of) == 3
    assert sum(end == "region/world" for end in of) == 9


def test_an_area_names_a_region_and_never_states(made):
    areas = {node["id"] for node in (*made["Need"], *made["Participation"]) if node["area"]}

    assert len(areas) == 55 + 6
    assert not any(edge["to_id"].startswith("state/") for edge in made["NEED_OF"] if edge["from_id"] in areas)


def test_the_needs_that_concern_armed_forces_say_so(made):
    forces = [node for node in made["Need"] if (node["note"] or "").startswith(FORCES)]

    assert len(forces) == 7
    assert all("human rights due diligence applies" in node["note"] for node in forces)


def test_what_needs_seek_and_under_which_resolution(made):
    assert len(made["SEEKS"]) == 43
    under = [edge["to_id"] for edge in made["NEEDED_UNDER"]]
    assert {end: under.count(end) for end in under} == {
        "resolution/1540": 13,
        "resolution/1373": 7,
        "resolution/2322": 1,
        "resolution/a-60-288": 1,
    }


def test_verified_means_seen_or_seen_in_a_copy(made):
    for node in (*made["Need"], *made["Reference"], *made["Participation"]):
        assert node["verified"] is (node["grade"] in ("seen", "copy")), node["id"]


def test_every_source_is_an_address(made):
    for node in (*made["Need"], *made["Reference"], *made["Participation"]):
        assert re.fullmatch(r"https?://\S+", node["source"]), node["id"]
