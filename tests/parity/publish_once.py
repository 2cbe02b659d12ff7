"""A process of its own that publishes one of two graphs, so that a test can kill it."""

from __future__ import annotations

from multiprocessing.connection import Connection

import pyarrow as pa
import pyarrow.compute as pc

from taazur.graph import bolt_publish
from taazur.graph.engine import publisher
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.version import with_hashes
from tests.parity import sample


def old() -> dict[str, pa.Table]:
    """The parity graph."""
    return sample.tables()


def new() -> dict[str, pa.Table]:
    """The parity graph with every partner renamed, no need, and 200 institutions more."""
    rows = {kind: _without_needs(kind, table) for kind, table in sample.tables().items() if kind != "Need"}
    renamed = [{**row, "name": f"{row['name']} (new)"} for row in rows["Partner"].to_pylist()]
    more = [{"id": f"institution/{n}", "is_a": "Institution", "kind": "named", "name": str(n)} for n in range(200)]
    rows["Partner"] = _table("Partner", renamed)
    rows["Institution"] = _table("Institution", [*rows["Institution"].to_pylist(), *more])
    return rows


def _without_needs(kind: str, table: pa.Table) -> pa.Table:
    if SCHEMA.is_node(kind):
        return table
    return table.filter((pc.field("from_label") != "Need") & (pc.field("to_label") != "Need"))


def _table(kind: str, rows: list[dict[str, object]]) -> pa.Table:
    return with_hashes(kind, pa.Table.from_pylist(rows, schema=arrow_schema(kind)))


def publish(url: str, which: str, large: int, batch: int, began: Connection) -> None:
    """Publishes one graph, and tells when it has begun to."""
    bolt_publish.LARGE, bolt_publish.BATCH = large, batch
    rows = {"old": old, "new": new}[which]()
    began.send(True)
    publisher(url).publish(rows, sample.marker(rows))
