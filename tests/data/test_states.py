"""The States, areas and regions that ship."""

from collections import Counter

import pytest

from taazur.graph.schema import LANGUAGES
from tests.data.drafted import drafted, edges, ids, misgraded, unsourced
from tests.data.known import rows


@pytest.fixture(scope="module")
def made():
    return drafted("states")


def test_193_member_states_and_two_observers(made):
    observers = {row["id"] for row in made["State"] if row["kind"] == "observer-state"}

    assert Counter(row["kind"] for row in made["State"]) == {"member-state": 193, "observer-state": 2}
    assert observers == {"state/PSE", "state/VAT"}
    assert all(bool(row["member_since"]) == (row["id"] not in observers) for row in made["State"])


def test_each_state_has_its_names_and_codes_and_no_code_is_there_twice(made):
    for row in made["State"]:
        assert all(row[f"name_{lang}"] for lang in LANGUAGES), row["id"]
        assert (len(row["iso2"]), len(row["iso3"]), len(row["m49"])) == (2, 3, 3)
    for code in ("iso2", "iso3", "m49", "name"):
        assert len({row[code] for row in made["State"]}) == 195


def test_states_bear_their_un_names(made):
    named = {row["iso3"]: row["name"] for row in made["State"]}

    assert named["PSE"] == "State of Palestine"
    assert named["VAT"] == "Holy See"
    assert named["TUR"] == "Türkiye"
    assert named["PRK"] == "Democratic People's Republic of Korea"
    assert named["GBR"] == "United Kingdom of Great Britain and Northern Ireland"


def test_an_area_is_no_state(made):
    codes = {code for row in made["Area"] for code in row["codes"]}

    assert {row["id"] for row in made["Area"]} == {
        f"area/{code}" for code in ("ESH", "FLK", "HKG", "MAC", "TWN", "XKX")
    }
    assert not codes & {row[code] for row in made["State"] for code in ("iso2", "iso3")}
    assert next(row for row in made["Area"] if row["id"] == "area/XKX")["footnote_en"].endswith("1244 (1999).")


def test_each_state_lies_in_one_region_of_m49_and_each_region_in_the_world(made):
    within = Counter((edge["from_id"], edge["to_id"].startswith("region/m49")) for edge in made["IN_REGION"])
    parents = {edge["from_id"]: edge["to_id"] for edge in made["IN_REGION"] if edge["from_id"].startswith("region/m49")}

    assert all(within[state, True] == 1 for state in ids(made, "State"))
    for region in ids(made, "Region"):
        if region.startswith("region/m49"):
            chain = [region]
            while chain[-1] in parents:
                chain.append(parents[chain[-1]])
            assert chain[-1] == "region/world"
            assert len(chain) <= 4


def test_each_member_state_has_a_sub_region_of_the_surveys_and_none_is_verified(made):
    surveyed = [edge for edge in made["IN_REGION"] if edge["to_id"].startswith("region/cted")]
    states = {edge["from_id"] for edge in surveyed if edge["from_id"].startswith("state/")}

    assert states == {row["id"] for row in made["State"] if row["kind"] == "member-state"}
    assert not any(edge["verified"] for edge in surveyed)
    assert [row["name"] for row in made["Region"] if row["kind"] == "cted-region" and row["verified"]] == [
        "Africa",
        "Asia",
        "Latin America",
        "Europe and North America",
    ]


def test_a_named_region_holds_no_states(made):
    named = {row["id"] for row in made["Region"] if row["kind"] == "named"}

    assert named
    assert not named & {edge[end] for edge in made["IN_REGION"] for end in ("from_id", "to_id")}


def test_a_word_names_one_region(made):
    words = Counter(
        word.strip().casefold()
        for row in rows("states", "regions.csv")
        if not row["kind"].startswith("cted")
        for word in (row["name_en"], *row["aliases"].split("|"))
        if word.strip()
    )

    assert [word for word, times in words.items() if times > 1] == []


def test_edges_have_ends_sources_and_places(made):
    known = ids(made, "State", "Region")

    assert all({edge["from_id"], edge["to_id"]} <= known for edge in edges(made))
    assert unsourced(made) == []
    assert misgraded(made) == []
