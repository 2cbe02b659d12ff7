"""What people said of a result: kept in the journal, shown at once, counted against the rule.

A verdict is about a *pair* (two programmes; a programme and a need), not about one
row of one build: its key names the kind and both ends, so that it survives a
rebuild and a new version of the rule. The rule under which the result was seen
is kept with it, and verdicts are counted by it.

The last verdict on a pair counts; the ones before it stay in the journal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from taazur.graph.errors import QueryError, did_you_mean
from taazur.graph.table import Table, Value
from taazur.loaders.journal import Decision

VERDICTS: dict[str, tuple[str, ...]] = {
    "overlap": ("confirmed", "joint", "not an overlap", "don't know"),
    "synergy": ("useful", "known already", "wrong", "declined"),
    "match": ("useful", "known already", "wrong", "declined"),
}
"""Kind of result → what may be said of it. A match that was declined keeps the reason in ``why``."""

KINDS = {"OVERLAPS": "overlap", "SYNERGY": "synergy", "COULD_MEET": "match"}
"""Derived edge → kind of result."""

NOT_REVIEWED = "not reviewed"
_ANYONE = "public"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last word on a pair: what, why, by whom, when, and under which rule the result was seen."""

    pair: str
    kind: str
    verdict: str
    why: str
    who: str
    when: str
    rule: str
    result: str


def pair_key(kind: str, one: str, other: str, which: str = "") -> str:
    """The name of a pair, the same whichever end comes first.

    ``which`` tells results of one kind between the same two apart: a sequence is
    not a bridge.

    Examples
    --------
    >>> pair_key("overlap", "programme/b", "programme/a")
    'overlap programme/a programme/b'
    """
    return " ".join((kind, *([which] if which else []), *sorted((one, other))))


def verdict(kind: str, said: str) -> str:
    """What was said, if it may be said of such a result.

    Raises
    ------
    QueryError : it may not; the nearest is offered.
    """
    known = VERDICTS[kind]
    if said not in known:
        hint = did_you_mean(said, known) or f"It may be {', '.join(known)}."
        raise QueryError(f'of a result of kind {kind} nobody can say "{said}"', "", hint)
    return said


def verdicts(journal: Iterable[Decision], audience: str | None = None) -> dict[str, Verdict]:
    """The last verdict on each pair, by ``pair_key``.

    Parameters
    ----------
    journal : the decisions, oldest first; those that are no verdict are passed over.
    audience : only what this audience may see: its own and the public ones. ``None`` sees all.
    """
    seen = (d for d in journal if audience is None or d.audience in (audience, _ANYONE))
    return {d.subject: _verdict(d) for d in seen if d.kind in VERDICTS}


def _verdict(d: Decision) -> Verdict:
    rule, result = (str(d.values.get(name, "")) for name in ("rule", "result"))
    return Verdict(d.subject, d.kind, str(d.values["verdict"]), d.why, d.who, d.when, rule, result)


def counts(journal: Iterable[Decision], audience: str | None = None) -> dict[str, dict[str, int]]:
    """Rule version → verdict → how many pairs; only the last verdict on a pair counts."""
    found: dict[str, Counter[str]] = {}
    for one in verdicts(journal, audience).values():
        found.setdefault(one.rule, Counter())[one.verdict] += 1
    return {rule: dict(sorted(by.items())) for rule, by in sorted(found.items())}


def with_verdicts(table: Table, said: Mapping[str, Verdict], kind: str, one: str, other: str, which: str = "") -> Table:
    """The table with what people said of each row: ``review``, ``review_why`` and ``review_when`` at its end.

    Parameters
    ----------
    table : an answer, with a row for each result.
    said : as ``verdicts`` gives them.
    kind : ``overlap``, ``synergy`` or ``match``.
    one, other : the two columns that hold the ids of the pair.
    which : the column that tells results between the same two apart, where there is one (``synergy``).
    """
    at = [table.columns.index(name) for name in (one, other, which) if name]
    rows = tuple((*row, *shown(said.get(pair_key(kind, *(str(row[a]) for a in at))))) for row in table.rows)
    columns = (*table.columns, "review", "review_why", "review_when")
    return replace(table, columns=columns, types=(*table.types, "STRING", "STRING", "STRING"), rows=rows)


def shown(of: Verdict | None) -> tuple[Value, ...]:
    """Verdict, reason and time, or that nobody spoke."""
    return (of.verdict, of.why, of.when) if of else (NOT_REVIEWED, None, None)
