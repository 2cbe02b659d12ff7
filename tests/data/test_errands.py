"""Three errands on the shipped facts, as somebody would run them: asked of a graph, with every source."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from taazur.analysis.derive import derive
from taazur.analysis.region_gap import with_regions
from taazur.graph.ladybug import LadybugEngine, LadybugPublisher
from taazur.loaders.card import shipped
from taazur.loaders.join import join
from taazur.loaders.release import count_needs, project
from taazur.loaders.tidied import tidied
from taazur.queries.catalogue import ask

DAY = date(2026, 11, 23)
SALW, WCO = "programme/salw-nexus", "programme/wco-central-asia"
PAGE = "https://www.un.org/securitycouncil/ctc/content/facilitation-technical-assistance"
UNOCT = "https://learn.unoct-connectandlearn.org/course/index.php?categoryid=16"
TARGETS = "programme/vulnerable-targets"


@pytest.fixture(scope="module")
def tables() -> dict[str, Any]:
    whole = with_regions(count_needs(join([tidied(card) for card in shipped()]).tables), DAY)
    made = {audience: derive(project(whole, audience), DAY, audience) for audience in ("custodian", "public")}
    return made | {"released": project(whole, "custodian")}


@pytest.fixture(scope="module")
def graph(tables: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[LadybugEngine]:
    path = Path(tmp_path_factory.mktemp("errands")) / "graph.lbug"
    marker = {"data_version": "0" * 64, "audience": "custodian", "as_at": DAY.isoformat()}
    LadybugPublisher(path).publish(tables["custodian"], marker)
    engine = LadybugEngine(path)
    yield engine
    engine.close()


def test_a_full_run_takes_under_five_seconds(tables: dict[str, Any]) -> None:
    """Of the processor's time: on a busy machine the clock says something else."""
    started = time.process_time()

    derive(tables["released"], DAY, "custodian")

    assert time.process_time() - started < 5


def test_central_asia_is_a_possible_sequence_with_a_bridge_and_no_duplication(graph: LadybugEngine) -> None:
    (pair,) = (r for r in ask(graph, "overlaps-of-programme", programme=SALW).records() if r["other"] == WCO)

    assert pair["label"] == "successive"
    assert pair["states"] == [f"state/{iso3}" for iso3 in ("KAZ", "KGZ", "TJK", "TKM", "UZB")]
    assert {"theme/salw", "theme/border-management"} <= set(pair["themes"])
    assert (pair["start_date"], pair["end_date"], pair["time_part"]) == (None, None, 0.0)
    # salw-nexus gives no end: the last day is that of its trainings, and the answer says so.
    assert "recorded dates and activities" in pair["basis"]
    assert pair["undated"] == [WCO]
    bridges = ask(graph, "synergy-candidates", kind="bridge").records()
    assert [r["partners"] for r in bridges if (r["from"], r["to"]) == (SALW, WCO)] == [["partner/wco"]]
    sequences = ask(graph, "synergy-candidates", kind="sequence").records()
    assert [r["basis"] for r in sequences if {r["from"], r["to"]} == {SALW, WCO}] == ["recorded periods, in this order"]


def test_why_that_pair_names_a_document_for_each_claim(graph: LadybugEngine) -> None:
    records = ask(graph, "why-this-pair", a=SALW, b=WCO).records()

    assert all(r["source"] and r["locator"] for r in records)
    roles = {(r["from"], r["to"]) for r in records if r["claim_type"] == "TAKES_PART" and r["label"] == "bridge"}
    assert roles == {("partner/wco", SALW), ("partner/wco", WCO)}


def test_cote_d_ivoire_in_order_each_with_its_source(graph: LadybugEngine) -> None:
    rows = ask(graph, "timeline-of-state", state="state/CIV").records()

    events = [r["event"] for r in rows]
    assert events.index("visit/civ/2018") < events.index("consultation/001") < events.index("activity/0391")
    days = [r["start_date"] for r in rows if r["start_date"]]
    assert days == sorted(days)
    assert days[-1] == date(2025, 5, 19)
    activities = [r for r in rows if r["what"] == "activity"]
    assert len(activities) == 16
    (travel,) = (r for r in rows if r["event"] == "consultation/001")
    assert (travel["start_date"], travel["programmes"]) == (date(2020, 6, 2), ["programme/ct-travel"])
    assert len({p for r in [travel, *activities] for p in r["programmes"]}) == 12
    assert all(r["source"] and r["locator"] for r in rows)


def test_two_rows_of_one_course_are_proposed_as_one(graph: LadybugEngine) -> None:
    rows = ask(graph, "same-event-candidates").records()

    (course,) = (r for r in rows if (r["left"], r["right"]) == ("activity/0061", "activity/0655"))
    assert course["state"] == "state/CIV"
    assert course["reasons"] == ["one names the other's programme", "same days", "same document"]
    assert course["left_programmes"] + course["right_programmes"] == ["programme/fusion-cells", "programme/unoct-rabat"]
    # A course of another body, in the same days, is another course.
    assert not [r for r in rows if "activity/0265" in (r["left"], r["right"])]


def test_cted_provides_no_assistance_and_the_passage_is_named(graph: LadybugEngine) -> None:
    (cted,) = ask(graph, "partner-details", partner="partner/cted").records()

    assert (cted["counted"], cted["part"]) == (False, "assesses")
    assert cted["basis"].startswith("neither the Committee nor its Executive Directorate provides technical assistance")
    assert (cted["source"], "line 10" in cted["basis"]) == (PAGE, True)


def test_both_readings_of_cted_in_vulnerable_targets_stay(graph: LadybugEngine) -> None:
    rows = ask(graph, "programme-partners", programme=TARGETS).records()

    roles = {r["source"]: r["role"] for r in rows if r["partner"] == "partner/cted"}
    assert roles[PAGE] == "consulted"
    assert roles[UNOCT] == "implementing-partner"
    assert not any(r["counts_as_provider"] for r in rows if r["partner"] == "partner/cted")
    differ = ask(graph, "sources-that-differ").records()
    assert PAGE in {r["source"] for r in differ if (r["programme"], r["partner"]) == (TARGETS, "partner/cted")}


def test_cted_is_no_provider_and_no_bridge_anywhere(tables: dict[str, Any]) -> None:
    named = {
        partner
        for kind, column in (("HAS_PROVIDERS", "provider_ids"), ("SYNERGY", "partners"))
        for partners in tables["custodian"][kind][column].to_pylist()
        for partner in partners or ()
    }

    assert named
    assert not named & {"partner/ctc", "partner/cted", "partner/unsc"}


def test_the_public_graph_tells_no_states_needs_by_any_way(tables: dict[str, Any]) -> None:
    public = tables["public"]
    needs = {row["from_id"] for row in tables["custodian"]["NEED_OF"].to_pylist() if row["to_label"] == "State"}
    hidden = {need for need in needs if need.startswith("need/")} - set(public["Need"]["id"].to_pylist())

    assert hidden
    assert {row["from_label"] for row in public["STANDS_ON"].to_pylist()} == {"Region"}
    assert "complement" not in public["SYNERGY"]["synergy"].to_pylist()
    assert "possible_duplication" not in public["OVERLAPS"]["label"].to_pylist()
    derived = ("OVERLAPS", "SYNERGY", "HAS_PROVIDERS", "STANDS_ON", "SAME_EVENT", "COULD_MEET")
    said = {
        str(value) for kind in derived if kind in public for row in public[kind].to_pylist() for value in row.values()
    }
    assert not [need for need in hidden if any(f"'{need}'" in text or text == need for text in said)]
