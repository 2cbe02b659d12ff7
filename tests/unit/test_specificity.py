"""How specific a need is: each of five elements, from where it is on record."""

from datetime import date

import pytest

from taazur.analysis.ground import ground
from taazur.analysis.specificity import distribution, prompts, specificity
from tests.unit.drawn import drawn

OF = "NEED_OF need/1 state/AAA\n"
ALL = ("provision", "institution", "type", "target_date", "baseline")


def _of(edges, nodes=None):
    facts = drawn(nodes or {}, edges)
    return specificity(facts.needs["need/1"], ground(facts))


def test_a_bare_need_lacks_all_five() -> None:
    found = _of(OF)

    assert (found.score, found.known, found.missing) == (0, (), ALL)


@pytest.mark.parametrize(
    ("edges", "nodes", "element"),
    [
        ("NEEDED_UNDER need/1 provision/2396/11", {}, "provision"),
        ("WITH_INSTITUTION need/1 institution/AAA/police", {}, "institution"),
        ("", {"need/1": {"institution": "Maritime Authority"}}, "institution"),
        ("SEEKS need/1 assistance-type/training", {}, "type"),
        ("MEETS step/1 need/1", {"step/1": {"due": date(2027, 1, 1)}}, "target_date"),
        (
            "MEETS step/1 need/1\nMEASURED_BY step/1 indicator/1",
            {"indicator/1": {"baseline": "none trained"}},
            "baseline",
        ),
    ],
)
def test_each_element_counts_one(edges: str, nodes: dict, element: str) -> None:
    found = _of(OF + edges, nodes)

    assert (found.score, found.known) == (1, (element,))
    assert element not in found.missing


@pytest.mark.parametrize(
    ("edges", "nodes"),
    [
        ("NEEDED_UNDER need/1 resolution/2396", {}),
        ("MEETS step/1 need/1", {"step/1": {"due": None}}),
        ("MEETS step/1 need/1\nMEASURED_BY step/1 indicator/1", {"indicator/1": {"target": "twenty trained"}}),
    ],
)
def test_half_an_element_is_none(edges: str, nodes: dict) -> None:
    assert _of(OF + edges, nodes).score == 0


def test_a_need_of_a_region_is_first_asked_whose_it_is() -> None:
    facts = drawn({}, "NEED_OF need/1 region/west\nSEEKS need/1 assistance-type/training")

    asked = prompts(facts.needs["need/1"], ground(facts))

    assert asked == ["state", "provision", "institution", "target_date", "baseline"]


def test_the_latest_step_sets_the_target_date() -> None:
    facts = drawn(
        {"step/1": {"due": date(2027, 1, 1)}, "step/2": {"due": date(2028, 1, 1)}},
        OF + "MEETS step/1 need/1\nMEETS step/2 need/1",
    )

    assert ground(facts).target == {"need/1": date(2028, 1, 1)}


def test_the_distribution_counts_every_need_once() -> None:
    facts = drawn({}, OF + "NEED_OF need/2 state/AAA\nSEEKS need/2 assistance-type/training\nNEED_OF need/3 region/w")

    assert distribution(facts, ground(facts)) == {0: 2, 1: 1, 2: 0, 3: 0, 4: 0, 5: 0}
