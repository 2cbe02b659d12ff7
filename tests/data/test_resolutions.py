"""The resolutions, provisions and relations that ship."""

from collections import Counter

import pytest

from tests.data.drafted import drafted, edges, ids, misgraded, unsourced
from tests.data.known import rows


@pytest.fixture(scope="module")
def made():
    return drafted("resolutions")


def test_resolutions_read_and_those_only_cited(made):
    read = [row for row in made["Resolution"] if not row["cited_only"]]

    assert len(read) == 43
    assert all(row["year"] and row["tier"] for row in read)
    assert not any(row["verified"] for row in made["Resolution"] if row["cited_only"])
    assert {row["kind"] for row in made["Resolution"]} == {"security-council", "general-assembly"}


def test_symbol_number_and_year_agree(made):
    for row in made["Resolution"]:
        if row["kind"] == "security-council":
            year = f" ({row['year']})" if row["year"] else ""
            assert row["symbol"] == f"S/RES/{row['number']}{year}"
            assert row["id"] == f"resolution/{row['number']}"
        assert not row["adopted"] or row["adopted"].year == row["year"]


def test_chapter_vii_only_where_a_note_says_so(made):
    said = {row["id"] for row in made["Resolution"] if "under Chapter VII" in (row["note"] or "")}

    assert {row["id"] for row in made["Resolution"] if row["chapter_vii"]} == said
    assert said == {f"resolution/{number}" for number in (1373, 2178, 2396, 2462)}


def test_each_provision_lies_in_its_resolution(made):
    held = {edge["to_id"]: edge["from_id"] for edge in made["HAS_PROVISION"]}

    assert held.keys() == ids(made, "Provision")
    assert all(held[id_] == f"resolution/{id_.split('/')[1]}" for id_ in held)


def test_a_number_that_was_not_seen_does_not_pass_for_one(made):
    for row in made["Provision"]:
        if row["verified"] and row["paragraph"]:
            assert row["paragraph_verified"], row["id"]
        if row["paragraph"] is None:
            assert "paragraph number not known" in row["name"]
            assert row["paragraph_verified"] is None
        else:
            assert row["name"] == f"{row['symbol']}, para. {row['paragraph']}"


def test_a_provision_is_paraphrased_or_says_that_it_was_not_read(made):
    bare = {row["id"] for row in made["Provision"] if not row["summary"]}

    assert bare == {"provision/1540/3c", "provision/1540/3d", "provision/2129/19"}
    assert all(row["note"] == "Its text was not read." for row in made["Provision"] if row["id"] in bare)


def test_verification_in_words_agrees_with_the_flag(made):
    for row in made["Provision"]:
        assert bool(row["paragraph_verified"]) == (row["verification"] == "full"), row["id"]
        if row["verification"] == "full":
            assert row["verified"], row["id"]
        if row["verification"] in ("recalled", "number_group"):
            assert not row["verified"], row["id"]


def test_each_relation_is_a_claim(made):
    predicates = Counter(edge["predicate"] for edge in made["REFERS_TO"])

    assert len(made["REFERS_TO"]) == 233
    assert (predicates["recalls"], predicates["reaffirms"]) == (120, 99)


def test_edges_have_ends_sources_and_places(made):
    themes = {f"theme/{row['theme']}" for row in rows("themes", "themes.csv")}
    documents = {f"guideline/{row['guideline']}" for row in rows("guidelines", "documents.csv")}
    known = ids(made, "Resolution", "Provision") | themes | documents

    assert [edge for edge in edges(made) if not {edge["from_id"], edge["to_id"]} <= known] == []
    assert unsourced(made) == []
    assert misgraded(made) == []


def test_who_cites_a_resolution_that_was_not_read_is_on_record(made):
    cited = {edge["to_id"] for edge in made["REFERS_TO"]}
    elsewhere = {row["id"] for row in made["Resolution"] if row["cited_only"]} - cited

    assert elsewhere == {"resolution/2325", "resolution/2349", "resolution/2419", "resolution/a-60-288"}
