import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.guidelines import tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

PROV = "source locator verified grade basis note sources"
DOCUMENT = {"guideline": "doc", "symbol": "S/2015/939", "title": "Principles", "source": "S/2015/939"}
SEEN = {
    "guideline": "mgp-36",
    "number": "36",
    "document": "doc",
    "section": "I",
    "summary": "Use passenger data.",
    "confidence": "medium",
    "themes": "api-pnr",
    "implements": "S/RES/2396 (2017), para. 12 | S/RES/2178 (2014)",
    "source": "S/2015/939",
    "verified": "no",
}
BLANK = {"guideline": "mgp-1", "number": "1", "document": "doc", "confidence": "none", "source": "S/2015/939"}
TOPIC = {"guideline": "topic-01", "document": "doc", "topic": "Build trust.", "source": "general knowledge"}


def tidied(folder, *principles):
    files = {
        "documents.csv": csv_of(f"guideline symbol title url {PROV}", DOCUMENT),
        "principles.csv": csv_of(
            f"guideline number document section summary confidence themes implements url {PROV}", *principles
        ),
        "topics.csv": csv_of(f"guideline document section topic themes {PROV}", TOPIC),
    }
    return rows_of(tidy(card_of(folder / "guidelines", files)))


def test_document_principles_and_topics(tmp_path):
    made = tidied(tmp_path, SEEN, BLANK)

    assert [(row["id"], row["kind"], row["name"]) for row in made["Guideline"]] == [
        ("guideline/doc", "document", "Principles"),
        ("guideline/mgp-36", "principle", "Guiding principle 36 (S/2015/939)"),
        ("guideline/mgp-1", "principle", "Guiding principle 1 (S/2015/939)"),
        ("guideline/topic-01", "topic", "Build trust."),
    ]
    assert {edge["to_id"] for edge in made["PART_OF"]} == {"guideline/doc"}
    assert len(made["PART_OF"]) == 3


def test_principle_that_nobody_has_read_is_blank(tmp_path):
    made = tidied(tmp_path, BLANK)

    assert made["Guideline"][1]["summary"] is None
    assert "GUIDES" not in made
    assert "CONCERNS" not in made


def test_principle_guides_a_paragraph_or_a_resolution(tmp_path):
    made = tidied(tmp_path, SEEN)

    assert ends(made["GUIDES"], "verified") == [
        ("guideline/mgp-36", "provision/2396/12", False),
        ("guideline/mgp-36", "resolution/2178", False),
    ]
    assert ends(made["CONCERNS"]) == [("guideline/mgp-36", "theme/api-pnr")]


def test_principle_may_only_guide_what_is_there(tmp_path):
    with pytest.raises(SourceError, match="no row"):
        tidied(tmp_path, SEEN | {"implements": "S/RES/2396 (2017), para. 999"})
