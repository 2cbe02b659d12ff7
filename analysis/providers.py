"""Who provides what where: plain counts, each with what it rests on.

More than one provider is *fragmentation* in GAO's neutral sense (analytics C1):
it may be appropriate. No share, index or rank is made of these counts: whoever
publishes most looks biggest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from taazur.analysis.coverage import Coverage
from taazur.analysis.derived import edge
from taazur.analysis.edges import Claim
from taazur.analysis.facts import Facts, Programme
from taazur.analysis.overlap import where_and_what
from taazur.analysis.rules import rules


@dataclass(frozen=True, slots=True)
class Provision:
    """One State and one theme: the programmes on record there, and the partners that run them."""

    state: str
    theme: str
    programmes: tuple[str, ...]
    providers: tuple[str, ...]
    covering: int
    known: int


def provisions(facts: Facts, covering: Coverage) -> list[Provision]:
    """Every State and theme for which a programme of kind *programme* is on record, in order of ids.

    A partner counts where it is counted at all (facilitators, networks, appeals
    and those who only fund are not) and has a role that is not *donor*. The theme
    is the programme's, not a broader one.
    """
    cells: dict[tuple[str, str], set[str]] = {}
    for programme in facts.programmes.values():
        for state in programme.states:
            for theme in programme.themes:
                cells.setdefault((state, theme), set()).add(programme.id)
    return [_provision(facts, covering, *cell, programmes) for cell, programmes in sorted(cells.items())]


def _provision(facts: Facts, covering: Coverage, state: str, theme: str, programmes: set[str]) -> Provision:
    providers = {provider for p in programmes for provider in counted(facts, facts.programmes[p])}
    return Provision(
        state, theme, tuple(sorted(programmes)), tuple(sorted(providers)), *covering.counts([state], [theme])
    )


def counted(facts: Facts, programme: Programme) -> frozenset[str]:
    """The partners of a programme that count as providers."""
    return frozenset(p for p in programme.providers if p in facts.partners and facts.partners[p].counted)


def label(providers: int) -> str:
    """``fragmentation`` from so many on as the rule says, else ``one_recorded_provider`` or ``none_counted``."""
    if providers >= rules("providers")["fragmentation_from"]:
        return "fragmentation"
    return "one_recorded_provider" if providers else "none_counted"


def edges(facts: Facts, found: list[Provision]) -> Iterator[dict[str, Any]]:
    """``HAS_PROVIDERS``: one row a State and theme."""
    for provision in found:
        yield edge(
            "HAS_PROVIDERS",
            provision.state,
            provision.theme,
            rules("providers")["rule"],
            facts.inputs(*_claims(facts, provision)),
            providers=len(provision.providers),
            programmes=len(provision.programmes),
            label=label(len(provision.providers)),
            provider_ids=provision.providers,
            programme_ids=provision.programmes,
            sources_used=provision.covering,
            sources_known=provision.known,
        )


def _claims(facts: Facts, provision: Provision) -> Iterator[Claim]:
    for id_ in provision.programmes:
        programme = facts.programmes[id_]
        yield from where_and_what(facts, programme, provision.state, frozenset({provision.theme}), frozenset())
        yield from (("TAKES_PART", partner, id_) for partner in counted(facts, programme))
