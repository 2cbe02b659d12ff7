"""``taazur build``, ``sources``, ``ledger`` and ``journal verify``.

Standard output carries the answer and nothing else: a table, or with ``--format
json`` a list of objects (``journal verify``: one object). ``build`` and
``ledger`` print ledger rows: source, file, in, kept, merged, rejected, reasons.
Progress and messages go to standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from taazur.graph.errors import EngineError, SourceError
from taazur.loaders import build as building
from taazur.loaders.card import Card, seal
from taazur.loaders.ledger import COLUMNS, LedgerLine
from taazur.loaders.workspace import AUDIENCES, Workspace

Command = Callable[..., None]

_WIDE = 100
"""Reasons in a table are cut to this many characters; JSON has them whole."""


def _common(command: Command) -> Command:
    """The options that all of them share."""
    folder = click.Path(path_type=Path, file_okay=False)
    for option in (
        click.option(
            "--format",
            "format_",
            type=click.Choice(["table", "json"]),
            default="table",
            show_default=True,
            help="How to print the answer.",
        ),
        click.option("--workspace", type=folder, help="Folder of the workspace (else TAAZUR_WORKSPACE)."),
    ):
        command = option(command)
    return command


@click.command()
@_common
@click.option("--graph", metavar="URL", help="A server or a file that gets one graph; else the workspace gets its own.")
@click.option(
    "--audience",
    type=click.Choice(list(AUDIENCES)),
    default="custodian",
    show_default=True,
    help="Whose graph goes to --graph; the workspace gets one for each audience.",
)
def build(workspace: Path | None, format_: str, graph: str | None, audience: str) -> None:
    """Make the graph from all sources; the old one stays until the new one is whole."""
    teller = Teller()
    try:
        report = building.build(Workspace(workspace), graph, audience, teller)
    finally:
        teller.end()
    for message in report.messages:
        click.echo(message, err=True)
    _print_ledger(report.ledger, format_)
    for name, version in report.versions.items():
        click.echo(f"{name}: data version {version[:16]}, {report.graphs[name]}", err=True)
    click.echo(f"{sum(report.counts.values())} nodes and edges in {report.seconds:.1f} s", err=True)


@click.command()
@_common
@click.option("--seal", "sealing", is_flag=True, help="Write the present checksums of changed files into the cards.")
def sources(workspace: Path | None, format_: str, sealing: bool) -> None:
    """List the sources: whose they are, how old, how many rows, and whether a file was changed."""
    here = Workspace(workspace)
    if sealing:
        for card in here.cards():
            for name in seal(card.folder):
                click.echo(f"{card.name}/{name} is sealed as it is now", err=True)
    _print([_about(card) for card in here.cards()], format_)


@click.command()
@_common
def ledger(workspace: Path | None, format_: str) -> None:
    """Print the account of the present graph: what became of each row of each file."""
    here = Workspace(workspace)
    current = here.current()
    entry = here.ledger.last(current.data_version if current else None)
    if entry is None:
        raise EngineError("there is no account yet", str(here.folder), "Make a graph with `taazur build`.")
    click.echo(f"Build {entry.run}, {entry.when}, {entry.seconds:.1f} s", err=True)
    _print_ledger(entry.lines, format_)


@click.group()
def journal() -> None:
    """What people decided."""


@journal.command()
@_common
def verify(workspace: Path | None, format_: str) -> None:
    """Check that no decision was changed, lost or moved."""
    found = Workspace(workspace).journal.verify()
    about = {"decisions": found.decisions, "head": found.head, "torn": [path.name for path in found.torn]}
    if format_ == "json":
        click.echo(json.dumps(about))
    else:
        click.echo(f"{found.decisions} decisions, none changed; the last is {found.head[:16]}")
        for path in found.torn:
            click.echo(f"A torn line lies in {path}", err=True)


def _about(card: Card) -> dict[str, Any]:
    """One source as it is listed; ``rows`` is none where a file is not the one that the card describes."""
    try:
        rows: int | None = sum(len(card.rows(file.name)) for file in card.files)
    except SourceError as error:
        rows = None
        click.echo(str(error), err=True)
    return {
        "source": card.name,
        "title": card.title,
        "publisher": card.publisher,
        "licence": card.licence,
        "url": card.url,
        "retrieved": card.retrieved.isoformat(),
        "age_days": (date.today() - card.retrieved).days,
        "files": len(card.files),
        "rows": rows,
    }


def _print_ledger(lines: Sequence[LedgerLine], format_: str) -> None:
    _print([line.record() for line in lines], format_)


def _print(records: list[dict[str, Any]], format_: str) -> None:
    """Records as JSON, or as a table with numbers to the right."""
    if format_ == "json":
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    names = list(records[0]) if records else list(COLUMNS)
    cells = [names, *([_cell(record[name]) for name in names] for record in records)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(names))]
    right = [bool(records) and isinstance(records[0][name], int) for name in names]
    for row in cells:
        padded = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True))
        click.echo("  ".join(padded).rstrip())


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        value = "; ".join(f"{why} ({count})" for why, count in value.items())
    text = "" if value is None else str(value)
    return text if len(text) <= _WIDE else text[: _WIDE - 1] + "…"


class Teller:
    """Progress on standard error: one line that moves on a terminal, a line for each stage elsewhere."""

    def __init__(self) -> None:
        self._said: set[str] = set()
        self._moves = sys.stderr.isatty()

    def __call__(self, what: str, done: int, of: int) -> None:
        """Says what is being done."""
        stage = what.split()[0]
        if self._moves:
            share = f" {done * 100 // of:3d}%" if of else ""
            click.echo(f"\r\033[K{what}{share}", err=True, nl=False)
        elif stage not in self._said:
            click.echo(f"{stage} …", err=True)
        self._said.add(stage)

    def end(self) -> None:
        """Leaves the moving line."""
        if self._moves and self._said:
            click.echo("\r\033[K", err=True, nl=False)


def ensure(workspace: Workspace) -> bool:
    """Builds, with progress, where there is no graph or what it follows from has changed; whether it did."""
    if building.is_current(workspace):
        return False
    click.echo("The graph is missing or older than its sources: it is built now.", err=True)
    teller = Teller()
    try:
        building.build(workspace, progress=teller)
    finally:
        teller.end()
    return True
