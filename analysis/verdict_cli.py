"""``taazur verdict``: keeps what somebody says of a result, and counts what was said under each rule.

With ``--format json``: one object, of the verdict that was kept (``pair``, ``kind``,
``verdict``, ``why``, ``who``, ``when``, ``rule``, ``result``), or without arguments of
the counts (rule → verdict → number of pairs).
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from taazur.analysis.verdicts import KINDS, VERDICTS, Verdict, counts, pair_key, verdict, verdicts
from taazur.graph.engine import open_graph
from taazur.graph.errors import QueryError
from taazur.graph.table import Value
from taazur.loaders.workspace import AUDIENCES, Workspace
from taazur.queries.catalogue import ask

_MAY_BE = "; ".join(f"{kind}: {', '.join(said)}" for kind, said in VERDICTS.items())


@click.command(name="verdict")
@click.argument("result", required=False)
@click.argument("said", metavar="[VERDICT]", required=False)
@click.option("--why", default="", help="The reason; needed where a match is declined.")
@click.option("--who", default="", help="Office or function that says so; never a person's name.")
@click.option("--graph", metavar="URL", help="The graph that the result is in; else the workspace's own.")
@click.option("--audience", type=click.Choice(list(AUDIENCES)), default="custodian", show_default=True, help="Who may see the verdict, and whose graph of the workspace is asked.")  # fmt: skip
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), help="Folder of the workspace (else TAAZUR_WORKSPACE).")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it.")  # fmt: skip
def command(
    result: str | None,
    said: str | None,
    why: str,
    who: str,
    graph: str | None,
    audience: str,
    workspace: Path | None,
    format_: str,
) -> None:
    """Keep what you say of a RESULT (an id, as answers give it), or count what was said under each rule.

    An overlap is confirmed, joint, not an overlap or don't know; a match or a
    synergy useful, known already, wrong or declined.
    """
    place = Workspace(workspace)
    if result is None:
        _print_counts(counts(place.journal, audience), format_)
        return
    _needed(said, why, who)
    found = _result(str(graph or place.graph_path(audience)), result)
    _print(_keep(place, found, str(said), why, who, audience), format_)


def _needed(said: str | None, why: str, who: str) -> None:
    if not said:
        raise QueryError("there is no verdict", "", f"It may be, by kind of result, {_MAY_BE}.")
    if not who.strip():
        raise QueryError("nobody says so", "", "Name the office or function with --who.")
    if said == "declined" and not why.strip():
        raise QueryError("a declined match has no reason", "", "Give it with --why: it is what is remembered.")


def _result(url: str, id_: str) -> dict[str, Value]:
    """What the graph says of a result: between which two it stands, and under which rule."""
    engine = open_graph(url)
    try:
        rows = ask(engine, "results", result=id_).records()
    finally:
        engine.close()
    if not rows:
        raise QueryError(f'there is no result "{id_}" in this graph', "", "A build may have made it anew: ask again.")
    return rows[0]


def _keep(place: Workspace, found: dict[str, Value], said: str, why: str, who: str, audience: str) -> Verdict:
    kind = KINDS[str(found["edge"])]
    pair = pair_key(kind, str(found["one"]), str(found["other"]), str(found["synergy"] or ""))
    place.journal.append(
        who=who,
        why=why,
        audience=audience,
        kind=kind,
        subject=pair,
        values={"verdict": verdict(kind, said), "rule": found["rule"], "result": found["result"]},
    )
    return verdicts(place.journal, audience)[pair]


def _print(kept: Verdict, format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps(asdict(kept), ensure_ascii=False))
    else:
        click.echo(f"{kept.pair}: {kept.verdict} ({kept.rule}), kept {kept.when}")


def _print_counts(found: dict[str, dict[str, int]], format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps(found, ensure_ascii=False))
    for rule, by in found.items() if format_ == "table" else ():
        click.echo(f"{rule}: " + ", ".join(f"{said}: {number}" for said, number in by.items()))
