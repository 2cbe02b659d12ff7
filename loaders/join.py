"""All sources made one: every id once, every edge between nodes that are there.

An edge that points to nothing takes the row it was made from with it, and the
rows that stand on that one: the ledger and a message say which, and why. Two
sources may describe the same node where they agree; where they differ, that is
an error, for nothing here may choose between them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from taazur.graph.errors import SourceError, did_you_mean
from taazur.graph.schema import PROVENANCE, ROW_HASH, SCHEMA
from taazur.graph.version import with_hashes
from taazur.loaders.ledger import LedgerLine
from taazur.loaders.tidied import Tidied, Where

_OWN = {*(column.name for column in PROVENANCE), "sources", ROW_HASH.name}
"""Columns that tell of the one who describes a node, and not of the node."""


@dataclass(frozen=True)
class Joined:
    """The rows of all sources, the account of them, and what a person should hear."""

    tables: dict[str, pa.Table]
    ledger: list[LedgerLine]
    messages: list[str]


def join(parts: Sequence[Tidied]) -> Joined:
    """The sources as one graph; the order in which they are given does not matter.

    Raises
    ------
    SourceError : two sources describe a node and differ.
    """
    parts, messages = _rejecting(sorted(parts, key=lambda part: part.name))
    kinds = sorted({kind for part in parts for kind in part.tables})
    tables = {kind: _one(kind, [part.tables[kind] for part in parts if kind in part.tables]) for kind in kinds}
    return Joined(tables, [line for part in parts for line in part.ledger], messages)


def _rejecting(parts: list[Tidied]) -> tuple[list[Tidied], list[str]]:
    """The sources without the rows whose edges point to nothing, until no more do."""
    messages: list[str] = []
    left_out: set[str] = set()
    while True:
        known = {id_ for part in parts for id_ in _node_ids(part)}
        bad = [_dangling(part, known, left_out) for part in parts]
        if not any(bad):
            return parts, messages
        messages += [f"{file} line {line}: {why} The row is left out." for b in bad for (file, line), why in b.items()]
        left_out |= known
        parts = [_without(part, rows) if rows else part for part, rows in zip(parts, bad, strict=True)]


def _node_ids(part: Tidied) -> Iterator[str]:
    for kind, table in part.tables.items():
        if SCHEMA.is_node(kind):
            yield from table["id"].to_pylist()


def _dangling(part: Tidied, known: Collection[str], left_out: Collection[str]) -> dict[Where, str]:
    """Row → why it cannot stay, for the rows of one source that made an edge to or from nothing."""

    @cache
    def why(id_: str) -> str:
        if id_ in left_out:
            return f'"{id_}" was left out.'
        label = id_.split("/", 1)[0]
        near = did_you_mean(id_, (other for other in known if other.startswith(f"{label}/")))
        return f'there is no "{id_}". {near}'.strip()

    rows: dict[Where, str] = {}
    for kind, table in part.tables.items():
        if not SCHEMA.is_node(kind):
            ends = zip(*(table[column].to_pylist() for column in ("id", "from_id", "to_id")), strict=True)
            for edge, start, end in ends:
                missing = next((id_ for id_ in (start, end) if id_ not in known), None)
                if missing is not None:
                    rows.setdefault(part.origins[edge], why(missing))
    return rows


def _without(part: Tidied, rows: Mapping[Where, str]) -> Tidied:
    """A source without everything that these rows made; its ledger counts them as rejected."""
    gone = pa.array([id_ for id_, where in part.origins.items() if where in rows], pa.string())
    tables = {kind: table.filter(pc.invert(pc.is_in(table["id"], gone))) for kind, table in part.tables.items()}
    return replace(
        part,
        tables=without_uncited(part.tables, tables),
        ledger=[_account(line, part, rows) for line in part.ledger],
        origins={id_: where for id_, where in part.origins.items() if where not in rows},
        fates=part.fates | dict.fromkeys(rows, "rejected"),
    )


def _account(line: LedgerLine, part: Tidied, rows: Mapping[Where, str]) -> LedgerLine:
    of_file = {where: why for where, why in rows.items() if where[0] == f"{line.source}/{line.file}"}
    reasons: dict[str, int] = {}
    for why in of_file.values():
        reasons[why] = reasons.get(why, 0) + 1
    return line.rejecting([part.fates[where] for where in of_file], reasons)


def without_uncited(
    before: Mapping[str, pa.Table], after: Mapping[str, pa.Table], kinds: Collection[str] = ("document",)
) -> dict[str, pa.Table]:
    """``after`` without the Sources of these kinds that were read from in ``before`` and no longer are."""
    if "Source" not in after or "READ_FROM" not in before:
        return dict(after)
    was, still = (set(tables["READ_FROM"]["to_id"].to_pylist()) for tables in (before, after))
    source = after["Source"]
    uncited = pc.is_in(source["id"], pa.array(was - still, pa.string()))
    lost = pc.and_(uncited, pc.is_in(source["kind"], pa.array(kinds, pa.string())))
    return {**after, "Source": source.filter(pc.invert(lost))}


def _one(kind: str, tables: Sequence[pa.Table]) -> pa.Table:
    """The rows of one kind from all sources, each id once."""
    whole = pa.concat_tables(tables)
    ids = whole["id"].to_pylist()
    first: dict[str, int] = {}
    again: dict[str, list[int]] = {}
    for at, id_ in enumerate(ids):
        if first.setdefault(id_, at) != at:
            again.setdefault(id_, []).append(at)
    once = whole.take(pa.array(first.values(), pa.int64()))
    if not again or not SCHEMA.is_node(kind):
        # An edge's id is a hash of its claim: the same id is the same claim, with the same source.
        return once
    return _with_sources(kind, once, {id_: _sources(whole, first[id_], others) for id_, others in again.items()})


def _sources(whole: pa.Table, at: int, others: Sequence[int]) -> list[str]:
    """The documents that mention a node which several rows describe; an error where they differ."""
    one, *rest = whole.take([at, *others]).to_pylist()
    for other in rest:
        differing = [column for column in one if column not in _OWN and one[column] != other[column]]
        if differing:
            found = f'"{one["id"]}" is described by {one["dataset"]} and by {other["dataset"]}, which differ in '
            raise SourceError(
                found + ", ".join(f'{column} ("{one[column]}", "{other[column]}")' for column in differing),
                other["locator"] or other["dataset"],
                "Correct one of them, or describe it in one source only.",
            )
    return sorted({source for row in (one, *rest) for source in row["sources"] or ()})


def _with_sources(kind: str, table: pa.Table, sources: Mapping[str, list[str]]) -> pa.Table:
    """The table with these lists of documents, hashed anew."""
    lists = [
        sources.get(id_, was) or None
        for id_, was in zip(table["id"].to_pylist(), table["sources"].to_pylist(), strict=True)
    ]
    at = table.column_names.index("sources")
    return with_hashes(kind, table.set_column(at, table.field(at), pa.array(lists, table.field(at).type)))
