"""How good a ranking is, by what turned out to be relevant; and how sure one may be of a mean.

Formulas are the usual ones of information retrieval with relevance 0 or 1 [K: written
from general knowledge and not compared with a source].
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Sequence
from statistics import fmean


def precision_at(k: int, ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Share of the first *k* that are relevant; a shorter list is taken for one with misses at its end.

    Examples
    --------
    >>> precision_at(5, ["a", "b", "c"], {"a", "c"})
    0.4
    """
    return len(set(ranked[:k]) & set(relevant)) / k


def recall_at(k: int, ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Share of the relevant that are among the first *k*."""
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant))


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str]) -> float:
    """One over the place of the first relevant; 0 where there is none. Its mean over questions is the MRR."""
    return next((1 / place for place, one in enumerate(ranked, 1) if one in relevant), 0.0)


def ndcg_at(k: int, ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Discounted gain ``Σ 1/log₂(place+1)`` of the relevant among the first *k*, over the best that could be.

    Examples
    --------
    >>> round(ndcg_at(3, ["x", "a", "b"], {"a", "b"}), 4)
    0.6934
    """
    gain = sum(1 / math.log2(place + 1) for place, one in enumerate(ranked[:k], 1) if one in relevant)
    best = sum(1 / math.log2(place + 1) for place in range(1, min(k, len(set(relevant))) + 1))
    return gain / best


def interval(values: Sequence[float], seed: int, resamples: int, confidence: float) -> tuple[float, float]:
    """The bootstrap interval of a mean (percentile method): the questions are drawn again, with replacement.

    The same seed gives the same interval.
    """
    chance = random.Random(seed)
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(resamples))
    tail = int((1 - confidence) / 2 * resamples)
    return means[tail], means[-1 - tail]
