"""What people said of the results of an answer, shown at once: a journal is read, nothing is built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from taazur.analysis.verdicts import KINDS, pair_key, shown, verdicts
from taazur.graph.engine import Engine
from taazur.graph.errors import QueryError
from taazur.graph.table import Table
from taazur.loaders.journal import Decision
from taazur.queries.catalogue import ask

COLUMNS = ("review", "review_why", "review_when")


def reviewed(engine: Engine, table: Table, journal: Iterable[Decision], audience: str | None = None) -> Table:
    """An answer with a column ``result``, and beside each result the last word on its pair.

    Parameters
    ----------
    engine : the graph that gave the answer.
    table : ``matches-for-need``, ``overlap-pairs``, ``synergy-candidates`` or another whose rows are results.
    journal : the decisions of the workspace.
    audience : only what this audience may see; ``None`` sees all.

    Returns
    -------
    The same rows with ``review`` (*not reviewed* where nobody spoke), ``review_why`` and ``review_when`` at their ends.

    Raises
    ------
    QueryError : the answer has no results.
    """
    if "result" not in table.columns:
        raise QueryError("the rows of this answer are no results", "", "Ask a question with a column `result`.")
    said = verdicts(journal, audience)
    pairs = _pairs(engine) if said else {}
    words = [shown(said.get(pairs.get(str(id_), ""))) for id_ in table.column("result")]
    rows = tuple((*row, *of) for row, of in zip(table.rows, words, strict=True))
    types = (*table.types, *("STRING" for _ in COLUMNS))
    return replace(table, columns=(*table.columns, *COLUMNS), types=types, rows=rows)


def _pairs(engine: Engine) -> dict[str, str]:
    """Result → the name of its pair."""
    rows = ask(engine, "results").records()
    return {str(r["result"]): _pair(*(str(r[c] or "") for c in ("edge", "one", "other", "synergy"))) for r in rows}


def _pair(edge: str, one: str, other: str, which: str) -> str:
    return pair_key(KINDS[edge], one, other, which)
