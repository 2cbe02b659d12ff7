"""The server engine: Neo4j through its official driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from neo4j import READ_ACCESS, Query, Session

from taazur.graph import bolt_marker
from taazur.graph.bolt_connection import Place, connect, errors
from taazur.graph.bolt_marker import Marker
from taazur.graph.bolt_publish import Neo4jPublisher
from taazur.graph.errors import EngineError
from taazur.graph.table import Table

__all__ = ["Neo4jEngine", "Neo4jPublisher"]

TIMEOUT = 30
"""Seconds after which the server gives a question up."""


class Neo4jEngine:
    """A graph on a Neo4j server, opened for reading. May be used by many threads.

    Raises
    ------
    EngineError : the server cannot be reached, or its graph is not there or unfinished.
    """

    name = "neo4j"

    def __init__(self, url: str) -> None:
        self.place = Place.of(url)
        self._driver = connect(self.place)
        try:
            with self._reading() as session:
                self._last = _marker(session).readable(self.place)
        except EngineError:
            self.close()
            raise

    def run(self, text: str, params: Mapping[str, Any] | None = None) -> Table:
        """The answer to one Cypher text, all of it from one complete graph; ``EngineError`` where Neo4j refuses."""
        return bolt_marker.from_one_graph(lambda: self._attempt(text, dict(params or {})), self.place)

    def _attempt(self, text: str, params: dict[str, Any]) -> tuple[Marker, Table, Marker]:
        # The marker that was read last was there before this question too: one trip to the server less.
        before = self._last
        with self._reading() as session:
            result = session.run(Query(text, timeout=TIMEOUT), params)
            answer = Table.of(result.keys(), [record.values() for record in result])
            self._last = _marker(session)
        return before, answer, self._last

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        """A session in which the server refuses to write."""
        with (
            errors(self.place),
            self._driver.session(database=self.place.database, default_access_mode=READ_ACCESS) as session,
        ):
            yield session

    def build(self) -> dict[str, str]:
        """The build marker; empty where the graph has none."""
        with self._reading() as session:
            return _marker(session).values

    def close(self) -> None:
        """Lets go of the server."""
        self._driver.close()


def _marker(session: Session) -> Marker:
    return Marker.of(session.run(bolt_marker.READ).single())
