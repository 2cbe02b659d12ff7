from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.needs import tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

NEEDS = (
    "id iso3 area partner_id level kind need theme_words assistance_type resolution institution "
    "status priority date symbol source locator verified grade provenance note"
)
REFERENCES = "id iso3 level kind finding ratings theme_words status priority date source verified grade provenance note"
PARTICIPATIONS = "id iso3 area level kind objective theme_words status date source verified grade provenance note"
NOT_LOADED = "id reason text"
NEED = {
    "id": "need/0446",
    "iso3": "ALB",
    "level": "country",
    "kind": "requested_by_state",
    "need": "Adopt domestic legislation.",
    "theme_words": "cbrn | legislation",
    "status": "old_record_status_not_known",
    "date": "2004-10-28",
    "source": "https://example.org/a",
    "locator": "item 1",
    "verified": "yes",
    "grade": "seen",
}
RATING = {
    "id": "reference/0056",
    "iso3": "AFG",
    "level": "country",
    "kind": "rating",
    "finding": "Assessors found low effectiveness.",
    "ratings": "IO9=LE | R5=PC",
    "theme_words": "tf-offence-legislation",
    "status": "identified",
    "date": "2023-05",
    "verified": "no",
    "grade": "secondary",
}
OBJECTIVE = {
    "id": "participation/0330",
    "area": "Sahel and Maghreb",
    "level": "subregion",
    "kind": "programme-objective",
    "objective": "Use international databases at borders.",
    "theme_words": "databases",
    "status": "identified",
    "verified": "yes",
    "note": "DZA, BFA",
}


def drafted(folder, needs=(), references=(), participations=(), not_loaded=()):
    files = {
        "needs.csv": csv_of(NEEDS, *needs),
        "references.csv": csv_of(REFERENCES, *references),
        "participations.csv": csv_of(PARTICIPATIONS, *participations),
        "not_loaded.csv": csv_of(NOT_LOADED, *not_loaded),
    }
    return tidy(card_of(folder / "made-up", files))


def tidied(folder, **rows):
    return rows_of(drafted(folder, **rows))


def test_a_need_says_what_whose_and_since_when(tmp_path):
    made = tidied(tmp_path, needs=[NEED])

    (need,) = made["Need"]
    assert (need["name"], need["name_en"], need["name_ar"]) == ("Adopt domestic legislation.",) * 2 + (None,)
    assert (need["kind"], need["status"]) == ("requested_by_state", "old_record_status_not_known")
    assert (need["observed"], need["observed_precision"]) == (date(2004, 10, 28), "day")
    assert (need["locator"], need["verified"], need["grade"]) == ("item 1", True, "seen")
    assert need["theme_words"] == ["cbrn", "legislation"]
    assert ends(made["NEED_OF"]) == [("need/0446", "state/ALB")]
    assert ends(made["CONCERNS"]) == [("need/0446", "theme/cbrn"), ("need/0446", "theme/legislation")]


def test_a_need_seeks_a_kind_of_assistance_under_a_resolution(tmp_path):
    made = tidied(tmp_path, needs=[NEED | {"assistance_type": "legislative drafting", "resolution": "S/RES/1540"}])

    assert ends(made["SEEKS"]) == [("need/0446", "assistance-type/legislative-drafting")]
    assert ends(made["NEEDED_UNDER"]) == [("need/0446", "resolution/1540")]


def test_what_a_need_does_not_say_makes_no_edge(tmp_path):
    made = tidied(tmp_path, needs=[NEED | {"theme_words": "capacity-building", "date": ""}])

    assert not made.keys() & {"SEEKS", "NEEDED_UNDER", "CONCERNS", "WITH_INSTITUTION"}
    assert made["Need"][0]["theme_words"] == ["capacity-building"]
    assert (made["Need"][0]["observed"], made["Need"][0]["observed_precision"]) == (None, "unknown")


def test_a_need_of_an_organisation_or_an_area_stays_with_it(tmp_path):
    made = tidied(
        tmp_path,
        needs=[
            NEED | {"iso3": "", "area": "G5 Sahel", "partner_id": "partner/g5-sahel"},
            NEED | {"id": "need/0001", "iso3": "", "area": "Global", "note": "BDI, DJI attended"},
        ],
    )

    assert ends(made["NEED_OF"]) == [("need/0001", "region/world"), ("need/0446", "partner/g5-sahel")]
    assert {need["area"] for need in made["Need"]} == {"G5 Sahel", "Global"}


def test_a_rating_is_a_reference_with_its_ratings_and_no_need(tmp_path):
    made = tidied(tmp_path, references=[RATING])

    (reference,) = made["Reference"]
    assert "Need" not in made
    assert (reference["kind"], reference["ratings"]) == ("rating", ["IO9=LE", "R5=PC"])
    assert (reference["verified"], reference["grade"]) == (False, "secondary")
    assert not any("severity" in column for column in reference)
    assert ends(made["NEED_OF"]) == [("reference/0056", "state/AFG")]


def test_a_participation_is_no_need_of_the_states_in_its_note(tmp_path):
    made = tidied(tmp_path, participations=[OBJECTIVE])

    assert "Need" not in made
    assert made["Participation"][0]["note"] == "DZA, BFA"
    assert ends(made["NEED_OF"]) == [("participation/0330", "region/sahel-and-maghreb")]


def test_what_is_not_loaded_is_rejected_with_its_own_reason(tmp_path):
    rows = [{"id": "note/0345", "reason": "a note, not a need"}, {"id": "placeholder/0380"}]

    draft = drafted(tmp_path, not_loaded=rows)

    (line,) = (line for line in draft.ledger() if line.file == "not_loaded.csv")
    assert (line.rows_in, line.rejected) == (2, 2)
    assert line.reasons == {"a note, not a need": 1, "no reason is given": 1}
    assert set(draft.tables()) == {"Source"}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"theme_words": "xyzzy"}, 'no theme is called "xyzzy"'),
        ({"iso3": "", "area": "Atlantis"}, 'no region is called "Atlantis"'),
        ({"iso3": ""}, 'no region is called ""'),
        ({"resolution": "S/RES/9999"}, 'no row for "S/RES/9999"'),
        ({"assistance_type": "xyzzy"}, 'no kind of assistance is called "xyzzy"'),
        ({"kind": "assessed_gap"}, 'kind is "assessed_gap"'),
    ],
)
def test_a_word_that_is_not_known_is_named_with_its_row(tmp_path, change, found):
    with pytest.raises(SourceError, match=f"made-up/needs.csv line 2: {found}"):
        tidied(tmp_path, needs=[NEED | change])
