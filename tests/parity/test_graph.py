"""Schema, writes and reading back: what goes in comes out, the same on both engines."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from taazur.graph.dialect import read_edges, read_nodes
from taazur.graph.engine import Engine, open_graph, publisher
from taazur.graph.errors import EngineError
from taazur.graph.schema import SCHEMA
from taazur.graph.table import Table, plain
from taazur.graph.version import row_hash, version_of, version_read_back, with_hashes
from tests.parity import sample

KINDS = (*(node.label for node in SCHEMA.nodes), *(edge.type for edge in SCHEMA.edges))


def _read(engine: Engine, kind: str) -> list[tuple[Any, ...]]:
    texts = [read_nodes(kind)] if SCHEMA.is_node(kind) else read_edges(kind)
    return sorted((row for text in texts for row in engine.run(text).rows), key=repr)


def _meant(kind: str) -> list[tuple[Any, ...]]:
    """The rows that were written, in the form of a Table; an empty list is no value."""
    rows = sample.tables().get(kind)
    found = rows.to_pylist() if rows else []
    return sorted((tuple(plain(value) for value in row.values()) for row in found), key=repr)


def _no_empty_lists(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted((tuple(None if value == [] else value for value in row) for row in rows), key=repr)


def test_the_sample_has_what_engines_differ_on() -> None:
    ends = [(start, end) for _, start, end, _ in sample.EDGES]

    assert len(sample.NODES) <= 40
    assert any(start == end for start, end in ends)
    assert any((end, start) in ends for start, end in ends if start != end)
    assert len(set(ends)) < len(ends)


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_comes_back(engine: Engine, kind: str) -> None:
    assert _no_empty_lists(_read(engine, kind)) == _no_empty_lists(_meant(kind))


def test_an_empty_list_is_the_same_on_both(engine: Engine) -> None:
    found = engine.run("MATCH (p:Provision {id: 'provision/2396/2'}) RETURN p.addressees AS x").rows

    assert found == (([],),)


def test_the_data_version_is_that_of_the_rows(engine: Engine) -> None:
    rows = sample.tables()

    assert version_read_back(engine) == version_of(rows) == engine.build()["data_version"]


def test_the_marker_is_the_same_on_both(engine: Engine, reference: Engine) -> None:
    assert engine.build() == reference.build()
    assert engine.build()["state"] == "complete"


@pytest.fixture
def afresh(address: str) -> str:
    """The engine's place, with the parity graph in it before and after."""
    rows = sample.tables()
    publisher(address).publish(rows, sample.marker(rows))
    return address


def _partners(*names: str, **changed: str) -> dict[str, pa.Table]:
    """The parity graph with other partners, and no edges of theirs."""
    rows = {kind: table for kind, table in sample.tables().items() if SCHEMA.is_node(kind)}
    values = [
        {"id": f"partner/{name}", "is_a": "Partner", "kind": "research", "name": changed.get(name, name)}
        for name in names
    ]
    schema = rows["Partner"].schema
    table = pa.Table.from_pylist(values, schema=schema.remove(schema.get_field_index("row_hash")))
    return {**rows, "Partner": with_hashes("Partner", table)}


def _publish(address: str, rows: dict[str, pa.Table]) -> Table:
    publisher(address).publish(rows, sample.marker(rows))
    engine = open_graph(address)
    try:
        assert version_read_back(engine) == version_of(rows) == engine.build()["data_version"]
        return engine.run("MATCH (p:Partner) RETURN p.id AS id, p.name AS name ORDER BY id")
    finally:
        engine.close()


def test_what_is_gone_goes_and_what_changed_changes(afresh: str) -> None:
    assert _publish(afresh, _partners("a", "b")).rows == (("partner/a", "a"), ("partner/b", "b"))
    assert _publish(afresh, _partners("b", "c", b="B")).rows == (("partner/b", "B"), ("partner/c", "c"))


def test_publishing_twice_changes_nothing(afresh: str) -> None:
    first = _publish(afresh, _partners("a"))

    assert _publish(afresh, _partners("a")) == first


def test_an_edge_that_changes_its_ends_is_one_edge(afresh: str) -> None:
    rows = sample.tables()
    edge = rows["BROADER"].to_pylist()[0]
    turned = {**edge, "from_id": edge["to_id"], "to_id": edge["from_id"]}
    turned["row_hash"] = row_hash("BROADER", list(turned.values())[:-1])

    rows["BROADER"] = pa.Table.from_pylist([turned], schema=rows["BROADER"].schema)
    _publish(afresh, rows)


@pytest.mark.parametrize("broken", ["a missing end", "an id twice"])
def test_a_publication_that_fails_leaves_the_old_graph(afresh: str, broken: str) -> None:
    rows = sample.tables()
    if broken == "a missing end":
        rows["Theme"] = rows["Theme"].slice(0, 1)
    else:
        rows["Theme"] = pa.concat_tables([rows["Theme"], rows["Theme"]])

    with pytest.raises(EngineError):
        publisher(afresh).publish(rows, sample.marker(rows))

    engine = open_graph(afresh)
    assert version_read_back(engine) == version_of(sample.tables()) == engine.build()["data_version"]
    engine.close()
