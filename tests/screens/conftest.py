"""The shipped facts, built once, and the explorer over them: in this process, or as a server of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from taazur.loaders.build import build
from taazur.loaders.workspace import Workspace
from tests.screens.opened import ROOT, Screen


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the shipped facts."""
    folder = tmp_path_factory.mktemp("explorer")
    build(Workspace(folder))
    return folder


@pytest.fixture
def screen(built: Path, monkeypatch: pytest.MonkeyPatch) -> type[Screen]:
    """Opens pages over the shipped facts, as the public sees them."""
    monkeypatch.setenv("TAAZUR_WORKSPACE", str(built))
    monkeypatch.setenv("TAAZUR_AUDIENCE", "public")
    monkeypatch.setenv("TAAZUR_GRAPH", "")
    return Screen


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def explorer(built: Path) -> Iterator[str]:
    """The address of a running ``taazur explore``; stopped at the end."""
    command = [
        sys.executable,
        "-c",
        "from taazur.cli import main; main()",
        "explore",
        "--no-browser",
        "--format",
        "json",
    ]
    env = {**os.environ, "TAAZUR_WORKSPACE": str(built)}
    with subprocess.Popen(
        [*command, "--port", str(free_port())], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        yield str(json.loads(server.stdout.readline())["address"])
        server.send_signal(signal.SIGINT)
        server.wait(30)
