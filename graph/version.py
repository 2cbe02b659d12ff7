"""The data version: one name for one content, on either engine.

A row in canonical form is a JSON list of its kind and its values in schema
order: NFC text, ISO dates, sorted lists, nulls explicit. Its SHA-256 is the
``row_hash``; the data version is the SHA-256 over all of them, sorted. Run ids
and clock times are in neither.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from taazur.graph.dialect import read_edges, read_nodes
from taazur.graph.engine import Engine, Tables
from taazur.graph.schema import ROW_HASH, SCHEMA, arrow_schema

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def canonical(value: Any) -> Any:
    """One value in canonical form; an empty list is no value."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return sorted(map(canonical, value)) or None
    return value


def row_hash(kind: str, values: Iterable[Any]) -> str:
    """SHA-256 (hex) of one row: its kind, then its values in the order of ``arrow_schema(kind)``."""
    return hashlib.sha256(_encode([kind, *map(canonical, values)]).encode()).hexdigest()


def with_hashes(kind: str, table: pa.Table) -> pa.Table:
    """The table with its columns in schema order and ``row_hash`` as its last."""
    ordered = table.select(arrow_schema(kind).names)
    hashes = [row_hash(kind, row) for row in zip(*(column.to_pylist() for column in ordered.columns), strict=True)]
    return ordered.append_column(ROW_HASH.name, pa.array(hashes, pa.string()))


def data_version(hashes: Iterable[str], rules: Sequence[str] = ()) -> str:
    """The data version (64 hex digits) of rows with these hashes, read under these rule versions.

    The order in which rows come does not matter; a row that is there twice counts twice.
    """
    digest = hashlib.sha256()
    for part in (*sorted(rules), *sorted(hashes)):
        digest.update(part.encode() + b"\n")
    return digest.hexdigest()


def version_of(tables: Tables, rules: Sequence[str] = ()) -> str:
    """The data version of tables that carry ``row_hash``."""
    return data_version((h for table in tables.values() for h in table[ROW_HASH.name].to_pylist()), rules)


def version_read_back(engine: Engine, rules: Sequence[str] = ()) -> str:
    """The data version of what an engine really holds, computed from the values and not from its hashes."""
    return data_version(_hashes(engine), rules)


def _hashes(engine: Engine) -> Iterator[str]:
    """The hash of each row that an engine holds, made anew."""
    texts: Mapping[str, list[str]] = {
        **{node.label: [read_nodes(node.label)] for node in SCHEMA.nodes},
        **{edge.type: read_edges(edge.type) for edge in SCHEMA.edges},
    }
    for kind, reads in texts.items():
        for text in reads:
            for row in engine.run(text).rows:
                yield row_hash(kind, row[:-1])
