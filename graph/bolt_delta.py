"""What differs between the rows that a graph should hold and those that a server holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pyarrow as pa
from neo4j import Transaction

from taazur.graph import dialect
from taazur.graph.engine import Tables
from taazur.graph.errors import EngineError
from taazur.graph.schema import ROW_HASH, SCHEMA, arrow_schema


@dataclass(frozen=True)
class Change:
    """The difference in one node label or edge type: rows to add, and ids to remove first."""

    kind: str
    new: pa.Table
    gone: list[str]

    @property
    def rows(self) -> int:
        """How many rows have to be touched."""
        return int(self.new.num_rows) + len(self.gone)


def changes(transaction: Transaction, tables: Tables) -> list[Change]:
    """The differences, one for each label or type that has any.

    A changed node keeps its place (and its edges) and gets new values. A changed
    edge is removed and added, for its ends may have changed.
    """
    kinds = (*(node.label for node in SCHEMA.nodes), *(edge.type for edge in SCHEMA.edges))
    held = _held(transaction)
    found = (_change(kind, tables.get(kind, _no_rows(kind)), held.get(kind, {})) for kind in kinds)
    return [change for change in found if change.rows]


def _no_rows(kind: str) -> pa.Table:
    return arrow_schema(kind).append(pa.field(ROW_HASH.name, pa.string())).empty_table()


def _change(kind: str, table: pa.Table, held: dict[str, str]) -> Change:
    wanted = dict(zip(table["id"].to_pylist(), table[ROW_HASH.name].to_pylist(), strict=True))
    if len(wanted) != table.num_rows:
        raise EngineError(f"Neo4j refuses the rows of {kind} (an id is there twice)", "", "An id names one row.")
    keep = {id_ for id_, hash_ in held.items() if wanted.get(id_) == hash_}
    new = table.filter(pa.array([id_ not in keep for id_ in wanted], pa.bool_()))
    gone = held.keys() - (wanted.keys() if SCHEMA.is_node(kind) else keep)
    return Change(kind, new, sorted(gone))


def _held(transaction: Transaction) -> dict[str, dict[str, str]]:
    """Label or type → id → hash of what the server holds; what is there twice has no hash that fits."""
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for text in (dialect.NEO4J_NODE_HASHES, dialect.NEO4J_EDGE_HASHES):
        for kind, id_, hash_ in transaction.run(text).values():
            held[kind][id_] = "" if id_ in held[kind] else hash_
    return held
