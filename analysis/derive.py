"""All that is derived from one released graph, as edges of that graph.

Run while a graph is being made, on what its audience may see; nothing reads a
clock. What is derived is never an input: two runs on the same rows give the same
edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from taazur.analysis import gap, overlap, providers, same_event, synergy
from taazur.analysis.coverage import Coverage, coverage
from taazur.analysis.derived import table
from taazur.analysis.facts import Facts, facts
from taazur.analysis.match import match_edges
from taazur.analysis.overlap import Pair
from taazur.analysis.rules import rule_versions
from taazur.graph.engine import Tables

RULES = rule_versions()
"""The version of every rule; part of the data version of a graph that was analysed."""


@dataclass(frozen=True)
class Found:
    """What every part of the analysis starts from."""

    facts: Facts
    covering: Coverage
    pairs: list[Pair]


def find(tables: Tables) -> Found:
    """The sets, the coverage and the pairs of one released graph."""
    known = facts(tables)
    return Found(known, coverage(known), overlap.pairs(known))


def derive(tables: Tables, as_at: date, audience: str) -> dict[str, pa.Table]:
    """The tables of one released graph with its derived edges.

    Parameters
    ----------
    tables : node label or edge type → Arrow table, as ``release.project`` gives them.
    as_at : the day for which it says what is under way.
    audience : whose graph it is: some labels and all standings by State are not for everybody.

    Returns
    -------
    The same tables and ``OVERLAPS``, ``SYNERGY``, ``HAS_PROVIDERS``, ``STANDS_ON``, ``SAME_EVENT`` and those of ``match``,
    where there are any.
    """
    on = find(tables)
    found = {
        "OVERLAPS": overlap.edges(on.facts, on.covering, on.pairs, audience),
        "SYNERGY": synergy.edges(on.facts, on.covering, synergy.synergies(on.facts, on.pairs)),
        "HAS_PROVIDERS": providers.edges(on.facts, providers.provisions(on.facts, on.covering)),
        "STANDS_ON": gap.edges(on.facts, on.covering, as_at, audience),
        "SAME_EVENT": same_event.edges(on.facts),
        **match_edges(on.facts, on.covering, as_at),
    }
    made = {type_: table(type_, rows) for type_, rows in found.items()}
    return {
        **tables,
        **{type_: _with(tables, type_, rows) for type_, rows in made.items() if _any(tables, type_, rows)},
    }


def _any(tables: Tables, type_: str, rows: pa.Table) -> bool:
    return bool(rows.num_rows) or type_ in tables


def _with(tables: Tables, type_: str, rows: pa.Table) -> pa.Table:
    """What is derived beside what was there: sub-regions stand in every graph."""
    return pa.concat_tables([tables[type_], rows]) if type_ in tables else rows
