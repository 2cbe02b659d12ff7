"""A graph that no longer follows from its sources is made anew without being asked for."""

import json
from pathlib import Path

import pytest

from taazur.loaders import build as building
from taazur.loaders.build_cli import ensure
from taazur.loaders.card import seal
from taazur.loaders.workspace import Workspace
from tests.unit import tiny


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    tiny.use(monkeypatch.setattr)
    return Workspace(tiny.world(tmp_path / "here"))


def test_a_missing_graph_is_made_and_a_present_one_is_left(here: Workspace):
    assert ensure(here) is True
    first = here.current()

    assert ensure(here) is False
    assert here.current() == first


def test_a_changed_source_makes_the_graph_anew(here: Workspace):
    ensure(here)
    file = next(path for path in sorted(here.sources.glob("*/*.csv")) if "Aland" in path.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace("Aland", "Åland"), "utf-8")
    seal(file.parent)

    assert ensure(here) is True
    assert ensure(here) is False


def test_changed_rules_or_code_make_the_graph_anew(here: Workspace, monkeypatch: pytest.MonkeyPatch):
    ensure(here)
    monkeypatch.setattr(building, "code", lambda *_: "another")

    assert ensure(here) is True


def test_a_graph_of_a_taazur_that_did_not_say_what_it_was_made_from_is_made_anew(here: Workspace):
    ensure(here)
    current = here.folder / "current"
    said = json.loads(current.read_text("utf-8"))
    del said["made_from"]
    current.write_text(json.dumps(said), "utf-8")

    assert ensure(here) is True
    assert ensure(here) is False
