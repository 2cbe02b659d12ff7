"""Which documents speak of a State, which of a theme; and who is counted."""

from taazur.analysis import providers
from taazur.analysis.coverage import coverage
from tests.unit.portfolio_of import facts_of

LINES = """
ASSISTS programme/p state/AAA assisted https://example.org/1
ASSISTS programme/q state/AAA assisted https://example.org/2
ASSISTS programme/q state/BBB assisted https://example.org/3
ASSISTS programme/q state/AAA assisted https://www.un.org
CONCERNS programme/p theme/a - https://example.org/1
CONCERNS programme/q theme/b - https://example.org/2
CONCERNS need/1 theme/c - https://example.org/4
NEED_OF need/1 state/AAA - https://example.org/4
TAKES_PART partner/one programme/p lead
TAKES_PART partner/cted programme/p consulted
TAKES_PART partner/giver programme/p donor
"""


def test_m_of_k():
    found = coverage(facts_of(LINES))

    assert found.counts(["state/AAA"], ["theme/a"]) == (1, 2)
    assert found.counts(["state/AAA"], ["theme/b"]) == (1, 2)
    # Document 3 speaks of BBB and of b; document 1 speaks of a, and not of BBB.
    assert found.counts(["state/BBB"], ["theme/a"]) == (0, 1)
    # A document that only records a need would not mention assistance.
    assert found.counts(["state/AAA"], ["theme/c"]) == (0, 2)
    assert found.counts(["state/CCC"], ["theme/a"]) == (0, 0)


def test_facilitators_and_donors_are_not_counted():
    facts = facts_of(LINES, **{"partner/cted": {"counted": False}})

    found = {(p.state, p.theme): p for p in providers.provisions(facts, coverage(facts))}

    cell = found["state/AAA", "theme/a"]
    assert (cell.programmes, cell.providers, cell.covering, cell.known) == (("programme/p",), ("partner/one",), 1, 2)
    assert [providers.label(n) for n in (0, 1, 2)] == ["none_counted", "one_recorded_provider", "fragmentation"]
