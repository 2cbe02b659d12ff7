import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.states import region_id, tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

NAMES = "name_en name_fr name_es name_ar name_ru name_zh"
PROV = "source locator verified grade basis note"
LIST = {"source": "https://example.org/list", "verified": "no", "grade": "secondary"}
REGIONS = (
    {"region": "world", "kind": "world", "m49": "001", "name_en": "World", **LIST},
    {"region": "m49-002", "kind": "m49-region", "m49": "002", "name_en": "Africa", "within": "world", **LIST},
    {"region": "cted-north-africa", "kind": "cted-subregion", "name_en": "North Africa", **LIST},
)
STATE = {
    "iso3": "MAR",
    "iso2": "MA",
    "m49": "504",
    "kind": "member-state",
    "name_en": "Morocco",
    "name_ar": "المغرب",
    "member_since": "1956",
    "region": "m49-002",
    "ldc": "no",
    **LIST,
}
OBSERVER = {"iso3": "VAT", "kind": "observer-state", "name_en": "Holy See", "region": "m49-002", **LIST}
SURVEY = {"iso3": "MAR", "region": "cted-north-africa", "confidence": "low", "source": "S/2016/49"}
AREA = {"area": "XKX", "kind": "area", "codes": "XK | XKX", "name_en": "Kosovo", "footnote_en": "A footnote.", **LIST}


@pytest.fixture
def made(tmp_path):
    files = {
        "regions.csv": csv_of(f"region kind m49 {NAMES} aliases within {PROV}", *REGIONS),
        "states.csv": csv_of(
            f"iso3 iso2 m49 kind {NAMES} short_name member_since region ldc lldc sids {PROV}", STATE, OBSERVER
        ),
        "cted_subregions.csv": csv_of(f"iso3 region confidence {PROV}", SURVEY),
        "areas.csv": csv_of(f"area kind codes {NAMES} footnote_en footnote_ar {PROV}", AREA),
    }
    return rows_of(tidy(card_of(tmp_path / "states", files)))


def test_state_has_its_names_its_codes_and_what_is_not_known(made):
    state, observer = made["State"]

    assert (state["id"], state["name"], state["name_ar"], state["name_zh"]) == ("state/MAR", "Morocco", "المغرب", None)
    assert (state["member_since"], state["ldc"], state["lldc"]) == (1956, False, None)
    assert (state["cted_confidence"], observer["cted_confidence"]) == ("low", None)
    assert observer["member_since"] is None


def test_state_lies_in_one_region_of_m49_and_one_of_the_surveys(made):
    assert ends(made["IN_REGION"], "source") == [
        ("region/m49-002", "region/world", LIST["source"]),
        ("state/MAR", "region/cted-north-africa", "S/2016/49"),
        ("state/MAR", "region/m49-002", LIST["source"]),
        ("state/VAT", "region/m49-002", LIST["source"]),
    ]


def test_area_keeps_its_footnote_and_lies_nowhere(made):
    (area,) = made["Area"]

    assert (area["codes"], area["footnote_en"], area["footnote_ar"]) == (["XK", "XKX"], "A footnote.", None)
    assert not any("area/" in edge["from_id"] for edge in made["IN_REGION"])


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("Central Asia", "region/m49-143"),
        (" south-east europe", "region/south-eastern-europe"),
        ("MENA", "region/middle-east-and-north-africa"),
        ("Global", "region/world"),
        ("Eastern Africa", "region/m49-014"),
        ("East Africa", "region/east-africa"),
    ],
)
def test_region_is_found_by_name_or_alias(word, id_):
    assert region_id(word) == id_


def test_region_of_a_survey_is_never_meant():
    with pytest.raises(SourceError, match="no region is called"):
        region_id("West and Central Africa")


def test_unknown_region_offers_the_nearest():
    with pytest.raises(SourceError, match="sahel"):
        region_id("Sahell")
