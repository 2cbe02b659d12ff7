"""Which pairs of programmes have to be looked at: those that the kernel finds, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from taazur.analysis.facts import Facts, Programme
from taazur.analysis.kernel import pairs_from
from taazur.analysis.portfolio import Portfolio, portfolio
from taazur.analysis.rules import rules

EPOCH = date(1970, 1, 1).toordinal()


def candidates(facts: Facts, placed: Sequence[Programme]) -> list[tuple[Programme, Programme]]:
    """All pairs that share a State and a theme, or themes on one line, in order of ids.

    From ``all_pairs_below`` programmes on only those that may be listed a step
    below the threshold. The kernel knows no half-open intervals: a pair of which
    one ended before the other, still without an end, began is among them, and its
    rank is 0.
    """
    found = pairs_from(portfolio_of(facts, placed), least(len(placed)), threads=1)
    rows = zip(found.first.tolist(), found.second.tolist(), strict=True)
    return [(placed[one], placed[other]) for one, other in rows]


def least(programmes: int) -> float:
    """The rank from which pairs are looked at; 0 for all. The kernel's rank knows no weights: where they differ, all."""
    given: dict[str, Any] = rules("overlap")
    few = programmes < given["all_pairs_below"]
    return 0.0 if few or len(set(given["weights"].values())) > 1 else float(given["threshold"] - given["step"])


def portfolio_of(facts: Facts, placed: Sequence[Programme]) -> Portfolio:
    """The programmes as the kernel takes them; the order of the rows is that of ``placed``."""
    states, themes = _numbers(p.states for p in placed), {theme: n for n, theme in enumerate(sorted(facts.line))}
    types = _numbers(p.types for p in placed)
    broader: list[set[int]] = [set() for _ in themes]
    for type_, start, end in facts.claims:
        if type_ == "BROADER":
            broader[themes[start]].add(themes[end])
    return portfolio(
        [[states[s] for s in p.states] for p in placed],
        [[themes[t] for t in p.themes] for p in placed],
        [[types[t] for t in p.types] for p in placed],
        [_day(p.period.start) for p in placed],
        [_day(p.period.end) for p in placed],
        broader,
        rules("overlap")["decay"],
    )


def _numbers(sets: Iterable[Iterable[str]]) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(sorted({id_ for ids in sets for id_ in ids}))}


def _day(day: date | None) -> int | None:
    return day.toordinal() - EPOCH if day else None
