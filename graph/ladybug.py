"""The embedded engine: Ladybug, one file, in this process.

A published file never changes: a new one is written beside it, checked, marked
complete, closed and swapped in. A reader that has the old file open keeps it
steady; opening takes no lock.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ladybug
import pyarrow as pa
import pyarrow.compute as pc

from taazur.graph import dialect
from taazur.graph.engine import Progress, Tables, silent
from taazur.graph.errors import EngineError
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.table import Table

BUFFER_POOL = 512 * 2**20
"""Bytes of memory that one open graph may use; without it Ladybug takes most of the machine's."""

TIMEOUT_MS = 30_000
"""After this long a question is given up."""

_OPENING = threading.Lock()
"""Ladybug loads its library when the first graph is opened, and fails where two threads do that at once."""


class LadybugEngine:
    """A graph file opened for reading, or a new one (``new=True`` or ``:memory:``) that can be written once.

    Each thread has a connection of its own.

    Raises
    ------
    EngineError : the file is not there, is not a graph, or is not complete.
    """

    name = "ladybug"

    def __init__(self, path: str | Path, *, new: bool = False) -> None:
        self.path = str(path)
        new = new or self.path == ":memory:"
        if not new and not Path(self.path).is_file():
            raise EngineError("there is no graph", self.path, "Make one with `taazur build`.")
        try:
            # A checkpoint after each table would double the time of a build: there is one, at the end.
            with _OPENING:
                self._database = ladybug.Database(
                    self.path, read_only=not new, buffer_pool_size=BUFFER_POOL, auto_checkpoint=False
                )
        except RuntimeError as error:
            found = f"this is not a graph that can be read ({error})"
            raise EngineError(found, self.path, "Make it anew with `taazur build`.") from error
        self._local = threading.local()
        if not new and self.build().get("state") != "complete":
            self.close()
            raise EngineError("the graph is unfinished", self.path, "Make it anew with `taazur build`.")

    def _connection(self) -> ladybug.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = ladybug.Connection(self._database, num_threads=1)
            self._local.connection.set_query_timeout(TIMEOUT_MS)
        return self._local.connection  # type: ignore[no-any-return]

    def run(self, text: str, params: Mapping[str, Any] | None = None) -> Table:
        """The answer to one Cypher text; ``EngineError`` where Ladybug refuses it."""
        try:
            result: Any = self._connection().execute(text, dict(params or {}))
        except RuntimeError as error:
            raise EngineError(f"Ladybug refuses the question ({error})", self.path) from error
        try:
            return Table.of(result.get_column_names(), result.get_all(), result.get_column_data_types())
        finally:
            result.close()

    def build(self) -> dict[str, str]:
        """The build marker; empty where the graph has none."""
        try:
            rows = self.run(
                f"MATCH (b:{dialect.BUILD}) RETURN " + ", ".join(f"b.{m} AS {m}" for m in dialect.MARKER)
            ).records()
        except EngineError:
            return {}
        return {key: str(value) for key, value in rows[0].items() if value is not None} if rows else {}

    def write(self, tables: Tables, marker: Mapping[str, str], progress: Progress = silent) -> None:
        """Declares the schema and writes all rows, checks the counts, and marks the graph complete.

        For a new, empty graph only. Edges are copied once for each pair of labels.
        """
        for statement in dialect.ladybug_tables():
            self.run(statement)
        total = sum(table.num_rows for table in tables.values())
        done = 0
        for kind in (*(n.label for n in SCHEMA.nodes), *(e.type for e in SCHEMA.edges)):
            if kind in tables and tables[kind].num_rows:
                self._copy(kind, tables[kind])
                done += tables[kind].num_rows
                progress(f"writing {kind}", done, total)
        self._check({kind: table.num_rows for kind, table in tables.items()})
        values = {
            **marker,
            "state": "complete",
            "counts": json.dumps({kind: t.num_rows for kind, t in sorted(tables.items())}),
        }
        assignments = ", ".join(f"{name}: ${name}" for name in dialect.MARKER)
        self.run(
            f"CREATE (:{dialect.BUILD} {{id: 'build', {assignments}}})",
            {name: values.get(name) for name in dialect.MARKER},
        )
        self.run("CHECKPOINT")

    def _copy(self, kind: str, table: pa.Table) -> None:
        """Copies one table in, an edge table once for each pair of labels."""
        columns = [*arrow_schema(kind).names, "row_hash"]
        rows = table.select(columns)
        connection = self._connection()
        try:
            if SCHEMA.is_node(kind):
                connection.execute(f"COPY {kind} FROM $rows", {"rows": rows})
                return
            for start, end in _pairs_in(rows):
                part = rows.filter(pc.and_(pc.equal(rows["from_label"], start), pc.equal(rows["to_label"], end)))
                part = part.drop_columns(["from_label", "to_label"]).select(["from_id", "to_id", *columns[4:]])
                connection.execute(f"COPY {kind} FROM $rows (from='{start}', to='{end}')", {"rows": part})
        except RuntimeError as error:
            raise EngineError(f"Ladybug refuses the rows of {kind} ({error})", self.path) from error

    def _check(self, expected: Mapping[str, int]) -> None:
        """Compares what is in the graph with what was written."""
        for kind, wanted in expected.items():
            text = dialect.count_nodes(kind) if SCHEMA.is_node(kind) else dialect.count_edges(kind)
            found = self.run(text).rows[0][0]
            if found != wanted:
                raise EngineError(
                    f"{kind} has {found} rows where {wanted} were written", self.path, "The old graph stays."
                )

    def close(self) -> None:
        """Lets go of the file."""
        self._local = threading.local()
        self._database.close()


def _pairs_in(rows: pa.Table) -> list[tuple[str, str]]:
    """The pairs of labels that an edge table joins, checked against the schema by Ladybug itself."""
    pairs = rows.select(["from_label", "to_label"]).group_by(["from_label", "to_label"]).aggregate([])
    return sorted(zip(pairs["from_label"].to_pylist(), pairs["to_label"].to_pylist(), strict=True))


class LadybugPublisher:
    """Writes a graph file whole beside the old one, then swaps it in."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def publish(self, tables: Tables, marker: Mapping[str, str], progress: Progress = silent) -> None:
        """Replaces the graph file by these rows; when anything fails, the old file is still there, untouched."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_name(f".{self.path.name}.{os.getpid()}.new")
        _remove(new)
        try:
            engine = LadybugEngine(new, new=True)
            try:
                engine.write(tables, marker, progress)
            finally:
                engine.close()
            os.replace(new, self.path)
            Path(f"{self.path}.wal").unlink(missing_ok=True)
        finally:
            _remove(new)


def _remove(path: Path) -> None:
    """Removes a graph file and its log."""
    for name in (path, Path(f"{path}.wal")):
        name.unlink(missing_ok=True)
