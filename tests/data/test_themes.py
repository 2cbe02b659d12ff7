"""The themes and kinds of assistance that ship."""

from collections import Counter

import pytest

from taazur.graph.schema import LANGUAGES
from tests.data.drafted import drafted, edges, ids, misgraded, unsourced
from tests.data.known import rows


@pytest.fixture(scope="module")
def made():
    return drafted("themes")


def test_each_theme_is_a_top_or_lies_under_one(made):
    broader = {edge["from_id"]: edge["to_id"] for edge in made["BROADER"]}

    assert len(broader) == len(made["BROADER"])
    for theme in ids(made, "Theme"):
        chain = [theme]
        while chain[-1] in broader:
            chain.append(broader[chain[-1]])
            assert len(chain) <= 4, chain
        assert chain[-1].startswith("theme/")


def test_each_theme_was_derived_from_a_document(made):
    assert [row["id"] for row in made["Theme"] if not row["derived_from"]] == []


def test_a_name_is_there_in_all_languages_or_in_english_alone(made):
    sets = Counter(tuple(lang for lang in LANGUAGES if row[f"name_{lang}"]) for row in made["Theme"])

    assert sets == {LANGUAGES: 44, ("en",): 14}
    assert not any(row["labels_verified"] for row in made["Theme"])


def test_names_do_not_suggest_control_where_protection_is_meant(made):
    named = {row["id"]: row["name"] for row in made["Theme"]}

    assert named["theme/non-profit-organisations"] == "Protection of non-profit organizations (risk-based)"
    assert named["theme/cve"] == "Preventing violent extremism conducive to terrorism"


def test_each_word_stands_for_one_theme(made):
    crosswalk = rows("themes", "crosswalk.csv")
    themes = {id_.removeprefix("theme/") for id_ in ids(made, "Theme")}
    by_word = {}
    for row in crosswalk:
        by_word.setdefault(row["word"].casefold(), set()).add(row["theme"])

    assert {row["theme"] for row in crosswalk} - {""} <= themes
    assert [word for word, of in by_word.items() if len(of) > 1] == []
    # The id of a theme is a word of its own: nothing else may take it.
    assert [word for word, of in by_word.items() if word in themes and of != {word}] == []


def test_kinds_of_assistance_have_names_that_say_they_are_our_own(made):
    assert len(made["AssistanceType"]) == 9
    assert all(row[f"name_{lang}"] for row in made["AssistanceType"] for lang in LANGUAGES)
    assert all("our own translations" in row["basis"] and not row["verified"] for row in made["AssistanceType"])


def test_edges_have_ends_sources_and_places(made):
    assert all({edge["from_id"], edge["to_id"]} <= ids(made, "Theme") for edge in edges(made))
    assert unsourced(made) == []
    assert misgraded(made) == []
