"""``taazur analyse``: what is derived from a workspace's sources, as counts.

With ``--format json`` one object: ``audience``, ``as_at``, ``seconds``, ``rules``,
``overlaps`` (label → pairs), ``sensitivity`` (``lower``, ``threshold``, ``higher``,
``appear``, ``vanish``), ``synergies`` (kind → pairs), ``providers`` (label → States
and themes), ``standings`` (value → States and themes), ``by_subregion`` (numbers
told), ``same_event`` (pairs of rows), ``could_meet`` (programmes and needs).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import pyarrow as pa

from taazur.analysis.overlap import sensitivity
from taazur.analysis.rules import rule_versions
from taazur.graph.engine import Tables
from taazur.loaders.build import derived
from taazur.loaders.workspace import AUDIENCES, Workspace


@click.command()
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print the answer.")  # fmt: skip
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), help="Folder of the workspace (else TAAZUR_WORKSPACE).")  # fmt: skip
@click.option("--audience", type=click.Choice(list(AUDIENCES)), default="custodian", show_default=True, help="For whose graph.")  # fmt: skip
def analyse(format_: str, workspace: Path | None, audience: str) -> None:
    """Count what the rules derive: overlaps, synergies, standings; and how much a threshold matters.

    Reads the sources and derives anew; nothing is written. A build does the same
    while it makes a graph.
    """
    tables, as_at, seconds = derived(Workspace(workspace), audience)
    found = counts(tables) | {"audience": audience, "as_at": as_at, "seconds": round(seconds, 3)}
    if format_ == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, value in found.items():
        rows = (
            value.items() if isinstance(value, dict) else [("", ", ".join(value) if isinstance(value, list) else value)]
        )
        for what, number in rows:
            click.echo(f"{name:14} {what:26} {number}")


def counts(tables: Tables) -> dict[str, Any]:
    """The numbers of one analysed graph."""
    stands = _rows(tables, "STANDS_ON", "from_label", "standing")
    return {
        "overlaps": _counted(label for (label,) in _rows(tables, "OVERLAPS", "label")),
        "sensitivity": sensitivity(score for (score,) in _rows(tables, "OVERLAPS", "score")),
        "synergies": _counted(kind for (kind,) in _rows(tables, "SYNERGY", "synergy")),
        "providers": _counted(label for (label,) in _rows(tables, "HAS_PROVIDERS", "label")),
        "standings": _counted(value for label, value in stands if label == "State"),
        "by_subregion": sum(label == "Region" for label, _ in stands),
        "same_event": len(_rows(tables, "SAME_EVENT", "id")),
        "could_meet": len(_rows(tables, "COULD_MEET", "id")),
        "rules": list(rule_versions()),
    }


def _rows(tables: Tables, type_: str, *columns: str) -> list[tuple[Any, ...]]:
    table: pa.Table | None = tables.get(type_)
    return list(zip(*(table[c].to_pylist() for c in columns), strict=True)) if table is not None else []


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
