"""Kill -9 of a process that publishes to a server: readers see the old graph or the new, or are refused.

Opening is no proof, so each look compares every hash that the server holds with those
of the two graphs, by questions that are answered from one graph or not at all.
"""

from __future__ import annotations

import multiprocessing
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.context import ForkServerProcess

import pytest

from taazur.graph import bolt_marker
from taazur.graph.engine import Engine, Tables, open_graph, publisher
from taazur.graph.errors import EngineError
from taazur.graph.schema import SCHEMA
from taazur.graph.version import version_of, version_read_back
from tests.parity import publish_once, sample
from tests.parity.publish_once import new, old

pytestmark = pytest.mark.neo4j

NODES = "MATCH (n) WHERE n.row_hash IS NOT NULL RETURN n.row_hash AS hash"
EDGES = "MATCH ()-[r]->() WHERE r.row_hash IS NOT NULL RETURN r.row_hash AS hash"
KILLS = 10
REFUSALS = "the graph is unfinished", "the graph is being replaced"
WAYS = {"in one transaction": (100_000, 20), "in many transactions": (0, 20)}


def _hashes(rows: Tables, nodes: bool) -> Counter[str]:
    return Counter(h for kind, t in rows.items() if SCHEMA.is_node(kind) is nodes for h in t["row_hash"].to_pylist())


WHOLE = {
    NODES: {"old": _hashes(old(), True), "new": _hashes(new(), True)},
    EDGES: {"old": _hashes(old(), False), "new": _hashes(new(), False)},
}


def _seen(engine: Engine, text: str) -> str:
    """Which graph an answer comes from: *old* or *new*; a half one fails the test."""
    found = Counter(str(h) for h in engine.run(text).column("hash"))
    names = [name for name, whole in WHOLE[text].items() if found == whole]
    assert names, f"half a graph: {found.total()} rows"
    return names[0]


def _look(url: str) -> str:
    """What a reader who opens the server now sees: *old*, *new* or *refused*."""
    try:
        with closing(open_graph(url)) as engine:
            (name,) = {_seen(engine, NODES), _seen(engine, EDGES)}
            found = {version_read_back(engine), engine.build()["data_version"]}
    except EngineError as error:
        if error.found in REFUSALS:
            return "refused"
        raise
    assert found == {version_of({"old": old, "new": new}[name]())}
    return name


# Its modules are imported once, and each process starts at once.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.parity.publish_once"])


@contextmanager
def _publishing(url: str, which: str, way: str) -> Iterator[ForkServerProcess]:
    """A process that has begun to publish; it is killed at the end, if it still runs."""
    here, there = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=publish_once.publish, args=(url, which, *WAYS[way], there))
    process.start()
    there.close()
    try:
        assert here.recv()
        yield process
    finally:
        process.kill()
        process.join()
        here.close()


def _publish(url: str, rows: Tables) -> None:
    publisher(url).publish(rows, sample.marker(rows))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who does not wait for a builder that was killed."""
    monkeypatch.setattr(bolt_marker, "PATIENCE", 0.2)


@pytest.mark.parametrize("way", WAYS)
def test_killed_at_any_moment_it_leaves_no_half_graph(neo4j_url: str, impatient: None, way: str) -> None:
    moments = random.Random(3)
    _publish(neo4j_url, old())
    with _publishing(neo4j_url, "new", way) as process:
        began = time.monotonic()
        process.join(300)
    takes = time.monotonic() - began
    assert _look(neo4j_url) == "new"

    seen: Counter[str] = Counter()
    for number in range(KILLS):
        _publish(neo4j_url, old())
        with _publishing(neo4j_url, "new", way) as process:
            time.sleep(takes * (number + moments.random()) / KILLS)
        seen[_look(neo4j_url)] += 1

    assert seen["old"] + seen["new"] + seen["refused"] == KILLS
    assert seen.keys() - {"new"}, f"no kill came in time: {seen}"

    # The next publication repairs whatever was left.
    _publish(neo4j_url, old())
    assert _look(neo4j_url) == "old"


@pytest.mark.parametrize("way", WAYS)
def test_a_reader_who_asks_all_the_time_never_sees_half_a_graph(neo4j_url: str, way: str) -> None:
    _publish(neo4j_url, old())
    engine = open_graph(neo4j_url)
    seen: Counter[str] = Counter()
    done = threading.Event()

    def ask_all_the_time() -> None:
        while not done.is_set():
            for text in (NODES, EDGES):
                try:
                    seen[_seen(engine, text)] += 1
                except EngineError:
                    seen["refused"] += 1
                except AssertionError:
                    seen["half"] += 1

    reader = threading.Thread(target=ask_all_the_time)
    reader.start()
    try:
        for which in ("new", "old", "new"):
            with _publishing(neo4j_url, which, way) as process:
                process.join(300)
                assert process.exitcode == 0
        time.sleep(0.5)
    finally:
        done.set()
        reader.join()
        engine.close()

    assert not seen["half"], seen
    assert seen["old"]
    assert seen["new"]
    if way == "in one transaction":
        assert not seen["refused"], seen


def test_two_builds_at_the_same_moment_leave_one_whole_graph(neo4j_url: str) -> None:
    _publish(neo4j_url, old())

    with (
        _publishing(neo4j_url, "new", "in many transactions") as one,
        _publishing(neo4j_url, "old", "in many transactions") as other,
    ):
        one.join(300)
        other.join(300)
        ends = one.exitcode, other.exitcode

    assert 0 in ends
    assert _look(neo4j_url) in ("old", "new")
