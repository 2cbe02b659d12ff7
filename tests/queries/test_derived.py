"""What is derived from the sample graph, asked by the questions that read it: worked out by hand, row for row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from taazur.graph.ladybug import LadybugEngine
from taazur.queries.catalogue import ask
from tests.queries import sample
from tests.queries.test_answers import AAA, BBB, CCC, CVE, HELPER, LEAD, PNR, TRAVEL, A, B, E

MIXED = "overlap_time_not_known"

ANSWERS: list[tuple[str, dict[str, Any], str, list[tuple[Any, ...]]]] = [
    (
        # States: AAA of AAA. Themes: 1 of 2. Types and time: epsilon has none on record. √(1 × ½).
        "overlap-pairs",
        {"at_least": 60},
        "left right label score state_part theme_part type_part time_part not_comparable states themes undated",
        [(A, E, MIXED, 0.707107, 1.0, 0.5, None, None, ["institution", "time", "type"], [AAA], [PNR], [E])],
    ),
    # beta also assists CCC, by its activity: States 1 of 2, themes 1 of 2.
    ("overlap-pairs", {"at_least": 0, "label": "joint_programme"}, "left right score", [(B, E, 0.5)]),
    ("overlaps-of-programme", {"programme": E}, "other label", [(A, MIXED), (B, "joint_programme")]),
    (
        "overlap-sensitivity",
        {"at_least": 50, "step": 5},
        "label pairs lower listed higher",
        [("joint_programme", 1, 1, 1, 0), (MIXED, 1, 1, 1, 1)],
    ),
    (
        # Two documents record assistance to AAA; both record some on api-pnr, one of them on cve.
        "providers-of-state",
        {"state": AAA},
        "theme label providers provider_ids programme_ids sources_used sources_known",
        [
            (PNR, "fragmentation", 2, [HELPER, LEAD], [A, E], 2, 2),
            (CVE, "fragmentation", 2, [HELPER, LEAD], [B, E], 1, 2),
        ],
    ),
    # CTED is consulted on alpha: no bridge. beta and epsilon are one programme: no pair.
    (
        "synergy-candidates",
        {"kind": "bridge"},
        "from to partners states themes score",
        [(A, E, [LEAD], [AAA], [PNR], None)],
    ),
    (
        "synergy-candidates",
        {"kind": "complement"},
        "from to states needs_from needs_to needs_on_record score",
        [(A, B, [AAA], ["need/1"], ["need/2"], 2, 1.0)],
    ),
    ("synergy-candidates", {"kind": "sequence"}, "from", []),
    ("synergy-candidates", {"kind": "shared_asset"}, "from", []),
    (
        # alpha has no end on record; the milestone of January 2020 is past. delta is a tool and is not there.
        "gaps-of-state",
        {"state": AAA},
        "theme standing times needs programmes deliveries",
        [
            (PNR, "time_not_known", ["ended", "not known"], ["need/1"], [A, E], ["milestone/1"]),
            (CVE, "time_not_known", ["not known"], ["need/2"], [B, E], None),
        ],
    ),
    # alpha only had BBB's officials take part, on another theme; PAGE speaks of BBB, and of cve elsewhere.
    ("gaps-of-state", {"state": BBB}, "theme standing offered sources_used", [(CVE, "need_no_assistance", None, 1)]),
    (
        # gamma is offered to the world on travel, which is broader than api-pnr: no offer on it.
        "gaps-of-state",
        {"state": CCC},
        "theme standing times needs offered",
        [
            (PNR, "need_no_assistance", None, ["need/5"], None),
            (CVE, "partial", ["ended"], ["need/4"], None),
        ],
    ),
    ("gaps-by-subregion", {}, "region", []),
    ("same-event-candidates", {}, "left", []),
    (
        "timeline-of-state",
        {"state": AAA},
        "what event relation programmes may_be_same_as",
        [("milestone", "milestone/1", "assisted", [A], []), ("consultation", "consultation/1", "assisted", [A], [])],
    ),
    ("timeline-of-state", {"state": BBB}, "what event relation", [("visit", "visit/1", "visited")]),
    (
        "expert-synergies",
        {},
        "from to judgement who judgements lowest highest",
        [(CVE, TRAVEL, -1, "ministry", 2, -1, 2), (CVE, TRAVEL, 2, "office", 2, -1, 2)],
    ),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LadybugEngine]:
    engine = LadybugEngine(sample.write(tmp_path_factory.mktemp("analysed"), sample.analysed()))
    yield engine
    engine.close()


@pytest.mark.parametrize(("name", "params", "columns", "expected"), ANSWERS)
def test_answer_is_the_one_worked_out_by_hand(
    graph: LadybugEngine, name: str, params: dict[str, Any], columns: str, expected: list[tuple[Any, ...]]
) -> None:
    assert sample.picked(graph, name, params, columns) == expected


def test_why_a_pair_names_each_claim_and_its_document(graph: LadybugEngine) -> None:
    records = ask(graph, "why-this-pair", a=A, b=E).records()

    of_overlap = {(r["claim_type"], r["from"], r["to"]) for r in records if r["kind"] == "OVERLAPS"}
    assert {("ASSISTS", A, AAA), ("ASSISTS", E, AAA), ("CONCERNS", A, PNR), ("CONCERNS", E, PNR)} < of_overlap
    assert not {to for _, _, to in of_overlap} & {BBB, CCC, CVE}
    assert all(r["source"] and r["rule"] for r in records)
    assert ask(graph, "why-this-pair", a=E, b=A).rows == ask(graph, "why-this-pair", a=A, b=E).rows
