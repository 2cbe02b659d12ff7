import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.partners import tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

COLUMNS = (
    "id acronym name kind part counted name_en name_fr name_es name_ar name_ru name_zh names_verified aliases "
    "parent parent_basis country state active homepage homepage_verified "
    "source locator verified grade basis note sources"
)
MEMBERSHIP = "partner network standing as_recorded source locator verified grade note sources"
SEEN = {"source": "https://example.org/a", "verified": "yes", "grade": "seen"}
PARTNER = SEEN | {
    "id": "partner/unoct",
    "acronym": "UNOCT",
    "name": "Office of Counter-Terrorism",
    "kind": "un-entity",
    "part": "provider",
    "counted": "yes",
}


def tidied(folder, *partners, memberships=()):
    files = {"partners.csv": csv_of(COLUMNS, *partners), "memberships.csv": csv_of(MEMBERSHIP, *memberships)}
    return rows_of(tidy(card_of(folder / "made-up", files)))


def test_names_keep_their_language_and_their_own_verification(tmp_path):
    names = {"name_en": "Office", "name_ar": "مكتب", "names_verified": "ar | en", "aliases": "OCT | BLT"}

    (partner,) = tidied(tmp_path, PARTNER | names)["Partner"]

    assert (partner["name_en"], partner["name_ar"], partner["name_fr"]) == ("Office", "مكتب", None)
    assert partner["names_verified"] == ["ar", "en"]
    assert partner["aliases"] == ["BLT", "OCT"]


def test_one_who_facilitates_is_not_counted_and_the_reason_stands_there(tmp_path):
    cted = {"id": "partner/cted", "part": "assesses", "counted": "no", "basis": "it assesses", "parent": "partner/ctc"}

    made = tidied(tmp_path, PARTNER | cted)

    (partner,) = made["Partner"]
    assert (partner["part"], partner["counted"], partner["basis"]) == ("assesses", False, "it assesses")
    assert ends(made["PART_OF"], "basis") == [("partner/cted", "partner/ctc", None)]


def test_counting_one_who_is_no_provider_is_an_error(tmp_path):
    with pytest.raises(SourceError, match='partner/unoct is counted, and its part is "network"'):
        tidied(tmp_path, PARTNER | {"part": "network"})


def test_a_looser_link_than_being_part_says_so(tmp_path):
    iij = {"id": "partner/iij", "parent": "partner/gctf", "parent_basis": "inspired by it", "country": "state/MLT"}

    made = tidied(tmp_path, PARTNER | iij)

    assert ends(made["PART_OF"], "basis") == [("partner/iij", "partner/gctf", "inspired by it")]
    assert ends(made["LOCATED_IN"]) == [("partner/iij", "state/MLT")]
    assert "GOVERNMENT_OF" not in made


@pytest.mark.parametrize(
    ("kind", "state", "found"),
    [
        ("government", "state/QAT", ["state/QAT"]),
        ("national-authority", "", ["state/QAT"]),
        ("public-agency", "", []),
    ],
)
def test_governments_and_national_authorities_are_of_their_state(tmp_path, kind, state, found):
    made = tidied(tmp_path, PARTNER | {"kind": kind, "country": "state/QAT", "state": state})

    assert [edge["to_id"] for edge in made.get("GOVERNMENT_OF", [])] == found


def test_a_membership_is_one_claim_in_the_words_of_its_source(tmp_path):
    claim = SEEN | {"partner": "partner/unoct", "network": "partner/wg", "standing": "member"}
    chair, plain = claim | {"as_recorded": "co-chair"}, claim | {"network": "partner/net", "as_recorded": "member"}

    made = tidied(tmp_path, PARTNER, memberships=[chair, plain])

    assert ends(made["MEMBER_OF"], "standing", "note") == [
        ("partner/unoct", "partner/net", "member", None),
        ("partner/unoct", "partner/wg", "member", "co-chair"),
    ]
    assert {record["value"] for record in made["Record"] if record["field"] == "membership"} == {
        "partner/net: member",
        "partner/wg: co-chair",
    }
