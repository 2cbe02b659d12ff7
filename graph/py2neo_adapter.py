"""A small read-only door to a Neo4j server for those whose own code uses py2neo.

py2neo has come to the end of its life; nothing else of Taazur uses it. The
address is that of the server with ``py2neo+`` before it: ``py2neo+bolt://…``.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from taazur.graph import bolt_marker
from taazur.graph.bolt_connection import Place
from taazur.graph.bolt_marker import Marker
from taazur.graph.errors import EngineError
from taazur.graph.table import Table


class Py2neoEngine:
    """A graph on a Neo4j server, asked through py2neo (extra ``taazur[py2neo]``).

    Parameters
    ----------
    url : address of the server, without ``py2neo+``.

    Raises
    ------
    EngineError : py2neo is not installed, or the server cannot be reached, or its graph is not there or unfinished.
    """

    name = "py2neo"

    def __init__(self, url: str) -> None:
        self.place = Place.of(url)
        py2neo = _py2neo()
        with self._errors():
            self._graph = py2neo.Graph(self.place.address, auth=self.place.auth, name=self.place.database)
        Marker(self.build()).readable(self.place)

    def run(self, text: str, params: Mapping[str, Any] | None = None) -> Table:
        """The answer to one Cypher text; ``EngineError`` where the server refuses it."""
        return bolt_marker.from_one_graph(lambda: self._attempt(text, dict(params or {})), self.place)

    def _attempt(self, text: str, params: dict[str, Any]) -> tuple[Marker, Table, Marker]:
        with self._reading() as transaction:
            before = _marker(transaction).readable(self.place)
            cursor = transaction.run(text, params)
            answer = Table.of(cursor.keys(), [tuple(record.values()) for record in cursor])
            return before, answer, _marker(transaction)

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        """A transaction in which the server refuses to write."""
        with self._errors():
            transaction = self._graph.begin(readonly=True)
            try:
                yield transaction
            finally:
                self._graph.rollback(transaction)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turns what py2neo raises into an error that says where."""
        # py2neo's own errors and those of its parts share no class but this one.
        try:
            yield
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(f"py2neo fails ({error})", str(self.place), "Try the address without py2neo+.") from error

    def build(self) -> dict[str, str]:
        """The build marker; empty where the graph has none."""
        with self._reading() as transaction:
            return _marker(transaction).values

    def close(self) -> None:
        """Lets go of the server."""
        self._graph.service.connector.close()


def _marker(transaction: Any) -> Marker:
    rows = transaction.run(bolt_marker.READ).data()
    return Marker.of(rows[0] if rows else None)


def _py2neo() -> Any:
    """py2neo, without the warnings that a library of 2021 earns from a Python of today."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import py2neo  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(
            "py2neo is not installed",
            "py2neo+…",
            "Install the extra: pip install 'taazur[py2neo]'. The address without py2neo+ needs none.",
        ) from error
    return py2neo
