"""``taazur neo4j start|stop|status``: a Neo4j server of one's own.

With ``--format json`` each prints one object on standard output: ``state``
(*running* or *stopped*), ``address`` and ``pid`` (null while stopped), ``home``,
``user``, ``password_file``, ``version``, ``downloaded``. The password itself is
never printed. Messages go to standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click
from platformdirs import user_data_path

from taazur.graph import server

Command = Callable[..., None]


def _common(command: Command) -> Command:
    """The options that all three share."""
    options = (
        click.option(
            "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print the answer."
        ),
        click.option(
            "--workspace",
            type=click.Path(path_type=Path, file_okay=False),
            envvar="TAAZUR_WORKSPACE",
            default=lambda: user_data_path("taazur", appauthor=False),
            help="Folder of the workspace (else TAAZUR_WORKSPACE); the server's home is neo4j inside it.",
        ),
    )
    for option in options:
        command = option(command)
    return command


@click.group(name="neo4j", help="A Neo4j Community server on this machine (extra taazur[neo4j-server]).")
def neo4j() -> None:
    """The group that ``taazur`` mounts."""


@neo4j.command()
@_common
@click.option("--port", default=server.PORT, show_default=True, help="Port on 127.0.0.1; 0 takes a free one.")
@click.option("--heap", default="1g", show_default=True, help="Memory of the Java heap.")
def start(workspace: Path, format_: str, port: int, heap: str) -> None:
    """Start the server and wait until it answers; the first time, download it."""
    _print(server.start(_home(workspace), port, heap, Teller()), format_)


@neo4j.command()
@_common
def stop(workspace: Path, format_: str) -> None:
    """Stop the server that was started here, and nothing else."""
    _print(server.stop(_home(workspace)), format_)


@neo4j.command()
@_common
def status(workspace: Path, format_: str) -> None:
    """Say whether the server runs, and where."""
    _print(server.status(_home(workspace)), format_)


def _home(workspace: Path) -> Path:
    return workspace / "neo4j"


def _print(found: server.Status, format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps(found.record(), ensure_ascii=False))
    elif found.state == "running":
        click.echo(f"Neo4j {found.version} is running at {found.address} (process {found.pid}).")
        click.echo(f"User {found.user}, password in {found.password_file}", err=True)
    else:
        click.echo("Neo4j is stopped." if found.downloaded else "Neo4j is stopped and not downloaded yet.")


class Teller:
    """Progress on standard error: one line that moves on a terminal, a line at each tenth elsewhere."""

    def __init__(self) -> None:
        self._said: tuple[str, int] | None = None

    def __call__(self, what: str, done: int, of: int) -> None:
        """Says what is being done; a number of seconds where there is no total."""
        step = (what, done * 10 // of if of else 0)
        terminal = sys.stderr.isatty()
        if terminal or step != self._said:
            click.echo(("\r\033[K" if terminal else "") + _line(what, done, of), err=True, nl=not terminal)
        if terminal and of and done == of:
            click.echo(err=True)
        self._said = step


def _line(what: str, done: int, of: int) -> str:
    if of:
        return f"{what}: {done / 1e6:.0f} of {of / 1e6:.0f} MB"
    return f"{what} … {done} s" if done else f"{what} …"
