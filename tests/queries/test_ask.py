"""Asking: parameters, ids, languages, and what is answered by something else than Cypher."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from taazur.graph.engine import open_graph
from taazur.graph.errors import EngineError, QueryError
from taazur.graph.ladybug import LadybugEngine
from taazur.graph.schema import LANGUAGES
from taazur.loaders.workspace import Workspace
from taazur.queries.catalogue import ask, catalogue, question
from taazur.queries.names import choices
from tests.queries import sample


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LadybugEngine]:
    engine = LadybugEngine(sample.write(tmp_path_factory.mktemp("sample")))
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("name", "params", "says"),
    [
        ("programme-partner", {}, 'Did you mean "programme-partners"'),
        ("programme-partners", {"programm": "programme/alpha"}, 'no parameter "programm". Did you mean "programme"?'),
        ("programme-partners", {"programme": "programme/alfa"}, 'no Programme has the id "programme/alfa". Did you mean "programme/alpha"'),
        ("programme-partners", {"programme": "alpha"}, 'Did you mean "programme/alpha"?'),
        ("programme-partners", {"programme": "Alpha"}, 'Did you mean "programme/alpha"?'),
        ("programme-partners", {"programme": ""}, 'no Programme has the id ""'),
        ("programme-partners", {"programme": "partner/lead"}, '"partner/lead" is a Partner, where programme takes a Programme'),
        ("path-between", {"a": "source/made-up"}, "takes a Partner or a Programme or a State"),
        ("neighbours", {"ids": "partner/lead,partner/leed"}, 'has the id "partner/leed". Did you mean "partner/lead"'),
        ("bridging-partners", {"at_least": "two"}, 'at_least is "two". Give a whole number.'),
        ("bridging-partners", {"at_least": True}, "Give a whole number."),
        ("bridging-partners", {"at_least": 2**63}, "Give a whole number."),
        ("programme-partners", {"programme": 7}, "Give a text."),
        ("programme-partners", {"programme": "x'}) DETACH DELETE n //"}, "no Programme has the id"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_answered_with_the_nearest(
    graph: LadybugEngine, name: str, params: dict[str, Any], says: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, name, **params)

    assert says in str(caught.value)


def test_a_language_that_there_is_not_is_refused(graph: LadybugEngine) -> None:
    with pytest.raises(QueryError, match="It may be en, fr, es, ar, ru, zh"):
        ask(graph, "programme-partners", "de", programme="programme/alpha")


def test_text_is_read_as_the_type_of_its_parameter(graph: LadybugEngine) -> None:
    assert ask(graph, "bridging-partners", at_least="1") == ask(graph, "bridging-partners", at_least=1)
    assert len(ask(graph, "neighbours", ids="partner/cted, partner/donor")) == 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_rows_come_in_each_language(graph: LadybugEngine, lang: str) -> None:
    asked: dict[str, Any] = {"programme": "programme/alpha"}
    english, other = ask(graph, "programme-partners", **asked), ask(graph, "programme-partners", lang, **asked)

    assert other.columns == english.columns
    assert other.column("claim") == english.column("claim")
    assert other.column("partner") == english.column("partner")


def test_a_missing_name_falls_back_and_says_so(graph: LadybugEngine) -> None:
    answer = ask(graph, "programme-partners", "ar", programme="programme/alpha")

    plain = dict(zip(answer.column("partner"), answer.column("partner_name"), strict=True))
    tagged = dict(zip(answer.column("partner"), answer.tagged().column("partner_name"), strict=True))

    assert (plain["partner/lead"], tagged["partner/lead"]) == ("القائد", "القائد")
    assert (plain["partner/helper"], tagged["partner/helper"]) == ("Aide", "Aide (fr)")
    assert (plain["partner/donor"], tagged["partner/donor"]) == ("Donor", "Donor (en)")
    assert answer.records()[0]["partner_name"] == "القائد"


def test_names_in_a_list_are_in_the_language_too(graph: LadybugEngine) -> None:
    answer = ask(graph, "programme-details", "ar", programme="programme/epsilon")

    assert answer.column("themes") == [["theme/api-pnr", "theme/cve"]]
    assert answer.column("theme_names") == [["Cve", "بيانات الركاب"]]
    assert answer.tagged().column("theme_names") == [["Cve (en)", "بيانات الركاب"]]


def test_types_are_those_of_the_header(graph: LadybugEngine) -> None:
    answer = ask(graph, "programme-partners", programme="programme/alpha")

    assert answer.types == tuple(column.type for column in catalogue()["programme-partners"].columns.values())
    assert answer.query is question("programme-partners")


def test_each_proposal_says_what_must_be_checked(graph: LadybugEngine) -> None:
    checks = ask(graph, "programmes-for-need", need="need/1").column("check_first")

    assert all(isinstance(cell, list) and any("data protection" in check for check in cell) for cell in checks)


def test_choices_are_the_ids_and_names_of_a_kind(graph: LadybugEngine) -> None:
    assert choices(graph, "State") == {"state/AAA": "Aaa", "state/BBB": "Bbb", "state/CCC": "Ccc"}
    assert choices(graph, "Partner", "ar")["partner/lead"] == "القائد"


def test_a_question_that_needs_the_workspace_says_so(graph: LadybugEngine, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="--workspace"):
        ask(graph, "load-ledger")
    with pytest.raises(EngineError, match="knows no build"):
        ask(graph, "load-ledger", workspace=tmp_path)


@pytest.mark.parametrize("audience", ["custodian", "public"])
def test_the_ledger_and_the_index_of_a_graph_are_found(shipped: Path, audience: str) -> None:
    engine = open_graph(Workspace(shipped).graph_path(audience))
    try:
        ledger = ask(engine, "load-ledger", workspace=shipped)
        found = ask(engine, "find", workspace=shipped, text="CTED")
        programmes = ask(engine, "find", workspace=shipped, text="CTED", label="Programme", limit=3)
    finally:
        engine.close()

    assert all(r["in"] == r["kept"] + r["merged"] + r["rejected"] for r in ledger.records())  # type: ignore[operator]
    assert {"programmes", "partners", "needs"} <= set(ledger.column("source"))
    assert found.column("id")[0] == "partner/cted"
    assert set(programmes.column("is_a")) == {"Programme"}
    assert len(programmes) <= 3


NOT_SHIPPED = ("expert-synergies",)
"""Questions to which no shipped source can have an answer: no expert has scored anything yet."""


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_defaults_are_answered_from_the_shipped_facts(shipped: Path, name: str) -> None:
    engine = open_graph(Workspace(shipped).graph_path("custodian"))
    try:
        answer = ask(engine, name, workspace=shipped)
    finally:
        engine.close()

    assert bool(len(answer)) == (name not in NOT_SHIPPED)
    assert answer.columns == tuple(catalogue()[name].columns)
