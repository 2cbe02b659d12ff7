"""For a need, the programmes that could answer it: proposals with their reasons. The State chooses.

First the conditions (``eligible``), then a score whose parts are shown, and the
strongest path that the sources carry: need → paragraph ← programme (*stated*),
else through a resolution, else through a theme, which is our inference. A part
that is not known is *not comparable*: it weighs nothing and is named.

Only nodes of kind need are matched; ratings, action-plan items and
participations never reach this module (``facts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from taazur.analysis import match_parts
from taazur.analysis.coverage import Coverage
from taazur.analysis.derived import edge
from taazur.analysis.edges import Claim
from taazur.analysis.eligible import eligible, is_open, running
from taazur.analysis.facts import Facts, Need, Programme
from taazur.analysis.ground import Ground, ground
from taazur.analysis.match_parts import PARTS, Path, parts, path
from taazur.analysis.rules import rules
from taazur.analysis.safeguards import to_check
from taazur.analysis.specificity import prompts, specificity

STRENGTHS = ("stated", "resolution", "theme")
"""How strong a link is, strongest first."""


@dataclass(frozen=True, slots=True)
class Match:
    """A programme that could answer a need: how it is linked, where it is, and the parts of its score."""

    need: Need
    programme: Programme
    path: Path
    presence: str
    parts: Mapping[str, float | None]
    score: float

    @property
    def not_known(self) -> tuple[str, ...]:
        """The parts that are not comparable."""
        return tuple(name for name in PARTS if self.parts[name] is None)


@dataclass(frozen=True, slots=True)
class Put:
    """A need that was put to all programmes on record: the matches, best first, and what each condition set aside."""

    need: Need
    matches: list[Match]
    removed: Mapping[str, int]


def matches(facts: Facts, as_at: date, found: Ground | None = None) -> list[Put]:
    """Each open need with the programmes that could answer it, by id of the need.

    Parameters
    ----------
    facts : of one released graph.
    as_at : the day of the data; a programme that ended before it is set aside.
    found : lookups, where they are made already.
    """
    known = found or ground(facts)
    left, removed = running(facts, as_at)
    needs = (facts.needs[id_] for id_ in sorted(facts.needs))
    return [_put(facts, known, need, left, removed, as_at) for need in needs if is_open(need)]


def _put(facts: Facts, known: Ground, need: Need, left: list[Programme], removed: dict[str, int], as_at: date) -> Put:
    sieve = eligible(facts, known, need, left, removed)
    found: list[Match] = []
    for id_, presence in sieve.left.items():
        programme = facts.programmes[id_]
        way = path(facts, need, programme)
        if way is None:
            sieve.removed["no_link"] += 1
        else:
            values = parts(facts, known, need, programme, as_at)
            found.append(Match(need, programme, way, presence, values, score(values)))
    return Put(need, sorted(found, key=_order), sieve.removed)


def score(values: Mapping[str, float | None]) -> float:
    """``Σ wᵢ·vᵢ / Σ wᵢ`` over the parts that are known; weights in ``data/analysis.toml``.

    Source: analytics C7.2, with unknown parts left out of both sums.

    Examples
    --------
    >>> score({"theme": 1.0, "type": 0.5, "past": None})
    0.8
    """
    weights = rules("match")["weights"]
    known = [(weights[name], value) for name, value in values.items() if value is not None]
    whole = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / whole if whole else 0.0


def _order(match: Match) -> tuple[Any, ...]:
    """Strength, then score, then how many parts are known; last the id, so that the order is total."""
    return (STRENGTHS.index(match.path.strength), -match.score, len(match.not_known), match.programme.id)


def match_edges(facts: Facts, covering: Coverage, as_at: date) -> dict[str, list[dict[str, Any]]]:
    """The rows of ``COULD_MEET`` (programme to need, the best of each need) and ``PUT_TO`` (need to whose it is).

    Parameters
    ----------
    facts : of one released graph: what is not in it cannot enter a match.
    covering : which documents cover which State and theme.
    as_at : the day of the data.
    """
    known = ground(facts)
    puts = matches(facts, as_at, known)
    return {
        "COULD_MEET": [row for put in puts for row in _could_meet(facts, known, covering, put)],
        "PUT_TO": [row for put in puts for row in _put_to(facts, known, put)],
    }


def _could_meet(facts: Facts, known: Ground, covering: Coverage, put: Put) -> Iterator[dict[str, Any]]:
    given = rules("match")
    for place, match in enumerate(put.matches[: given["top"]], 1):
        need, programme = match.need, match.programme
        inputs = facts.inputs(*claims(facts, match))
        sources, of = covering.counts(known.states_of(need), need.themes)
        yield edge(
            "COULD_MEET",
            programme.id,
            need.id,
            given["rule"],
            inputs,
            strength=match.path.strength,
            via=match.path.need,
            via_programme=match.path.programme,
            presence=match.presence,
            place=place,
            score=match.score,
            **match.parts,
            elements_known=len(PARTS) - len(match.not_known),
            elements=len(PARTS),
            not_comparable=match.not_known,
            safeguards=to_check(facts, need, programme),
            sources_used=sources,
            sources_known=of,
        )


def _put_to(facts: Facts, known: Ground, put: Put) -> Iterator[dict[str, Any]]:
    how = specificity(put.need, known)
    for owner in known.owners.get(put.need.id, ()):
        yield edge(
            "PUT_TO",
            put.need.id,
            owner,
            rules("match")["rule"],
            facts.inputs(("NEED_OF", put.need.id, owner)),
            specificity=how.score,
            on_record=how.known,
            to_ask=prompts(put.need, known),
            proposed=len(put.matches),
            considered=len(facts.programmes),
            **put.removed,
        )


def claims(facts: Facts, match: Match) -> Iterable[Claim]:
    """The claims that a match rests on: what links the two, whose need it is, and where the programme is."""
    return match_parts.claims(facts, match.need, match.programme, match.path)
