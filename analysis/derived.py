"""A derived edge as a row of the graph: what it was made from and under which rule."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from taazur.graph.errors import SchemaError, did_you_mean
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.version import with_hashes
from taazur.graph.vocabulary import check

SOURCE = "Taazur"
"""A derived edge is ours: no document says it. The documents are behind its ``inputs``."""


def edge(
    type_: str, start: str, end: str, rule: str, inputs: Sequence[str] = (), key: Sequence[Any] = (), /, **values: Any
) -> dict[str, Any]:
    """One row of a derived edge.

    Parameters
    ----------
    inputs : ids of the claims it was derived from.
    key : what tells two edges of one type between the same ends apart.
    values : its own columns.

    Returns
    -------
    The row. Its id is a hash of ends, type, key, rule and inputs: the same inputs under the same rule give the same id.

    Raises
    ------
    SchemaError : the type does not join these ends, or has no such column, or a value is not in its list.
    """
    ends = (SCHEMA.label_of(start), SCHEMA.label_of(end))
    if ends not in SCHEMA.edge(type_).pairs:
        raise SchemaError(f"{type_} does not join {start} to {end}", "", "See docs/model.md.")
    names = arrow_schema(type_).names
    for column, value in values.items():
        if column not in names:
            raise SchemaError(f'{type_} has no column "{column}"', "", did_you_mean(column, names))
        check(type_, column, value)
    said = json.dumps([type_, start, end, rule, *key, *sorted(inputs)], ensure_ascii=False, default=str)
    return {
        "from_label": ends[0],
        "from_id": start,
        "to_label": ends[1],
        "to_id": end,
        "id": hashlib.sha256(said.encode()).hexdigest()[:24],
        "kind": type_,
        "source": SOURCE,
        "locator": rule,
        "verified": False,
        "dataset": "analysis",
        "rule": rule,
        "inputs": sorted(inputs) or None,
        **{column: _cell(value) for column, value in values.items()},
    }


def _cell(value: Any) -> Any:
    """Sets as sorted lists, empty ones as nothing; numbers rounded so that every machine writes the same digits."""
    if isinstance(value, (set, frozenset, tuple, list)):
        return sorted(value) or None
    return round(value, 6) if isinstance(value, float) else value


def table(type_: str, rows: Iterable[dict[str, Any]]) -> pa.Table:
    """The Arrow table of derived edges, in order of their ids, with ``row_hash``."""
    ordered = sorted(rows, key=lambda row: str(row["id"]))
    return with_hashes(type_, pa.Table.from_pylist(ordered, schema=arrow_schema(type_)))
