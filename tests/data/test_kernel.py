"""The compiled comparison and the plain one, on the shipped facts: the same pairs, the same numbers."""

import itertools
import math
from datetime import date

import pytest

from taazur.analysis.candidates import candidates, portfolio_of
from taazur.analysis.facts import facts
from taazur.analysis.kernel import pairs_from
from taazur.analysis.overlap import pairs
from taazur.analysis.vector import theme_match
from taazur.loaders.card import shipped
from taazur.loaders.join import join
from taazur.loaders.tidied import tidied


@pytest.fixture(scope="module")
def known():
    return facts(join([tidied(card) for card in shipped()]).tables)


def test_the_kernel_finds_the_pairs_that_looking_at_every_pair_finds(known):
    placed = sorted((p for p in known.programmes.values() if p.states and p.themes), key=lambda p: p.id)

    every = [
        (one.id, other.id)
        for one, other in itertools.combinations(placed, 2)
        if one.states & other.states and theme_match(one.themes, other.themes, known.line, 0.5)
    ]

    assert [(one.id, other.id) for one, other in candidates(known, placed)] == every
    assert len(every) > 300


def test_both_give_one_vector(known):
    placed = sorted((p for p in known.programmes.values() if p.states and p.themes), key=lambda p: p.id)
    kernel = pairs_from(portfolio_of(known, placed), 0.0, threads=1)

    for at, pair in enumerate(pairs(known)):
        for name, part in pair.parts.items():
            if name in ("state", "theme", "type"):
                ours = (part.jaccard, part.coefficient)
                theirs = [float(getattr(kernel, f"{name}_{form}")[at]) for form in ("jaccard", "coefficient")]
                assert [None if math.isnan(v) else v for v in theirs] == pytest.approx(list(ours))
        if pair.one.period.known and pair.other.period.known:
            assert float(kernel.time[at]) == pytest.approx(pair.parts["time"].jaccard)
            assert float(kernel.rank[at]) == pytest.approx(pair.rank)


def test_days_are_counted_from_1970(known):
    (one,) = (p for p in known.programmes.values() if p.id == "programme/salw-nexus")

    assert portfolio_of(known, [one]).begin.tolist() == [(date(2020, 2, 21) - date(1970, 1, 1)).days]
