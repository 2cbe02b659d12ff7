"""The edges of a released graph as lookups: what an id is tied to, and which claims say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from taazur.graph.engine import Tables

Ids = frozenset[str]
Claim = tuple[str, str, str]
"""Edge type, id of where it starts, id of where it ends."""

READ = (
    *("ASSISTS", "BROADER", "CONCERNS", "HELD_FOR", "IMPLEMENTS", "IN_REGION", "LOCATED_IN", "NEED_OF"),
    *("NEEDED_UNDER", "PART_OF", "PROVIDES", "SEEKS", "TAKES_PART", "UNDER", "WITH_INSTITUTION"),
)
"""The types that the analysis reads. Derived edges are not among them: nothing is derived from what was derived."""


class Edges:
    """The edges of a graph by type and start, read once."""

    def __init__(self, tables: Tables) -> None:
        self.claims: dict[Claim, list[str]] = {}
        self.roles: dict[tuple[str, str], set[str]] = {}
        self._of: dict[str, dict[str, set[str]]] = {}
        self.relations: dict[tuple[str, str], set[str]] = {}
        for type_ in READ:
            table = tables.get(type_)
            if table is not None:
                self._read(type_, table)

    def _read(self, type_: str, table: Any) -> None:
        starts, ends, ids = (table[name].to_pylist() for name in ("from_id", "to_id", "id"))
        of = self._of.setdefault(type_, {})
        for start, end, id_ in zip(starts, ends, ids, strict=True):
            of.setdefault(start, set()).add(end)
            self.claims.setdefault((type_, start, end), []).append(id_)
        if type_ == "TAKES_PART":
            for start, end, role in zip(starts, ends, table["role"].to_pylist(), strict=True):
                self.roles.setdefault((start, end), set()).add(role)
        if type_ in ("ASSISTS", "HELD_FOR"):
            for start, end, relation in zip(starts, ends, table["relation"].to_pylist(), strict=True):
                # A relation that nobody recorded is the weaker one.
                self.relations.setdefault((start, end), set()).add(relation or "participated")

    def of(self, type_: str) -> dict[str, set[str]]:
        """Start → ends of one type."""
        return self._of.get(type_, {})

    def to(self, type_: str) -> dict[str, set[str]]:
        """End → starts of one type."""
        turned: dict[str, set[str]] = {}
        for start, end in self.ends(type_):
            turned.setdefault(end, set()).add(start)
        return turned

    def ends(self, type_: str) -> Iterator[tuple[str, str]]:
        """Start and end of each edge of one type."""
        return ((start, end) for start, ends in self.of(type_).items() for end in ends)

    def get(self, type_: str, start: str, prefix: str = "") -> Ids:
        """The ends of one start whose ids begin so."""
        return frozenset(end for end in self.of(type_).get(start, ()) if end.startswith(prefix))


def lines(broader: Iterable[tuple[str, str]], themes: Iterable[str] = ()) -> dict[str, dict[str, int]]:
    """Theme → each theme that is it, broader or narrower → steps between them. Siblings are not on one line.

    Examples
    --------
    >>> lines([("pnr", "borders"), ("biometrics", "borders")])["pnr"]
    {'pnr': 0, 'borders': 1}
    """
    up: dict[str, set[str]] = {}
    for narrow, broad in broader:
        up.setdefault(narrow, set()).add(broad)
    every = sorted({*themes, *up, *(b for bs in up.values() for b in bs)})
    found: dict[str, dict[str, int]] = {theme: {theme: 0} for theme in every}
    for theme in every:
        level, steps = up.get(theme, set()), 1
        while level:
            for over in level - found[theme].keys():
                found[theme][over] = found[over][theme] = steps
            level, steps = {b for a in level for b in up.get(a, ())} - {theme}, steps + 1
            if steps > len(every):
                break
    return found


def above(id_: str, up: Mapping[str, set[str]]) -> Ids:
    """All that something lies in, at any height; a cycle ends where it began."""
    waiting, met = list(up.get(id_, ())), set[str]()
    while waiting:
        over = waiting.pop()
        if over not in met:
            met.add(over)
            waiting += up.get(over, ())
    return frozenset(met - {id_})
