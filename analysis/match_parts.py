"""The parts of a match: each 0 to 1, or ``None`` where it cannot be known. And the path that links the two sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from taazur.analysis.edges import Claim, Ids
from taazur.analysis.facts import DELIVERIES, Event, Facts, Need, Programme
from taazur.analysis.ground import Ground
from taazur.analysis.interval import Interval, common_days
from taazur.analysis.rules import rules
from taazur.analysis.vector import best

PARTS = ("provision", "resolution", "theme", "type", "region", "past", "time")
"""The parts of the score, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Path:
    """What links a need and a programme: ``stated``, ``resolution`` or ``theme``, and what each side is tied to.

    The two are one but for a theme, where they may lie on one line of broader and
    narrower ones, and for a resolution of which a side cites a paragraph.
    """

    strength: str
    need: str
    programme: str


def path(facts: Facts, need: Need, programme: Programme) -> Path | None:
    """The strongest path that the sources carry; ``None`` where there is none."""
    stated = sorted(_provisions(need.cites) & programme.cites)
    if stated:
        return Path("stated", stated[0], stated[0])
    ours, theirs = _resolutions(need.cites), _resolutions(programme.cites)
    for resolution in sorted(ours.keys() & theirs.keys()):
        return Path("resolution", ours[resolution], theirs[resolution])
    return _theme_path(facts, need, programme)


def _provisions(cites: Ids) -> Ids:
    return frozenset(cited for cited in cites if cited.startswith("provision/"))


def _resolutions(cites: Ids) -> dict[str, str]:
    """Resolution → what is cited of it: itself, else a paragraph."""
    found: dict[str, str] = {}
    for cited in sorted(cites, reverse=True):
        found[f"resolution/{cited.split('/')[1]}"] = cited
    # In falling order of ids the resolution itself comes last, and stays.
    return found | {cited: cited for cited in cites if cited.startswith("resolution/")}


def _theme_path(facts: Facts, need: Need, programme: Programme) -> Path | None:
    """The nearest pair of themes on one line."""
    pairs = [
        (facts.line[one][other], one, other)
        for one in need.themes
        for other in programme.themes
        if other in facts.line.get(one, {})
    ]
    if not pairs:
        return None
    _, one, other = min(pairs)
    return Path("theme", one, other)


def parts(facts: Facts, ground: Ground, need: Need, programme: Programme, as_at: date) -> dict[str, float | None]:
    """The parts of the score.

    ``provision``, ``resolution`` : 1 where both cite the same; else not known, for
    a programme that cites another text has not said that it leaves this one out.
    ``theme`` : over the themes of the need, the mean of how well the programme's
    meet each (1 itself, less one step up or down the hierarchy).
    ``type`` : share of the kinds of assistance sought that are provided.
    ``region``, ``past``, ``time`` : see their functions.
    """
    ours, theirs = _resolutions(need.cites), _resolutions(programme.cites)
    return {
        "provision": 1.0 if _provisions(need.cites) & programme.cites else None,
        "resolution": 1.0 if ours.keys() & theirs.keys() else None,
        "theme": _theme(facts, need, programme),
        "type": len(need.types & programme.types) / len(need.types) if need.types and programme.types else None,
        "region": _region(facts, ground, need, programme),
        "past": _past(facts, ground, need, programme),
        "time": _time(ground.target.get(need.id), programme.dates, as_at),
    }


def _theme(facts: Facts, need: Need, programme: Programme) -> float | None:
    if not need.themes or not programme.themes:
        return None
    decay = rules("overlap")["decay"]
    return sum(best(t, programme.themes, facts.line, decay) for t in need.themes) / len(need.themes)


def _region(facts: Facts, ground: Ground, need: Need, programme: Programme) -> float | None:
    """How near the States on record for the programme lie; not known where it has none, or the region no list of States."""
    here = ground.states_of(need)
    if not here or not programme.states:
        return None
    given = rules("match")["region"]
    if here & programme.states:
        return float(given["state"])
    ours, theirs = (_near(facts, ground, states) for states in (here, programme.states))
    values = [given[ground.nearness[region]] for region in ours & theirs]
    values += [given["took_part"]] if here & programme.participated else []
    return float(max(values, default=given["elsewhere"]))


def _near(facts: Facts, ground: Ground, states: Iterable[str]) -> set[str]:
    return {region for state in states for region in facts.regions.get(state, ()) if region in ground.nearness}


def _past(facts: Facts, ground: Ground, need: Need, programme: Programme) -> float | None:
    """Deliveries on record to the institution that the need names, else for its State; none on record is not known."""
    given = rules("match")["past"]
    held = [event for event in deliveries(facts, programme) if need.states & _assisted(event)]
    if not held:
        return None
    if not (need.institutions or need.institution_as_worded):
        return float(given["state"])
    worded = (need.institution_as_worded or "").casefold()
    names = {id_: ground.institutions.get(id_, "") for event in held for id_ in event.institutions}
    same = need.institutions & names.keys() or (worded and worded in names.values())
    return float(given["institution"] if same else given["state_other_institution"])


def deliveries(facts: Facts, programme: Programme) -> list[Event]:
    """Activities and milestones on record under a programme; a consultation is a diagnosis, not a delivery."""
    return [event for event in map(facts.events.__getitem__, programme.events) if event.label in DELIVERIES]


def _assisted(event: Event) -> set[str]:
    return {state for state, relation in event.states.items() if relation == "assisted"}


def _time(target: date | None, dates: Interval, as_at: date) -> float | None:
    """Share of the days up to the target date that the programme's recorded dates take in; without a target, today.

    Not known where a date is not on record: no end date is never *ongoing*.
    """
    if not dates.known or (target and target < as_at):
        return None
    given = rules("match")["time"]
    if target is None:
        return float(given["planned"] if dates.start and dates.start > as_at else given["under_way"])
    ahead = Interval(as_at, target)
    return (common_days(dates, ahead) or 0) / ahead.days


def claims(facts: Facts, need: Need, programme: Programme, way: Path) -> Iterator[Claim]:
    """The claims behind a match."""
    link = ("CONCERNS", "CONCERNS") if way.strength == "theme" else ("NEEDED_UNDER", "IMPLEMENTS")
    yield (link[0], need.id, way.need)
    yield (link[1], programme.id, way.programme)
    yield from (("NEED_OF", need.id, owner) for owner in need.states | need.regions)
    yield from (("SEEKS", need.id, type_) for type_ in need.types)
    yield from (("PROVIDES", programme.id, type_) for type_ in need.types)
    yield from (("ASSISTS", programme.id, place) for place in need.states | programme.offered)
    for event in deliveries(facts, programme):
        if need.states & event.states.keys() or (way.strength == "theme" and way.programme in event.themes):
            yield ("UNDER", event.id, programme.id)
            yield from (("HELD_FOR", event.id, state) for state in need.states)
            yield ("CONCERNS", event.id, way.programme)
            yield from (("PROVIDES", event.id, type_) for type_ in need.types)
