"""``taazur ask``: lists the questions, or answers one.

With ``--format json`` an answer is a list of objects keyed by its column names;
the list of questions is a list of objects with ``name``, ``group``, ``title``,
``question``, ``why``, ``users``, ``draw``, ``example``, ``parameters`` (``name``,
``type``, ``default``, ``of``, ``help``) and ``columns`` (``name``, ``type``,
``unit``, ``help``). CSV is UTF-8 with a byte order mark; a cell that a
spreadsheet would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from taazur.graph.engine import Engine, open_graph
from taazur.graph.schema import LANGUAGES
from taazur.graph.table import Table
from taazur.loaders.workspace import AUDIENCES, Workspace
from taazur.queries import export
from taazur.queries.catalogue import ask as answer
from taazur.queries.catalogue import catalogue, question
from taazur.queries.header import Query
from taazur.queries.names import Answer
from taazur.queries.values import values

NO_TERMINAL = 200
"""Width that is assumed for a file or a pipe."""


@click.command()
@click.argument("name", required=False)
@click.argument("given", nargs=-1, metavar="[KEY=VALUE]...")
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
    help="How to print the answer.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the names, where a source has it."
)  # fmt: skip
@click.option("--graph", metavar="URL", help="A server or a file to ask; else the workspace's own graph.")
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), help="Folder of the workspace (else TAAZUR_WORKSPACE).")  # fmt: skip
@click.option(
    "--audience", type=click.Choice(list(AUDIENCES)), default="custodian", show_default=True,
    help="Whose graph of the workspace to ask.",
)  # fmt: skip
def ask(
    name: str | None,
    given: tuple[str, ...],
    format_: str,
    lang: str,
    graph: str | None,
    workspace: Path | None,
    audience: str,
) -> None:
    """Answer a question of the catalogue; without a name, list them.

    Parameters are written KEY=VALUE; what is left out takes its default:

        taazur ask programme-partners programme=programme/ct-travel

    The graph is built first where there is none.
    """
    if name is None:
        _print_questions(format_)
        return
    query, params = question(name), _params(given)
    # What is asked wrongly is said before a graph is looked for, or built.
    values(query, params)
    here = Workspace(workspace)
    engine = _open(here, graph, audience)
    try:
        table = answer(engine, name, lang, workspace=here.folder, **params)
    finally:
        engine.close()
    _print_answer(table, query, format_)


def _params(given: Sequence[str]) -> dict[str, str]:
    """``KEY=VALUE`` words as a dict."""
    for word in given:
        if "=" not in word:
            raise click.UsageError(f'"{word}" is no parameter: write KEY=VALUE, e.g. programme=programme/ct-travel.')
    pairs = [(word.partition("=")[0], word.partition("=")[2]) for word in given]
    if twice := {key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1}:
        raise click.UsageError(f"{', '.join(sorted(twice))} is given twice.")
    return dict(pairs)


def _open(here: Workspace, graph: str | None, audience: str) -> Engine:
    """The graph to ask; the workspace's own is built where it is missing or old."""
    if graph:
        return open_graph(graph)
    from taazur.loaders.build_cli import ensure  # noqa: PLC0415

    ensure(here)
    return open_graph(here.graph_path(audience))


def _print_answer(table: Table, query: Query, format_: str) -> None:
    """The answer on standard output; for people, what it cannot see on standard error."""
    if format_ == "table":
        click.echo(f"{query.question}\n{query.why}\n", err=True)
    _print(_for_people(table, query) if format_ == "table" else table, format_)
    if format_ == "table":
        click.echo(f"\nRows: {len(table)}" if len(table) else "Nothing is on record.", err=True)


def _for_people(table: Table, query: Query) -> Table:
    """The answer without the hashes of its claims."""
    hashes = {c.name for c in query.columns.values() if c.is_.endswith(".id") and not c.of}
    kept = [at for at, column in enumerate(table.columns) if column not in hashes]
    shown = table.tagged() if isinstance(table, Answer) else table
    return Table.of([table.columns[at] for at in kept], [[row[at] for at in kept] for row in shown.rows])


def _print(table: Table, format_: str) -> None:
    if format_ == "json":
        _write(export.to_json(table) + "\n")
    elif format_ == "csv":
        _write(export.to_csv(table))
    elif text := export.to_text(table, _width()):
        _write(text + "\n")


def _write(text: str) -> None:
    """Bytes, so that neither the line ends nor the encoding depend on the system."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else NO_TERMINAL


def _print_questions(format_: str) -> None:
    """All questions: in full as JSON, in short for people."""
    if format_ == "json":
        _write(
            json.dumps([_about(query) for query in catalogue().values()], ensure_ascii=False, indent=1, default=str)
            + "\n"
        )
        return
    columns = ("group", "name", "parameters", "title")
    rows = [(q.group, q.name, " ".join(q.params), q.title) for q in catalogue().values()]
    _print(Table.of(columns, rows), format_)
    if format_ == "table":
        click.echo("\ntaazur ask NAME KEY=VALUE … answers one; --format json tells all of each.", err=True)


def _about(query: Query) -> dict[str, Any]:
    return {
        "name": query.name,
        "group": query.group,
        "title": query.title,
        "question": query.question,
        "why": query.why,
        "users": query.users,
        "draw": query.draw,
        "example": query.example,
        "parameters": [
            {"name": p.name, "type": p.type, "default": p.default, "of": p.of, "help": p.help}
            for p in query.params.values()
        ],
        "columns": [{"name": c.name, "type": c.type, "unit": c.unit, "help": c.help} for c in query.columns.values()],
    }
