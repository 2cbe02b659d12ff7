"""The shipped facts, built whole: nothing lost, nothing pointing to nothing, nothing without its source."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from taazur.graph.engine import open_graph
from taazur.graph.find import find, index_path
from taazur.graph.schema import SCHEMA
from taazur.graph.version import version_read_back
from taazur.loaders.build import Report, build, derived
from taazur.loaders.card import shipped
from taazur.loaders.workspace import Workspace
from tests.data.known import rows

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Built:
    """The workspace after a build, what it reported, and the rows that each audience's graph was made from."""

    workspace: Workspace
    report: Report
    whole: Rows
    public: Rows


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    workspace = Workspace(tmp_path_factory.mktemp("shipped"))
    report = build(workspace)
    whole, public = (
        {kind: table.to_pylist() for kind, table in derived(workspace, audience)[0].items()}
        for audience in ("custodian", "public")
    )
    return Built(workspace, report, whole, public)


def nodes(made: Rows) -> Rows:
    return {kind: found for kind, found in made.items() if SCHEMA.is_node(kind)}


def edges(made: Rows) -> Rows:
    return {kind: found for kind, found in made.items() if not SCHEMA.is_node(kind)}


def test_everything_that_was_curated_is_there(built: Built):
    counts = built.report.counts

    wanted = {
        "Partner": 183,
        "Programme": 169,
        "Activity": 683,
        "Need": 142,
        "Reference": 305,
        "Participation": 19,
        "State": 195,
    }
    assert {kind: counts[kind] for kind in wanted} == wanted
    assert Counter(row["kind"] for row in built.whole["State"]) == {"member-state": 193, "observer-state": 2}
    # 145 were recorded as programmes; two of them are appeals for funds.
    kinds = Counter(row["kind"] for row in built.whole["Programme"])
    assert (kinds["programme"], kinds["appeal"]) == (143, 2)
    assert sum(row["kind"] == "principle" for row in built.whole["Guideline"]) == 52


def test_every_file_is_accounted_for(built: Built):
    ledger = {(line.source, line.file): line for line in built.report.ledger}

    assert set(ledger) == {(card.name, file.name) for card in shipped() for file in card.files}
    for (source, file), line in ledger.items():
        assert line.rows_in == len(rows(source, file))
        assert line.rows_in == line.kept + line.merged + line.rejected
        assert sum(line.reasons.values()) == line.merged + line.rejected


def test_no_row_points_to_nothing(built: Built):
    reasons = [reason for line in built.report.ledger for reason in line.reasons]

    assert built.report.messages == []
    assert [reason for reason in reasons if "there is no" in reason or "left out" in reason] == []


@pytest.mark.parametrize("audience", ["whole", "public"])
def test_every_edge_joins_two_nodes(built: Built, audience: str):
    made: Rows = getattr(built, audience)
    labels = {row["id"]: kind for kind, found in nodes(made).items() for row in found}

    lost = [
        (kind, row["from_id"], row["to_id"])
        for kind, found in edges(made).items()
        for row in found
        if (labels.get(row["from_id"]), labels.get(row["to_id"])) != (row["from_label"], row["to_label"])
    ]
    assert lost == []


def test_every_node_and_edge_says_where_it_comes_from(built: Built):
    bare = [
        (kind, row["id"])
        for kind, found in built.whole.items()
        for row in found
        if not (row["source"] and row["locator"] and row["dataset"] and row["kind"]) or row["verified"] is None
    ]

    assert bare == []


def test_every_node_was_read_from_somewhere(built: Built):
    described = {row["to_id"] for row in built.whole["DESCRIBES"]}
    read = {row["from_id"] for row in built.whole["READ_FROM"]}

    own = {kind: found for kind, found in nodes(built.whole).items() if kind not in ("Record", "Source")}
    assert [row["id"] for found in own.values() for row in found if row["id"] not in described] == []
    assert [row["id"] for row in built.whole["Record"] if row["id"] not in read] == []


def test_a_partner_state_is_never_a_beneficiary(built: Built):
    partners = {(row["from_id"], row["to_id"]) for row in built.whole["WITH_PARTNER_STATE"]}
    helped = [row for kind in ("HELD_FOR", "ASSISTS") for row in built.whole[kind]]
    recorded = [row for row in rows("activities", "activities.csv") if row["relation"] == "partner-State"]

    assert {row["relation"] for row in helped} == {"assisted", "participated", "offered"}
    assert {f"activity/{row['id'].split('/')[-1]}" for row in recorded} <= {start for start, _ in partners}
    assert [pair for pair in partners if pair in {(row["from_id"], row["to_id"]) for row in helped}] == []


def test_areas_are_in_no_region(built: Built):
    assert [row for row in built.whole["IN_REGION"] if row["from_label"] == "Area"] == []


def test_needs_by_state_are_not_in_the_public_graph(built: Built):
    levels = Counter(row["level"] for row in built.whole["Need"])
    assert levels.pop("country") == 87

    assert Counter(row["level"] for row in built.public["Need"]) == levels
    assert {row["to_label"] for row in built.public["NEED_OF"] if row["from_label"] == "Need"} <= {"Region", "Partner"}
    assert len(built.public["Reference"]) == 305
    assert len(built.public["Participation"]) == 19


def test_hidden_words_are_not_in_the_bytes_of_the_public_graph(built: Built):
    here = built.workspace
    current = here.current()
    assert current is not None
    public = here.graph_path("public").read_bytes() + index_path(here.graphs, current.public_version).read_bytes()
    whole = here.graph_path("custodian").read_bytes()
    seen = " ".join(str(row) for found in built.public.values() for row in found)
    hidden = {row["id"]: row["name"] for row in built.whole["Need"] if row["level"] == "country"}
    # A long text may lie in several pages of a file: its beginning lies in one.
    texts = {text.encode()[:40] for text in (*hidden, *hidden.values()) if text[:40] not in seen}

    assert len(texts) > 100
    assert len([text for text in texts if text in whole]) > 0.9 * len(texts)
    assert [text for text in texts if text in public] == []


def test_needs_of_states_are_counted_by_sub_region(built: Built):
    counts = {row["id"]: row["needs_recorded"] for row in built.public["Region"] if row["kind"] == "m49-subregion"}

    assert counts == {r["id"]: r["needs_recorded"] for r in built.whole["Region"] if r["kind"] == "m49-subregion"}
    assert sum(count or 0 for count in counts.values()) == 87
    assert {row["needs_recorded"] for row in built.public["Region"] if row["kind"] != "m49-subregion"} == {None}


@pytest.mark.parametrize("audience", ["custodian", "public"])
def test_a_graph_holds_what_was_meant(built: Built, audience: str):
    engine = open_graph(built.workspace.graph_path(audience))
    try:
        version = engine.build()["data_version"]
        assert version_read_back(engine, built.report.rules) == version == built.report.versions[audience]
        assert engine.run("MATCH (s:State) RETURN count(s) AS n").column("n") == [195]
    finally:
        engine.close()


@pytest.mark.parametrize(
    ("text", "id_"), [("UNOCT", "partner/unoct"), ("الإنتربول", "partner/interpol"), ("Maroc", "state/MAR")]
)
def test_names_are_found(built: Built, text: str, id_: str):
    version = built.report.versions["public"]

    assert id_ in find(index_path(built.workspace.graphs, version), version, text).column("id")[:3]


def test_nothing_of_this_machine_is_in_the_ledger(built: Built, root: Path):
    assert str(root) not in built.workspace.ledger.path.read_text("utf-8")
