from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.resolutions import OWN_READING, cited_id, tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

PROV = "source locator verified grade basis note sources"
COLUMNS = {
    "resolutions.csv": "resolution symbol kind year adopted title title_verified agenda_item agenda_item_verified "
    f"meeting tier chapter_vii cited_only themes url digital_library_url {PROV}",
    "provisions.csv": "resolution part paragraph paragraph_verified label modality modality_norm summary addressees "
    f"named_entities themes technical_assistance verification substance_verified unverified_detail url {PROV}",
    "relations.csv": f"subject predicate object {PROV}",
    "document_relations.csv": f"subject predicate object {PROV}",
}
RESOLUTION = {
    "resolution": "2396",
    "symbol": "S/RES/2396 (2017)",
    "kind": "security-council",
    "year": "2017",
    "adopted": "2017-12-21",
    "title": "Returning fighters",
    "title_verified": "yes",
    "chapter_vii": "yes",
    "cited_only": "no",
    "themes": "ftf | api-pnr",
    "source": "S/RES/2396 (2017)",
    "verified": "yes",
}
CITED = {"resolution": "1526", "symbol": "S/RES/1526", "kind": "security-council", "cited_only": "yes", "source": "x"}
ASSEMBLY = {"resolution": "a-60-288", "symbol": "A/RES/60/288", "kind": "general-assembly", "source": "x"}
PARAGRAPH = {
    "resolution": "2396",
    "part": "12",
    "paragraph": "12",
    "paragraph_verified": "no",
    "modality_norm": "decides",
    "addressees": "States",
    "themes": "api-pnr",
    "technical_assistance": "no",
    "source": "S/RES/2396 (2017)",
    "locator": "para. 12",
    "verified": "no",
}
UNNUMBERED = PARAGRAPH | {"part": "x04", "paragraph": "", "paragraph_verified": "", "themes": ""}
LABELLED = UNNUMBERED | {"part": "decl-needs", "label": "report-needs"}
RELATION = {"subject": "2396", "object": "1526", "source": "S/RES/2396 (2017)", "locator": "preamble"}


@pytest.fixture
def made(tmp_path):
    rows = {
        "resolutions.csv": (RESOLUTION, CITED, ASSEMBLY),
        "provisions.csv": (PARAGRAPH, UNNUMBERED, LABELLED),
        "relations.csv": (RELATION | {"predicate": "recalls"}, RELATION | {"predicate": "reaffirms"}),
        "document_relations.csv": (
            {
                "subject": "guideline/a",
                "predicate": "responds to",
                "object": "provision/2396/12",
                "source": "S/2018/1177",
            },
        ),
    }
    return rows_of(tidy(card_of(tmp_path / "resolutions", {file: csv_of(COLUMNS[file], *rows[file]) for file in rows})))


def test_resolution_and_one_that_is_only_cited(made):
    full, cited, assembly = made["Resolution"]

    assert (full["name"], full["number"], full["year"]) == ("Returning fighters", 2396, 2017)
    assert (full["adopted"], full["chapter_vii"], full["cited_only"]) == (date(2017, 12, 21), "yes", False)
    assert (cited["name"], cited["name_en"], cited["year"]) == ("S/RES/1526", None, None)
    assert (cited["chapter_vii"], cited["cited_only"], cited["verified"]) == (None, True, False)
    assert (assembly["id"], assembly["number"]) == ("resolution/a-60-288", None)


def test_paragraph_whose_number_is_not_known_says_so(made):
    assert [(row["id"], row["name"], row["paragraph"]) for row in made["Provision"]] == [
        ("provision/2396/12", "S/RES/2396 (2017), para. 12", "12"),
        ("provision/2396/x04", "S/RES/2396 (2017), paragraph number not known (x04)", None),
        ("provision/2396/decl-needs", "S/RES/2396 (2017), paragraph number not known (report-needs)", None),
    ]
    assert [row["paragraph_verified"] for row in made["Provision"]] == [False, None, None]


def test_themes_are_our_own_reading(made):
    assert ends(made["CONCERNS"], "basis") == [
        ("provision/2396/12", "theme/api-pnr", OWN_READING),
        ("resolution/2396", "theme/api-pnr", OWN_READING),
        ("resolution/2396", "theme/ftf", OWN_READING),
    ]


def test_each_verb_is_a_claim_of_its_own(made):
    assert ends(made["REFERS_TO"], "predicate", "source") == [
        ("guideline/a", "provision/2396/12", "responds to", "S/2018/1177"),
        ("resolution/2396", "resolution/1526", "reaffirms", "S/RES/2396 (2017)"),
        ("resolution/2396", "resolution/1526", "recalls", "S/RES/2396 (2017)"),
    ]


@pytest.mark.parametrize(
    ("text", "paragraph", "id_"),
    [
        ("S/RES/2396", "", "resolution/2396"),
        ("S/RES/2396 (2017)", "", "resolution/2396"),
        ("S/RES/2396 (2017), para. 12", "", "provision/2396/12"),
        ("S/RES/1373 para. 2(g)", "", "provision/1373/2g"),
        ("S/RES/1540", "3(c)", "provision/1540/3c"),
        ("A/RES/60/288", "", "resolution/a-60-288"),
    ],
)
def test_what_a_source_cites_is_found(text, paragraph, id_):
    assert cited_id(text, paragraph) == id_


@pytest.mark.parametrize(
    ("text", "paragraph", "says"),
    [("S/RES/9999", "", "no row"), ("S/RES/2396", "999", "para. 999"), ("2396", "", "not the symbol")],
)
def test_what_is_not_there_is_an_error(text, paragraph, says):
    with pytest.raises(SourceError, match=says):
        cited_id(text, paragraph)


def test_paragraph_of_a_resolution_without_a_row_is_an_error_that_names_its_row(tmp_path):
    files = {file: csv_of(columns) for file, columns in COLUMNS.items()}
    files["provisions.csv"] = csv_of(COLUMNS["provisions.csv"], PARAGRAPH)

    with pytest.raises(SourceError, match=r"provisions\.csv line 2"):
        tidy(card_of(tmp_path / "resolutions", files))
