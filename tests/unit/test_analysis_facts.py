"""The sets: what makes a State an assisted one, and what never does."""

from taazur.analysis.edges import lines
from tests.unit.portfolio_of import facts_of, period

LINES = """
ASSISTS programme/p state/AAA assisted
ASSISTS programme/p state/BBB participated
ASSISTS programme/p region/world offered
CONCERNS programme/p theme/a
HELD_FOR activity/1 state/CCC assisted
HELD_FOR activity/2 state/DDD participated
UNDER activity/1 programme/p
UNDER activity/2 programme/p
UNDER consultation/1 programme/p
HELD_FOR consultation/1 state/EEE assisted
CONCERNS activity/1 theme/b
PROVIDES activity/1 assistance-type/training
WITH_INSTITUTION activity/1 institution/CCC/court
WITH_INSTITUTION activity/1 institution/CCC/officials
LOCATED_IN institution/CCC/court state/CCC
LOCATED_IN institution/CCC/officials state/CCC
TAKES_PART partner/lead programme/p lead
TAKES_PART partner/giver programme/p donor
TAKES_PART partner/both programme/p donor
TAKES_PART partner/both programme/p cooperating
CONCERNS programme/tool theme/a
NEED_OF reference/1 state/AAA
NEED_OF need/1 state/AAA
"""


def test_the_sets_of_a_programme():
    found = facts_of(LINES, **{"programme/tool": {"kind": "tool"}, "institution/CCC/officials": {"kind": "type"}})
    p = found.programmes["programme/p"]

    assert p.states == {"state/AAA", "state/CCC"}
    assert p.participated == {"state/BBB", "state/DDD"}
    assert (p.themes, p.types) == ({"theme/a", "theme/b"}, {"assistance-type/training"})
    assert (p.providers, p.leads) == ({"partner/lead", "partner/both"}, {"partner/lead"})
    assert p.institutions == {"state/CCC": {"institution/CCC/court"}}
    assert p.offered == {"region/world"}


def test_only_programmes_are_compared_and_only_needs_are_needs():
    found = facts_of(LINES, **{"programme/tool": {"kind": "tool"}})

    assert (set(found.programmes), found.beside) == ({"programme/p"}, {"programme/tool": "tool"})
    assert set(found.needs) == {"need/1"}


def test_the_period_is_that_of_recorded_activities_where_it_has_none():
    found = facts_of(LINES, **{"activity/1": period("2022-01-01", "2022-01-05")})
    p = found.programmes["programme/p"]

    assert (p.dates.known, p.period.known, p.period.basis) == (False, True, "recorded activities")


def test_a_cycle_of_broader_themes_ends():
    assert lines([("a", "b"), ("b", "a")]) == {"a": {"a": 0, "b": 1}, "b": {"b": 0, "a": 1}}
