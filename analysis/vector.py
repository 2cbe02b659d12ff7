"""How far two programmes share ground: one number a dimension, and none where it cannot be known.

Formulas: analytics C3. Jaccard ``|A∩B|/|A∪B|`` and, beside it, the overlap
coefficient ``|A∩B|/min(|A|,|B|)``, whose 1 says that one lies inside the other
[K: the names are those of the Neo4j GDS manual on node similarity, which was not
compared again]. The soft match over a hierarchy of themes is our own.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

Line = Mapping[str, Mapping[str, int]]
"""Theme → theme on its line → steps between them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One dimension of a pair: the Jaccard form and the overlap coefficient; ``None`` is *not comparable*."""

    jaccard: float | None
    coefficient: float | None


UNKNOWN = Part(None, None)


def shared(one: Collection[str], other: Collection[str]) -> Part:
    """Both forms of two sets; not comparable where one of them is empty, for nothing on record is not nothing.

    Examples
    --------
    >>> shared({1, 2, 3, 4}, {3, 4})
    Part(jaccard=0.5, coefficient=1.0)
    """
    return soft(one, other, float(len(set(one) & set(other))))


def soft(one: Collection[str], other: Collection[str], match: float) -> Part:
    """Both forms where the match of two sets is a number of its own: ``m/(|A|+|B|−m)`` and ``min(1, m/min(|A|,|B|))``."""
    if not one or not other:
        return UNKNOWN
    return Part(match / (len(one) + len(other) - match), min(1.0, match / min(len(one), len(other))))


def theme_match(one: Collection[str], other: Collection[str], line: Line, decay: float) -> float:
    """``½(Σ_{t∈A} best(t,B) + Σ_{u∈B} best(u,A))``, best being ``decay`` to the steps between two themes on one line.

    Equals ``|A∩B|`` where no theme is broader than another.
    """
    there = sum(best(theme, other, line, decay) for theme in one)
    back = sum(best(theme, one, line, decay) for theme in other)
    return (there + back) / 2


def best(theme: str, others: Collection[str], line: Line, decay: float) -> float:
    """How well one theme is met by a set of them: 1 for itself, less for a broader or narrower one, 0 for none."""
    if theme in others:
        return 1.0
    on_line = line.get(theme, {})
    return max((decay ** on_line[other] for other in others if other in on_line), default=0.0)


def rank(parts: Mapping[str, float | None], weights: Mapping[str, float]) -> float:
    """The weighted geometric mean of the parts that are known, 0 where one of them is 0.

    Only for ordering: the parts are what is shown.

    Examples
    --------
    >>> rank({"state": 0.25, "theme": 1.0, "time": None}, {"state": 1.0, "theme": 1.0, "time": 1.0})
    0.5
    """
    known = [(weights[name], value) for name, value in parts.items() if value is not None and weights.get(name)]
    if not known or any(value == 0 for _, value in known):
        return 0.0
    return math.exp(sum(weight * math.log(value) for weight, value in known) / sum(weight for weight, _ in known))
