"""Where two programmes could reinforce each other: four kinds, each with its evidence. Always *possible*.

Resolution 1377 (2001) asks the Committee to explore, with organisations, the
promotion of possible synergies between assistance programmes; the four kinds are
those of analytics C5. Experts' scores are another matter, kept apart
(``INFLUENCES``) and never averaged in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from taazur.analysis.coverage import Coverage
from taazur.analysis.derived import edge
from taazur.analysis.edges import Claim, Ids
from taazur.analysis.facts import Facts, Need, Programme
from taazur.analysis.overlap import Pair, is_joint, where_and_what
from taazur.analysis.providers import counted
from taazur.analysis.rules import rules
from taazur.analysis.sequence import sequences

NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Synergy:
    """A possible synergy of two programmes, with what shows it. Of a sequence ``one`` comes first."""

    kind: str
    one: str
    other: str
    states: Ids
    claims: tuple[Claim, ...]
    basis: str
    score: float | None = None
    values: dict[str, Any] = field(default_factory=dict)


def synergies(facts: Facts, pairs: Iterable[Pair]) -> Iterator[Synergy]:
    """The synergies of all pairs that share a State and a theme; parts of one joint programme are no pair.

    Complements need no theme in common: their themes differ by nature.
    """
    apart = [pair for pair in pairs if pair.label != "joint_programme"]
    tools = _tools(facts)
    for pair in apart:
        for step in sequences(facts, pair):
            values = {"step_from": step.first, "step_to": step.then, "events": step.events, "themes": pair.themes}
            claims = tuple(_placed(facts, pair, step.states))
            yield Synergy("sequence", step.one, step.other, step.states, claims, step.basis, values=values)
        yield from _shared_asset(facts, pair, tools)
        yield from _bridge(facts, pair)
    yield from complements(facts)


def _placed(facts: Facts, pair: Pair, states: Ids) -> Iterator[Claim]:
    """The claims that place both in these States on their themes."""
    for programme in (pair.one, pair.other):
        for state in states:
            yield from where_and_what(facts, programme, state, pair.themes | pair.near, programme.types)


def _shared_asset(facts: Facts, pair: Pair, tied: Mapping[str, Ids]) -> Iterator[Synergy]:
    """The same tool or guide, the same text cited, or the same named institution of a State."""
    tools = tied[pair.one.id] & tied[pair.other.id]
    texts = pair.one.cites & pair.other.cites
    assets = tools | texts | pair.institutions
    if assets:
        said = (
            ("tool or guide", tools),
            ("legal basis", texts),
            ("national counterpart", pair.institutions),
        )
        claims = [*_placed(facts, pair, pair.states)]
        for programme in (pair.one, pair.other):
            claims += [("IMPLEMENTS", programme.id, text) for text in texts]
            claims += [("PART_OF", *ends) for tool in tools for ends in ((programme.id, tool), (tool, programme.id))]
            claims += [("WITH_INSTITUTION", event, i) for event in programme.events for i in pair.institutions]
        basis = "same " + ", ".join(what for what, found in said if found)
        values = {"assets": assets, "themes": pair.themes}
        yield Synergy("shared_asset", pair.one.id, pair.other.id, pair.states, tuple(claims), basis, values=values)


def _tools(facts: Facts) -> dict[str, Ids]:
    """Programme → tools, guides and platforms that it is part of, or that are part of it."""
    kinds = set(rules("synergy")["assets"])
    tied = {id_: set(programme.parents) for id_, programme in facts.programmes.items()}
    for type_, start, end in facts.claims:
        if type_ == "PART_OF" and end in tied:
            tied[end].add(start)
    return {id_: frozenset(t for t in ids if facts.beside.get(t) in kinds) for id_, ids in tied.items()}


def _bridge(facts: Facts, pair: Pair) -> Iterator[Synergy]:
    """A counted partner that does more than fund in both, where the two are not led by the same bodies.

    Facilitators, networks and appeals are no bridges, for they are counted
    nowhere; where one body leads both, it needs none.
    """
    partners = counted(facts, pair.one) & counted(facts, pair.other)
    if partners and not (pair.one.leads and pair.one.leads == pair.other.leads):
        ids = (pair.one.id, pair.other.id)
        claims = (*_placed(facts, pair, pair.states), *(("TAKES_PART", p, id_) for p in partners for id_ in ids))
        values = {"partners": partners, "themes": pair.themes}
        yield Synergy("bridge", *ids, pair.states, claims, "takes part in both", values=values)


def complements(facts: Facts) -> Iterator[Synergy]:
    """Two programmes in one State that relate to different open needs: ``|N(p) △ N(q)| / |N(p) ∪ N(q)|``.

    A programme relates to a need of a State that it assists where they share a
    theme, or themes on one line. Both must relate to one that the other does not.
    Source: analytics C5, (c); its opposite ``|∩| / |∪|`` sums with it to 1.
    """
    closed = rules("gap")["closed"]
    of_state: dict[str, list[Need]] = {}
    for need in facts.needs.values():
        if need.themes and need.is_open(closed):
            for state in need.states:
                of_state.setdefault(state, []).append(need)
    for state, needs in sorted(of_state.items()):
        related = {p.id: _related(facts, p, needs) for p in facts.programmes.values() if state in p.states}
        for one, other in itertools.combinations(sorted(p for p in related if related[p]), 2):
            yield from _complement(facts, state, len(needs), (one, related[one]), (other, related[other]))


def _related(facts: Facts, programme: Programme, needs: Iterable[Need]) -> Ids:
    near = {theme for own in programme.themes for theme in facts.line.get(own, {own: 0})}
    return frozenset(need.id for need in needs if need.themes & near)


def _complement(
    facts: Facts, state: str, on_record: int, one: tuple[str, Ids], other: tuple[str, Ids]
) -> Iterator[Synergy]:
    ours, theirs = one[1], other[1]
    apart = not is_joint(facts, facts.programmes[one[0]], facts.programmes[other[0]])
    if apart and ours - theirs and theirs - ours:
        themes = frozenset(theme for need in ours | theirs for theme in facts.needs[need].themes)
        claims = [("NEED_OF", need, state) for need in ours | theirs]
        claims += [("CONCERNS", need, theme) for need in ours | theirs for theme in facts.needs[need].themes]
        for id_ in (one[0], other[0]):
            claims += where_and_what(facts, facts.programmes[id_], state, themes, NONE)
        values = {"needs_from": ours, "needs_to": theirs, "needs_on_record": on_record}
        score = wider(ours, theirs)
        basis = "themes of the needs on record"
        yield Synergy("complement", one[0], other[0], frozenset({state}), tuple(claims), basis, score, values)


def wider(ours: Ids, theirs: Ids) -> float:
    """``|A △ B| / |A ∪ B|``: how much of what they relate to together only one of them relates to.

    Examples
    --------
    >>> wider(frozenset("abc"), frozenset("cd"))
    0.75
    """
    return len(ours ^ theirs) / len(ours | theirs)


def edges(facts: Facts, covering: Coverage, found: Iterable[Synergy]) -> Iterator[dict[str, Any]]:
    """``SYNERGY``: one row a pair and kind; a complement has one for each State, a sequence may go both ways."""
    for synergy in found:
        inputs = facts.inputs(*synergy.claims)
        used, known = covering.used(inputs, synergy.states)
        yield edge(
            "SYNERGY",
            synergy.one,
            synergy.other,
            rules("synergy")["rule"],
            inputs,
            [synergy.kind, sorted(synergy.states)],
            synergy=synergy.kind,
            states=synergy.states,
            score=synergy.score,
            basis=synergy.basis,
            sources_used=used,
            sources_known=known,
            **synergy.values,
        )
