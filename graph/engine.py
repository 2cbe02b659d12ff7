"""One small protocol, two engines.

A graph is named by an address: a path or ``:memory:`` for the embedded engine,
``bolt://`` or ``neo4j://`` (and their TLS forms) for a server,
``py2neo+bolt://`` for the read-only adapter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from taazur.graph.table import Table

Tables = Mapping[str, pa.Table]
"""The rows of a whole graph: node label or edge type → Arrow table with the columns of ``arrow_schema`` and ``row_hash``."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many rows are done, and of how many."""

NEO4J_SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")


def silent(_what: str, _done: int, _of: int) -> None:
    """The progress that says nothing."""


class Engine(Protocol):
    """What every engine can do. Answers are the same on each after ``Table`` normalisation."""

    name: str
    """``ladybug``, ``neo4j`` or ``py2neo``."""

    def run(self, text: str, params: Mapping[str, Any] | None = None) -> Table:
        """The answer to one read-only Cypher text; ``EngineError`` where the engine refuses it."""
        ...

    def build(self) -> dict[str, str]:
        """The build marker: ``state``, ``data_version``, ``audience``, ``as_at``, ``counts``; empty where there is none."""
        ...

    def close(self) -> None:
        """Lets go of the database."""
        ...


class Publisher(Protocol):
    """What an engine that can be written to does to make a graph whole before anyone reads it."""

    def publish(self, tables: Tables, marker: Mapping[str, str], progress: Progress = silent) -> None:
        """Replaces the graph by these rows, or leaves the old one as it was.

        Readers see the old graph or the new one, or (on a server, while a large
        delta is being written) are refused as unfinished.
        """
        ...


def is_server(url: str) -> bool:
    """Whether an address names a server rather than a file."""
    return url.startswith((*NEO4J_SCHEMES, "py2neo+"))


def open_graph(url: str | Path) -> Engine:
    """The graph at an address, opened for reading.

    Raises
    ------
    EngineError : nothing is there, it does not answer, or its build is not complete.
    """
    # Imported here so that whoever asks one engine does not load the other.
    address = str(url)
    if address.startswith("py2neo+"):
        from taazur.graph.py2neo_adapter import Py2neoEngine  # noqa: PLC0415

        return Py2neoEngine(address.removeprefix("py2neo+"))
    if address.startswith(NEO4J_SCHEMES):
        from taazur.graph.bolt import Neo4jEngine  # noqa: PLC0415

        return Neo4jEngine(address)
    from taazur.graph.ladybug import LadybugEngine  # noqa: PLC0415

    return LadybugEngine(address)


def publisher(url: str | Path) -> Publisher:
    """What writes the graph at an address: a server, or a file that is swapped in whole."""
    address = str(url)
    if address.startswith(NEO4J_SCHEMES):
        from taazur.graph.bolt import Neo4jPublisher  # noqa: PLC0415

        return Neo4jPublisher(address)
    from taazur.graph.ladybug import LadybugPublisher  # noqa: PLC0415

    return LadybugPublisher(Path(address))
