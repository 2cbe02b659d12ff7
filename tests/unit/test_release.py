from pathlib import Path

import pyarrow as pa
import pytest

from taazur.graph.errors import SourceError
from taazur.graph.version import with_hashes
from taazur.loaders.join import join
from taazur.loaders.release import count_needs, project
from taazur.loaders.tidied import tidied
from tests.unit import tiny


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch):
    tiny.use(monkeypatch.setattr)


def tables(folder: Path, nodes=(), edges=()) -> dict[str, pa.Table]:
    """The tiny world with more nodes and edges in the source ``more``."""
    tiny.world(folder)
    tiny.source(folder / "sources" / "more", nodes, edges)
    made = join([tidied(tiny.Card.read(path)) for path in (folder / "sources").iterdir()])
    assert made.messages == []
    return count_needs(made.tables)


def ids(made: dict[str, pa.Table], kind: str) -> set[str]:
    return set(made[kind]["id"].to_pylist())


def ends(made: dict[str, pa.Table]) -> set[str]:
    return {end for table in made.values() if "to_id" in table.column_names for end in table["to_id"].to_pylist()}


def test_the_custodian_sees_all(tmp_path: Path):
    whole = tables(tmp_path)

    assert project(whole, "custodian") == whole


def test_needs_by_state_are_not_in_public(tmp_path: Path):
    public = project(tables(tmp_path), "public")

    assert ids(public, "Need") == {"need/regional"}
    assert ids(public, "Reference") == {"reference/rating"}
    assert set(public["NEED_OF"]["from_id"].to_pylist()) == {"need/regional", "reference/rating"}
    assert "need/country" not in ends(public)


def test_records_of_what_is_hidden_are_hidden(tmp_path: Path):
    whole = tables(tmp_path)
    public = project(whole, "public")

    gone = ids(whole, "Record") - ids(public, "Record")
    assert len(gone) == 2
    assert "country" not in str(public["Record"].to_pylist())
    assert ids(public, "Source") == {
        *("source/needs", "source/states", "source/doc/states", "source/doc/survey"),
        "source/more",
    }


def test_no_edge_of_public_points_to_nothing(tmp_path: Path):
    public = project(tables(tmp_path), "public")
    nodes = {id_ for kind, table in public.items() if "to_id" not in table.column_names for id_ in ids(public, kind)}

    for table in public.values():
        if "to_id" in table.column_names:
            assert {*table["from_id"].to_pylist(), *table["to_id"].to_pylist()} <= nodes


@pytest.mark.parametrize("level", ["country", "region"])
def test_a_need_of_a_state_is_hidden_whatever_its_level(tmp_path: Path, level: str):
    need = ("Need", "need/more", "More words", "recommended_by_ctc", level, "doc/survey")
    public = project(tables(tmp_path, [need], [("NEED_OF", "need/more", "state/BBB", "doc/survey")]), "public")

    assert "need/more" not in ids(public, "Need")


def test_a_need_of_the_level_of_a_state_is_hidden_whoever_has_it(tmp_path: Path):
    nodes = [
        ("Partner", "partner/gov-AAA", "Government of Aland", "government", "", "doc/survey"),
        ("Need", "need/more", "More words", "recommended_by_ctc", "country", "doc/survey"),
    ]
    public = project(tables(tmp_path, nodes, [("NEED_OF", "need/more", "partner/gov-AAA", "doc/survey")]), "public")

    assert "need/more" not in ids(public, "Need")
    assert "partner/gov-AAA" in ids(public, "Partner")


@pytest.mark.parametrize("label", ["Recommendation", "Consent", "Roadmap", "Step", "Indicator"])
def test_what_no_state_consented_to_is_not_in_public(tmp_path: Path, label: str):
    node = (label, f"{label.lower()}/1", "Words", label.lower(), "", "doc/survey")
    whole = tables(tmp_path, [node])
    public = project(whole, "public")

    assert ids(whole, label)
    assert not ids(public, label)


def test_a_source_that_gave_only_hidden_rows_is_not_named(tmp_path: Path):
    node = ("Roadmap", "roadmap/1", "Words", "roadmap", "", "doc/roadmap-of-aland")

    assert "source/more" not in ids(project(tables(tmp_path, [node]), "public"), "Source")


def test_what_is_known_from_hidden_rows_only_is_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The row of a hidden need also names an institution; a visible row names another."""

    def tidy(card):
        draft = tiny.Draft(card)
        for row in draft.read("nodes.csv"):
            draft.node(row["label"], row, id=row["id"], name=row["name"], kind=row["kind"])
            if row["label"] == "Need":
                institution = f"institution/{row['level']}"
                draft.node("Institution", row, id=institution, name=row["level"], kind="named")
                draft.edge("WITH_INSTITUTION", row, row["id"], institution)
        for row in draft.read("edges.csv"):
            draft.edge(row["type"], row, row["start"], row["end"])
        return draft

    monkeypatch.setattr(tiny, "tidy", tidy)
    tiny.use(monkeypatch.setattr)
    public = project(tables(tmp_path), "public")

    assert ids(public, "Institution") == {"institution/region"}


def test_a_projection_changes_no_row(tmp_path: Path):
    whole = tables(tmp_path)

    for kind, table in project(whole, "public").items():
        assert table == with_hashes(kind, table)
        assert set(table["row_hash"].to_pylist()) <= set(whole[kind]["row_hash"].to_pylist())


def test_needs_are_counted_by_sub_region_for_all(tmp_path: Path):
    nodes = [
        ("Need", "need/b", "More words", "recommended_by_ctc", "country", "doc/survey"),
        ("Need", "need/c", "Other words", "recommended_by_ctc", "country", "doc/survey"),
        ("Region", "region/all", "All", "m49-region", "", "doc/states"),
    ]
    edges = [
        ("NEED_OF", "need/b", "state/AAA", "doc/survey"),
        ("NEED_OF", "need/b", "state/BBB", "doc/survey"),
        ("NEED_OF", "need/c", "state/CCC", "doc/survey"),
        ("IN_REGION", "region/north", "region/all", "doc/states"),
    ]
    whole = tables(tmp_path, nodes, edges)

    for audience in ("custodian", "public"):
        regions = project(whole, audience)["Region"]
        counts = dict(zip(regions["id"].to_pylist(), regions["needs_recorded"].to_pylist(), strict=True))
        # Two needs in the north, one of them twice; the south is one State; the third is not a sub-region.
        assert counts == {"region/north": 2, "region/south": None, "region/all": None}
        assert regions == with_hashes("Region", regions)


def test_an_audience_without_rules_is_refused(tmp_path: Path):
    with pytest.raises(SourceError, match=r'no audience "publik".*Did you mean "public"'):
        project({}, "publik")
