"""Needs on record and assistance on record, side by side, by State and theme.

The truth table of analytics C6, for nodes of kind *need* only: a rating or an
item of an action plan never enters. The silence of the sources is a value of its
own, and so is a time that nobody recorded. "Gap" is not said: a need with no
assistance recorded may well have some.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from taazur.analysis.coverage import Coverage
from taazur.analysis.derived import edge
from taazur.analysis.edges import Claim, Ids
from taazur.analysis.evidence import Assistance, Cell, by_cell, offered
from taazur.analysis.facts import Facts, Need
from taazur.analysis.overlap import where_and_what
from taazur.analysis.rules import rules


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for one State and theme. ``covering`` of ``known`` documents speak of both."""

    state: str
    theme: str
    value: str
    when: Ids
    needs: tuple[str, ...]
    assistance: tuple[Assistance, ...]
    offered: Ids
    covering: int
    known: int


def standings(facts: Facts, covering: Coverage, as_at: date) -> list[Standing]:
    """Every State and theme with an open need or with assistance on record, in order of ids.

    Values: ``need_no_assistance`` (in sources that cover both),
    ``available_on_request`` (offered to all or to the region, presence not known),
    ``partial`` (planned, ended, by participation only, or of another kind than is
    sought: see ``when``), ``time_not_known``, ``under_way``, ``assistance_no_need``
    and ``not_known`` (the sources do not cover State and theme).
    """
    needs, given = needs_by_cell(facts), by_cell(facts, as_at)
    reach = offered(facts)
    near = {cell for state, theme in needs for cell in ((state, t) for t in facts.line.get(theme, {theme: 0}))}
    # Assistance on the line of a need is shown with that need, not as assistance without one.
    cells = {*needs, *(cell for cell in _assisted(facts, given) if cell not in near)}
    return [
        _standing(facts, covering, cell, needs.get(cell, []), given.get(cell, []), frozenset(reach.get(cell, ())))
        for cell in sorted(cells)
    ]


def needs_by_cell(facts: Facts) -> dict[Cell, list[Need]]:
    """State and theme → its open needs on that theme."""
    closed = rules("gap")["closed"]
    found: dict[Cell, list[Need]] = {}
    for need in facts.needs.values():
        if need.is_open(closed):
            for state in need.states:
                for theme in need.themes:
                    found.setdefault((state, theme), []).append(need)
    return found


def _assisted(facts: Facts, given: dict[Cell, list[Assistance]]) -> Iterator[Cell]:
    """The cells with assistance recorded on the theme itself, not only on a broader or narrower one."""
    for (state, theme), items in given.items():
        if any(_own(facts, item, theme) for item in items if item.relation == "assisted"):
            yield state, theme


def _own(facts: Facts, item: Assistance, theme: str) -> bool:
    if item.id in facts.programmes:
        return theme in facts.programmes[item.id].themes
    themes = facts.events[item.id].themes
    return theme in (themes or frozenset[str]().union(*(facts.programmes[p].themes for p in item.programmes)))


def _standing(
    facts: Facts, covering: Coverage, cell: Cell, needs: list[Need], given: list[Assistance], reach: Ids
) -> Standing:
    used, known = covering.counts([cell[0]], facts.line.get(cell[1], {cell[1]: 0}))
    value, when = judge(needs, given, reach, used)
    ids = tuple(sorted(need.id for need in needs))
    shown = reach if value == "available_on_request" else frozenset[str]()
    ordered = tuple(sorted(given, key=lambda item: (item.id, item.relation)))
    return Standing(*cell, value, frozenset(when), ids, ordered, shown, used, known)


def judge(needs: Iterable[Need], given: Iterable[Assistance], reach: Ids, covering: int) -> tuple[str, set[str]]:
    """The value of one State and theme, and how far its assistance is under way.

    Parameters
    ----------
    needs, given : open needs, and assistance on record on the theme or its line.
    reach : programmes available on request there.
    covering : documents that cover State and theme.
    """
    needs, given = list(needs), list(given)
    assisted = [item for item in given if item.relation == "assisted"]
    when = {item.when for item in assisted} or ({"by participation only"} if given else set[str]())
    if not needs:
        return "assistance_no_need", when
    if not given:
        return _silent(reach, covering), when
    sought = frozenset[str]().union(*(need.types for need in needs))
    fitting = [item for item in assisted if not (sought and item.types) or sought & item.types]
    if not fitting:
        return "partial", when | ({"another kind of assistance"} if assisted else set())
    for time, value in (("under way", "under_way"), ("not known", "time_not_known")):
        if any(item.when == time for item in fitting):
            return value, when
    return "partial", when


def _silent(reach: Ids, covering: int) -> str:
    if reach:
        return "available_on_request"
    return "need_no_assistance" if covering >= rules("gap")["sources_from"] else "not_known"


def edges(facts: Facts, covering: Coverage, as_at: date, audience: str) -> Iterator[dict[str, Any]]:
    """``STANDS_ON`` from each State, for the audiences that may see needs by State; nothing for others."""
    given = rules("gap")
    if audience not in given["by_state_for"]:
        return
    for standing in standings(facts, covering, as_at):
        programmes = {p for item in standing.assistance for p in item.programmes}
        yield edge(
            "STANDS_ON",
            standing.state,
            standing.theme,
            given["rule"],
            facts.inputs(*_claims(facts, standing)),
            standing=standing.value,
            times=standing.when,
            needs=standing.needs,
            programmes=programmes,
            deliveries=[item.id for item in standing.assistance if item.id in facts.events],
            offered=standing.offered,
            as_at=as_at,
            sources_used=standing.covering,
            sources_known=standing.known,
        )


def _claims(facts: Facts, standing: Standing) -> Iterator[Claim]:
    themes = frozenset(facts.line.get(standing.theme, {standing.theme: 0}))
    for need in standing.needs:
        yield "NEED_OF", need, standing.state
        yield "CONCERNS", need, standing.theme
    for id_ in {p for item in standing.assistance for p in item.programmes} & facts.programmes.keys():
        yield from where_and_what(facts, facts.programmes[id_], standing.state, themes, frozenset())
