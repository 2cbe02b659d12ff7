"""Standings by sub-region, for those who may not see needs by State.

Made from all needs before anything is released, so every audience gets the same
numbers. A number hides who is behind it only if others could have been. So a
number of States is given where at least ``region_from`` States stand so, *and*
at least ``region_hidden`` more States of the sub-region have the same assistance
on record, which everybody sees, and would stand so if they had a need. Nothing
else is given: no total from which a missing number would follow, no second kind
of region that cuts across, no need, no claim and no document. A sub-region of
one State can never have a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa

from taazur.analysis.coverage import Coverage, coverage
from taazur.analysis.derived import edge, table
from taazur.analysis.evidence import Assistance, Cell, by_cell, offered
from taazur.analysis.facts import Facts, Need, facts
from taazur.analysis.gap import judge, standings
from taazur.analysis.rules import rules
from taazur.graph.engine import Tables
from taazur.loaders.release import COUNTED_BY


def with_regions(tables: Tables, as_at: date) -> dict[str, pa.Table]:
    """The tables of the whole graph with ``STANDS_ON`` from sub-regions; called before any release."""
    whole = facts(tables)
    return {**tables, "STANDS_ON": table("STANDS_ON", edges(whole, coverage(whole), as_at))}


def edges(facts: Facts, covering: Coverage, as_at: date) -> Iterator[dict[str, Any]]:
    """One row a sub-region, theme and standing that may be told."""
    rule = rules("gap")["rule"]
    for (region, theme, value), states in sorted(counts(facts, covering, as_at).items()):
        told = {"standing": value, "states": states, "as_at": as_at}
        yield edge("STANDS_ON", region, theme, rule, (), [value, states, as_at], **told)


def counts(facts: Facts, covering: Coverage, as_at: date) -> dict[tuple[str, str, str], int]:
    """Sub-region, theme and standing → number of States, where it may be told."""
    members = _members(facts)
    stand = {(s.state, s.theme): s.value for s in standings(facts, covering, as_at) if s.needs}
    given, reach = by_cell(facts, as_at), offered(facts)
    found: dict[tuple[str, str, str], int] = {}
    for theme in sorted({theme for _, theme in stand}):
        for region, states in members.items():
            here = {state: stand[state, theme] for state in states if (state, theme) in stand}
            would = [_would(facts, covering, (s, theme), given, reach) for s in states - here.keys()]
            for value in set(here.values()):
                met = list(here.values()).count(value)
                if may_be_told(met, would.count(value)):
                    found[region, theme, value] = met
    return found


def may_be_told(met: int, others: int) -> bool:
    """Whether a number of States may be given.

    Parameters
    ----------
    met : States that stand so.
    others : further States of the sub-region that could have been meant.
    """
    given = rules("gap")
    return bool(met >= given["region_from"] and others >= given["region_hidden"])


def _would(facts: Facts, covering: Coverage, cell: Cell, given: dict[Cell, list[Assistance]], reach: Any) -> str:
    """How a State would stand on a theme if it had a need of any kind of assistance: what everybody can work out."""
    used, _ = covering.counts([cell[0]], facts.line.get(cell[1], {cell[1]: 0}))
    return judge([_ANY], given.get(cell, []), frozenset(reach.get(cell, ())), used)[0]


_NO: frozenset[str] = frozenset()
_ANY = Need("need/any", "", "", None, None, "unknown", _NO, _NO, _NO, _NO, _NO, _NO, None, None)


def _members(facts: Facts) -> dict[str, set[str]]:
    """Sub-region → its States; the one kind of region whose States are counted (see ``release``)."""
    regions = facts.tables.get("Region")
    kinds = zip(regions["id"].to_pylist(), regions["kind"].to_pylist(), strict=True) if regions is not None else ()
    counted = {id_ for id_, kind in kinds if kind == COUNTED_BY}
    found: dict[str, set[str]] = {}
    for state, lies_in in facts.regions.items():
        for region in lies_in & counted:
            found.setdefault(region, set()).add(state)
    return found
