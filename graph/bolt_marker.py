"""The build marker on Neo4j: which graph this is, and whether it may be read.

A server shows changes as they are made, and even a transaction that is being
committed need not be seen whole. So the marker says three things: ``state`` is
*complete* or *writing* (a graph that is made in many transactions: nobody reads
it until it is complete); ``turning`` is set, by a transaction of its own, for the
moments in which one transaction turns one whole graph into the next; and the data
version and ``serial`` change with it. An answer counts only if the same complete graph was
there before and after, and did not turn.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from taazur.graph.bolt_connection import Place
from taazur.graph.dialect import BUILD, MARKER
from taazur.graph.errors import EngineError
from taazur.graph.table import Table

COMPLETE, WRITING = "complete", "writing"

TURNS_WITHIN = 60
"""Seconds after which the server itself gives up a transaction that turns the graph."""

STALE = 1000 * (TURNS_WITHIN + 30)
"""Milliseconds after which a turn that has not ended never will: its builder is gone, its transaction rolled back."""

PATIENCE = 20
"""Seconds that a question waits for one graph to become the next."""

_ONE = f"MATCH (b:{BUILD} {{id: 'build'}})"
READ = (
    f"{_ONE} RETURN {', '.join(f'b.{name} AS {name}' for name in MARKER)}, "
    f"coalesce(timestamp() - b.turning < {STALE}, false) AS turns, b.serial AS serial"
)
_NEXT = "b.serial = coalesce(b.serial, 0) + 1"
TURN = f"{_ONE} SET b.turning = timestamp(), b.turner = $writer, {_NEXT}"
TURNED = f"MATCH (b:{BUILD} {{id: 'build', turner: $writer}}) REMOVE b.turning, b.turner"
LOCK = f"{_ONE} SET b.writer = $writer"
CLAIM = f"MERGE (b:{BUILD} {{id: 'build'}}) SET b.state = '{WRITING}', b.writer = $writer, {_NEXT} REMOVE b.turning, b.turner"
HOLD = f"MATCH (b:{BUILD} {{id: 'build', writer: $writer}}) SET b.writer = $writer RETURN count(b) AS n"
SET = f"{_ONE} SET " + ", ".join(f"b.{name} = ${name}" for name in MARKER)


@dataclass(frozen=True)
class Marker:
    """What the marker said at one moment."""

    values: dict[str, str]
    turns: bool = False
    serial: int = 0

    @classmethod
    def of(cls, record: Mapping[str, Any] | None) -> Marker:
        """The marker from the one row of ``READ``; without values where there is none."""
        if record is None:
            return cls({})
        values = {name: str(record[name]) for name in MARKER if record[name] is not None}
        return cls(values, bool(record["turns"]), record["serial"] or 0)

    @property
    def complete(self) -> bool:
        """Whether there is a graph that may be read, now or in a moment."""
        return self.values.get("state") == COMPLETE

    def readable(self, place: Place) -> Marker:
        """The marker itself; ``EngineError`` where there is no graph, or an unfinished one."""
        if not self.values:
            raise EngineError("there is no graph", str(place), f"Make one with `taazur build --graph {place}`.")
        if not self.complete:
            raise _not_now("the graph is unfinished", place)
        return self


Attempt = Callable[[], tuple[Marker, Table, Marker]]
"""Asks once: the marker before, the answer, the marker after."""


def from_one_graph(attempt: Attempt, place: Place) -> Table:
    """The answer, all of it from one complete graph; asks again while one graph becomes the next."""
    until = time.monotonic() + PATIENCE
    while True:
        before, answer, after = attempt()
        if before.readable(place) == after.readable(place) and not before.turns:
            return answer
        if time.monotonic() > until:
            raise _not_now("the graph is being replaced", place)
        time.sleep(0.05)


def _not_now(found: str, place: Place) -> EngineError:
    do = f"Wait for the build that writes it; where none runs, make it anew with `taazur build --graph {place}`."
    return EngineError(found, str(place), do)
