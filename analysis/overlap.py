"""Where two programmes share ground: a vector, a label in GAO's words, and what it rests on.

Overlap is not waste: GAO finds effects that may be positive and overlap that may
be appropriate (analytics C1), and only the entities concerned can say. An unknown
part is *not comparable*, never zero.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taazur.analysis.candidates import candidates
from taazur.analysis.coverage import Coverage
from taazur.analysis.derived import edge
from taazur.analysis.edges import Claim, Ids
from taazur.analysis.facts import Facts, Programme
from taazur.analysis.interval import common_days, time_share
from taazur.analysis.rules import rules
from taazur.analysis.vector import UNKNOWN, Part, rank, shared, soft, theme_match

PARTS = ("state", "theme", "type", "time", "institution")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two programmes (ids in order) that share a State and a theme, or themes on one line.

    ``parts`` is the vector; ``themes`` both have, ``near`` one has and the other
    has a broader or narrower one of.
    """

    one: Programme
    other: Programme
    parts: Mapping[str, Part]
    states: Ids
    themes: Ids
    near: Ids
    types: Ids
    institutions: Ids
    rank: float
    label: str

    @property
    def unknown(self) -> tuple[str, ...]:
        """The elements that are not comparable, because one of the two records does not give them."""
        return tuple(name for name in PARTS if self.parts[name].jaccard is None)


def pairs(facts: Facts) -> list[Pair]:
    """All pairs of programmes of kind *programme* that share a State and a theme, exactly, in order of ids.

    The kernel says which (``candidates``); what it does not weigh, an institution and a label, is added here.

    A programme that is offered to the world or to a region, without a list of
    States, shares a State with nobody.
    """
    given = rules("overlap")
    placed = sorted((p for p in facts.programmes.values() if p.states and p.themes), key=lambda p: p.id)
    met = (_pair(facts, one, other, given) for one, other in candidates(facts, placed))
    return [pair for pair in met if pair is not None]


def _pair(facts: Facts, one: Programme, other: Programme, given: Mapping[str, Any]) -> Pair | None:
    states = one.states & other.states
    if not states:
        return None
    match = theme_match(one.themes, other.themes, facts.line, given["decay"])
    if not match:
        return None
    common = one.themes & other.themes
    share = time_share(one.period, other.period)
    institutions, of_institutions = _institutions(one, other, states)
    parts = {
        "state": shared(one.states, other.states),
        "theme": soft(one.themes, other.themes, match),
        "type": shared(one.types, other.types),
        "time": Part(share, share),
        "institution": of_institutions,
    }
    ranked = rank({name: part.jaccard for name, part in parts.items()}, given["weights"])
    near = _near(facts, one.themes, other.themes) - common
    types = one.types & other.types
    label = _label(facts, one, other, institutions)
    return Pair(one, other, parts, states, common, near, types, institutions, ranked, label)


def _near(facts: Facts, one: Ids, other: Ids) -> Ids:
    """Themes of either that the other has only as a broader or narrower one."""
    on_line = ((a, b) for a in one for b in other if a != b and b in facts.line.get(a, {}))
    return frozenset(theme for pair in on_line for theme in pair)


def _institutions(one: Programme, other: Programme, states: Ids) -> tuple[Ids, Part]:
    """Named institutions of both, and their overlap; comparable only in a State in which both name one."""
    where = [s for s in states if one.institutions.get(s) and other.institutions.get(s)]
    if not where:
        return frozenset(), UNKNOWN
    ours, theirs = (frozenset[str]().union(*(p.institutions[s] for s in where)) for p in (one, other))
    return ours & theirs, shared(ours, theirs)


def _label(facts: Facts, one: Programme, other: Programme, institutions: Ids) -> str:
    """The label of a pair; the first that holds.

    ``joint_programme`` : part of one parent, or one record is the other's twin (a shared name).
    ``successive`` : the recorded periods do not meet.
    ``same_providers`` : the same partners run both, so nothing is fragmented (analytics C1: ``O(p) ≠ O(q)``).
    ``overlap_time_not_known`` : an end is not on record.
    ``possible_duplication`` : the same kind of help on the same theme to the same named institution, at one time.
    """
    if is_joint(facts, one, other):
        return "joint_programme"
    days = common_days(one.period, other.period)
    if days == 0:
        return "successive"
    if one.providers and one.providers == other.providers:
        return "same_providers"
    if days is None:
        return "overlap_time_not_known"
    return "possible_duplication" if _same_service(facts, one, other, institutions) else "overlap"


def is_joint(facts: Facts, one: Programme, other: Programme) -> bool:
    """Whether two records belong to one programme: one is part of the other, both of a third, or they share a name.

    A tool or a guide that both are tied to makes them no family: it is an asset that they share.
    """
    family = {one.id, *one.parents} & {other.id, *other.parents}
    assets = rules("synergy")["assets"]
    return any(facts.beside.get(id_) not in assets for id_ in family) or bool(one.names & other.names)


def _same_service(facts: Facts, one: Programme, other: Programme, institutions: Ids) -> bool:
    """Whether both recorded the same kind of help on one line of themes with the same named institution."""
    ours, theirs = ([e for e in map(facts.events.__getitem__, p.events) if e.institutions] for p in (one, other))
    return any(
        a.types & b.types and any(u in facts.line.get(t, {}) for t in a.themes for u in b.themes)
        for institution in institutions
        for a, b in itertools.product(ours, theirs)
        if institution in a.institutions & b.institutions
    )


def edges(facts: Facts, covering: Coverage, found: list[Pair], audience: str) -> Iterator[dict[str, Any]]:
    """``OVERLAPS``: one row a pair, from the smaller id to the larger."""
    given = rules("overlap")
    withheld = given["withheld"].get(audience, {})
    for pair in found:
        inputs = facts.inputs(*claims(facts, pair))
        sources, known = covering.used(inputs, pair.states)
        label = withheld.get(pair.label, pair.label)
        yield edge(
            "OVERLAPS",
            pair.one.id,
            pair.other.id,
            given["rule"],
            inputs,
            score=pair.rank,
            label=label,
            **{name: pair.parts[name].jaccard for name in PARTS},
            **{f"{name}_inside": pair.parts[name].coefficient for name in PARTS if name != "time"},
            elements_known=len(PARTS) - len(pair.unknown),
            elements=len(PARTS),
            not_comparable=pair.unknown,
            states=pair.states,
            themes=pair.themes,
            near_themes=pair.near,
            types=pair.types,
            institutions=pair.institutions,
            undated=[p.id for p in (pair.one, pair.other) if p.period.end is None or p.period.start is None],
            **_periods(pair),
            sources_used=sources,
            sources_known=known,
            basis=_basis(pair),
        )


def _periods(pair: Pair) -> dict[str, Any]:
    """The common period, where there is one, and those of both."""
    ours, theirs = pair.one.period, pair.other.period
    both = common_days(ours, theirs)
    starts, ends = [p.start for p in (ours, theirs) if p.start], [p.end for p in (ours, theirs) if p.end]
    return {
        "start_date": max(starts) if both else None,
        "end_date": min(ends) if both else None,
        "from_start": ours.start,
        "from_start_precision": ours.start_precision,
        "from_end": ours.end,
        "from_end_precision": ours.end_precision,
        "to_start": theirs.start,
        "to_start_precision": theirs.start_precision,
        "to_end": theirs.end,
        "to_end_precision": theirs.end_precision,
    }


def _basis(pair: Pair) -> str:
    return f"period of the first: {pair.one.period.basis}; of the second: {pair.other.period.basis}"


def claims(facts: Facts, pair: Pair) -> Iterator[Claim]:
    """The claims that a pair rests on: that both are there, on this, with these, and who runs them."""
    for programme in (pair.one, pair.other):
        for state in pair.states:
            yield from where_and_what(facts, programme, state, pair.themes | pair.near, pair.types)
        yield from (("TAKES_PART", provider, programme.id) for provider in programme.providers)
        for event in programme.events:
            for institution in pair.institutions:
                yield "WITH_INSTITUTION", event, institution


def where_and_what(facts: Facts, programme: Programme, state: str, themes: Ids, types: Ids) -> Iterator[Claim]:
    """The claims that place a programme in a State, on these themes, with these kinds of assistance."""
    yield "ASSISTS", programme.id, state
    yield from (("CONCERNS", programme.id, theme) for theme in themes)
    yield from (("PROVIDES", programme.id, type_) for type_ in types)
    for id_ in programme.events:
        event = facts.events[id_]
        if state in event.states:
            yield "HELD_FOR", id_, state
            yield "UNDER", id_, programme.id
        if event.states:
            yield from (("CONCERNS", id_, theme) for theme in themes & event.themes)
            yield from (("PROVIDES", id_, type_) for type_ in types & event.types)


def sensitivity(ranks: Iterable[float]) -> dict[str, int]:
    """How many pairs are listed at the threshold, and a step below and above it.

    Returns
    -------
    ``lower``, ``threshold``, ``higher``: pairs listed there; ``appear``, ``vanish``: those that come or go with a step.
    """
    given, listed = rules("overlap"), list(ranks)
    levels = {"lower": -given["step"], "threshold": 0.0, "higher": given["step"]}
    at = {name: sum(r >= round(given["threshold"] + by, 9) for r in listed) for name, by in levels.items()}
    return {**at, "appear": at["lower"] - at["threshold"], "vanish": at["threshold"] - at["higher"]}
