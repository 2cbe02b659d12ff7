"""What else could do the work: GDS, plain Cypher on both engines, and a self-merge in pandas."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import ladybug
import numpy as np
from neo4j import Driver

from taazur.analysis.bench import server
from taazur.analysis.bench.made_up import THEMES, MadeUp

NEO4J_TABLES = ("load_programmes", "load_states", "load_themes", "load_in_state", "load_in_theme")
Rows = dict[str, list[dict[str, int]]]


def gds(driver: Driver, made_up: MadeUp, k: int, threads: int, whole: bool) -> tuple[float, int]:
    """Seconds of ``gds.nodeSimilarity`` alone, without bringing the graph, and how many pairs it found.

    On programmes and the cells (State × theme) they cover, or, ``whole``, on programmes,
    States and themes.
    """
    n = len(made_up.portfolio)
    if whole:
        states, themes = np.nonzero(made_up.states), np.nonzero(made_up.themes)
        source = np.concatenate((states[0], themes[0]))
        target = np.concatenate((states[1], themes[1] + made_up.states.shape[1]))
    else:
        source, target = made_up.cells()
    server.ask(driver, "gds_drop")
    server.ask(driver, "gds_project", source=source.tolist(), target=(target + n).tolist())
    found = server.ask(driver, "gds_similarity", k=k, threads=threads)[0]
    server.ask(driver, "gds_drop")
    return found["milliseconds"] / 1000, found["pairs"]


def cypher_neo4j(driver: Driver, made_up: MadeUp) -> float:
    """Seconds of one plain query for the Jaccard parts of all pairs, in Neo4j."""
    for name, rows in _rows(made_up).items():
        server.ask(driver, name, rows=rows)
    began = perf_counter()
    server.ask(driver, "plain_pairs")
    return perf_counter() - began


def cypher_ladybug(made_up: MadeUp) -> float:
    """The same query in Ladybug."""
    with TemporaryDirectory(prefix="taazur-bench-") as folder:
        database = ladybug.Database(str(Path(folder) / "graph.lbug"))
        connection = ladybug.Connection(database)
        for statement in filter(str.strip, server.text("ladybug_tables").split(";")):
            connection.execute(statement)
        for name, rows in _rows(made_up).items():
            connection.execute(server.text(name), {"rows": rows})
        began = perf_counter()
        result: Any = connection.execute(server.text("plain_pairs"))
        result.get_all()
        took = perf_counter() - began
        connection.close()
        database.close()
    return took


def pandas_merge(made_up: MadeUp) -> float:
    """Seconds of a self-merge on cells and a count of each pair's, with pandas."""
    pandas: Any = import_module("pandas")
    programme, cell = made_up.cells()
    frame = pandas.DataFrame({"programme": programme, "cell": cell})
    began = perf_counter()
    both = frame.merge(frame, on="cell")
    both[both.programme_x < both.programme_y].groupby(["programme_x", "programme_y"]).size()
    return perf_counter() - began


def _rows(made_up: MadeUp) -> Rows:
    states, themes = made_up.states, made_up.themes
    sizes = zip(states.sum(axis=1).tolist(), themes.sum(axis=1).tolist(), strict=True)
    rows = (
        [{"id": at, "states": of, "themes": on} for at, (of, on) in enumerate(sizes)],
        [{"id": at} for at in range(states.shape[1])],
        [{"id": at} for at in range(THEMES)],
        [{"p": p, "x": x} for p, x in np.argwhere(states).tolist()],
        [{"p": p, "x": x} for p, x in np.argwhere(themes).tolist()],
    )
    return dict(zip(NEO4J_TABLES, rows, strict=True))
