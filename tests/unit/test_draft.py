import pytest

from taazur.graph.errors import SchemaError, SourceError
from taazur.loaders.draft import Draft
from tests.unit.test_card import source

ROWS = "id,name,source,verified,grade,note\na,A,https://example.org/a,yes,seen,\nb,B,https://example.org/b,no,,hm\n"


def draft_of(folder, text=ROWS):
    draft = Draft(source(folder / "made-up", text))
    return draft, draft.read("rows.csv")


def test_a_node_says_where_it_comes_from_and_its_row_is_kept(tmp_path):
    draft, rows = draft_of(tmp_path)

    for row in rows:
        draft.node("Partner", row, id=f"partner/{row['id']}", name=row["name"], kind="research", aliases=["z", "y"])

    tables = {kind: table.to_pylist() for kind, table in draft.tables().items()}
    first = tables["Partner"][0]
    assert (first["source"], first["locator"], first["verified"]) == ("https://example.org/a", "made-up/rows.csv", True)
    assert (first["dataset"], first["is_a"], first["aliases"]) == ("made-up", "Partner", ["y", "z"])
    assert first["sources"] == ["https://example.org/a"]
    assert tables["Partner"][1]["verified"] is False
    assert len(tables["Record"]) == 2
    assert {edge["to_id"] for edge in tables["READ_FROM"]} == {
        "source/made-up",
        "source/https://example.org/a",
        "source/https://example.org/b",
    }
    assert {edge["to_id"] for edge in tables["DESCRIBES"]} == {"partner/a", "partner/b"}


def test_all_rows_in_are_kept_merged_or_rejected(tmp_path):
    draft, rows = draft_of(tmp_path)
    draft.node("Partner", rows[0], id="partner/a", name="A", kind="research")
    draft.reject(rows[1], "nobody has seen it")

    (line,) = draft.ledger()

    assert line.record() == {
        "source": "made-up",
        "file": "rows.csv",
        "in": 2,
        "kept": 1,
        "merged": 0,
        "rejected": 1,
        "reasons": {"nobody has seen it": 1},
    }


def test_a_row_without_an_account_is_an_error(tmp_path):
    draft, rows = draft_of(tmp_path)
    draft.merge(rows[0], "the same as b")

    with pytest.raises(SourceError, match=r"rows.csv line 3: 1 rows were read and not accounted for"):
        draft.ledger()


def test_the_same_claim_from_two_sources_makes_two_edges_and_from_one_makes_one(tmp_path):
    draft, rows = draft_of(tmp_path, ROWS + "a,A,https://example.org/a,yes,seen,again\n")
    for row in rows:
        draft.edge("TAKES_PART", row, "partner/x", "programme/y", role="lead")

    table = draft.tables()["TAKES_PART"].to_pylist()

    assert [edge["source"] for edge in table] == ["https://example.org/a", "https://example.org/b"]
    assert len({edge["id"] for edge in table}) == 2
    assert draft.ledger()[0].merged == 1


def test_roles_make_claims_differ(tmp_path):
    draft, rows = draft_of(tmp_path)
    draft.edge("TAKES_PART", rows[0], "partner/x", "programme/y", role="lead")
    draft.edge("TAKES_PART", rows[0], "partner/x", "programme/y", role="donor")

    assert draft.tables()["TAKES_PART"].num_rows == 2


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "resarch"}, 'line 2: kind is "resarch".*Did you mean "research"'),
        ({"acronim": "X"}, 'Partner has no column "acronim".*Did you mean "acronym"'),
    ],
)
def test_values_that_do_not_fit_say_where(tmp_path, values, message):
    draft, rows = draft_of(tmp_path)

    with pytest.raises(SourceError, match=message):
        draft.node("Partner", rows[0], id="partner/a", name="A", **values)


def test_one_id_twice_is_an_error(tmp_path):
    draft, rows = draft_of(tmp_path)
    draft.node("Partner", rows[0], id="partner/a", name="A", kind="research")

    with pytest.raises(SourceError, match='line 3: "partner/a" is there twice'):
        draft.node("Partner", rows[1], id="partner/a", name="B", kind="research")


def test_an_edge_joins_only_what_the_schema_lets_it(tmp_path):
    draft, rows = draft_of(tmp_path)

    with pytest.raises(SchemaError, match="TAKES_PART does not join programme/y to partner/x"):
        draft.edge("TAKES_PART", rows[0], "programme/y", "partner/x")


@pytest.mark.parametrize(
    ("start", "role", "message"),
    [
        ("partner/x", "leed", r'made-up/rows\.csv line 3: role is "leed".*Did you mean "lead"'),
        ("partners/x", "lead", r'made-up/rows\.csv line 3: there is no id prefix "partners".*Did you mean "partner"'),
    ],
)
def test_a_bad_claim_names_its_row(tmp_path, start, role, message):
    draft, rows = draft_of(tmp_path)

    with pytest.raises(SchemaError, match=message):
        draft.edge("TAKES_PART", rows[1], start, "programme/y", role=role)


def test_a_missing_column_names_the_row(tmp_path):
    _, rows = draft_of(tmp_path)

    with pytest.raises(SourceError, match=r'made-up/rows\.csv line 2: there is no column "nane".*Did you mean "name"'):
        rows[0]["nane"]


def test_a_row_that_cites_no_document_is_the_word_of_the_publisher(tmp_path):
    draft, rows = draft_of(tmp_path, "id,name\na,A\n")
    draft.node("Partner", rows[0], id="partner/a", name="A", kind="research")

    (partner,) = draft.tables()["Partner"].to_pylist()
    assert (partner["source"], partner["verified"]) == (draft.card.publisher, False)
    assert [edge["to_id"] for edge in draft.tables()["READ_FROM"].to_pylist()] == ["source/made-up"]


def test_a_draft_knows_which_row_made_what(tmp_path):
    draft, rows = draft_of(tmp_path)
    for row in rows:
        draft.node("Partner", row, id=f"partner/{row['id']}", name=row["name"], kind="research")

    assert draft.origins["partner/b"] == ("made-up/rows.csv", 3)
    assert draft.fates() == {("made-up/rows.csv", 2): "kept", ("made-up/rows.csv", 3): "kept"}
    made = {row["id"] for table in draft.tables().values() for row in table.to_pylist()}
    assert made - set(draft.origins) == {
        "source/made-up",
        "source/https://example.org/a",
        "source/https://example.org/b",
    }
