from dataclasses import replace
from pathlib import Path

import pytest

from taazur.graph.errors import SourceError
from taazur.graph.version import version_of, with_hashes
from taazur.loaders.join import Joined, join
from taazur.loaders.tidied import tidied
from tests.unit import tiny


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch):
    tiny.use(monkeypatch.setattr)


def joined(folder: Path, **sources) -> Joined:
    """Sources (name → nodes, edges), joined."""
    return join([tidied(tiny.source(folder / name, *rows)) for name, rows in sources.items()])


def ids(made: Joined, kind: str) -> list[str]:
    return made.tables[kind]["id"].to_pylist()


def test_all_rows_of_all_sources_are_there(tmp_path: Path):
    made = joined(tmp_path, states=(tiny.STATES, tiny.REGIONS), needs=(tiny.NEEDS, tiny.NEED_OF))

    assert ids(made, "State") == ["state/AAA", "state/BBB", "state/CCC"]
    assert len(ids(made, "NEED_OF")) == 3
    assert made.messages == []
    assert [(line.source, line.file, line.rows_in, line.kept) for line in made.ledger] == [
        ("needs", "nodes.csv", 3, 3),
        ("needs", "edges.csv", 3, 3),
        ("states", "nodes.csv", 5, 5),
        ("states", "edges.csv", 3, 3),
    ]


def test_the_order_of_sources_does_not_matter(tmp_path: Path):
    rows = {"b": (tiny.STATES, ()), "a": (tiny.NEEDS, tiny.NEED_OF[1:2]), "c": ((), tiny.REGIONS)}

    one = joined(tmp_path, **rows)
    other = joined(tmp_path, **dict(reversed(rows.items())))

    assert one.tables == other.tables
    assert one.ledger == other.ledger


def test_a_document_that_two_sources_cite_is_one(tmp_path: Path):
    made = joined(tmp_path, states=(tiny.STATES[:1], ()), more=(tiny.STATES[1:2], ()))

    documents = [row for row in made.tables["Source"].to_pylist() if row["kind"] == "document"]
    assert [(row["id"], row["dataset"]) for row in documents] == [("source/doc/states", "more")]


def test_a_node_that_two_sources_describe_alike_is_one_with_both_documents(tmp_path: Path):
    again = (*tiny.STATES[0][:-1], "doc/another")
    made = joined(tmp_path, a=([tiny.STATES[0]], ()), b=([again], ()))

    (state,) = made.tables["State"].to_pylist()
    assert (state["source"], state["sources"], state["dataset"]) == ("doc/states", ["doc/another", "doc/states"], "a")
    assert made.tables["State"] == with_hashes("State", made.tables["State"])
    assert len(ids(made, "DESCRIBES")) == 2


def test_two_sources_that_differ_on_a_node_are_refused(tmp_path: Path):
    other = ("State", "state/AAA", "Another land", "member-state", "", "doc/states")

    with pytest.raises(SourceError, match=r'by a and by b, which differ in name \("Aland", "Another land"\)'):
        joined(tmp_path, a=(tiny.STATES, ()), b=([other], ()))


def test_two_sources_that_claim_the_same_are_two_edges(tmp_path: Path):
    made = joined(tmp_path, a=(tiny.STATES, ()), b=((), tiny.REGIONS[:1]), c=((), tiny.REGIONS[:1]))

    assert [row["dataset"] for row in made.tables["IN_REGION"].to_pylist()] == ["b", "c"]


def test_the_same_claim_at_the_same_place_is_one_edge(tmp_path: Path):
    part = tidied(tiny.source(tmp_path / "a", tiny.STATES, tiny.REGIONS))
    made = join([part, replace(part, name="copy")])

    assert made.tables["IN_REGION"] == part.tables["IN_REGION"]


def test_a_row_that_points_to_nothing_is_left_out_and_said(tmp_path: Path):
    bad = ("NEED_OF", "need/regional", "state/AAB", "doc/survey")
    made = joined(tmp_path, states=(tiny.STATES, ()), needs=(tiny.NEEDS, [*tiny.NEED_OF, bad]))

    assert len(ids(made, "NEED_OF")) == 3
    assert made.messages == [
        'needs/edges.csv line 5: there is no "state/AAB". Did you mean "state/AAA" or "state/BBB"? The row is left out.'
    ]
    line = made.ledger[1]
    assert (line.file, line.rows_in, line.kept, line.rejected) == ("edges.csv", 4, 3, 1)
    assert list(line.reasons.values()) == [1]
    assert 'there is no "state/AAB"' in next(iter(line.reasons))


def test_what_stands_on_a_row_that_is_left_out_is_left_out(tmp_path: Path):
    """The edge names a State that is not there, so its record goes; the need of the other file stays."""
    made = joined(tmp_path, needs=(tiny.NEEDS, tiny.NEED_OF))

    assert "NEED_OF" not in made.tables or not ids(made, "NEED_OF")
    assert ids(made, "Need") == ["need/country", "need/regional"]
    assert [line.rejected for line in made.ledger] == [0, 3]
    assert {name.split(": ")[0] for name in made.tables["Record"]["name"].to_pylist()} == {"needs/nodes.csv"}


def test_documents_that_only_left_out_rows_cite_go(tmp_path: Path):
    bad = ("NEED_OF", "need/regional", "state/AAB", "doc/only-here")
    made = joined(tmp_path, needs=(tiny.NEEDS, [bad]))

    assert ids(made, "Source") == ["source/needs", "source/doc/visit-report", "source/doc/survey"]


def test_rows_left_out_take_others_with_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A need is made from a row that also joins it to its State; an edge elsewhere points to that need."""

    def tidy(card):
        draft = tiny.Draft(card)
        for row in draft.read("nodes.csv"):
            draft.node(row["label"], row, id=row["id"], name=row["name"], kind=row["kind"])
            if row["label"] == "Need":
                draft.edge("NEED_OF", row, row["id"], row["level"])
        for row in draft.read("edges.csv"):
            draft.edge(row["type"], row, row["start"], row["end"])
        return draft

    monkeypatch.setattr(tiny, "tidy", tidy)
    tiny.use(monkeypatch.setattr)
    nodes = [
        ("Need", "need/1", "One", "recommended_by_ctc", "state/ZZZ", "doc/1"),
        ("Visit", "visit/1", "Visit", "focused", "", "doc/1"),
    ]
    edges = [("RAISED", "visit/1", "need/1", "doc/1")]

    made = joined(tmp_path, needs=(nodes, edges))

    assert not ids(made, "Need")
    assert not ids(made, "RAISED")
    assert made.messages == [
        'needs/nodes.csv line 2: there is no "state/ZZZ". The row is left out.',
        'needs/edges.csv line 2: "need/1" was left out. The row is left out.',
    ]
    assert [(line.kept, line.rejected) for line in made.ledger] == [(1, 1), (0, 1)]


def test_a_source_takes_only_its_own_rows_with_it(tmp_path: Path):
    with_both = joined(tmp_path, states=(tiny.STATES, tiny.REGIONS), needs=(tiny.NEEDS, tiny.NEED_OF))
    alone = joined(tmp_path, states=(tiny.STATES, tiny.REGIONS))

    def of_states(made: Joined) -> dict[str, list]:
        rows = {kind: [r for r in t.to_pylist() if r["dataset"] == "states"] for kind, t in made.tables.items()}
        return {kind: found for kind, found in rows.items() if found}

    assert of_states(with_both) == of_states(alone)
    assert version_of(with_both.tables) != version_of(alone.tables)
