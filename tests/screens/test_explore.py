"""``taazur explore``: what it refuses, and what it says."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from taazur.dashboard import audience, explore_cli
from taazur.dashboard.places import ROOM, places
from taazur.graph.errors import EngineError


def test_a_taken_port_is_refused_with_the_next_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(EngineError, match=rf"port {port} is taken .* Use --port {port + 1}|Use --port \d+"):
            explore_cli._free(port)


def test_no_setting_reports_or_reaches_out() -> None:
    said = explore_cli.settings(8501)

    assert said["browser.gatherUsageStats"] is False
    assert said["server.address"] == "127.0.0.1"
    assert said["server.fileWatcherType"] == "none"
    assert said["server.port"] == 8501
    assert not [value for value in said.values() if "http" in str(value)]


@pytest.mark.parametrize("marker", [{}, {"audience": "custodian"}])
def test_what_is_not_released_is_refused(marker: dict[str, str]) -> None:
    with pytest.raises(EngineError, match="not released to the public"):
        audience.released(marker, "public", "a.lbug")

    audience.released(marker, "custodian", "a.lbug")


def test_an_unknown_audience_is_refused() -> None:
    with pytest.raises(EngineError, match="Did you mean"):
        audience.known("publick")


def test_places_are_the_same_in_any_order_and_apart() -> None:
    ids = [f"partner/{i}" for i in range(40)]
    pairs = [(ids[0], id_) for id_ in ids[1:]]

    one = places(ids, ["Partner"] * 40, pairs)
    other = places(ids[::-1], ["Partner"] * 40, pairs[::-1])

    assert one == other
    points = list(one.values())
    nearest = min(abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(points) for b in points[:i])
    assert nearest > ROOM / 2


def test_a_graph_that_is_not_there_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAAZUR_WORKSPACE", str(tmp_path))

    with pytest.raises(EngineError, match="there is no graph"):
        explore_cli._prepare(str(tmp_path / "none.lbug"), tmp_path, "public")
