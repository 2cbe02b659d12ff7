"""How long each question takes: warm, in process, median of 50 runs, with its default parameters.

::

    python -m bench.questions                                     # the workspace's public graph
    python -m bench.questions --audience custodian --graph bolt://localhost:7687
    python -m bench.questions --format json

Each question is asked once before it is timed. Ends with 1 when a median is over ``--limit``.
Run it on a quiet machine: the processor's other work is in the figures.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import click

from taazur.graph.engine import Engine, open_graph
from taazur.graph.errors import TaazurError
from taazur.loaders.workspace import AUDIENCES, Workspace
from taazur.queries.catalogue import ask, catalogue

Figures = dict[str, str | int | float]


def timed(engine: Engine, name: str, workspace: Path, runs: int) -> Figures:
    """Rows of one question, and the median and 95th percentile of its runs in milliseconds."""
    rows = len(ask(engine, name, workspace=workspace).rows)
    took = []
    for _ in range(runs):
        begun = perf_counter()
        ask(engine, name, workspace=workspace)
        took.append((perf_counter() - begun) * 1000)
    p95 = quantiles(took, n=20)[-1] if runs > 1 else took[0]
    return {"question": name, "rows": rows, "median_ms": round(median(took), 2), "p95_ms": round(p95, 2)}


def measure(address: str, names: tuple[str, ...], workspace: Path, runs: int) -> tuple[list[Figures], list[str]]:
    """The figures of each question on the graph at one address, slowest first; and what could not be asked."""
    engine = open_graph(address)
    found, refused = [], []
    try:
        for name in names or catalogue():
            try:
                found.append({"engine": engine.name, **timed(engine, name, workspace, runs)})
            except TaazurError as error:
                refused.append(f"{error} ({engine.name})")
    finally:
        engine.close()
    return sorted(found, key=lambda row: -float(row["median_ms"])), refused


def table(rows: list[Figures]) -> str:
    """The figures in columns."""
    lines = [f"{'engine':8} {'question':36} {'rows':>6} {'median ms':>10} {'p95 ms':>8}"]
    for row in rows:
        lines.append(
            f"{row['engine']:8} {row['question']:36} {row['rows']:>6} {row['median_ms']:>10.2f} {row['p95_ms']:>8.2f}"
        )
    return "\n".join(lines)


@click.command(help=(__doc__ or "").split("::")[0])
@click.argument("names", nargs=-1)
@click.option(
    "--graph", "graphs", multiple=True, help="A graph's address; may be given again. Else the workspace's graph."
)
@click.option("--workspace", type=click.Path(path_type=Path), help="The workspace; else TAAZUR_WORKSPACE.")
@click.option("--audience", type=click.Choice(sorted(AUDIENCES)), default="public", show_default=True)
@click.option("--runs", type=click.IntRange(1), default=50, show_default=True, help="How often each question is timed.")
@click.option("--limit", type=float, default=50.0, show_default=True, help="Milliseconds a median may take.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def main(
    names: tuple[str, ...],
    graphs: tuple[str, ...],
    workspace: Path | None,
    audience: str,
    runs: int,
    limit: float,
    form: str,
) -> None:
    space = Workspace(workspace)
    rows: list[Figures] = []
    wrong: list[str] = []
    for address in graphs or (str(space.graph_path(audience)),):
        found, refused = measure(address, names, space.folder, runs)
        rows += found
        wrong += refused
    click.echo(json.dumps(rows, indent=1) if form == "json" else table(rows))
    slow = [row for row in rows if float(row["median_ms"]) > limit]
    wrong += [f"{row['question']} on {row['engine']}: {row['median_ms']} ms is over {limit:g} ms." for row in slow]
    for line in wrong:
        click.echo(line, err=True)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
