"""Every question on the sample graph: the answer that was worked out by hand, row for row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from taazur.graph.ladybug import LadybugEngine
from taazur.graph.schema import SCHEMA
from taazur.queries.catalogue import ask, catalogue
from tests.queries import sample

A, B, G, D, E = (f"programme/{name}" for name in ("alpha", "beta", "gamma", "delta", "epsilon"))
LEAD, HELPER, DONOR, CTED, NETWORK = (f"partner/{name}" for name in ("lead", "helper", "donor", "cted", "network"))
AAA, BBB, CCC = "state/AAA", "state/BBB", "state/CCC"
PNR, CVE, TRAVEL = "theme/api-pnr", "theme/cve", "theme/travel"
PAGE, REPORT = sample.PAGE, sample.REPORT
COURT, TRAINING = "institution/CCC/court", "assistance-type/training"
OTHER_THEMES = "not on record; programmes on other themes are on record for this State"
NOT_KNOWN = "not known: no programme is on record for this State"
ON_RECORD, DELIVERED = "on record", "delivery on record"
ON_REQUEST = "available on request, presence not known"

ANSWERS: list[tuple[str, dict[str, Any], str, list[tuple[Any, ...]]]] = [
    (
        "expert-synergies",
        {},
        "from to judgement who lowest highest",
        [(CVE, TRAVEL, -1, "ministry", -1, 2), (CVE, TRAVEL, 2, "office", -1, 2)],
    ),
    ("needs-by-age", {}, "need places", [(f"need/{n}", [of]) for n, of in enumerate((AAA, AAA, BBB, CCC, CCC), 1)]),
    ("evidence", {"id": A}, "record file field value", [("record/1", "a.csv", "status", "active")]),
    (
        "neighbours",
        {"ids": [CTED]},
        "from edge role to",
        [(CTED, "JOINED", "lead", "visit/1"), (CTED, "MEMBER_OF", None, NETWORK), (CTED, "TAKES_PART", "consulted", A)],
    ),
    ("short-names", {"ids": [CTED, A, B]}, "id", [(CTED,), (A,)]),
    (
        "partner-details",
        {"partner": LEAD},
        "partner counted part_of networks programmes",
        [(LEAD, True, [], [NETWORK], 4)],
    ),
    ("partner-details", {"partner": DONOR}, "partner states programmes", [(DONOR, [BBB], 2)]),
    (
        "programme-activities",
        {"programme": B},
        "activity states institutions",
        [("activity/1", [CCC], [COURT])],
    ),
    (
        "programme-details",
        {"programme": A},
        "programme themes assistance part_of states",
        [(A, [PNR], [TRAINING], [], 2)],
    ),
    ("programme-details", {"programme": E}, "themes part_of states", [([PNR, CVE], [B], 1)]),
    (
        "programme-places",
        {"programme": A},
        "relation place source",
        [("assisted", AAA, REPORT), ("assisted", AAA, PAGE), ("participated", BBB, PAGE)],
    ),
    ("resolution-details", {"resolution": "resolution/1"}, "provisions programmes", [(2, 1)]),
    ("state-details", {"state": AAA}, "iso3 regions", [("AAA", ["region/west"])]),
    (
        "bridging-partners",
        {"at_least": 1},
        "partner leads programmes lead_ids programme_ids",
        [(LEAD, 1, 2, [HELPER], [A, B]), (HELPER, 1, 1, [LEAD], [A])],
    ),
    ("network-members", {"network": NETWORK}, "member standing", [(LEAD, "member"), (CTED, "observer")]),
    (
        "partner-network",
        {"partner": CTED},
        "from role to",
        [
            (CTED, "observer", NETWORK),
            (CTED, "consulted", A),
            (DONOR, "donor", A),
            (HELPER, "co-lead", A),
            (HELPER, "implementing-partner", A),
            (LEAD, "co-lead", A),
            (LEAD, "lead", A),
        ],
    ),
    (
        "partner-network",
        {"partner": NETWORK},
        "from edge role to",
        [
            (CTED, "MEMBER_OF", "observer", NETWORK),
            (HELPER, "PART_OF", None, NETWORK),
            (LEAD, "MEMBER_OF", "member", NETWORK),
        ],
    ),
    (
        "partner-programmes",
        {"partner": HELPER},
        "programme role preferred",
        [(A, "co-lead", False), (A, "implementing-partner", False), (B, "lead", True)],
    ),
    (
        "partners-in-common",
        {"a": A, "b": B},
        "partner roles_in_a roles_in_b sources unverified",
        [
            (DONOR, ["donor"], ["donor"], [PAGE], 0),
            (HELPER, ["co-lead", "implementing-partner"], ["lead"], [REPORT, PAGE], 0),
            (LEAD, ["co-lead", "lead"], ["cooperating"], [REPORT, PAGE], 0),
        ],
    ),
    (
        "path-between",
        {"a": CTED, "b": HELPER},
        "path step from role to",
        [
            (1, 1, CTED, "consulted", A),
            (1, 2, HELPER, "co-lead", A),
            (1, 2, HELPER, "implementing-partner", A),
            # Not through NETWORK: as short, but a membership says less.
        ],
    ),
    ("path-between", {"a": CTED, "b": CTED}, "path", []),
    (
        "programme-partners",
        {"programme": A},
        "partner role preferred counts_as_provider source",
        [
            (LEAD, "lead", True, True, PAGE),
            (HELPER, "co-lead", False, True, REPORT),
            (LEAD, "co-lead", False, True, REPORT),
            (HELPER, "implementing-partner", False, True, PAGE),
            (CTED, "consulted", False, False, PAGE),
            (DONOR, "donor", False, False, PAGE),
        ],
    ),
    (
        "good-practices-for-provision",
        {"provision": "provision/1/1"},
        "guideline strength through",
        [
            ("guideline/a", "stated", "provision/1/1"),
            ("guideline/b", "resolution", "resolution/1"),
            ("guideline/c", "theme", PNR),
        ],
    ),
    (
        "mandate-chain",
        {"resolution": "resolution/1"},
        "from predicate to",
        [
            ("resolution/1", "recalls", "resolution/2"),
            ("resolution/2", "reaffirms", "resolution/3"),
            ("resolution/3", "cites", "resolution/1"),
        ],
    ),
    (
        "programmes-citing",
        {"resolution": "resolution/1"},
        "programme kind cites",
        [(A, "programme", "provision/1/1"), (B, "programme", "resolution/1"), (D, "tool", "resolution/1")],
    ),
    ("provisions-by-theme", {"theme": TRAVEL}, "provision theme", [("provision/1/1", PNR)]),
    ("provisions-not-cited", {}, "provision resolution_cited_by", [("provision/1/2", 1)]),
    ("referred-to-by", {"resolution": "resolution/1"}, "from predicate", [("resolution/3", "cites")]),
    (
        "resolution-provisions",
        {"resolution": "resolution/1"},
        "provision themes cited_by",
        [("provision/1/1", [PNR], 1), ("provision/1/2", [CVE], 0)],
    ),
    (
        "who-implements",
        {"provision": "provision/1/1"},
        "programme strength cites",
        [(A, "stated", "provision/1/1"), (B, "resolution", "resolution/1"), (D, "resolution", "resolution/1")],
    ),
    ("who-implements", {"provision": "provision/1/2"}, "programme strength", [(B, "resolution"), (D, "resolution")]),
    (
        "activities-in-state",
        {"state": CCC},
        "activity relation programmes institutions assistance",
        [("activity/1", "assisted", [B], [COURT], [TRAINING])],
    ),
    (
        "consultations-and-milestones",
        {},
        "item is_a state programmes",
        [("consultation/1", "Consultation", AAA, [A]), ("milestone/1", "Milestone", AAA, [A])],
    ),
    ("consultations-of-state", {"state": AAA}, "item", [("consultation/1",), ("milestone/1",)]),
    ("consultations-of-state", {"state": BBB}, "item", []),
    (
        "institutions-of-state",
        {"state": CCC},
        "institution programme providers activities unverified",
        [(COURT, B, [HELPER, LEAD], 1, 0)],
    ),
    (
        "programmes-by-theme",
        {"theme": TRAVEL},
        "programme theme states led_by",
        [(A, PNR, 2, [HELPER, LEAD]), (D, PNR, 1, [LEAD]), (E, PNR, 1, [LEAD]), (G, TRAVEL, 0, [LEAD])],
    ),
    (
        "programmes-in-state",
        {"state": AAA},
        "programme presence relation source",
        [
            (A, ON_RECORD, "assisted", REPORT),
            (A, ON_RECORD, "assisted", PAGE),
            (B, ON_RECORD, "assisted", PAGE),
            (D, ON_RECORD, "assisted", PAGE),
            (E, ON_RECORD, "assisted", PAGE),
            (G, ON_REQUEST, "offered", PAGE),
        ],
    ),
    ("programmes-in-state", {"state": CCC}, "programme presence relation", [(B, DELIVERED, "assisted")]),
    ("visits-of-state", {"state": BBB}, "visit kind", [("visit/1", "focused")]),
    (
        "complements-in-state",
        {"state": AAA},
        "left right together both left_needs right_needs on_record",
        [(A, B, 2, 0, ["need/1"], ["need/2"], 2)],
    ),
    (
        "shared-ground",
        {"theme": PNR},
        "left right shared states shared_partners sources",
        [(A, E, 1, [AAA], 1, 2)],
    ),
    # Epsilon is a part of beta: one programme reported twice is no overlap.
    ("shared-ground", {"theme": CVE}, "left right", []),
    (
        "shared-partner-synergies",
        {"partner": LEAD},
        "left roles_left right roles_right shared_states themes",
        [(A, ["co-lead", "lead"], E, ["lead"], 1, [PNR])],
    ),
    # Who only funds is no bridge.
    ("shared-partner-synergies", {"partner": DONOR}, "left right", []),
    (
        "providers-by-state-and-theme",
        {"at_least": 1},
        "state theme providers programmes verified_programmes sources provider_ids",
        [
            (AAA, PNR, 2, 2, 2, 2, [HELPER, LEAD]),
            (AAA, CVE, 2, 2, 2, 1, [HELPER, LEAD]),
            (BBB, PNR, 2, 1, 1, 1, [HELPER, LEAD]),
        ],
    ),
    (
        "needs-of-state",
        {"state": AAA},
        "need themes assistance",
        [("need/1", [PNR], [TRAINING]), ("need/2", [CVE], [])],
    ),
    (
        "needs-with-no-assistance-recorded",
        {},
        "need state reading on_record",
        [("need/3", BBB, OTHER_THEMES, 1), ("need/5", CCC, NOT_KNOWN, 0)],
    ),
    (
        "programmes-for-need",
        {"need": "need/1"},
        "programme strength through in_state offered",
        [
            (A, "stated", "provision/1/1", True, False),
            (B, "resolution", "resolution/1", True, False),
            (A, "theme", PNR, True, False),
            (E, "theme", PNR, True, False),
        ],
    ),
    (
        "programmes-for-need",
        {"need": "need/3"},
        "programme strength in_state",
        [(B, "theme", False), (E, "theme", False)],
    ),
    (
        "assistance-with-no-need-recorded",
        {"at_least": 1},
        "state theme programmes sources",
        [(BBB, PNR, 1, 1)],
    ),
    ("references-of-state", {"state": AAA}, "reference ratings", [("reference/1", ["R6=PC"])]),
    ("sources-and-age", {}, "dataset records verified_records documents", [("source/made-up", 1, 1, 1)]),
    (
        "sources-that-differ",
        {},
        "programme differs partner role source",
        [
            (A, "who leads", HELPER, "co-lead", REPORT),
            (A, "who leads", LEAD, "lead", PAGE),
            (A, "role", HELPER, "co-lead", REPORT),
            (A, "role", HELPER, "implementing-partner", PAGE),
            (A, "role", LEAD, "co-lead", REPORT),
            (A, "role", LEAD, "lead", PAGE),
        ],
    ),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LadybugEngine]:
    engine = LadybugEngine(sample.write(tmp_path_factory.mktemp("sample")))
    yield engine
    engine.close()


@pytest.mark.parametrize(("name", "params", "columns", "expected"), ANSWERS)
def test_answer_is_the_one_worked_out_by_hand(
    graph: LadybugEngine, name: str, params: dict[str, Any], columns: str, expected: list[tuple[Any, ...]]
) -> None:
    assert sample.picked(graph, name, params, columns) == expected


def test_shares_are_those_counted_by_hand(graph: LadybugEngine) -> None:
    shares = {record["kind"]: record for record in ask(graph, "verification-share").records()}

    programme, role = shares["Programme"], shares["TAKES_PART"]
    assert (programme["total"], programme["verified"], programme["share"]) == (5, 4, 80.0)
    assert (programme["seen"], programme["unverified"], programme["is_node"]) == (4, 1, True)
    assert (role["total"], role["verified"], role["is_node"]) == (12, 12, False)
    assert not shares.keys() & {"Record", "Source", "DESCRIBES", "READ_FROM", "Build"}


def test_every_question_has_an_answer_worked_out_by_hand() -> None:
    """But for those that read what the analysis derived: they are tested with it."""
    asked = {name for name, *_ in ANSWERS} | {"verification-share"}
    derived = {f":{edge.type}" for edge in SCHEMA.edges if edge.derived}

    wanted = {q.name for q in catalogue().values() if q.answered_by in ("cypher", "path")}
    assert asked == {name for name in wanted if not any(type_ in catalogue()[name].text for type_ in derived)}


@pytest.mark.parametrize("name", sorted({name for name, *_ in ANSWERS}))
def test_no_two_rows_are_equal_in_the_order(graph: LadybugEngine, name: str) -> None:
    for params in (params for asked, params, *_ in ANSWERS if asked == name):
        rows = ask(graph, name, **params).rows

        assert len({str(row) for row in rows}) == len(rows)


def test_the_sample_is_small() -> None:
    assert len(sample.NODES) <= 40
