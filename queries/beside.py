"""Questions that are answered by what lies beside the graph: the search index and the ledger of its workspace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from taazur.graph.engine import Engine
from taazur.graph.errors import EngineError
from taazur.graph.find import find, index_path
from taazur.graph.table import Table
from taazur.loaders.ledger import COLUMNS
from taazur.loaders.workspace import Workspace
from taazur.queries.header import Given


def found(engine: Engine, workspace: Path, given: Mapping[str, Given]) -> Table:
    """The nodes that the search index of this graph finds by name."""
    version = engine.build().get("data_version", "")
    path = index_path(Workspace(workspace).graphs, version)
    return find(path, version, str(given["text"]), int(str(given["limit"])), str(given["label"]))


def ledger(engine: Engine, workspace: Path) -> Table:
    """The account of the build that made this graph, one row a file.

    Raises
    ------
    EngineError : the workspace has no account of it.
    """
    version = engine.build().get("data_version", "")
    entry = Workspace(workspace).ledger.last(version)
    if entry is None:
        found_ = f"the ledger knows no build of data version {version[:16]}"
        raise EngineError(found_, str(workspace), "Name the workspace that built this graph.")
    records = sorted((line.record() for line in entry.lines), key=lambda r: (r["source"], r["file"]))
    rows = [
        [*(record[column] for column in COLUMNS[:-1]), [f"{why} ({n})" for why, n in record["reasons"].items()]]
        for record in records
    ]
    return Table.of(COLUMNS, rows)
