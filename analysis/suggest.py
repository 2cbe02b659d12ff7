"""Which providers could talk to each other: those who work with the same partners and with each other in nothing.

In a graph of two sides (partners, programmes) two nodes of opposite sides share no
neighbour, so that every measure on common neighbours gives 0. Hence the
projection: two providers are neighbours where a programme of kind *programme*
has both in a role other than donor. Facilitators, networks, appeals and those
who only fund are not in it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taazur.analysis.facts import Facts
from taazur.analysis.rules import rules

Neighbours = dict[str, dict[str, set[str]]]
"""Provider → provider → programmes in which both take part."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two providers with no programme in common on record, and what they have in common all the same.

    ``between`` are the partners of both; ``programmes`` those in which either
    works with one of them; ``themes`` and ``states`` those that both work on.
    """

    one: str
    other: str
    score: float
    between: tuple[str, ...]
    programmes: tuple[str, ...]
    themes: tuple[str, ...]
    states: tuple[str, ...]


def projection(facts: Facts) -> Neighbours:
    """Providers that may be counted, and with whom each works in which programmes."""
    found: Neighbours = {}
    for programme in facts.programmes.values():
        counted = sorted(p for p in programme.providers if p in facts.partners and facts.partners[p].counted)
        for one, other in itertools.permutations(counted, 2):
            found.setdefault(one, {}).setdefault(other, set()).add(programme.id)
    return found


def adamic_adar(one: str, other: str, neighbours: Mapping[str, Iterable[str]]) -> float:
    """``Σ 1/ln|Γ(z)|`` over the common neighbours *z* of two nodes; 0 where there is none.

    Source: analytics C7 (`q10`). A common neighbour has at least two neighbours,
    so that the logarithm is never 0.

    Examples
    --------
    >>> round(adamic_adar("a", "b", {"a": ["z"], "b": ["z"], "z": ["a", "b"]}), 4)
    1.4427
    """
    common = set(neighbours.get(one, ())) & set(neighbours.get(other, ()))
    return sum(1 / math.log(len(set(neighbours[z]))) for z in sorted(common))


def suggestions(facts: Facts, partner: str | None = None) -> list[Suggestion]:
    """Pairs of providers that could exchange information, best first.

    Parameters
    ----------
    partner : only those of this one, as many as ``data/analysis.toml`` says; ``None`` gives every pair once.
    """
    near, families = projection(facts), _families(facts)
    pairs = itertools.combinations(sorted(near), 2) if partner is None else ((partner, o) for o in sorted(near))
    found = [_suggestion(facts, near, one, other) for one, other in pairs if _apart(near, one, other)]
    found = [s for s in found if families.get(s.one, {s.one}).isdisjoint(families.get(s.other, {s.other}))]
    found.sort(key=lambda s: (-s.score, s.one, s.other))
    return found if partner is None else found[: rules("partners")["top"]]


def _families(facts: Facts) -> dict[str, set[str]]:
    """Partner → itself and what it is part of at once: an office needs no introduction to its own department."""
    found: dict[str, set[str]] = {}
    for type_, start, end in facts.claims:
        if type_ == "PART_OF" and start in facts.partners:
            found.setdefault(start, {start}).add(end)
    return found


def _apart(near: Neighbours, one: str, other: str) -> bool:
    """Whether two providers share a partner and no programme."""
    return one != other and one in near and other not in near[one] and not near[one].keys().isdisjoint(near[other])


def _suggestion(facts: Facts, near: Neighbours, one: str, other: str) -> Suggestion:
    between = sorted(near[one].keys() & near[other].keys())
    through = {p for z in between for p in near[one][z] | near[other][z]}
    ours, theirs = ([p for p in facts.programmes.values() if who in p.providers] for who in (one, other))
    themes = {t for p in ours for t in p.themes} & {t for p in theirs for t in p.themes}
    states = {s for p in ours for s in p.states} & {s for p in theirs for s in p.states}
    score = adamic_adar(one, other, near)
    return Suggestion(one, other, score, *(tuple(sorted(ids)) for ids in (between, through, themes, states)))
