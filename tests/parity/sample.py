"""The parity graph: small, made up, and with everything on which engines have differed.

::

    resolution/2396 ⇄ resolution/1373          a cycle (each refers to the other)
    resolution/2396 ↻                          a self-pair (refers to itself)
       ├─ provision/2396/11 ←─ guideline/35 ─→ resolution/2396
       ├─ provision/2396/2      └─ theme/api-pnr ─BROADER→ theme/border
       └─ (1373) provision/1373/2

    partner/unoct ══lead══▶ programme/ct-travel ◀══ partner/unodc     parallel edges: two sources, same role;
    partner/icao, partner/interpol ─▶ ct-travel                       and the same source, two roles
    partner/unodc ─▶ programme/gtrs,  partner/icao ─▶ programme/advance
    partner/cted ─consulted─▶ programme/ct-travel
    partner/cted, unoct ─MEMBER_OF→ partner/gctc-compact ↻            a self-pair
    watch ⇄ advance (PART_OF)                                         a cycle of programmes

    ct-travel, gtrs ─▶ api-pnr ; advance ─▶ border ; programme/watch (a tool) ─▶ api-pnr
    ct-travel ═▶ state/CIV (two sources), state/LKA ; gtrs ─▶ CIV, LKA ; advance ─▶ LKA, IRQ ; watch ─▶ CIV
    need/0001 (LKA: api-pnr, under provision 11), need/0002 (LKA: border), need/0003 (IRQ: no theme, no English name),
    need/0004 (MAR: border, where nobody assists)
    reference/0001 (CIV), participation/0001 (CIV)
    activity/1, activity/2 (no date) under ct-travel in CIV ; activity/3, perhaps activity/1 again, under gtrs ; institution/civ-police ; visit/mar ; consultation/civ ; milestone/civ
    record/1, record/2 ─▶ ct-travel ; source/card

Values hold nulls, an empty list, dates with and without a day, a double, six
languages and scripts, an apostrophe, a quote, a backslash and a line break.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import date
from typing import Any

import pyarrow as pa

from taazur.analysis.derive import derive
from taazur.analysis.derived import edge, table
from taazur.graph.engine import Tables
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.version import version_of, with_hashes

PAGE, REPORT = "https://example.org/page", "S/2020/1"

NODES: dict[str, dict[str, Any]] = {
    "resolution/2396": {
        "name": "Foreign terrorist fighters",
        "symbol": "S/RES/2396 (2017)",
        "number": 2396,
        "year": 2017,
        "adopted": date(2017, 12, 21),
        "cited_only": False,
    },
    "resolution/1373": {"name": "Threats to peace", "symbol": "S/RES/1373 (2001)", "number": 1373, "cited_only": True},
    "provision/2396/11": {
        "name": "2396, para. 11",
        "symbol": "S/RES/2396 (2017)",
        "paragraph": "11",
        "modality": "Decides",
        "addressees": ["States", "Member States"],
        "technical_assistance": True,
    },
    "provision/2396/2": {"name": "2396, para. 2", "paragraph": "2", "addressees": [], "technical_assistance": False},
    "provision/1373/2": {"name": "1373, para. 2", "technical_assistance": None},
    "guideline/35": {"name": "Principle 35", "number": 35, "kind": "principle"},
    "theme/api-pnr": {
        "name": "API and PNR",
        "name_en": "API and PNR",
        "name_ar": "المعلومات المسبقة عن الركاب",
        "aliases": ["PNR", "API"],
    },
    "theme/border": {"name": "Border security", "name_fr": "Sécurité des frontières"},
    "programme/ct-travel": {
        "name": "Countering Terrorist Travel",
        "kind": "programme",
        "name_en": "Countering Terrorist Travel",
        "name_fr": "Programme « voyages »",
        "name_es": "Programa de viajes: niñez",
        "name_ar": "برنامج مكافحة سفر الإرهابيين",
        "name_ru": "Программа поездок",
        "name_zh": "反恐旅行方案",
        "start_date": date(2019, 5, 7),
        "start_precision": "day",
        "note": 'it\'s "quoted", with a \\ and\na line break; and a 𝔘',
    },
    "programme/gtrs": {
        "name": "Risk assessment",
        "kind": "programme",
        "start_date": date(2020, 1, 1),
        "start_precision": "year",
        "end_date": date(2023, 12, 31),
        "end_precision": "year",
    },
    "programme/advance": {"name": "Élan", "kind": "programme", "languages": "ar, fr"},
    "programme/watch": {"name": "Watch list tool", "kind": "tool"},
    "partner/unoct": {"name": "UNOCT", "kind": "un-entity", "counted": True, "acronym": "UNOCT", "part": "provider"},
    "partner/unodc": {"name": "UNODC", "kind": "un-entity", "counted": True, "part": "provider"},
    "partner/icao": {"name": "ICAO", "kind": "specialised-agency", "counted": True, "part": "provider"},
    "partner/interpol": {"name": "INTERPOL", "kind": "international-org", "counted": True, "part": "provider"},
    "partner/cted": {"name": "CTED", "kind": "un-body", "counted": False, "part": "assesses", "active": True},
    "partner/gctc-compact": {"name": "Compact", "kind": "network", "counted": False, "part": "network"},
    "state/CIV": {"name": "Côte d'Ivoire", "name_en": "Côte d'Ivoire", "name_fr": "Côte d'Ivoire", "iso3": "CIV"},
    "state/LKA": {"name": "Sri Lanka", "name_ar": "سري لانكا", "iso3": "LKA", "member_since": 1955},
    "state/IRQ": {"name": "Iraq", "iso3": "IRQ", "ldc": False},
    "state/MAR": {"name": "Morocco", "iso3": "MAR"},
    "region/africa": {"name": "Africa", "kind": "m49-region", "m49": "002"},
    "assistance-type/training": {"name": "Training"},
    "need/0001": {
        "name": "Passenger data",
        "kind": "need",
        "level": "country",
        "status": "requested",
        "observed": date(2022, 3, 1),
        "observed_precision": "month",
    },
    "need/0002": {"name": "Border guards", "kind": "need", "level": "country", "status": "status not known"},
    "need/0003": {"name": "احتياج", "kind": "need", "level": "country", "verified": False},
    "need/0004": {"name": "Border posts", "kind": "need", "level": "country"},
    "reference/0001": {"name": "Rating", "kind": "rating", "level": "country", "ratings": ["R8=PC", "R6=LC"]},
    "participation/0001": {"name": "Takes part", "kind": "participation", "level": "country"},
    "activity/1": {"name": "Workshop", "start_date": date(2021, 6, 1), "start_precision": "month"},
    "activity/2": {"name": "Workshop, no date", "start_precision": "unknown"},
    "activity/3": {"name": "The workshop", "start_date": date(2021, 6, 1), "start_precision": "month"},
    "institution/civ-police": {"name": "Police", "kind": "named"},
    "visit/mar": {"name": "Visit", "kind": "assessment", "start_date": date(2018, 2, 5), "start_precision": "day"},
    "consultation/civ": {"name": "Consultation", "start_date": date(2020, 2, 1), "start_precision": "month"},
    "milestone/civ": {"name": "Joined", "kind": "joined", "start_date": date(2020, 1, 1), "start_precision": "year"},
    "record/1": {"name": "row 1", "file": "a.csv", "field": "status", "value": "active"},
    "record/2": {"name": "row 2", "file": "a.csv", "field": "status", "value": "ended"},
    "source/card": {
        "name": "A source",
        "kind": "dataset",
        "publisher": "Nobody",
        "licence": "CC0",
        "retrieved": date(2026, 11, 23),
    },
}

EDGES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("HAS_PROVISION", "resolution/2396", "provision/2396/11", {}),
    ("HAS_PROVISION", "resolution/2396", "provision/2396/2", {}),
    ("HAS_PROVISION", "resolution/1373", "provision/1373/2", {}),
    ("REFERS_TO", "resolution/2396", "resolution/1373", {"predicate": "recalls"}),
    ("REFERS_TO", "resolution/1373", "resolution/2396", {"predicate": "cites"}),
    ("REFERS_TO", "resolution/2396", "resolution/2396", {"predicate": "recalls"}),
    ("GUIDES", "guideline/35", "provision/2396/11", {}),
    ("GUIDES", "guideline/35", "resolution/2396", {}),
    *(("CONCERNS", f"programme/{p}", "theme/api-pnr", {}) for p in ("ct-travel", "gtrs", "watch")),
    ("CONCERNS", "programme/advance", "theme/border", {}),
    ("CONCERNS", "provision/2396/11", "theme/api-pnr", {}),
    ("CONCERNS", "guideline/35", "theme/api-pnr", {}),
    ("CONCERNS", "need/0001", "theme/api-pnr", {}),
    ("CONCERNS", "need/0002", "theme/border", {}),
    ("CONCERNS", "need/0004", "theme/border", {}),
    ("CONCERNS", "activity/1", "theme/api-pnr", {}),
    ("BROADER", "theme/api-pnr", "theme/border", {}),
    ("IMPLEMENTS", "programme/ct-travel", "provision/2396/11", {}),
    ("IMPLEMENTS", "programme/gtrs", "resolution/2396", {}),
    ("TAKES_PART", "partner/unoct", "programme/ct-travel", {"role": "lead", "preferred": True}),
    ("TAKES_PART", "partner/unodc", "programme/ct-travel", {"role": "implementing-partner"}),
    ("TAKES_PART", "partner/unodc", "programme/ct-travel", {"role": "implementing-partner", "source": REPORT}),
    ("TAKES_PART", "partner/unodc", "programme/ct-travel", {"role": "donor"}),
    ("TAKES_PART", "partner/icao", "programme/ct-travel", {"role": "implementing-partner", "verified": False}),
    ("TAKES_PART", "partner/interpol", "programme/ct-travel", {"role": "cooperating"}),
    ("TAKES_PART", "partner/cted", "programme/ct-travel", {"role": "consulted"}),
    ("TAKES_PART", "partner/unodc", "programme/gtrs", {"role": "lead"}),
    ("TAKES_PART", "partner/icao", "programme/advance", {"role": "lead"}),
    ("ASSISTS", "programme/ct-travel", "state/CIV", {"relation": "assisted", "share": 12.5}),
    ("ASSISTS", "programme/ct-travel", "state/CIV", {"relation": "assisted", "source": REPORT}),
    ("ASSISTS", "programme/ct-travel", "state/LKA", {"relation": "participated"}),
    ("ASSISTS", "programme/gtrs", "state/CIV", {"relation": "assisted"}),
    ("ASSISTS", "programme/gtrs", "state/LKA", {"relation": "assisted"}),
    ("ASSISTS", "programme/advance", "state/LKA", {"relation": "assisted"}),
    ("ASSISTS", "programme/advance", "state/IRQ", {"relation": "assisted"}),
    ("ASSISTS", "programme/watch", "state/CIV", {"relation": "assisted"}),
    ("ASSISTS", "programme/advance", "region/africa", {"relation": "offered"}),
    ("UNDER", "activity/1", "programme/ct-travel", {}),
    ("UNDER", "activity/2", "programme/ct-travel", {}),
    ("UNDER", "activity/3", "programme/gtrs", {}),
    ("UNDER", "consultation/civ", "programme/ct-travel", {}),
    ("UNDER", "milestone/civ", "programme/ct-travel", {}),
    ("HELD_FOR", "activity/1", "state/CIV", {"relation": "assisted"}),
    ("HELD_FOR", "activity/2", "state/CIV", {"relation": "participated"}),
    ("HELD_FOR", "activity/3", "state/CIV", {"relation": "assisted"}),
    ("HELD_FOR", "consultation/civ", "state/CIV", {}),
    ("HELD_FOR", "milestone/civ", "state/CIV", {}),
    ("WITH_PARTNER_STATE", "activity/1", "state/MAR", {}),
    ("WITH_INSTITUTION", "activity/1", "institution/civ-police", {}),
    ("LOCATED_IN", "institution/civ-police", "state/CIV", {}),
    ("PROVIDES", "programme/ct-travel", "assistance-type/training", {}),
    ("SEEKS", "need/0001", "assistance-type/training", {}),
    ("PART_OF", "programme/watch", "programme/advance", {}),
    ("PART_OF", "programme/advance", "programme/watch", {}),
    ("MEMBER_OF", "partner/cted", "partner/gctc-compact", {"standing": "member"}),
    ("MEMBER_OF", "partner/unoct", "partner/gctc-compact", {"standing": "observer"}),
    ("MEMBER_OF", "partner/gctc-compact", "partner/gctc-compact", {"standing": "not known"}),
    ("IN_REGION", "state/CIV", "region/africa", {}),
    ("NEED_OF", "need/0001", "state/LKA", {}),
    ("NEED_OF", "need/0002", "state/LKA", {}),
    ("NEED_OF", "need/0003", "state/IRQ", {}),
    ("NEED_OF", "need/0004", "state/MAR", {}),
    ("NEED_OF", "reference/0001", "state/CIV", {}),
    ("NEED_OF", "participation/0001", "state/CIV", {}),
    ("NEEDED_UNDER", "need/0001", "provision/2396/11", {}),
    ("INFLUENCES", "theme/api-pnr", "theme/border", {"judgement": 2, "who": "an office", "made": date(2026, 1, 31)}),
    ("INFLUENCES", "theme/api-pnr", "theme/border", {"judgement": -1, "who": "another office", "confidence": "low"}),
    ("VISITED", "visit/mar", "state/MAR", {}),
    ("JOINED", "partner/cted", "visit/mar", {"role": "lead"}),
    ("JOINED", "partner/cted", "consultation/civ", {"role": "lead"}),
    ("DESCRIBES", "record/1", "programme/ct-travel", {"source": REPORT}),
    ("DESCRIBES", "record/2", "programme/ct-travel", {}),
    ("READ_FROM", "record/1", "source/card", {}),
    ("READ_FROM", "record/2", "source/card", {}),
]

_SEEN = {"source": PAGE, "locator": "row 1", "verified": True, "grade": "seen", "dataset": "made-up"}


def tables() -> dict[str, pa.Table]:
    """The parity graph with what is derived from it, as rows for a publisher."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for id_, values in NODES.items():
        label = SCHEMA.label_of(id_)
        common = {"id": id_, "is_a": label, "kind": label.lower(), "sources": [PAGE]}
        rows[label].append({**_SEEN, **common, **values})
    for type_, start, end, values in EDGES:
        row = {**_SEEN, "kind": type_, **_ends(start, end), **values}
        rows[type_].append({**row, "id": hashlib.sha256(repr(sorted(row.items())).encode()).hexdigest()[:16]})
    made = {
        kind: with_hashes(kind, pa.Table.from_pylist(found, schema=arrow_schema(kind))) for kind, found in rows.items()
    }
    day = date(2026, 11, 23)
    # Africa has too few States here for a number of its own.
    told = edge("STANDS_ON", "region/africa", "theme/border", "gap-1", standing="partial", states=3, as_at=day)
    return derive({**made, "STANDS_ON": table("STANDS_ON", [told])}, day, "custodian")


def _ends(start: str, end: str) -> dict[str, str]:
    labels = SCHEMA.label_of(start), SCHEMA.label_of(end)
    return {"from_label": labels[0], "from_id": start, "to_label": labels[1], "to_id": end}


def marker(rows: Tables) -> dict[str, str]:
    """The marker of rows that a parity test publishes."""
    return {"data_version": version_of(rows), "audience": "parity", "as_at": "2026-11-23"}
