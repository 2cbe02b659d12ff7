"""Publishing on Neo4j: what is new, changed or gone is written; nothing else is touched.

A small difference is one transaction: readers see the old graph or the new one.
A first load or a large difference would take a transaction longer than a server
bears, so the marker says *writing*, the rows go in batches, and readers are
refused until all is there. Either way the ids and hashes of every row are read
back and compared before the graph is called complete. A build that was killed
leaves the old graph, or one that says *writing*; the next build goes on from there.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from neo4j import Driver, Session, Transaction

from taazur.graph import bolt_marker, dialect
from taazur.graph.bolt_connection import Place, connect, errors
from taazur.graph.bolt_delta import Change, changes
from taazur.graph.bolt_marker import Marker
from taazur.graph.engine import Progress, Tables, silent
from taazur.graph.errors import EngineError
from taazur.graph.schema import SCHEMA

BATCH = 2_000
"""Rows that one statement, and while a graph is *writing* one transaction, carries."""

LARGE = 4_000
"""Rows of difference from which on a graph is written in many transactions."""


class Neo4jPublisher:
    """Writes a graph to a server."""

    def __init__(self, url: str) -> None:
        self.place = Place.of(url)
        self._writer = uuid.uuid4().hex

    def publish(self, tables: Tables, marker: Mapping[str, str], progress: Progress = silent) -> None:
        """Makes the server's graph these rows.

        Raises
        ------
        EngineError : the server refuses, another build took over, or what is there is not what was written.
        """
        full = _full_marker(tables, marker)
        driver = connect(self.place)
        with errors(self.place), driver, self._session(driver) as session:
            progress("declaring the schema", 0, 1)
            _declare(session)
            if not self._turn(session, tables, full, progress):
                self._write(session, tables, full, progress)

    def _session(self, driver: Driver) -> Session:
        return driver.session(database=self.place.database)

    def _turn(self, session: Session, tables: Tables, marker: dict[str, str], progress: Progress) -> bool:
        """Turns a complete graph into the next in one transaction; False where that would be too much."""
        with self._turning(session), session.begin_transaction(timeout=bolt_marker.TURNS_WITHIN) as transaction:
            # The marker's lock is held from here on: two builds come one after the other.
            transaction.run(bolt_marker.LOCK, writer=self._writer).consume()
            if not _marker(transaction).complete:
                return False
            todo = changes(transaction, tables)
            if sum(change.rows for change in todo) > LARGE:
                return False
            for step in _steps(todo, progress):
                _apply(transaction, *step)
            self._finish(transaction, tables, marker)
            transaction.commit()
        return True

    @contextmanager
    def _turning(self, session: Session) -> Iterator[None]:
        """Has readers wait for a moment, and lets them go on however it ends."""
        session.run(bolt_marker.TURN, writer=self._writer).consume()
        try:
            yield
        finally:
            session.run(bolt_marker.TURNED, writer=self._writer).consume()

    def _write(self, session: Session, tables: Tables, marker: dict[str, str], progress: Progress) -> None:
        """Writes in batches while readers are refused."""
        session.run(bolt_marker.CLAIM, writer=self._writer).consume()
        with session.begin_transaction() as look:
            todo = changes(look, tables)
        for step in _steps(todo, progress):
            with session.begin_transaction() as transaction:
                self._hold(transaction)
                _apply(transaction, *step)
                transaction.commit()
        progress("checking what was written", 0, 1)
        with session.begin_transaction() as transaction:
            self._hold(transaction)
            self._finish(transaction, tables, marker)
            transaction.commit()

    def _hold(self, transaction: Transaction) -> None:
        """Makes sure that no other build has taken over since."""
        record = transaction.run(bolt_marker.HOLD, writer=self._writer).single()
        if not record or not record["n"]:
            raise EngineError(
                "another build took over", str(self.place), "Let one build at a time write to a server; this one ends."
            )

    def _finish(self, transaction: Transaction, tables: Tables, marker: dict[str, str]) -> None:
        """Compares every id and hash with what was meant, then calls the graph complete."""
        left = changes(transaction, tables)
        if left:
            kinds = ", ".join(f"{change.kind} ({change.rows} rows)" for change in left)
            raise EngineError(
                f"the server does not hold what was written: {kinds}",
                str(self.place),
                "An edge whose end is missing is left out by Neo4j. The graph is not called complete.",
            )
        transaction.run(bolt_marker.SET, marker).consume()


def _declare(session: Session) -> None:
    """Makes ids unique and edges findable, before any row is written."""
    with session.begin_transaction() as transaction:
        for statement in dialect.neo4j_constraints():
            transaction.run(statement).consume()
        transaction.commit()
    session.run("CALL db.awaitIndexes(60)").consume()


def _full_marker(tables: Tables, marker: Mapping[str, str]) -> dict[str, str]:
    """All parts of the marker, as the embedded engine writes them."""
    counts = json.dumps({kind: table.num_rows for kind, table in sorted(tables.items())})
    values = {**marker, "state": bolt_marker.COMPLETE, "counts": counts}
    return {name: values.get(name, "") for name in dialect.MARKER}


def _marker(transaction: Transaction) -> Marker:
    return Marker.of(transaction.run(bolt_marker.READ).single())


Step = tuple[str, list[Any]]
"""A statement and the rows it carries."""


def _steps(todo: list[Change], progress: Progress) -> Iterator[Step]:
    """What is to be done, in an order in which every edge finds its ends: gone edges and nodes first, new nodes, new edges."""
    total, done = sum(change.rows for change in todo), 0
    for what, statement, rows in _ordered(todo):
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            yield statement, batch
            done += len(batch)
            progress(f"writing {what}", min(done, total), total)


def _ordered(todo: list[Change]) -> Iterator[tuple[str, str, list[Any]]]:
    nodes = [change for change in todo if SCHEMA.is_node(change.kind)]
    edges = [change for change in todo if not SCHEMA.is_node(change.kind)]
    for change in edges:
        yield change.kind, dialect.neo4j_delete_edges(change.kind), change.gone
    for change in nodes:
        yield change.kind, dialect.neo4j_delete_nodes(change.kind), change.gone
    for change in nodes:
        yield change.kind, dialect.neo4j_merge_nodes(change.kind), _maps(change.new)
    for change in edges:
        for start, end, part in _by_ends(change.new):
            yield change.kind, dialect.neo4j_merge_edges(change.kind, start, end), _maps(part)


def _by_ends(rows: pa.Table) -> Iterator[tuple[str, str, pa.Table]]:
    """Edges, a table for each pair of labels."""
    pairs = rows.group_by(["from_label", "to_label"]).aggregate([]).to_pylist()
    for pair in sorted(pairs, key=lambda row: (row["from_label"], row["to_label"])):
        start, end = pair["from_label"], pair["to_label"]
        yield start, end, rows.filter((pc.field("from_label") == start) & (pc.field("to_label") == end))


def _maps(rows: pa.Table) -> list[dict[str, Any]]:
    """Rows as the driver sends them; a date travels as ISO text and is cast by the statement."""
    return [{k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()} for row in rows.to_pylist()]


def _apply(transaction: Transaction, statement: str, rows: list[Any]) -> None:
    transaction.run(statement, {"rows": rows}).consume()
