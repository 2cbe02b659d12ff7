import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from taazur.graph.errors import EngineError, SourceError, TaazurError
from taazur.graph.find import index_path
from taazur.loaders import workspace as module
from taazur.loaders.card import shipped
from taazur.loaders.workspace import Workspace
from tests.unit import tiny

A, B, C = ("a" * 64, "b" * 64, "c" * 64)


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "here")


def publish(here: Workspace, version: str) -> set[str]:
    """Puts files of a version there and points to them; gives the names of the graph files that are then there."""
    here.graphs.mkdir(parents=True, exist_ok=True)
    public = f"{version[0]}0" * 32
    paths = {"custodian": here.graphs / f"workspace-{version[0]}", "public": here.graphs / f"public-{version[0]}"}
    for path in (*paths.values(), index_path(here.graphs, version), index_path(here.graphs, public)):
        path.touch()
    here.point_to(paths, {"custodian": version, "public": public})
    return {path.name for path in here.graphs.iterdir()}


def test_a_workspace_lies_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TAAZUR_WORKSPACE", str(tmp_path / "named"))
    assert Workspace().folder == tmp_path / "named"
    assert Workspace(tmp_path / "given").folder == tmp_path / "given"

    monkeypatch.delenv("TAAZUR_WORKSPACE")
    assert Workspace().folder.name == "taazur"
    assert not Workspace().folder.is_relative_to(tmp_path)


def test_an_empty_workspace_starts_with_the_shipped_facts(here: Workspace):
    assert [card.name for card in here.cards()] == [card.name for card in shipped()]

    tiny.source(here.sources / "own")

    assert [card.name for card in here.cards()] == [*(card.name for card in shipped()), "own"]


def test_two_sources_of_one_name_are_refused(here: Workspace):
    tiny.source(here.sources / shipped()[0].name)

    with pytest.raises(SourceError, match="two sources are named"):
        here.cards()


def test_there_is_no_graph_before_the_first_build(here: Workspace):
    assert here.current() is None
    with pytest.raises(EngineError, match="Make one with `taazur build`"):
        here.graph_path()
    with pytest.raises(EngineError, match=r'no audience "publik".*Did you mean "public"'):
        here.graph_path("publik")


def test_graphs_are_pointed_to_together(here: Workspace):
    publish(here, A)

    assert here.graph_path() == here.graphs / "public-a"
    assert here.graph_path("custodian") == here.graphs / "workspace-a"
    current = here.current()
    assert current is not None
    assert current.data_version == A


def test_the_graph_before_stays_and_older_ones_go(here: Workspace):
    first = publish(here, A)
    assert publish(here, B) > first

    third = publish(here, C)

    assert {name for name in third if name.startswith(("public", "workspace"))} == {
        "public-b",
        "public-c",
        "workspace-b",
        "workspace-c",
    }
    assert len([name for name in third if name.startswith("find")]) == 4


def test_a_build_that_changes_nothing_keeps_the_graph_before(here: Workspace):
    publish(here, A)
    both = publish(here, B)

    assert publish(here, B) == both


def test_what_a_killed_build_left_behind_goes(here: Workspace):
    publish(here, A)
    for name in (".workspace-b.lbug.1.made", ".workspace-b.lbug.1.made.wal"):
        (here.graphs / name).touch()

    assert publish(here, A) == {
        "workspace-a",
        "public-a",
        *(path.name for path in here.graphs.glob("find-*")),
    }


def test_the_index_of_a_graph_elsewhere_stays(here: Workspace):
    here.folder.mkdir()
    for version in (A, B):
        here.ledger.append("bolt://example.org", {"custodian": version}, 1.0, [])
    here.graphs.mkdir()
    for version in (A, B):
        index_path(here.graphs, version).touch()

    assert index_path(Path(), B).name in publish(here, C)
    assert not index_path(here.graphs, A).exists()


def test_a_broken_current_is_said_and_can_be_made_anew(here: Workspace):
    publish(here, A)
    (here.folder / "current").write_text("{}")

    with pytest.raises(EngineError, match=r"cannot be read.*taazur build"):
        here.graph_path()

    publish(here, B)
    assert here.graph_path() == here.graphs / "public-b"


def test_current_is_swapped_whole(here: Workspace, monkeypatch: pytest.MonkeyPatch):
    publish(here, A)

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            publish(here, B)

    assert here.graph_path() == here.graphs / "public-a"
    assert [path.name for path in here.folder.glob(".current*")] == []


def test_the_lock_says_who_holds_it(here: Workspace):
    with here.lock("taazur build"):
        held = rf"taazur build \(process {os.getpid()}, since 20.*Wait until"
        with pytest.raises(TaazurError, match=held), Workspace(here.folder).lock("taazur load"):
            pass

    with here.lock("taazur load"):
        pass
    assert not (here.folder / "lock.holder").exists()


HOLD = """
import sys, time
from pathlib import Path
from taazur.loaders.workspace import Workspace
with Workspace(Path(sys.argv[1])).lock("taazur analyse"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_lock_of_a_killed_process_is_free(here: Workspace, root: Path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(here.folder)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(TaazurError, match="taazur analyse"), here.lock("taazur build"):
            pass

        holder.kill()

    with here.lock("taazur build"):
        assert "taazur build" in (here.folder / "lock.holder").read_text("utf-8")


def _count_up(folder: Path, times: int) -> None:
    here = Workspace(folder)
    done = 0
    while done < times:
        try:
            with here.lock("counting"):
                path = folder / "count"
                path.write_text(str(int(path.read_text() if path.exists() else "0") + 1))
                done += 1
        except TaazurError:
            time.sleep(0.001)


def test_one_process_at_a_time(here: Workspace):
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=_count_up, args=(here.folder, 20)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)

    assert (here.folder / "count").read_text() == "60"


def test_small_files_are_written_whole(tmp_path: Path):
    module.write_whole(tmp_path / "current", "one")
    module.write_whole(tmp_path / "current", "two")

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("current", "two")]
