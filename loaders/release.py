"""A release: what one audience may see, as rows for a fresh graph.

What an audience may not see is not in its graph, so that no query, total or hop
can tell of it. The rules are data: ``data/release.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from taazur.graph.engine import Tables
from taazur.graph.errors import SourceError, did_you_mean
from taazur.graph.schema import SCHEMA
from taazur.graph.version import with_hashes
from taazur.loaders.join import without_uncited

RULES = Path(__file__).resolve().parent.parent / "data" / "release.toml"

COUNTED_BY = "m49-subregion"
"""The one kind of region whose States' needs are counted. With a second one that overlaps it, a State's own number
would follow by subtraction."""


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(RULES.read_text("utf-8"))


def rule() -> str:
    """The version of the release rules, such as ``release-1``."""
    return str(_rules()["rule"])


def project(tables: Tables, audience: str) -> dict[str, pa.Table]:
    """The rows that an audience may see: a part of ``tables``, each row as it is.

    A record of a hidden node is hidden, and so is a node that is known from
    hidden records only, every edge of a hidden node, and every source that only
    hidden records were read from.

    Parameters
    ----------
    tables : the whole graph, as ``build`` made it.
    audience : ``custodian`` (all of it) or ``public``.

    Raises
    ------
    SourceError : the rules name no such audience.
    """
    audiences = _rules()["audiences"]
    if audience not in audiences:
        raise SourceError(f'there is no audience "{audience}"', str(RULES), did_you_mean(audience, audiences))
    hidden = _spread(tables, set(_hidden(tables, audiences[audience])))
    if not hidden:
        return dict(tables)
    ids = pa.array(sorted(hidden), pa.string())
    seen = {kind: _seen(kind, table, ids) for kind, table in tables.items()}
    return without_uncited(tables, seen, ("document", "dataset"))


def _hidden(tables: Tables, rules: Mapping[str, Any]) -> Iterator[str]:
    """The ids that the rules of an audience name."""
    for label in rules.get("hidden_labels", ()):
        yield from _column(tables, label, "id")
    for one in rules.get("hidden", ()):
        for column, values in one.get("where", {}).items():
            found = zip(_column(tables, one["label"], "id"), _column(tables, one["label"], column), strict=True)
            yield from (id_ for id_, value in found if value in values)
        for edge, labels in one.get("of", {}).items():
            ends = zip(*(_column(tables, edge, name) for name in ("from_label", "from_id", "to_label")), strict=True)
            yield from (id_ for label, id_, to in ends if label == one["label"] and to in labels)


def _column(tables: Tables, kind: str, column: str) -> list[Any]:
    return tables[kind][column].to_pylist() if kind in tables else []


def _spread(tables: Tables, hidden: set[str]) -> set[str]:
    """The hidden nodes with their records, and the nodes that only those records describe."""
    pairs = list(zip(_column(tables, "DESCRIBES", "from_id"), _column(tables, "DESCRIBES", "to_id"), strict=True))
    while True:
        records = {record for record, node in pairs if node in hidden}
        described = {node for record, node in pairs if record not in records}
        more = records | {node for record, node in pairs if record in records and node not in described}
        if more <= hidden:
            return hidden
        hidden = hidden | more


def _seen(kind: str, table: pa.Table, hidden: pa.Array) -> pa.Table:
    """The rows of a table that are not hidden and do not touch what is."""
    for column in ("id",) if SCHEMA.is_node(kind) else ("from_id", "to_id"):
        table = table.filter(pc.invert(pc.is_in(table[column], hidden)))
    return table


def count_needs(tables: Tables) -> dict[str, pa.Table]:
    """The tables with ``needs_recorded`` on each sub-region, the same for every audience.

    Counts the needs of the States of a region; a region of one State has no count,
    for it would be that State's.
    """
    if "Region" not in tables:
        return dict(tables)
    needs: dict[str, set[str]] = {}
    ends = (_column(tables, "NEED_OF", name) for name in ("from_label", "from_id", "to_id"))
    for label, need, of in zip(*ends, strict=True):
        if label == "Need":
            needs.setdefault(of, set()).add(need)
    states = _states_of(tables)
    table = tables["Region"]
    kinds = zip(table["id"].to_pylist(), table["kind"].to_pylist(), strict=True)
    counts = [_count(states.get(id_, set()), needs) if kind == COUNTED_BY else None for id_, kind in kinds]
    at = table.column_names.index("needs_recorded")
    counted = table.set_column(at, table.field(at), pa.array(counts, pa.int64()))
    return {**tables, "Region": with_hashes("Region", counted)}


def _count(states: Iterable[str], needs: Mapping[str, set[str]]) -> int | None:
    members = list(states)
    return len(set().union(*(needs.get(state, set()) for state in members))) if len(members) > 1 else None


def _states_of(tables: Tables) -> dict[str, set[str]]:
    """Region → the States in it, also through regions that lie in it."""
    above: dict[str, set[str]] = {}
    for start, end in zip(_column(tables, "IN_REGION", "from_id"), _column(tables, "IN_REGION", "to_id"), strict=True):
        above.setdefault(start, set()).add(end)
    states: dict[str, set[str]] = {}
    for state in _column(tables, "State", "id"):
        waiting, met = list(above.get(state, ())), set[str]()
        while waiting:
            region = waiting.pop()
            if region not in met:
                met.add(region)
                states.setdefault(region, set()).add(state)
                waiting += above.get(region, ())
    return states
