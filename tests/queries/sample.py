"""A graph small enough to answer every question by hand: 40 nodes, all made up.

::

    theme/api-pnr ─BROADER→ theme/travel          theme/cve

    alpha    programme  api-pnr        AAA (two sources), BBB     cites provision/1/1   gives training
    beta     programme  cve            AAA                        cites resolution/1
    gamma    programme  travel         offered to the world       (unverified)
    delta    a tool     api-pnr        AAA                        cites resolution/1
    epsilon  programme  api-pnr, cve   AAA, part of beta

    on alpha     PAGE: lead leads, helper implements, donor funds, CTED is consulted
                 REPORT: lead and helper co-lead
    on beta      helper leads, lead cooperates, donor funds
    gamma, delta, epsilon: lead leads
    helper is part of network; lead is a member, CTED an observer of network; donor is the government of BBB

    AAA ─→ region/west ─→ region/world            BBB ─→ region/west            CCC: in no region
    need/1 AAA api-pnr, under provision/1/1, seeks training     need/2 AAA cve     need/3 BBB cve
    need/4 CCC cve                                              need/5 CCC api-pnr
    activity/1 (cve, training) under beta, for CCC, with its court
    consultation/1 (February 2020) and milestone/1 (January 2020) under alpha, for AAA; visit/1 to BBB, led by CTED
    reference/1 on AAA

    resolution/1 ─recalls→ 2 ─reaffirms→ 3 ─cites→ 1; resolution/1 has provision/1/1 (api-pnr) and 1/2 (cve)
    guideline/a guides provision/1/1, guideline/b resolution/1, guideline/c is about api-pnr
    record/1, read from source/made-up, describes alpha

What follows from it (as at 2026-11-23): alpha and epsilon overlap in AAA on api-pnr (time not known), with lead as
bridge; beta and epsilon are one joint programme; alpha and beta complement each other in AAA.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from taazur.analysis.derive import derive
from taazur.analysis.region_gap import with_regions
from taazur.graph.engine import Engine
from taazur.graph.ladybug import LadybugPublisher
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.version import version_of, with_hashes
from taazur.queries.catalogue import ask

PAGE, REPORT = "https://example.org/page", "S/2020/1"
SEEN = {"source": PAGE, "locator": "row 1", "verified": True, "grade": "seen", "dataset": "made-up"}
UNSEEN = {"source": "general knowledge", "verified": False, "grade": "unverified"}

NODES: dict[str, dict[str, Any]] = {
    "theme/travel": {},
    "theme/api-pnr": {"name": "API and PNR", "name_ar": "بيانات الركاب"},
    "theme/cve": {},
    "partner/lead": {"kind": "un-entity", "counted": True, "name_en": "Lead", "name_ar": "القائد"},
    "partner/helper": {"kind": "un-entity", "counted": True, "name_fr": "Aide"},
    "partner/donor": {"kind": "government", "counted": True},
    "partner/cted": {"kind": "un-body", "counted": False, "part": "assesses", "acronym": "CTED"},
    "partner/network": {"kind": "network", "counted": False, "part": "network"},
    "programme/alpha": {"kind": "programme", "acronym": "A", "start_date": date(2019, 5, 7), "start_precision": "day"},
    "programme/beta": {"kind": "programme"},
    "programme/gamma": {"kind": "programme", **UNSEEN},
    "programme/delta": {"kind": "tool"},
    "programme/epsilon": {"kind": "programme"},
    "state/AAA": {"iso3": "AAA"},
    "state/BBB": {"iso3": "BBB"},
    "state/CCC": {"iso3": "CCC"},
    "region/west": {},
    "region/world": {},
    "resolution/1": {"symbol": "S/RES/1"},
    "resolution/2": {"symbol": "S/RES/2"},
    "resolution/3": {"symbol": "S/RES/3", "cited_only": True},
    "provision/1/1": {"symbol": "S/RES/1", "paragraph": "1", "technical_assistance": False},
    "provision/1/2": {"symbol": "S/RES/1", "paragraph": "2", "technical_assistance": True},
    "guideline/a": {},
    "guideline/b": {},
    "guideline/c": {},
    "assistance-type/training": {},
    "activity/1": {"start_date": date(2021, 1, 1), "start_precision": "year"},
    "institution/CCC/court": {"kind": "named"},
    "need/1": {"kind": "requested_by_state"},
    "need/2": {"kind": "stated_by_states"},
    "need/3": {"kind": "stated_by_states"},
    "need/4": {"kind": "stated_by_states"},
    "need/5": {"kind": "stated_by_states"},
    "reference/1": {"kind": "rating", "ratings": ["R6=PC"]},
    "visit/1": {"kind": "focused", "start_date": date(2018, 2, 5), "start_precision": "day"},
    "consultation/1": {"start_date": date(2020, 2, 1), "start_precision": "month"},
    "milestone/1": {"kind": "joined", "start_date": date(2020, 1, 1), "start_precision": "month"},
    "record/1": {"file": "a.csv", "field": "status", "value": "active"},
    "source/made-up": {"kind": "dataset", "publisher": "Nobody", "retrieved": date(2026, 11, 23)},
}

EDGES = """
BROADER theme/api-pnr theme/travel
CONCERNS programme/alpha theme/api-pnr
CONCERNS programme/beta theme/cve
CONCERNS programme/gamma theme/travel
CONCERNS programme/delta theme/api-pnr
CONCERNS programme/epsilon theme/api-pnr
CONCERNS programme/epsilon theme/cve
CONCERNS provision/1/1 theme/api-pnr
CONCERNS provision/1/2 theme/cve
CONCERNS guideline/c theme/api-pnr
CONCERNS activity/1 theme/cve
CONCERNS need/1 theme/api-pnr
CONCERNS need/2 theme/cve
CONCERNS need/3 theme/cve
CONCERNS need/4 theme/cve
CONCERNS need/5 theme/api-pnr
TAKES_PART partner/lead programme/alpha role=lead preferred
TAKES_PART partner/helper programme/alpha role=implementing-partner
TAKES_PART partner/donor programme/alpha role=donor
TAKES_PART partner/cted programme/alpha role=consulted
TAKES_PART partner/lead programme/alpha role=co-lead source=S/2020/1
TAKES_PART partner/helper programme/alpha role=co-lead source=S/2020/1
TAKES_PART partner/helper programme/beta role=lead preferred
TAKES_PART partner/lead programme/beta role=cooperating
TAKES_PART partner/donor programme/beta role=donor
TAKES_PART partner/lead programme/gamma role=lead
TAKES_PART partner/lead programme/delta role=lead
TAKES_PART partner/lead programme/epsilon role=lead
ASSISTS programme/alpha state/AAA relation=assisted
ASSISTS programme/alpha state/AAA relation=assisted source=S/2020/1
ASSISTS programme/alpha state/BBB relation=participated
ASSISTS programme/beta state/AAA relation=assisted
ASSISTS programme/delta state/AAA relation=assisted
ASSISTS programme/epsilon state/AAA relation=assisted
ASSISTS programme/gamma region/world relation=offered
IN_REGION state/AAA region/west
IN_REGION state/BBB region/west
IN_REGION region/west region/world
PART_OF programme/epsilon programme/beta
PART_OF partner/helper partner/network
MEMBER_OF partner/lead partner/network standing=member
MEMBER_OF partner/cted partner/network standing=observer
GOVERNMENT_OF partner/donor state/BBB
IMPLEMENTS programme/alpha provision/1/1
IMPLEMENTS programme/beta resolution/1
IMPLEMENTS programme/delta resolution/1
PROVIDES programme/alpha assistance-type/training
PROVIDES activity/1 assistance-type/training
SEEKS need/1 assistance-type/training
NEED_OF need/1 state/AAA
NEED_OF need/2 state/AAA
NEED_OF need/3 state/BBB
NEED_OF need/4 state/CCC
NEED_OF need/5 state/CCC
NEED_OF reference/1 state/AAA
NEEDED_UNDER need/1 provision/1/1
UNDER activity/1 programme/beta
UNDER consultation/1 programme/alpha
UNDER milestone/1 programme/alpha
HELD_FOR activity/1 state/CCC relation=assisted
HELD_FOR consultation/1 state/AAA relation=assisted
HELD_FOR milestone/1 state/AAA relation=assisted
WITH_INSTITUTION activity/1 institution/CCC/court
LOCATED_IN institution/CCC/court state/CCC
VISITED visit/1 state/BBB
JOINED partner/cted visit/1 role=lead
HAS_PROVISION resolution/1 provision/1/1
HAS_PROVISION resolution/1 provision/1/2
REFERS_TO resolution/1 resolution/2 predicate=recalls
REFERS_TO resolution/2 resolution/3 predicate=reaffirms
REFERS_TO resolution/3 resolution/1 predicate=cites
GUIDES guideline/a provision/1/1
GUIDES guideline/b resolution/1
DESCRIBES record/1 programme/alpha
READ_FROM record/1 source/made-up
INFLUENCES theme/cve theme/travel judgement=2 who=office confidence=high
INFLUENCES theme/cve theme/travel judgement=-1 who=ministry confidence=low
"""


def tables() -> dict[str, pa.Table]:
    """The graph as rows for an engine."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for id_, values in NODES.items():
        label = SCHEMA.label_of(id_)
        rows[label].append({**SEEN, "id": id_, "is_a": label, "kind": label.lower(), "name": _name(id_), **values})
    for line in EDGES.strip().splitlines():
        rows[line.split()[0]].append(_edge(line))
    return {
        kind: with_hashes(kind, pa.Table.from_pylist(found, schema=arrow_schema(kind))) for kind, found in rows.items()
    }


def analysed() -> dict[str, pa.Table]:
    """The same with what is derived from it, for the custodian."""
    day = date(2026, 11, 23)
    return derive(with_regions(tables(), day), day, "custodian")


def _name(id_: str) -> str:
    return id_.split("/", 1)[1].capitalize()


def _edge(line: str) -> dict[str, Any]:
    """One line of ``EDGES``: type, end points, and what it says beside."""
    type_, start, end, *said = line.split()
    ends = {"from_label": SCHEMA.label_of(start), "from_id": start, "to_label": SCHEMA.label_of(end), "to_id": end}
    values: dict[str, Any] = {word.partition("=")[0]: word.partition("=")[2] or True for word in said}
    values = {name: int(value) if name == "judgement" else value for name, value in values.items()}
    return {**SEEN, "kind": type_, "id": hashlib.sha256(line.encode()).hexdigest()[:16], **ends, **values}


def write(folder: Path, rows: dict[str, pa.Table] | None = None) -> Path:
    """The graph as a file in a folder. In memory it would not fit the pool of pages that an engine is given."""
    path, rows = folder / "sample.lbug", rows or tables()
    marker = {"data_version": version_of(rows), "audience": "made-up", "as_at": "2026-11-23"}
    LadybugPublisher(path).publish(rows, marker)
    return path


def picked(engine: Engine, name: str, params: dict[str, Any], columns: str) -> list[tuple[Any, ...]]:
    """Some columns (separated by blanks) of a question's answer, row by row."""
    return [tuple(record[column] for column in columns.split()) for record in ask(engine, name, **params).records()]
