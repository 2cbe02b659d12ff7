from datetime import date

import pytest

from taazur.graph.errors import SchemaError, SourceError
from taazur.loaders.consultations import tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

CONSULTATIONS = (
    "id name states programme programme_id stage start end participants lead_id partner_ids relation "
    "source verified grade note"
)
MILESTONES = CONSULTATIONS.replace("programme_id", "programme_id programme_basis").replace("lead_id ", "")
TOTALS = "programme_id as_of measure value source locator verified grade note"
CONSULTATION = {
    "id": "consultation/001",
    "name": "Capacity consultation with Botswana, July 2020",
    "states": "BWA",
    "programme_id": "programme/ct-travel",
    "stage": "assessed",
    "start": "2020-07-14",
    "end": "2020-07-17",
    "participants": "UNOCT | CTED",
    "lead_id": "partner/cted",
    "partner_ids": "partner/unoct",
    "relation": "assisted",
    "source": "https://example.org/a",
    "verified": "yes",
    "grade": "seen",
}
SIGNED = {
    "id": "milestone/017",
    "name": "Memorandum of understanding signed",
    "states": "JAM | HTI",
    "programme_id": "programme/ct-travel",
    "stage": "mou_signed",
    "relation": "assisted",
    "verified": "yes",
}
PARTNER = SIGNED | {"id": "milestone/018", "states": "AUT", "stage": "strategic_partner", "relation": ""}
TOTAL = {"programme_id": "programme/ct-travel", "as_of": "2024-07", "measure": "beneficiaries", "value": "61"}


def tidied(folder, consultations=(), milestones=(), totals=()):
    files = {
        "consultations.csv": csv_of(CONSULTATIONS, *consultations),
        "milestones.csv": csv_of(MILESTONES, *milestones),
        "totals.csv": csv_of(TOTALS, *totals),
    }
    return rows_of(tidy(card_of(folder / "made-up", files)))


def test_leading_a_consultation_is_not_leading_its_programme(tmp_path):
    made = tidied(tmp_path, [CONSULTATION])

    assert ends(made["JOINED"], "role") == [
        ("partner/cted", "consultation/001", "lead"),
        ("partner/unoct", "consultation/001", "participant"),
    ]
    assert ends(made["UNDER"]) == [("consultation/001", "programme/ct-travel")]
    assert ends(made["HELD_FOR"], "relation") == [("consultation/001", "state/BWA", "assisted")]
    assert "TAKES_PART" not in made


def test_a_consultation_has_its_days(tmp_path):
    (made,) = tidied(tmp_path, [CONSULTATION])["Consultation"]

    assert (made["start_date"], made["end_date"], made["end_precision"]) == (
        date(2020, 7, 14),
        date(2020, 7, 17),
        "day",
    )
    assert (made["stage"], made["participants"]) == ("assessed", ["CTED", "UNOCT"])


def test_a_milestone_of_several_states_is_held_for_each(tmp_path):
    made = tidied(tmp_path, milestones=[SIGNED])

    assert (made["Milestone"][0]["kind"], made["Milestone"][0]["start_precision"]) == ("mou_signed", "unknown")
    assert ends(made["HELD_FOR"], "relation") == [
        ("milestone/017", "state/HTI", "assisted"),
        ("milestone/017", "state/JAM", "assisted"),
    ]


def test_a_strategic_partner_is_never_one_for_whom_it_was_held(tmp_path):
    made = tidied(tmp_path, milestones=[PARTNER])

    assert ends(made["WITH_PARTNER_STATE"]) == [("milestone/018", "state/AUT")]
    assert "HELD_FOR" not in made


def test_a_round_table_that_is_no_programme_on_record_is_under_none(tmp_path):
    made = tidied(
        tmp_path, milestones=[SIGNED | {"programme_id": "", "stage": "consulted", "relation": "participated"}]
    )

    assert "UNDER" not in made
    assert made["Milestone"][0]["kind"] == "consulted"


def test_an_inferred_programme_says_so_on_its_edge(tmp_path):
    (edge,) = tidied(tmp_path, milestones=[SIGNED | {"programme_basis": "inferred"}])["UNDER"]

    assert edge["basis"] == "inferred"


def test_a_published_total_is_a_record_of_its_programme(tmp_path):
    made = tidied(tmp_path, totals=[TOTAL])

    (record,) = made["Record"]
    assert (record["field"], record["value"]) == ("total of States", "beneficiaries: 61, as of 2024-07")
    assert ends(made["DESCRIBES"]) == [(record["id"], "programme/ct-travel")]


def test_a_milestone_must_say_whether_the_state_was_assisted(tmp_path):
    with pytest.raises(SchemaError, match='relation is ""'):
        tidied(tmp_path, milestones=[SIGNED | {"relation": ""}])


def test_a_stage_that_is_on_no_list_is_refused(tmp_path):
    with pytest.raises(SourceError, match=r'milestones.csv line 2: kind is "celebrated"'):
        tidied(tmp_path, milestones=[SIGNED | {"stage": "celebrated"}])
