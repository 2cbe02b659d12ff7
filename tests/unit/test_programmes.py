from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.programmes import ON_REQUEST, tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

SEEN = {"source": "https://example.org/a", "verified": "yes", "grade": "seen"}
OF = SEEN | {"programme": "programme/p"}
PROGRAMME = SEEN | {"id": "programme/p", "name": "A programme", "kind": "programme", "themes_basis": "own wording"}
COLUMNS = {
    "programmes": "id acronym name name_ar aliases kind part_of theme_words assistance_types themes_basis",
    "sources": "programme",
    "roles": "programme partner role quote basis note sources",
    "places": "programme place region relation note sources",
    "mandates": "programme resolution paragraph quote",
    "facts": "programme field value precision as_of basis note sources",
}


def tidied(folder, programme=PROGRAMME, **files):
    """The tables of one programme, with rows in the files named."""
    rows = {"programmes": [programme], **files}
    texts = {
        f"{name}.csv": csv_of(f"{columns} source locator verified grade", *rows.get(name, []))
        for name, columns in COLUMNS.items()
    }
    return rows_of(tidy(card_of(folder / "made-up", texts)))


def test_theme_words_stay_as_words_also_where_they_stand_for_no_theme(tmp_path):
    words = {"theme_words": "API/PNR | training", "assistance_types": "training"}

    made = tidied(tmp_path, PROGRAMME | words)

    assert made["Programme"][0]["theme_words"] == ["API/PNR", "training"]
    assert ends(made["CONCERNS"], "basis") == [("programme/p", "theme/api-pnr", "own wording")]
    assert ends(made["PROVIDES"]) == [("programme/p", "assistance-type/training")]


def test_two_sources_that_differ_are_two_edges_and_one_comes_first(tmp_path):
    first = OF | {"partner": "partner/cted", "role": "implementing-partner"}
    second = OF | {
        "partner": "partner/cted",
        "role": "consulted",
        "source": "https://example.org/b",
        "quote": "«بالتشاور»",
    }

    made = tidied(tmp_path, roles=[first, second])

    assert ends(made["TAKES_PART"], "role", "preferred", "source", "note") == [
        ("partner/cted", "programme/p", "consulted", False, "https://example.org/b", "«بالتشاور»"),
        ("partner/cted", "programme/p", "implementing-partner", True, "https://example.org/a", None),
    ]


def test_each_fact_is_a_record_and_the_preferred_one_the_column(tmp_path):
    start, day = OF | {"field": "start", "value": "2021"}, OF | {"field": "start", "value": "2021-01-19"}
    page = OF | {"field": "homepage", "value": "https://example.org/p", "verified": "no", "grade": "unverified"}

    made = tidied(tmp_path, facts=[start, day, page])

    (programme,) = made["Programme"]
    assert (programme["start_date"], programme["start_precision"]) == (date(2021, 1, 19), "day")
    assert (programme["end_date"], programme["end_precision"]) == (None, "unknown")
    assert (programme["homepage"], programme["homepage_verified"]) == ("https://example.org/p", False)
    assert sorted(record["value"] for record in made["Record"] if record["field"] == "start") == ["2021", "2021-01-19"]


def test_a_partner_state_is_never_assisted(tmp_path):
    rows = [
        OF | {"place": "state/KEN", "relation": "partner-State"},
        OF | {"place": "area/XKX", "relation": "assisted"},
        OF | {"place": "state/TGO", "relation": "participated"},
    ]

    made = tidied(tmp_path, places=rows)

    assert ends(made["WITH_PARTNER_STATE"]) == [("programme/p", "state/KEN")]
    assert ends(made["ASSISTS"], "relation") == [
        ("programme/p", "area/XKX", "assisted"),
        ("programme/p", "state/TGO", "participated"),
    ]


def test_worldwide_without_a_list_of_states_is_on_request(tmp_path):
    world = OF | {"region": "global", "relation": "offered"}

    alone = tidied(tmp_path, places=[world])["ASSISTS"]
    listed = tidied(tmp_path / "made-up", places=[world, OF | {"place": "state/TGO", "relation": "assisted"}])[
        "ASSISTS"
    ]

    assert ends(alone, "relation", "note") == [("programme/p", "region/world", "offered", ON_REQUEST)]
    assert ("programme/p", "region/world", "offered", None) in ends(listed, "relation", "note")


@pytest.mark.parametrize(
    "cells",
    [
        {"relation": "assisted"},
        {"region": "Sahel", "relation": "assisted"},
        {"place": "state/TGO", "relation": "offered"},
        {"place": "state/TGO", "region": "Sahel", "relation": "offered"},
    ],
)
def test_a_place_that_is_neither_state_nor_region_is_refused(tmp_path, cells):
    with pytest.raises(SourceError, match=r"made-up/places\.csv line 2"):
        tidied(tmp_path, places=[OF | cells])


def test_a_paragraph_is_cited_or_else_the_resolution(tmp_path):
    rows = [OF | {"resolution": "resolution/1540", "paragraph": "3(c)"}, OF | {"resolution": "resolution/2396"}]

    made = tidied(tmp_path, mandates=rows)

    assert ends(made["IMPLEMENTS"]) == [("programme/p", "provision/1540/3c"), ("programme/p", "resolution/2396")]


def test_every_document_that_mentions_it_is_listed(tmp_path):
    made = tidied(tmp_path, sources=[OF, OF | {"source": "https://example.org/b"}])

    assert made["Programme"][0]["sources"] == ["https://example.org/a", "https://example.org/b"]


def test_an_end_before_the_start_is_refused(tmp_path):
    rows = [OF | {"field": "start", "value": "2021"}, OF | {"field": "end", "value": "2019"}]

    with pytest.raises(SourceError, match="lies before the start"):
        tidied(tmp_path, facts=rows)
