"""How long it takes to find the programmes that share most ground with each, beside others that could.

All on the same made-up programmes, in one run. Ours is the whole answer: the index, the
nearest of each, their vectors and labels; not the making of the programmes. That of
Graph Data Science is its ``nodeSimilarity`` alone, one Jaccard score, without bringing
the graph. What could not be measured is null, with the reason in ``not_measured``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import click
import numpy as np
from neo4j.exceptions import DriverError, Neo4jError
from numpy.typing import NDArray

from taazur.analysis.bench import peers, server
from taazur.analysis.bench.made_up import MadeUp, make
from taazur.analysis.kernel import NEAREST, Pairs, nearest, processors
from taazur.graph.engine import Progress, silent
from taazur.graph.errors import TaazurError

Figures = dict[str, Any]

PLAIN = 1_000
"""Programmes for plain Cypher: more take minutes."""

MERGED = 10_000
"""Programmes for pandas at most: more take too much memory."""

NULL = (
    "gds_s", "gds_pairs", "gds_whole_s", "gds_whole_pairs", "cypher_ladybug_s", "cypher_neo4j_s", "pandas_s",
)  # fmt: skip


LABELS = ("overlap", "overlap_time_not_known", "successive")


def labels(pairs: Pairs) -> NDArray[np.uint8]:
    """The label of each pair, as its place in ``LABELS``: what the vector alone says, not who runs it for whom."""
    at: NDArray[np.uint8] = np.isnan(pairs.time).astype(np.uint8) + 2 * (pairs.time == 0).astype(np.uint8)
    return at


def ours(made_up: MadeUp, threads: int, repeats: int) -> Figures:
    """Our figures; the median of the repetitions, after a start that is given apart."""
    began = perf_counter()
    nearest(make(50, 0).portfolio, way="compiled", threads=threads)
    start, took = perf_counter() - began, []
    for _ in range(repeats):
        began = perf_counter()
        pairs = nearest(made_up.portfolio, NEAREST, way="compiled", threads=threads)
        named = labels(pairs)
        took.append(perf_counter() - began)
    return {
        "taazur_s": round(median(took), 4),
        "taazur_runs_s": [round(each, 4) for each in took],
        "taazur_start_s": round(start, 3),
        "pairs": len(pairs),
        "labels": dict(zip(LABELS, np.bincount(named, minlength=len(LABELS)).tolist(), strict=True)),
        "pairs_compared": pairs.compared,
    }


def measure(n: int, seed: int, threads: int, repeats: int, heap: str, alone: bool, progress: Progress) -> Figures:
    """All figures for ``n`` programmes."""
    made_up = make(n, seed)
    found: Figures = {"n": n, "seed": seed, "threads": threads, **ours(made_up, threads, repeats)}
    found |= {"peak_rss_mb": _peak_mb(), "pairs_in_cells": made_up.pairs_in_cells()}
    found |= dict.fromkeys(NULL) | {"plain_n": PLAIN, "pandas_n": min(n, MERGED), "not_measured": {}}
    if alone:
        found["not_measured"] = dict.fromkeys(NULL, "left out by --alone")
    else:
        _peers(found, made_up, heap, progress)
    for name, theirs in (("ratio_gds", "gds_s"), ("ratio_gds_whole", "gds_whole_s")):
        found[name] = round(found[theirs] / found["taazur_s"], 1) if found[theirs] else None
    return found


def _peers(found: Figures, made_up: MadeUp, heap: str, progress: Progress) -> None:
    """Adds the figures of the others, or why there are none."""
    few = make(PLAIN, found["seed"])
    some = made_up if found["n"] <= MERGED else make(MERGED, found["seed"])
    _try(found, ("pandas_s",), lambda: (peers.pandas_merge(some),))
    _try(found, ("cypher_ladybug_s",), lambda: (peers.cypher_ladybug(few),))
    theirs = ("cypher_neo4j_s", "gds_s", "gds_pairs", "gds_whole_s", "gds_whole_pairs")
    try:
        with server.running(heap, progress) as driver:
            _try(found, theirs[:1], lambda: (peers.cypher_neo4j(driver, few),))
            progress("nodeSimilarity", 0, 0)
            _try(found, theirs[1:3], lambda: peers.gds(driver, made_up, NEAREST, found["threads"], whole=False))
            progress("nodeSimilarity on the whole graph", 0, 0)
            _try(found, theirs[3:], lambda: peers.gds(driver, made_up, NEAREST, found["threads"], whole=True))
    except (TaazurError, OSError) as error:
        found["not_measured"] |= {name: str(error) for name in theirs if found[name] is None}


def _try(found: Figures, names: tuple[str, ...], work: Callable[[], tuple[float, ...]]) -> None:
    """Puts down what was measured; an engine that gives up is a finding and not the end."""
    try:
        found |= {name: round(value, 4) for name, value in zip(names, work(), strict=True)}
    except (RuntimeError, MemoryError, ImportError, DriverError, Neo4jError) as error:
        found["not_measured"] |= dict.fromkeys(names, f"{type(error).__name__}: {error}"[:300])


def _peak_mb() -> int | None:
    """The most memory that this program has held so far; not known on Windows."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 1024))


def _tell(what: str, done: int, of: int) -> None:
    click.echo(f"{what} …", err=True)


@click.command(name="overlap", help=(__doc__ or "").split("\n\n")[0])
@click.option("--programmes", type=click.IntRange(1), default=50_000, show_default=True, help="How many are made up.")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same programmes.")
@click.option("--threads", type=click.IntRange(1), default=processors, help="How many threads; else all processors.")
@click.option("--repeats", type=click.IntRange(1), default=3, show_default=True, help="How often ours is timed.")
@click.option("--heap", default="4g", show_default=True, help="Memory of the Java heap.")
@click.option("--alone", is_flag=True, help="Leave the others out.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(programmes: int, seed: int, threads: int, repeats: int, heap: str, alone: bool, form: str) -> None:
    """Measures and prints."""
    found = measure(programmes, seed, threads, repeats, heap, alone, silent if form == "json" else _tell)
    lines = [f"{name:18} {'not measured' if value is None else value}" for name, value in found.items()]
    click.echo(json.dumps(found) if form == "json" else "\n".join(lines))
