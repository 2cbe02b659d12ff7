"""``taazur explore``: builds the graph where there is none, serves the explorer on this machine, says where it is."""

from __future__ import annotations

import importlib
import json
import os
import socket
import sys
import threading
import time
import tomllib
import webbrowser
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import click

from taazur.dashboard.audience import known, released
from taazur.graph.errors import EngineError

HOST = "127.0.0.1"
WARM_AFTER = 3.0
"""Seconds left to the first page before what the network needs is loaded."""

PATIENCE = 60.0
"""Seconds after which a server that does not answer is given up."""


@click.command("explore")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535), help="Port on 127.0.0.1.")
@click.option("--graph", default="", metavar="URL", help="Graph file or server; else the workspace's own.")
@click.option("--workspace", type=click.Path(file_okay=False, path_type=Path), help="Folder of the workspace.")
@click.option("--audience", default="public", show_default=True, help="Whose graph to show: public or custodian.")
@click.option("--browser/--no-browser", default=True, help="Open a browser when the explorer answers.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "json"]),
    default="table",
    help="json: one line on standard output.",
)
def explore(port: int, graph: str, workspace: Path | None, audience: str, browser: bool, shape: str) -> None:
    """Open the explorer in a browser.

    The graph is built first where there is none. Everything is served from this
    machine to this machine only. With --format json one line is printed when it
    answers: {"address": ..., "audience": ..., "data_version": ..., "process": ...}.
    """
    known(audience)
    _free(port)
    said = _prepare(graph, workspace, audience)
    address = f"http://{HOST}:{port}/"
    line = {"address": address, **said, "process": os.getpid()}
    threading.Thread(target=_announce, args=(line, port, shape == "json", browser), daemon=True).start()
    _serve(port)


def _free(port: int) -> None:
    """Refuses a port that is taken, and offers the next that is not."""
    if _can_bind(port):
        return
    free = next((p for p in range(port + 1, min(port + 200, 65536)) if _can_bind(p)), None)
    hint = f"Use --port {free}." if free else "Name another with --port."
    raise EngineError(f"port {port} is taken by another program", HOST, hint)


def _can_bind(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _prepare(url: str, folder: Path | None, audience: str) -> dict[str, str]:
    """Makes sure that there is a graph for the audience, and tells the screens by the environment which it is."""
    from taazur.graph.engine import open_graph  # noqa: PLC0415
    from taazur.loaders.workspace import Workspace  # noqa: PLC0415

    workspace = Workspace(folder.resolve() if folder else None)
    if not url:
        from taazur.loaders.build_cli import ensure  # noqa: PLC0415

        ensure(workspace)
    engine = open_graph(url or workspace.graph_path(audience))
    marker = engine.build()
    engine.close()
    released(marker, audience, url)
    os.environ |= {"TAAZUR_AUDIENCE": audience, "TAAZUR_GRAPH": url, "TAAZUR_WORKSPACE": str(workspace.folder)}
    return {"audience": audience, "data_version": marker.get("data_version", "")}


def settings(port: int) -> dict[str, Any]:
    """Every line of ``.streamlit/config.toml`` by its dotted name, and the port."""
    path = Path(__file__).parent / ".streamlit" / "config.toml"
    return {**_dotted(tomllib.loads(path.read_text("utf-8"))), "server.port": port}


def _dotted(said: dict[str, Any], above: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in said.items():
        flat |= _dotted(value, f"{above}{name}.") if isinstance(value, dict) else {f"{above}{name}": value}
    return flat


def _serve(port: int) -> None:
    """Runs the server in this process until it is stopped."""
    from taazur.dashboard.asgi import app  # noqa: PLC0415

    # Streamlit takes the command's own arguments for its script's.
    sys.argv = [str(Path(__file__).with_name("asgi.py"))]
    with suppress(KeyboardInterrupt):
        app.run(config=settings(port))


def _announce(line: dict[str, Any], port: int, as_json: bool, browser: bool) -> None:
    """Says where the explorer is as soon as it really answers."""
    until = time.monotonic() + PATIENCE
    while not _answers(port):
        if time.monotonic() > until:
            click.echo(f"The explorer does not answer on port {port}. Stop it and try again.", err=True)
            return
        time.sleep(0.05)
    click.echo(f"The explorer is at {line['address']} (stop it with Ctrl+C).", err=True)
    if as_json:
        click.echo(json.dumps(line))
    if browser:
        webbrowser.open(line["address"])
    # While the browser loads its own part the server is idle; pyvis brings much along and can wait for the first page.
    importlib.import_module("taazur.dashboard.show")
    time.sleep(WARM_AFTER)
    importlib.import_module("taazur.dashboard.canvas")


def _answers(port: int) -> bool:
    """Whether the server says that it is well."""
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
