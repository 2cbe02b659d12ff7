"""What the analysis works on: the sets and intervals that the released rows say, nothing else.

Made from the Arrow tables of one released graph, so that nothing an audience may
not see can enter a result. Regions and the world never become States; what
facilitators do and what partners only fund is no provision.

The definitions (shared by overlap, synergy, gap and match):

- ``states`` of a programme: those it assists, and those that its recorded
  activities and milestones were held for as assisted;
- ``themes``, ``types``: its own, and those of its activities held for a State;
- ``providers``: partners in any role but donor; ``leads`` among them;
- ``period``: its own dates, else those of its recorded activities (see ``interval``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from taazur.analysis.edges import Claim, Edges, Ids, above, lines
from taazur.analysis.interval import OWN, UNKNOWN, Interval, last_possible, spanning
from taazur.graph.engine import Tables

Row = dict[str, Any]
DELIVERIES = ("Activity", "Milestone")
"""What may make a State an assisted one; a consultation is a diagnosis."""


@dataclass(frozen=True, slots=True)
class Event:
    """An activity, milestone or consultation on record. ``states`` is State id → ``assisted`` or ``participated``."""

    id: str
    label: str
    name: str
    programmes: Ids
    states: Mapping[str, str]
    period: Interval
    themes: Ids
    types: Ids
    institutions: Ids
    source: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of kind *programme*, with what is on record for it.

    ``dates`` are its own; ``period`` takes a missing end from its activities; ``institutions`` are the *named* ones, by State; ``offered`` the regions that
    it is offered to, of which none becomes a State; ``parents`` what it is part
    of, at any height; ``names`` its name and aliases without case; ``cites`` the
    resolutions and provisions that it cites.
    """

    id: str
    name: str
    dates: Interval
    period: Interval
    states: Ids
    participated: Ids
    themes: Ids
    types: Ids
    providers: Ids
    leads: Ids
    institutions: Mapping[str, Ids]
    offered: Ids
    parents: Ids
    names: Ids
    cites: Ids
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A node of kind *need*: ratings, action-plan items and participations are not here."""

    id: str
    name: str
    kind: str
    status: str | None
    observed: date | None
    observed_precision: str
    states: Ids
    regions: Ids
    themes: Ids
    types: Ids
    cites: Ids
    institutions: Ids
    institution_as_worded: str | None
    source: str | None

    def is_open(self, closed: Iterable[str]) -> bool:
        """Whether its status is none of those that close a need; a status that is not known leaves it open."""
        return self.status not in set(closed)


@dataclass(frozen=True, slots=True)
class Partner:
    """Whether a partner may be counted as a provider, and what its part is."""

    id: str
    name: str
    kind: str
    part: str | None
    counted: bool


@dataclass(frozen=True)
class Facts:
    """All of it, by id. ``beside`` are the tools, networks, strategies … (id → kind), never counted as programmes.

    ``line`` is theme → themes on its line of broader and narrower ones → steps
    between them (itself: 0). ``regions`` is State → regions it lies in, at any
    height; ``claims`` (type, from, to) → ids of the edges that say so;
    ``roles`` (partner, programme) → roles.
    """

    programmes: Mapping[str, Programme]
    beside: Mapping[str, str]
    events: Mapping[str, Event]
    needs: Mapping[str, Need]
    partners: Mapping[str, Partner]
    states: Mapping[str, str]
    themes: Mapping[str, str]
    line: Mapping[str, Mapping[str, int]]
    regions: Mapping[str, Ids]
    claims: Mapping[Claim, tuple[str, ...]]
    roles: Mapping[tuple[str, str], Ids]
    tables: Tables

    def inputs(self, *claims: Claim) -> list[str]:
        """The ids of the edges behind these claims, sorted."""
        return sorted({id_ for claim in claims for id_ in self.claims.get(claim, ())})


def facts(tables: Tables) -> Facts:
    """The sets of one released graph.

    Parameters
    ----------
    tables : node label or edge type → Arrow table, as ``release.project`` gives them.
    """
    edges = Edges(tables)
    events = {event.id: event for event in _events(tables, edges)}
    partners = {
        row["id"]: Partner(row["id"], row["name"], row["kind"], row["part"], bool(row["counted"]))
        for row in _rows(tables, "Partner")
    }
    line = lines(edges.ends("BROADER"), [row["id"] for row in _rows(tables, "Theme")])
    return Facts(
        programmes={p.id: p for p in _programmes(tables, edges, events)},
        beside={row["id"]: row["kind"] for row in _rows(tables, "Programme") if row["kind"] != "programme"},
        events=events,
        needs={need.id: need for need in _needs(tables, edges)},
        partners=partners,
        states={row["id"]: row["name"] for row in _rows(tables, "State")},
        themes={row["id"]: row["name"] for row in _rows(tables, "Theme")},
        line=line,
        regions={row["id"]: above(row["id"], edges.of("IN_REGION")) for row in _rows(tables, "State")},
        claims={claim: tuple(sorted(ids)) for claim, ids in edges.claims.items()},
        roles={pair: frozenset(roles) for pair, roles in edges.roles.items()},
        tables=tables,
    )


def _rows(tables: Tables, kind: str) -> list[Row]:
    return tables[kind].to_pylist() if kind in tables else []


def _period(row: Row) -> Interval:
    """What a row's own four columns say."""
    known = row["start_date"] or row["end_date"]
    columns = (row[name] for name in ("start_date", "end_date", "start_precision", "end_precision"))
    start, end, of_start, of_end = columns
    return Interval(start, end, of_start or "unknown", of_end or "unknown", OWN if known else UNKNOWN)


def _events(tables: Tables, edges: Edges) -> Iterator[Event]:
    named = {row["id"] for row in _rows(tables, "Institution") if row["kind"] == "named"}
    for label in (*DELIVERIES, "Consultation"):
        for row in _rows(tables, label):
            id_ = row["id"]
            states = {s: _relation(edges.relations[id_, s]) for s in sorted(edges.get("HELD_FOR", id_, "state/"))}
            period = _period(row)
            end = last_possible(period.start, period.end, period.start_precision)
            of_end = period.end_precision if period.end else period.start_precision
            yield Event(
                id_,
                label,
                row["name"],
                edges.get("UNDER", id_),
                states,
                Interval(period.start, end, period.start_precision, of_end, period.basis),
                edges.get("CONCERNS", id_),
                edges.get("PROVIDES", id_),
                edges.get("WITH_INSTITUTION", id_) & named,
                row["source"],
                row["note"],
            )


def _relation(relations: set[str]) -> str:
    return "assisted" if "assisted" in relations else min(relations)


def _programmes(tables: Tables, edges: Edges, events: Mapping[str, Event]) -> Iterator[Programme]:
    under = edges.to("UNDER")
    parts = edges.to("TAKES_PART")
    located = edges.of("LOCATED_IN")
    for row in _rows(tables, "Programme"):
        if row["kind"] == "programme":
            held = [events[e] for e in sorted(under.get(row["id"], ())) if e in events]
            roles = {partner: edges.roles[partner, row["id"]] - {"donor"} for partner in parts.get(row["id"], ())}
            yield _programme(row, edges, held, {p: r for p, r in roles.items() if r}, located)


def _programme(
    row: Row, edges: Edges, held: list[Event], roles: Mapping[str, set[str]], located: Mapping[str, set[str]]
) -> Programme:
    id_ = row["id"]
    for_states = [event for event in held if event.states]
    institutions: dict[str, set[str]] = {}
    for event in held:
        for institution in event.institutions:
            for state in located.get(institution, ()):
                institutions.setdefault(state, set()).add(institution)
    assisted, participated = (_states(id_, edges, held, relation) for relation in ("assisted", "participated"))
    return Programme(
        id=id_,
        name=row["name"],
        dates=_period(row),
        period=spanning(_period(row), (event.period for event in held)),
        states=assisted,
        participated=participated - assisted,
        themes=edges.get("CONCERNS", id_).union(*(event.themes for event in for_states)),
        types=edges.get("PROVIDES", id_).union(*(event.types for event in for_states)),
        providers=frozenset(roles),
        leads=frozenset(p for p, r in roles.items() if r & {"lead", "co-lead"}),
        institutions={state: frozenset(ids) for state, ids in institutions.items()},
        offered=edges.get("ASSISTS", id_, "region/"),
        parents=above(id_, edges.of("PART_OF")),
        names=frozenset(name.casefold() for name in (row["name"], *(row["aliases"] or ())) if name),
        cites=edges.get("IMPLEMENTS", id_),
        events=tuple(event.id for event in held),
    )


def _states(id_: str, edges: Edges, held: list[Event], relation: str) -> Ids:
    """The States of one relation: of the programme's own claims and of its deliveries."""
    own = (s for s in edges.get("ASSISTS", id_, "state/") if relation in edges.relations[id_, s])
    of_events = (s for event in held if event.label in DELIVERIES for s, r in event.states.items() if r == relation)
    return frozenset((*own, *of_events))


def _needs(tables: Tables, edges: Edges) -> Iterator[Need]:
    for row in _rows(tables, "Need"):
        id_ = row["id"]
        yield Need(
            id_,
            row["name"],
            row["kind"],
            row["status"],
            row["observed"],
            row["observed_precision"] or "unknown",
            edges.get("NEED_OF", id_, "state/"),
            edges.get("NEED_OF", id_, "region/"),
            edges.get("CONCERNS", id_),
            edges.get("SEEKS", id_),
            edges.get("NEEDED_UNDER", id_),
            edges.get("WITH_INSTITUTION", id_),
            row["institution"],
            row["source"],
        )
