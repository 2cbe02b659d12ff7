"""``taazur validate``: the back-test of the match, for the methods page.

With ``--format json``: one object, as ``taazur.analysis.validation.validate`` describes it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from taazur.analysis.facts import facts
from taazur.analysis.read_back import tables_of
from taazur.analysis.validation import validate
from taazur.graph.engine import open_graph
from taazur.loaders.workspace import AUDIENCES, Workspace


@click.command(name="validate")
@click.option("--graph", metavar="URL", help="The graph to test on; else the workspace's own.")
@click.option("--audience", type=click.Choice(list(AUDIENCES)), default="custodian", show_default=True, help="Whose graph of the workspace.")  # fmt: skip
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), help="Folder of the workspace (else TAAZUR_WORKSPACE).")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it.")  # fmt: skip
def command(graph: str | None, audience: str, workspace: Path | None, format_: str) -> None:
    """Test the rule of the match on the past: would it have named the States that programmes went to next?"""
    engine = open_graph(str(graph or Workspace(workspace).graph_path(audience)))
    try:
        found = validate(facts(tables_of(engine)))
    finally:
        engine.close()
    click.echo(json.dumps(found, ensure_ascii=False) if format_ == "json" else "\n".join(_lines(found)))


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [f"questions: {found['questions']}, pairs to be found: {found['pairs']}"]
    for method, measures in found.get("methods", {}).items():
        said = ", ".join(f"{name} {m['mean']} [{m['low']}, {m['high']}]" for name, m in measures.items())
        lines.append(f"{method}: {said}")
    if "difference" in found:
        d = found["difference"]
        lines.append(f"{d['measure']}, match less {d['baseline']}: {d['mean']} [{d['low']}, {d['high']}]")
    return [*lines, f"verdict: {found['verdict']}"]
