import pytest

from taazur.loaders.card import Row
from taazur.loaders.preferred import preferred_facts, preferred_roles

PAGE = Row({"programme": "programme/p", "value": "https://www.example.org/p/"}, "facts.csv", 2)


def role(line, role="lead", source="https://other.org/", verified="yes", partner="partner/a"):
    cells = {"programme": "programme/p", "partner": partner, "role": role, "source": source, "verified": verified}
    return Row(cells, "roles.csv", line)


def fact(line, value, field="start", verified="yes"):
    return Row({"programme": "programme/p", "field": field, "value": value, "verified": verified}, "facts.csv", line)


def test_of_differing_roles_the_first_in_the_file_is_preferred():
    assert preferred_roles([role(2, "implementing-partner"), role(3, "consulted")], []) == {2}


def test_a_verified_role_is_preferred_to_an_earlier_one_that_is_not():
    assert preferred_roles([role(2, verified="no"), role(3, "co-lead")], []) == {3}


@pytest.mark.parametrize(
    "source", ["http://example.org/p", "https://www.example.org/p/ar", "https://example.org/p?q=1"]
)
def test_the_programmes_own_page_is_preferred(source):
    assert preferred_roles([role(2), role(3, "co-lead", source)], [PAGE]) == {3}


def test_a_page_whose_address_only_begins_alike_is_not_its_own():
    assert preferred_roles([role(2), role(3, "co-lead", "https://example.org/pirates")], [PAGE]) == {2}


def test_the_own_page_of_one_programme_is_nothing_to_another():
    other = Row(PAGE | {"programme": "programme/q"}, "facts.csv", 2)

    assert preferred_roles([role(2), role(3, "co-lead", "https://example.org/p")], [other]) == {2}


def test_to_lead_and_to_fund_do_not_compete_nor_do_two_partners():
    assert preferred_roles([role(2), role(3, "donor"), role(4, partner="partner/b")], []) == {2, 3, 4}


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([fact(2, "2021"), fact(3, "2021-01-19")], 3),
        ([fact(2, "2021-01"), fact(3, "2021")], 2),
        ([fact(2, "2021-01-19", verified="no"), fact(3, "2021")], 3),
        ([fact(2, "EUR 1", "budget"), fact(3, "EUR 2", "budget")], 2),
        ([fact(2, "https://a.org/", "homepage", "no"), fact(3, "https://b.org/", "homepage")], 3),
    ],
)
def test_the_preferred_fact_is_verified_then_says_more_then_comes_first(rows, line):
    (found,) = preferred_facts(rows).values()

    assert found.line == line
