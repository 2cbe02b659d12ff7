"""Kill -9 at any moment of a build: readers find the old graph or the new one, whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from taazur.graph.engine import open_graph
from taazur.graph.errors import EngineError
from taazur.graph.find import find, index_path
from taazur.graph.ladybug import LadybugEngine
from taazur.graph.schema import SCHEMA
from taazur.graph.version import version_of, version_read_back
from taazur.loaders import build as module
from taazur.loaders.build import build
from taazur.loaders.workspace import AUDIENCES, Workspace
from tests.unit import tiny

MOMENTS = 10
SEED = 1373
ROWS = 500

BUILD = """
import sys
from pathlib import Path
from taazur.loaders.build import build
from taazur.loaders.workspace import Workspace
from tests.unit import tiny
tiny.use(setattr)
print("begun", flush=True)
build(Workspace(Path(sys.argv[1])))
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    tiny.use(monkeypatch.setattr)
    return Workspace(tiny.world(tmp_path / "here"))


def write(here: Workspace, word: str) -> None:
    """A source whose every row carries a word: a mixture of two builds would show."""
    nodes = [("Partner", f"partner/{n}", f"{word} {n}", "un-entity", "", f"doc/{n % 50}") for n in range(ROWS)]
    edges = [("PART_OF", f"partner/{n}", f"partner/{n // 2}", f"doc/{n % 50}") for n in range(1, ROWS)]
    tiny.source(here.sources / "partners", nodes, edges)


def expected(here: Workspace) -> tuple[dict[str, str], tuple[str, ...]]:
    """The data versions that a build of the present sources must give, and their rules."""
    made = module._make(here, lambda *_: None)
    released = {audience: module._released(made, audience, lambda *_: None) for audience in AUDIENCES}
    return {audience: version_of(tables, made.rules) for audience, tables in released.items()}, made.rules


def found(here: Workspace, rules: tuple[str, ...]) -> dict[str, str]:
    """What a reader finds for each audience, after every row was compared with the marker."""
    versions = {}
    for audience in AUDIENCES:
        versions[audience] = whole(here.graph_path(audience), rules)
        assert find(index_path(here.graphs, versions[audience]), versions[audience], "aland").rows
    return versions


def whole(path: Path, rules: tuple[str, ...]) -> str:
    """The data version of a graph file of which nothing is missing."""
    engine = open_graph(path)
    try:
        marker = engine.build()
        assert marker["state"] == "complete"
        assert version_read_back(engine, rules) == marker["data_version"]
        words = {name.split()[0] for name in engine.run("MATCH (p:Partner) RETURN p.name AS name").column("name")}
        assert len(words) == 1
        return marker["data_version"]
    finally:
        engine.close()


def begin(here: Workspace, root: Path) -> subprocess.Popen[str]:
    """A build in a process of its own that has just begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(here.folder)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def test_a_reader_never_finds_half_a_graph(here: Workspace, root: Path):
    write(here, "First")
    build(here)
    _, rules = expected(here)
    write(here, "Second")
    with begin(here, root) as process:
        started = time.monotonic()
        process.wait()
        seconds = time.monotonic() - started
    old = found(here, rules)
    assert old == expected(here)[0]

    chance = random.Random(SEED)
    killed = 0
    for number in range(MOMENTS):
        write(here, f"Build{number}")
        with begin(here, root) as process:
            time.sleep(chance.uniform(0, seconds))
            process.kill()
        killed += process.returncode == -9
        new, _ = expected(here)

        assert old != new
        there = found(here, rules)
        assert there in (old, new)
        old = there

    # A machine that is suddenly faster could finish some; most must have been stopped on the way.
    assert killed > MOMENTS // 2
    report = build(here)
    assert found(here, rules) == report.versions == expected(here)[0]
    assert not [path.name for path in here.graphs.iterdir() if path.name.startswith(".")]
    assert not [path.name for path in here.cache.iterdir() if path.name.endswith(".new")]


def test_half_a_graph_would_be_found_out(here: Workspace, tmp_path: Path):
    """What the test above looks for is really there to be found: a file that opens, and is not whole."""
    write(here, "First")
    made = module._make(here, lambda *_: None)
    version = version_of(made.tables, made.rules)
    marker = {"data_version": version, "state": "complete"}

    no_marker = LadybugEngine(tmp_path / "a", new=True)
    no_marker.write({"State": made.tables["State"]}, {})
    no_marker.run("MATCH (b:Build) DELETE b")
    no_marker.close()
    with pytest.raises(EngineError, match="unfinished"):
        whole(tmp_path / "a", made.rules)

    for missing in [kind for kind in ("PART_OF", "State", "DESCRIBES") if kind in made.tables]:
        half = LadybugEngine(tmp_path / missing, new=True)
        edges = {kind for kind in made.tables if not SCHEMA.is_node(kind)} if missing == "State" else set()
        half.write({kind: t for kind, t in made.tables.items() if kind != missing and kind not in edges}, marker)
        half.close()
        with pytest.raises(AssertionError):
            whole(tmp_path / missing, made.rules)
