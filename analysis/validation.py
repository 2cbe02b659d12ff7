"""A back-test: would the rule of the match have named the States that a programme went to next?

For the methods page, not for screens. Pairs of programme and State are dated by
the first delivery on record. For each year *y* and each programme with a State by
then, the States that it went to first in *y + 1* are to be found among all States
that any programme had gone to by the end of *y*, from what was on record of
deliveries by then. The rule is that of the match on the side of the State (theme
and region, same weights); its rivals are the States that most programmes had gone
to (*popularity*), and those where most programmes on a shared theme had (*same theme*).

"Too little data" and "a baseline wins" are valid outcomes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from taazur.analysis.edges import Ids
from taazur.analysis.facts import Event, Facts
from taazur.analysis.ground import Ground, ground
from taazur.analysis.match import score
from taazur.analysis.match_parts import deliveries
from taazur.analysis.ranking import interval, ndcg_at, precision_at, recall_at, reciprocal_rank
from taazur.analysis.rules import rules
from taazur.analysis.vector import best

METHODS = ("match", "popularity", "same theme")
_DIFFERENCE = "ndcg"
"""The measure on which methods are compared."""

Scorer = Callable[["Question", str], float]


@dataclass(frozen=True)
class Question:
    """A programme at the end of a year: what was known of it and of all States, and where it went in the next."""

    programme: str
    year: int
    themes: Ids
    been: Ids
    went: Ids
    programmes_in: Mapping[str, Ids]


def questions(facts: Facts) -> list[Question]:
    """All questions that the record allows, by year and programme."""
    first = _first(facts)
    years = sorted(set(first.values()))
    return [one for year in years for one in _of_year(facts, first, year)]


def _first(facts: Facts) -> dict[tuple[str, str], int]:
    """Programme and State → year of the first dated delivery that assisted it."""
    found: dict[tuple[str, str], int] = {}
    for programme in facts.programmes.values():
        for event in deliveries(facts, programme):
            for state in _assisted(event):
                if event.period.start and event.period.start_precision != "range":
                    key, year = (programme.id, state), event.period.start.year
                    found[key] = min(year, found.get(key, year))
    return found


def _assisted(event: Event) -> Iterator[str]:
    return (state for state, relation in event.states.items() if relation == "assisted")


def _of_year(facts: Facts, first: Mapping[tuple[str, str], int], year: int) -> Iterator[Question]:
    known = [pair for pair, of in first.items() if of <= year]
    been, by_state = _grouped(known), _grouped([(state, programme) for programme, state in known])
    went = _grouped([pair for pair, of in first.items() if of == year + 1])
    for programme in sorted(been.keys() & went.keys()):
        there = went[programme] & by_state.keys()
        if there:
            themes = facts.programmes[programme].themes
            yield Question(programme, year, themes, been[programme], there, by_state)


def _grouped(pairs: list[tuple[str, str]]) -> dict[str, Ids]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


def scorers(facts: Facts, known: Ground) -> dict[str, Scorer]:
    """Each method as a function of a question and a State."""

    def popularity(question: Question, state: str) -> float:
        return float(len(question.programmes_in[state]))

    def same_theme(question: Question, state: str) -> float:
        there = question.programmes_in[state]
        return float(sum(bool(facts.programmes[p].themes & question.themes) for p in there))

    def match(question: Question, state: str) -> float:
        return score({"theme": _theme(facts, question, state), "region": _region(facts, known, question, state)})

    return dict(zip(METHODS, (match, popularity, same_theme), strict=True))


def _theme(facts: Facts, question: Question, state: str) -> float | None:
    """How well the programme's themes meet those on which the State was assisted: what stands in for its needs."""
    there = frozenset[str]().union(*(facts.programmes[p].themes for p in question.programmes_in[state]))
    if not there or not question.themes:
        return None
    decay = rules("overlap")["decay"]
    return sum(best(t, question.themes, facts.line, decay) for t in there) / len(there)


def _region(facts: Facts, known: Ground, question: Question, state: str) -> float:
    """The part ``region`` of the match: how near the States lie where the programme had been."""
    given = rules("match")["region"]
    near = {region for one in question.been for region in facts.regions.get(one, ())}
    common = [known.nearness[r] for r in facts.regions.get(state, ()) if r in near and r in known.nearness]
    return float(max((given[name] for name in common), default=given["elsewhere"]))


def ranked(question: Question, of: Scorer) -> list[str]:
    """The States that the programme had not been to, best first; equals in the order of their ids, for every method."""
    open_ = question.programmes_in.keys() - question.been
    return sorted(open_, key=lambda state: (-of(question, state), state))


def validate(facts: Facts) -> dict[str, Any]:
    """The back-test on one graph.

    Returns
    -------
    ``rule``, ``seed``, ``questions``, ``programmes``, ``pairs``, ``years`` (first and last training year);
    ``methods`` (method → ``precision_at_5``, ``recall_at_10``, ``mrr``, ``ndcg``, each with mean and interval);
    ``difference`` (of nDCG, match less the best baseline: mean and interval); ``by_region``; ``verdict``.
    """
    given = rules("validation")
    asked = questions(facts)
    if not asked:
        return {"rule": given["rule"], "questions": 0, "pairs": 0, "verdict": "too little data"}
    known = ground(facts)
    by_method = {name: [ranked(q, of) for q in asked] for name, of in scorers(facts, known).items()}
    values = {name: _values(asked, lists, given) for name, lists in by_method.items()}
    difference = _difference(values, given)
    return {
        "rule": given["rule"],
        "seed": given["seed"],
        "questions": len(asked),
        "programmes": len({q.programme for q in asked}),
        "pairs": sum(len(q.went) for q in asked),
        "years": [asked[0].year, asked[-1].year],
        "methods": {name: {m: _mean(v, given) for m, v in of.items()} for name, of in values.items()},
        "difference": difference,
        "by_region": _by_region(facts, known, asked, by_method, given["at_recall"]),
        "verdict": verdict(len(asked), difference["low"], difference["high"], given["questions_from"]),
    }


def _values(asked: list[Question], lists: list[list[str]], given: Mapping[str, Any]) -> dict[str, list[float]]:
    """Measure → one value a question."""
    k, r = given["at_precision"], given["at_recall"]
    pairs = list(zip(lists, (q.went for q in asked), strict=True))
    return {
        f"precision_at_{k}": [precision_at(k, found, went) for found, went in pairs],
        f"recall_at_{r}": [recall_at(r, found, went) for found, went in pairs],
        "mrr": [reciprocal_rank(found, went) for found, went in pairs],
        "ndcg": [ndcg_at(r, found, went) for found, went in pairs],
    }


def _mean(values: list[float], given: Mapping[str, Any]) -> dict[str, float]:
    low, high = interval(values, given["seed"], given["resamples"], given["confidence"])
    return {"mean": round(fmean(values), 4), "low": round(low, 4), "high": round(high, 4)}


def _difference(values: Mapping[str, Mapping[str, list[float]]], given: Mapping[str, Any]) -> dict[str, Any]:
    """Match less the best baseline, question by question."""
    rival = max(METHODS[1:], key=lambda name: fmean(values[name][_DIFFERENCE]))
    both = zip(values["match"][_DIFFERENCE], values[rival][_DIFFERENCE], strict=True)
    return {"measure": _DIFFERENCE, "baseline": rival, **_mean([ours - theirs for ours, theirs in both], given)}


def verdict(number: int, low: float, high: float, enough: int) -> str:
    """What may be said of a difference whose interval is (low, high), from so many questions.

    Examples
    --------
    >>> verdict(100, -0.2, -0.1, 30)
    'a baseline wins'
    """
    if number < enough:
        return "too little data"
    if low > 0:
        return "better than the baselines"
    return "a baseline wins" if high < 0 else "no difference shown"


def _by_region(
    facts: Facts, known: Ground, asked: list[Question], lists: Mapping[str, list[list[str]]], k: int
) -> list[dict[str, Any]]:
    """Region of M49 → pairs to be found there, and how many each method had among its first *k*."""
    found: dict[str, dict[str, Any]] = {}
    m49 = {region for region, how in known.nearness.items() if how == "region"}
    for number, question in enumerate(asked):
        for state in question.went:
            for region in facts.regions.get(state, frozenset()) & m49:
                row = found.setdefault(region, {"region": region, "pairs": 0, **dict.fromkeys(METHODS, 0)})
                row["pairs"] += 1
                for name in METHODS:
                    row[name] += state in lists[name][number][:k]
    return [found[region] for region in sorted(found)]
