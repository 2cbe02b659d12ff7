"""What one source becomes: tables, and an account of every row.

A loader reads its card's files and drafts nodes and edges from each row. The
draft stamps where each came from, keeps the row itself as a ``Record``, checks
each value against the schema and the vocabulary, and accounts for every row:
all rows in = kept + merged + rejected.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from typing import Any

import pyarrow as pa

from taazur.graph.errors import SchemaError, SourceError, TaazurError, did_you_mean
from taazur.graph.schema import PROVENANCE, SCHEMA, arrow_schema
from taazur.graph.version import canonical
from taazur.graph.vocabulary import check
from taazur.loaders.card import Card, Row
from taazur.loaders.ledger import LedgerLine

QUALIFIERS = ("role", "relation", "standing", "predicate")
"""Columns that make two claims about the same end points two edges."""

_json = json.JSONEncoder(ensure_ascii=False).encode


class Draft:
    """The rows of one source on their way into the graph."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._ids: set[str] = set()
        self._fate: dict[tuple[str, int], str] = {}
        self._reasons: dict[str, Counter[str]] = {}
        self.origins: dict[str, tuple[str, int]] = {}
        """Id of a node or an edge → file and line of the row it was drafted from; what stands for no row is not in it."""
        self._dataset()

    def read(self, name: str) -> list[Row]:
        """The rows of a file of the card; each must then be drafted, merged or rejected."""
        rows = self.card.rows(name)
        self._fate.update({(row.file, row.line): "" for row in rows})
        self._reasons.setdefault(f"{self.card.name}/{name}", Counter())
        return rows

    def node(self, label: str, row: Row, *, id: str, name: str | None, **values: Any) -> None:
        """One node from one row.

        Provenance (source, locator, verified, grade, basis, note, sources) is taken
        from the row's cells of those names unless given. The row is kept as a Record.
        """
        self._stamp(label, row, values | {"id": id, "name": name, "is_a": label})
        self.record(row, id)

    def edge(self, type_: str, row: Row, start: str, end: str, **values: Any) -> None:
        """One edge, one claim, from one row. Labels are read off the prefixes of the two ids."""
        try:
            made = self._claim(type_, row, start, end, values)
            new = made["id"] not in self._ids
            if new:
                self._add(type_, made)
        except SchemaError as error:
            raise SchemaError(error.found, row.where, error.do) from error
        if new:
            self.origins[made["id"]] = (row.file, row.line)
            self._fate[row.file, row.line] = self._fate.get((row.file, row.line)) or "kept"
        elif not self._fate.get((row.file, row.line)):
            self.merge(row, "the same claim is there already")

    def _claim(self, type_: str, row: Row, start: str, end: str, values: dict[str, Any]) -> dict[str, Any]:
        """An edge with its end points, its provenance, and the hash of the claim as its id."""
        pair = (SCHEMA.label_of(start), SCHEMA.label_of(end))
        if pair not in SCHEMA.edge(type_).pairs:
            raise SchemaError(f"{type_} does not join {start} to {end}", "", "See docs/model.md.")
        ends = {"from_label": pair[0], "from_id": start, "to_label": pair[1], "to_id": end, "kind": type_}
        made = self._provenance(row) | {key: value for key, value in values.items() if value is not None} | ends
        claim = [start, type_, end, *(made.get(q) for q in QUALIFIERS), made.get("source"), made.get("locator")]
        return made | {"id": hashlib.sha256(_json(claim).encode()).hexdigest()[:24]}

    def record(self, row: Row, subject: str, *, fact: str | None = None, value: str | None = None) -> None:
        """Keeps the row as it was read, as a Record that describes its subject. ``fact`` names the one it gives."""
        self._fate[row.file, row.line] = self._fate.get((row.file, row.line)) or "kept"
        cells = _json(row)
        key = hashlib.sha256(f"{row.file} {cells}".encode()).hexdigest()[:12]
        id_ = f"record/{row.file.removesuffix('.csv')}/{key}"
        if id_ not in self._ids:
            self._stamp(
                "Record",
                row,
                {
                    "id": id_,
                    "is_a": "Record",
                    "kind": "fact" if fact else "row",
                    "name": f"{row.file}: {subject.split('/', 1)[1]}",
                    "file": row.file,
                    "field": fact,
                    "value": value,
                },
            )
            self.edge("READ_FROM", row, id_, f"source/{self.card.name}")
            if row.get("source"):
                self._document(row)
                self.edge("READ_FROM", row, id_, f"source/{row['source']}")
        self.edge("DESCRIBES", row, id_, subject)

    def reject(self, row: Row, reason: str) -> None:
        """Says that a row is not in the graph, and why."""
        self._set(row, "rejected", reason)

    def merge(self, row: Row, reason: str) -> None:
        """Says that a row added nothing of its own, and with what it is one."""
        self._set(row, "merged", reason)

    def tables(self) -> dict[str, pa.Table]:
        """Node label or edge type → Arrow table with the columns of ``arrow_schema``."""
        return {kind: pa.Table.from_pylist(rows, schema=arrow_schema(kind)) for kind, rows in self._rows.items()}

    def fates(self) -> dict[tuple[str, int], str]:
        """File and line of each row that was read → kept, merged or rejected."""
        return dict(self._fate)

    def ledger(self) -> list[LedgerLine]:
        """One line a file that was read.

        Raises
        ------
        SourceError : a row was neither drafted, merged nor rejected. Nothing may be lost without a word.
        """
        lost = [where for where, fate in self._fate.items() if not fate]
        if lost:
            raise SourceError(f"{len(lost)} rows were read and not accounted for", f"{lost[0][0]} line {lost[0][1]}")
        lines = []
        for file, reasons in self._reasons.items():
            fates = Counter(fate for (of, _), fate in self._fate.items() if of == file)
            name = file.split("/", 1)[1]
            counts = (fates.total(), fates["kept"], fates["merged"], fates["rejected"])
            lines.append(LedgerLine(self.card.name, name, *counts, reasons=dict(reasons)))
        return lines

    def _set(self, row: Row, fate: str, reason: str) -> None:
        self._fate[row.file, row.line] = fate
        self._reasons[row.file][reason] += 1

    def _provenance(self, row: Row) -> dict[str, Any]:
        """What the row says of where it comes from.

        A row that cites no document is the word of whoever publishes the source; one that names no place in it is
        itself the place.
        """
        cells = {p.name: row[p.name] for p in PROVENANCE if row.get(p.name) and p.name != "verified"}
        verified = row.flag("verified") if "verified" in row else None
        own = {"source": self.card.publisher, "locator": row.file}
        return {**own, **cells, "verified": bool(verified), "dataset": self.card.name}

    def _stamp(self, label: str, row: Row, values: dict[str, Any]) -> None:
        """Adds a node with the row's provenance; a node that is already drafted is an error."""
        made = self._provenance(row) | {key: value for key, value in values.items() if value is not None}
        made.setdefault("kind", SCHEMA.node(label).prefix)
        listed = [*row.list("sources")] if "sources" in row else []
        made.setdefault("sources", sorted({*listed, *([made["source"]] if made.get("source") else [])}))
        if made["id"] in self._ids:
            raise SourceError(f'"{made["id"]}" is there twice', row.where, "Give each its own id, or merge the rows.")
        try:
            self._add(label, made)
        except TaazurError as error:
            raise SourceError(error.found, row.where, error.do) from error
        self.origins[made["id"]] = (row.file, row.line)

    def _add(self, kind: str, made: dict[str, Any]) -> None:
        """Checks the columns and the values of one node or edge, and adds it."""
        names = _columns(kind)
        for column, value in made.items():
            if column not in names:
                raise SchemaError(f'{kind} has no column "{column}"', "", did_you_mean(column, names))
            if value is not None:
                check(kind, column, value)
        self._ids.add(made["id"])
        self._rows.setdefault(kind, []).append({key: canonical_cell(value) for key, value in made.items()})

    def _document(self, row: Row) -> None:
        """The document that a row cites, as a Source."""
        address = row["source"]
        if f"source/{address}" not in self._ids:
            url = address if address.startswith("http") else None
            made = {"id": f"source/{address}", "is_a": "Source", "kind": "document", "name": address, "url": url}
            self._add(
                "Source", made | {"source": address, "locator": row.file, "verified": False, "dataset": self.card.name}
            )

    def _dataset(self) -> None:
        """The card itself, as a Source."""
        card = self.card
        made = {"id": f"source/{card.name}", "is_a": "Source", "kind": "dataset", "name": card.title, "verified": True}
        made |= {"publisher": card.publisher, "licence": card.licence, "retrieved": card.retrieved, "url": card.url}
        made |= {"checksum": card.checksum(), "source": card.url, "locator": "card.toml", "dataset": card.name}
        self._add("Source", made)


@cache
def _columns(kind: str) -> dict[str, None]:
    """The columns of a kind, in their order, to be looked up once a cell."""
    return dict.fromkeys(arrow_schema(kind).names)


def canonical_cell(value: Any) -> Any:
    """A value as it is kept: lists sorted, an empty list or text as nothing; dates stay dates."""
    if isinstance(value, (str, list, tuple)):
        return canonical(value) or None
    return value
