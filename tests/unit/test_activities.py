from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.activities import PARTNER_STATE, tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

COLUMNS = (
    "id programme programme_basis place relation activity start end institutions institution_as_worded "
    "assistance_types theme_words source locator verified grade note"
)
SEEN = {"source": "https://example.org/a", "verified": "yes", "grade": "seen"}
ACTIVITY = SEEN | {
    "id": "activity/0001",
    "programme": "programme/p",
    "programme_basis": "stated",
    "place": "state/TGO",
    "relation": "assisted",
    "activity": "A workshop",
    "start": "2023-05",
}
INSTITUTION = SEEN | {"id": "institution/TGO/customs", "name": "Customs", "kind": "named", "place": "state/TGO"}


def tidied(folder, *activities):
    institutions = csv_of("id name kind place source locator verified grade basis sources", INSTITUTION)
    files = {"institutions.csv": institutions, "activities.csv": csv_of(COLUMNS, *activities)}
    return rows_of(tidy(card_of(folder / "made-up", files)))


def test_who_what_where_when(tmp_path):
    made = tidied(tmp_path, ACTIVITY | {"assistance_types": "training", "theme_words": "API/PNR"})

    (activity,) = made["Activity"]
    assert (activity["name"], activity["start_date"], activity["start_precision"]) == (
        "A workshop",
        date(2023, 5, 1),
        "month",
    )
    assert (activity["end_date"], activity["end_precision"]) == (None, "unknown")
    assert ends(made["HELD_FOR"], "relation") == [("activity/0001", "state/TGO", "assisted")]
    assert ends(made["PROVIDES"]) == [("activity/0001", "assistance-type/training")]
    assert ends(made["CONCERNS"]) == [("activity/0001", "theme/api-pnr")]


def test_an_institution_is_one_node_for_all_its_activities(tmp_path):
    with_it = ACTIVITY | {"institutions": "institution/TGO/customs"}

    made = tidied(tmp_path, with_it, with_it | {"id": "activity/0002"}, ACTIVITY | {"id": "activity/0003"})

    assert len(made["Institution"]) == 1
    assert ends(made["LOCATED_IN"]) == [("institution/TGO/customs", "state/TGO")]
    assert ends(made["WITH_INSTITUTION"]) == [
        ("activity/0001", "institution/TGO/customs"),
        ("activity/0002", "institution/TGO/customs"),
    ]


def test_a_host_is_no_beneficiary_nor_is_its_institution(tmp_path):
    made = tidied(tmp_path, ACTIVITY | {"relation": "partner-State", "institutions": "institution/TGO/customs"})

    assert "HELD_FOR" not in made
    assert ends(made["WITH_PARTNER_STATE"]) == [("activity/0001", "state/TGO")]
    assert ends(made["WITH_INSTITUTION"], "basis") == [("activity/0001", "institution/TGO/customs", PARTNER_STATE)]


def test_a_programme_that_the_page_does_not_name_is_inferred_and_not_verified(tmp_path):
    inferred = ACTIVITY | {"id": "activity/0002", "programme_basis": "inferred: same network"}

    made = tidied(tmp_path, ACTIVITY, inferred)

    assert ends(made["UNDER"], "basis", "verified", "grade") == [
        ("activity/0001", "programme/p", "stated", True, "seen"),
        ("activity/0002", "programme/p", "inferred: same network", False, "unverified"),
    ]
    assert {activity["verified"] for activity in made["Activity"]} == {True}


def test_an_institution_of_another_state_is_refused(tmp_path):
    with pytest.raises(SourceError, match='institution "institution/TGO/customs" is not one of state/BEN'):
        tidied(tmp_path, ACTIVITY | {"place": "state/BEN", "institutions": "institution/TGO/customs"})
