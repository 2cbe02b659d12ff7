"""The guiding principles that ship."""

from collections import Counter

import pytest

from tests.data.drafted import drafted, edges, ids, misgraded, unsourced
from tests.data.known import rows


@pytest.fixture(scope="module")
def made():
    return drafted("guidelines")


@pytest.fixture(scope="module")
def principles(made):
    return [row for row in made["Guideline"] if row["kind"] == "principle"]


def test_52_principles_of_two_documents(principles):
    assert [row["number"] for row in principles] == list(range(1, 53))
    assert Counter(row["symbol"] for row in principles) == {"S/2015/939": 35, "S/2018/1177": 17}


def test_only_what_was_read_is_told(made, principles):
    blank = {row["id"] for row in principles if row["summary"] is None}

    assert len(blank) == 31
    assert {row["confidence"] for row in principles if row["id"] in blank} == {"none"}
    assert not blank & {edge["from_id"] for kind in ("GUIDES", "CONCERNS") for edge in made[kind]}
    assert {row["number"] for row in principles if row["verified"]} == {8, 9, 11, 19, 50, 51}


def test_topics_that_were_seen_and_topics_that_are_believed(made):
    topics = [row for row in made["Guideline"] if row["kind"] == "topic"]

    assert Counter((row["id"].split("/")[1].split("-")[0], row["verified"]) for row in topics) == {
        ("seen", True): 10,
        ("topic", False): 31,
    }


def test_edges_have_ends_sources_and_places(made):
    themes = {f"theme/{row['theme']}" for row in rows("themes", "themes.csv")}
    resolutions = {f"resolution/{row['resolution']}" for row in rows("resolutions", "resolutions.csv")}
    provisions = {f"provision/{row['resolution']}/{row['part']}" for row in rows("resolutions", "provisions.csv")}
    known = ids(made, "Guideline") | themes | resolutions | provisions

    assert [edge for edge in edges(made) if not {edge["from_id"], edge["to_id"]} <= known] == []
    assert unsourced(made) == []
    assert misgraded(made) == []
