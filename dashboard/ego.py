"""The network around one thing: what to draw, in which order it is left out where there is no room, and what was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from taazur.dashboard.answers import ask
from taazur.graph.schema import SCHEMA
from taazur.queries.names import Answer

DEFAULT_MOST = 150
"""Nodes that are drawn at once; more cannot be read."""

CAP = 500
"""Nodes that are drawn at most, whatever the address asks for; the table has all."""

KINDS = ("Programme", "Partner", "State", "Area", "Resolution", "Provision", "Guideline", "Need", "Theme")
MORE_KINDS = ("Activity", "Institution", "Visit", "Consultation", "Milestone", "Participation", "Reference")

PASSED_THROUGH = ("Programme", "Partner", "Resolution")
"""Kinds beyond which the second step goes; through a theme or a State everything is near everything."""


@dataclass(frozen=True)
class Ego:
    """Claims around a centre, and the nodes among their ends that are drawn."""

    claims: Answer
    drawn: tuple[str, ...]
    left_out: int
    kinds: Mapping[str, int]

    def rows(self) -> list[dict[str, Any]]:
        """The claims between nodes that are drawn."""
        shown = set(self.drawn)
        return [row for row in self.claims.records() if row["from"] in shown and row["to"] in shown]

    def table(self) -> Answer:
        """The same as an answer."""
        kept = tuple(tuple(row.values()) for row in self.rows())
        return replace(self.claims, rows=kept)


def around(centre: str, kinds: Iterable[str], steps: int, most: int) -> Ego:
    """The network one or two claims around a centre.

    Parameters
    ----------
    kinds : labels to draw; the centre is always drawn.
    most : nodes to draw at most. The nearest stay, then those with most claims, then by id.
    """
    wanted = set(kinds)
    claims = ask("neighbours", ids=[centre])
    near = _ends(claims) - {centre}
    seen = Counter(SCHEMA.label_of(id_) for id_ in near)
    onward = sorted(id_ for id_ in near if SCHEMA.label_of(id_) in wanted)
    if steps > 1:
        onward = [id_ for id_ in onward if SCHEMA.label_of(id_) in PASSED_THROUGH]
    if onward:
        # Claims among the neighbours are drawn in either case; what lies further only with a second step.
        claims = _joined(claims, ask("neighbours", ids=onward), None if steps > 1 else near | {centre})
    weight = Counter(end for row in claims.records() for end in (str(row["from"]), str(row["to"])))
    able = [id_ for id_ in weight if id_ != centre and SCHEMA.label_of(id_) in wanted]
    ranked = sorted(able, key=lambda id_: (id_ not in near, -weight[id_], id_))
    room = max(0, min(most, CAP) - 1)
    return Ego(claims, (centre, *ranked[:room]), max(0, len(ranked) - room), seen)


def _ends(claims: Answer) -> set[str]:
    return {str(end) for column in ("from", "to") for end in claims.column(column)}


def _joined(first: Answer, second: Answer, within: set[str] | None) -> Answer:
    """Two answers of one question as one, each claim once; of the second only what lies within some nodes."""
    start, end = first.columns.index("from"), first.columns.index("to")
    more = (row for row in second.rows if within is None or (row[start] in within and row[end] in within))
    rows = tuple(dict.fromkeys((*map(_hashable, first.rows), *map(_hashable, more))))
    return replace(first, rows=rows, other={**first.other, **second.other})


def _hashable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row)


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Id → acronym, symbol or number of those that are known by one."""
    ids = sorted(id_ for id_ in names if SCHEMA.label_of(id_) in ("Partner", "Programme", "Resolution"))
    known = {str(row["id"]): str(row["short"]) for row in ask("short-names", ids=ids).records()} if ids else {}
    provisions = (id_.split("/") for id_ in names if id_.startswith("provision/"))
    return known | {
        "/".join(parts): f"{parts[1]} §{parts[2] if parts[2][0].isdigit() else '?'}" for parts in provisions
    }
