import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.card import Row
from taazur.loaders.words import in_row, look_up, names

KNOWN = {"aviation security": "aviation-security", "training": ""}


def test_word_is_found_in_any_case_and_an_empty_value_is_a_value():
    assert look_up(" Aviation Security", KNOWN, "theme", "x.csv") == "aviation-security"
    assert look_up("training", KNOWN, "theme", "x.csv") == ""


@pytest.mark.parametrize(
    ("word", "hint"), [("aviation securty", "aviation security"), ("zzz", "Add it to data/sources/x.csv")]
)
def test_unknown_word_offers_the_nearest_or_says_where_to_add_it(word, hint):
    with pytest.raises(SourceError, match=hint):
        look_up(word, KNOWN, "theme", "x.csv")


def test_error_says_in_which_row():
    row = Row({"word": "zzz"}, "x/y.csv", 7)

    with pytest.raises(SourceError, match=r"x/y\.csv line 7: no theme is called"):
        in_row(row, lambda word: look_up(word, KNOWN, "theme", "x.csv"), row["word"])


def test_missing_name_is_nothing():
    row = Row(
        {"name_en": "Chad", "name_fr": "Tchad"} | dict.fromkeys(("name_es", "name_ar", "name_ru", "name_zh"), ""), "", 1
    )

    assert names(row) == {
        "name": "Chad",
        "name_en": "Chad",
        "name_fr": "Tchad",
        "name_es": None,
        "name_ar": None,
        "name_ru": None,
        "name_zh": None,
    }
