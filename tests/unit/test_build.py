import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from taazur.analysis.rules import rule_versions
from taazur.graph import ladybug
from taazur.graph.engine import open_graph
from taazur.graph.errors import EngineError, SourceError, TaazurError
from taazur.graph.find import find, index_path
from taazur.graph.schema import SCHEMA
from taazur.graph.version import data_version, version_read_back
from taazur.loaders import build as module
from taazur.loaders.build import build, without_password
from taazur.loaders.workspace import Workspace
from tests.unit import tiny


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with the tiny world."""
    tiny.use(monkeypatch.setattr)
    return Workspace(tiny.world(tmp_path / "here"))


def names(path: Path, label: str) -> list[str]:
    """The names of the nodes of a label in a graph file."""
    engine = open_graph(path)
    try:
        return sorted(engine.run(f"MATCH (n:{label}) RETURN n.name AS name").column("name"))
    finally:
        engine.close()


def files(here: Workspace) -> dict[str, bytes]:
    """Everything that a reader of the workspace can come to."""
    return {path.name: path.read_bytes() for path in (here.folder / "current", *here.graphs.iterdir())}


def test_a_build_makes_a_graph_for_each_audience(here: Workspace):
    report = build(here)

    assert names(here.graph_path("custodian"), "Need") == ["Hidden words: الحاجة", "Regional words"]
    assert names(here.graph_path("public"), "Need") == ["Regional words"]
    for audience in ("custodian", "public"):
        engine = open_graph(here.graph_path(audience))
        marker = engine.build()
        assert version_read_back(engine, report.rules) == marker["data_version"] == report.versions[audience]
        assert (marker["state"], marker["audience"], marker["as_at"]) == ("complete", audience, "2026-11-23")
        engine.close()
    assert report.counts["State"] == 3
    assert report.rules == tuple(sorted({"build-1", "release-1", "things-1", *rule_versions()}))


def test_current_names_the_graphs_and_their_versions(here: Workspace):
    report = build(here)

    said = json.loads((here.folder / "current").read_text("utf-8"))
    assert said["data_version"] == report.versions["custodian"]
    assert said["public_version"] == report.versions["public"]
    assert (here.folder / said["workspace"]).is_file()
    assert (here.folder / said["public"]).is_file()


def test_hidden_words_are_not_in_the_bytes_of_the_public_graph_or_its_index(here: Workspace):
    build(here)
    hidden = [text.encode() for text in ("Hidden words", "الحاجة", "need/country", "visit-report")]
    current = here.current()
    assert current is not None

    def parts(version: str, path: Path) -> bytes:
        return path.read_bytes() + index_path(here.graphs, version).read_bytes()

    whole = parts(current.data_version, here.graph_path("custodian"))
    public = parts(current.public_version, here.graph_path("public"))
    assert all(text in whole for text in hidden)
    assert not any(text in public for text in hidden)
    assert b"Regional words" in public


def test_each_graph_has_its_index(here: Workspace):
    report = build(here)

    for version in report.versions.values():
        assert find(index_path(here.graphs, version), version, "aland").column("id")[0] == "state/AAA"


def test_the_ledger_tells_of_the_build(here: Workspace):
    report = build(here)

    entry = here.ledger.last(report.versions["public"])
    assert entry is not None
    assert (entry.graph, entry.versions, entry.lines) == ("workspace", report.versions, report.ledger)
    assert [(line.source, line.file, line.rows_in) for line in entry.lines] == [
        ("needs", "nodes.csv", 3),
        ("needs", "edges.csv", 3),
        ("states", "nodes.csv", 5),
        ("states", "edges.csv", 3),
    ]


def test_building_twice_gives_one_version_and_touches_nothing(here: Workspace):
    first = build(here)
    before = files(here)
    again = build(here)

    assert again.versions == first.versions
    assert files(here) == before


def test_another_workspace_and_order_give_the_same_version(
    here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    one = build(here)
    other = Workspace(tiny.world(tmp_path / "other"))
    cards = Workspace.cards
    monkeypatch.setattr(Workspace, "cards", lambda self: cards(self)[::-1])

    assert build(other).versions == one.versions


def test_a_changed_word_changes_both_versions(here: Workspace):
    one = build(here)
    tiny.source(here.sources / "states", [*tiny.STATES[:4], (*tiny.STATES[4][:2], "Sud", *tiny.STATES[4][3:])])
    other = build(here)

    assert all(one.versions[audience] != other.versions[audience] for audience in one.versions)


def test_a_hidden_word_that_changes_leaves_the_public_version(here: Workspace):
    one = build(here)
    changed = (*tiny.NEEDS[0][:2], "Other hidden words", *tiny.NEEDS[0][3:])
    tiny.source(here.sources / "needs", [changed, *tiny.NEEDS[1:]], tiny.NEED_OF)
    other = build(here)

    assert one.versions["custodian"] != other.versions["custodian"]
    # The card of the source, which is public, carries the checksum of its files.
    assert one.versions["public"] != other.versions["public"]


def test_a_source_that_is_gone_takes_only_its_own_rows(here: Workspace):
    build(here)
    tiny.source(here.sources / "more", [("State", "state/DDD", "Dland", "member-state", "", "doc/states")])
    with_more = build(here)
    assert names(here.graph_path(), "State") == ["Aland", "Bland", "Cland", "Dland"]

    shutil.rmtree(here.sources / "more")
    without = build(here)

    assert names(here.graph_path(), "State") == ["Aland", "Bland", "Cland"]
    assert names(here.graph_path(), "Need") == ["Regional words"]
    assert without.versions != with_more.versions
    assert [line.source for line in without.ledger] == ["needs", "needs", "states", "states"]


def test_a_source_that_comes_back_gives_the_first_version_again(here: Workspace):
    first = build(here)
    shutil.move(here.sources / "needs", here.folder / "aside")
    second = build(here)
    shutil.move(here.folder / "aside", here.sources / "needs")

    assert second.versions != first.versions
    assert build(here).versions == first.versions


def bad_cell(here: Workspace) -> None:
    tiny.source(here.sources / "bad", [("State", "state/EEE", "Eland", "kingdom", "", "doc/states")])


def bad_checksum(here: Workspace) -> None:
    with (here.sources / "needs" / "nodes.csv").open("a") as file:
        file.write("State,state/EEE,Eland,member-state,,doc\n")


def bad_card(here: Workspace) -> None:
    (here.sources / "needs" / "card.toml").write_text("title =", "utf-8")


def no_file(here: Workspace) -> None:
    (here.sources / "needs" / "edges.csv").unlink()


def two_differ(here: Workspace) -> None:
    tiny.source(here.sources / "bad", [("State", "state/AAA", "Eland", "member-state", "", "doc/states")])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (bad_cell, r'bad/nodes\.csv line 2: kind is "kingdom"'),
        (bad_checksum, "not the one that the card describes"),
        (bad_card, "the card cannot be read"),
        (no_file, "not there"),
        (two_differ, "which differ in name"),
    ],
)
def test_the_old_graph_stays_when_a_source_is_bad(here: Workspace, spoil, said: str):
    build(here)
    before, ledger = files(here), here.ledger.path.read_bytes()
    spoil(here)

    with pytest.raises(SourceError, match=said):
        build(here)

    assert files(here) == before
    assert here.ledger.path.read_bytes() == ledger


def test_the_old_graph_stays_when_the_engine_refuses(here: Workspace, monkeypatch: pytest.MonkeyPatch):
    build(here)
    before = files(here)
    tiny.source(here.sources / "more", tiny.STATES[:1])

    def refuse(_engine, kind, _rows):
        if kind == "DESCRIBES":
            raise EngineError("no room")

    monkeypatch.setattr(ladybug.LadybugEngine, "_copy", refuse)
    with pytest.raises(EngineError, match="no room"):
        build(here)

    assert files(here) == before


def test_the_old_graph_stays_when_the_new_one_holds_something_else(here: Workspace, monkeypatch: pytest.MonkeyPatch):
    build(here)
    before = files(here)
    tiny.source(here.sources / "more", [("State", "state/DDD", "Dland", "member-state", "", "doc/states")])

    write = ladybug.LadybugEngine.write

    def wrong(engine, tables, marker, progress):
        states = tables["State"]
        at = states.column_names.index("name")
        names = [name.upper() for name in states["name"].to_pylist()]
        write(engine, {**tables, "State": states.set_column(at, "name", [names])}, marker, progress)

    monkeypatch.setattr(ladybug.LadybugEngine, "write", wrong)
    with pytest.raises(EngineError, match=r"holds data version .* where .* was written"):
        build(here)

    assert files(here) == before


def test_the_old_graph_stays_when_somebody_stops_the_build(here: Workspace):
    build(here)
    before = files(here)
    tiny.source(here.sources / "more", tiny.STATES[:1])

    def stop(what: str, _done: int, _of: int) -> None:
        if what.startswith("writing NEED_OF"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(here, progress=stop)

    assert files(here) == before
    assert build(here).ledger


FULL = """
import resource, sys
from pathlib import Path
from taazur.graph.errors import EngineError
from taazur.loaders.build import build
from taazur.loaders.workspace import Workspace
from tests.unit import tiny
tiny.use(setattr)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    build(Workspace(Path(sys.argv[1])))
except EngineError as error:
    print(error)
    sys.exit(7)
"""


def test_a_disk_that_is_all_but_full_is_said(here: Workspace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _path: SimpleNamespace(free=5 * 2**20))

    with pytest.raises(EngineError, match=r"graphs: only 5 MB are free\. Make room"):
        build(here)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("room", [100, 50_000, 500_000])
def test_the_old_graph_stays_when_the_disk_is_full(here: Workspace, root: Path, room: int):
    build(here)
    before = files(here)
    tiny.source(here.sources / "more", tiny.STATES[:1])

    command = [sys.executable, "-c", FULL, str(here.folder), str(room)]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)

    # Where the log of the new file cannot be written Ladybug ends the process itself: nothing can be said then.
    assert done.returncode == 7 or "lbug::common::IOException" in done.stderr
    assert {name: data for name, data in files(here).items() if not name.startswith(".")} == before
    build(here)
    assert not [path for path in here.graphs.iterdir() if path.name.startswith(".")]


def test_one_build_at_a_time(here: Workspace):
    with (
        here.lock("taazur load"),
        pytest.raises(TaazurError, match="somebody else works on this workspace: taazur load"),
    ):
        build(here)


def test_a_damaged_graph_file_is_made_again(here: Workspace):
    build(here)
    path = here.graph_path()
    path.write_bytes(path.read_bytes()[:4096])

    build(here)

    assert names(path, "Need") == ["Regional words"]


def test_a_graph_elsewhere_is_that_of_one_audience(here: Workspace, tmp_path: Path):
    path = tmp_path / "release" / "taazur.lbug"
    build(here, str(path), "public")
    assert names(path, "Need") == ["Regional words"]
    assert here.current() is None

    report = build(here, str(path))
    assert len(names(path, "Need")) == 2
    assert report.graphs == {"custodian": str(path)}
    assert [entry.graph for entry in here.ledger] == [str(path)] * 2
    assert [p.name for p in path.parent.iterdir()] == ["taazur.lbug"]
    assert index_path(here.graphs, report.versions["custodian"]).is_file()


def test_a_graph_elsewhere_stays_when_the_new_one_fails(
    here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "taazur.lbug"
    build(here, str(path))
    before = path.read_bytes()
    tiny.source(here.sources / "more", tiny.STATES[:1])
    monkeypatch.setattr(module, "version_read_back", lambda _engine, _rules: data_version(()))

    with pytest.raises(EngineError, match="holds data version"):
        build(here, str(path))

    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.glob("*taazur.lbug*")] == ["taazur.lbug"]


class Server:
    """Stands in for a server: it keeps what is published to it in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def publish(self, tables, marker, progress):
        ladybug.LadybugPublisher(self.path).publish(tables, marker, progress)


def test_a_server_is_published_to_and_read_back(here: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "server"
    monkeypatch.setattr(module, "publisher", lambda _url: Server(path))
    monkeypatch.setattr(module, "open_graph", lambda _url: open_graph(path))

    report = build(here, "bolt://neo4j:secret@example.org:7687", "public")

    assert names(path, "Need") == ["Regional words"]
    assert report.graphs == {"public": "bolt://example.org:7687"}
    assert "secret" not in here.ledger.path.read_text("utf-8")
    assert index_path(here.graphs, report.versions["public"]).is_file()

    with pytest.raises(EngineError, match=r"holds the graph of the audience public, not of custodian.*of its own"):
        build(here, "bolt://neo4j:secret@example.org:7687", "custodian")
    assert names(path, "Need") == ["Regional words"]

    monkeypatch.setattr(module, "version_read_back", lambda _engine, _rules: data_version(()))
    with pytest.raises(EngineError, match=r"^bolt://example\.org:7687: the graph holds"):
        build(here, "bolt://neo4j:secret@example.org:7687", "public")


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("neo4j+s://me:p@ss@db.example.org/x", "neo4j+s://db.example.org/x"),
        ("bolt://localhost:7687", "bolt://localhost:7687"),
        ("/data/a@b.lbug", "/data/a@b.lbug"),
    ],
)
def test_a_password_is_never_written_down(url: str, written: str):
    assert without_password(url) == written


def test_progress_names_each_step(here: Workspace):
    said: list[str] = []
    build(here, progress=lambda what, _done, _of: said.append(what))

    assert said[:3] == ["reading needs", "reading states", "joining the sources"]
    assert "writing State" in said
    assert said[-1] == "reading it back"


def test_every_kind_of_the_schema_can_be_asked_of_a_small_graph(here: Workspace):
    build(here)
    engine = open_graph(here.graph_path())
    try:
        for node in SCHEMA.nodes:
            engine.run(f"MATCH (n:{node.label}) RETURN n.id AS id")
    finally:
        engine.close()
