import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.themes import NO_THEME, assistance_type_id, theme_ids, tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
NAMES = " ".join(f"name_{lang}" for lang in LANGUAGES)
ALIASES = " ".join(f"aliases_{lang}" for lang in LANGUAGES)
PROV = "source locator verified grade basis note"
WHOLE = {"theme": "borders", "name_en": "Borders", "labels_verified": "no", "source": "S/RES/1", "verified": "yes"}
PART = {
    "theme": "cash",
    "broader": "borders",
    "name_en": "Cash",
    "aliases_en": "Couriers | Money",
    "aliases_fr": "Argent",
    "source": "S/RES/2",
    "verified": "yes",
}


@pytest.fixture
def draft(tmp_path):
    derived = (
        {"theme": "cash", "source": "S/RES/2", "locator": "para. 3", "verified": "yes"},
        {"theme": "cash", "source": "A/RES/9", "verified": "no"},
    )
    words = ({"word": "money", "theme": "cash"}, {"word": "training"})
    kinds = ({"type": "grants", "word": "grants", "name_en": "Grants", "source": "Taazur"},)
    files = {
        "themes.csv": csv_of(
            f"theme broader {NAMES} {ALIASES} definition labels_seen labels_verified {PROV}", WHOLE, PART
        ),
        "derived_from.csv": csv_of("theme source locator verified grade", *derived),
        "crosswalk.csv": csv_of("word theme", *words),
        "assistance_types.csv": csv_of(f"type word {NAMES} {PROV}", *kinds),
    }
    return tidy(card_of(tmp_path / "themes", files))


def test_theme_has_its_aliases_and_what_it_was_derived_from(draft):
    whole, part = rows_of(draft)["Theme"]

    assert part["aliases"] == ["Argent", "Couriers", "Money"]
    assert part["derived_from"] == ["A/RES/9", "S/RES/2, para. 3"]
    assert part["sources"] == ["A/RES/9", "S/RES/2"]
    assert (whole["labels_verified"], whole["name_fr"]) == (False, None)


def test_grouping_is_ours_and_never_verified(draft):
    made = rows_of(draft)["BROADER"]

    assert ends(made, "source", "verified") == [("theme/cash", "theme/borders", "Taazur", False)]


def test_word_without_a_theme_is_in_the_ledger_with_its_reason(draft):
    (line,) = [line for line in draft.ledger() if line.file == "crosswalk.csv"]

    assert (line.kept, line.rejected, line.reasons) == (1, 1, {NO_THEME: 1})


def test_words_become_themes_once_each_in_their_order():
    assert theme_ids(["watchlisting", "API/PNR", "api-pnr", "Gender"]) == [
        "theme/watchlists",
        "theme/api-pnr",
        "theme/gender",
    ]


def test_word_that_says_how_gives_no_theme():
    assert theme_ids(["training", "coordination"]) == []


def test_unknown_word_is_an_error_with_the_nearest():
    with pytest.raises(SourceError, match="aviation security"):
        theme_ids(["aviaton security"])


@pytest.mark.parametrize("word", ["advisory/mentoring", "advisory-mentoring", "Advisory and mentoring"])
def test_kind_of_assistance_is_found_by_word_id_or_name(word):
    assert assistance_type_id(word) == "assistance-type/advisory-mentoring"


def test_unknown_kind_of_assistance_is_an_error():
    with pytest.raises(SourceError, match="no kind of assistance"):
        assistance_type_id("money")
