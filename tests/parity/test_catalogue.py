"""Every question of the catalogue, of the ids that it takes: the same answer on both engines, row for row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from taazur.graph.engine import Engine, open_graph, publisher
from taazur.graph.errors import EngineError
from taazur.graph.find import find, make_index
from taazur.graph.schema import LANGUAGES, SCHEMA
from taazur.graph.table import Table
from taazur.queries.catalogue import ask, catalogue
from taazur.queries.header import Param
from tests.parity import sample

ASKED = sorted(name for name, query in catalogue().items() if query.answered_by in ("cypher", "path"))
LISTS = (["programme/ct-travel"], ["programme/ct-travel", "resolution/2396", "need/0001"])
DERIVED = {edge.type for edge in SCHEMA.edges if edge.derived}
MOST = 8
"""Ids taken for each parameter of a question that takes several."""


def _choices(param: Param, most: int) -> list[Any]:
    """What a parameter is given here: ids of the kinds it takes, some numbers, some lists; else its default."""
    if param.type == "INT64":
        return [1, 2]
    if param.type == "STRING[]":
        return [[id_ for id_ in given if SCHEMA.label_of(id_) in param.of] for given in LISTS]
    if not param.of:
        return [param.default, *(table["id"][0].as_py() for kind, table in sample.tables().items() if kind in DERIVED)]
    ids = [id_ for id_ in sample.NODES if SCHEMA.label_of(id_) in param.of]
    return ids[:: -(-len(ids) // most)]


def _asked_with(name: str) -> Iterator[dict[str, Any]]:
    params = catalogue()[name].params.values()
    most = MOST if len(params) > 1 else len(sample.NODES)
    for values in product(*(_choices(param, most) for param in params)):
        yield dict(zip((param.name for param in params), values, strict=True))


@pytest.mark.parametrize("name", ASKED)
def test_a_question_has_the_same_answer_on_both(engine: Engine, reference: Engine, name: str) -> None:
    answered = 0
    for given in _asked_with(name):
        expected = ask(reference, name, **given)
        found = ask(engine, name, **given)

        assert (found.columns, found.types) == (expected.columns, expected.types)
        assert found.rows == expected.rows, given
        answered += len(found)
    assert answered, "the sample has nothing to compare for this question"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_the_same_in_each_language(engine: Engine, reference: Engine, lang: str) -> None:
    asked = "programme-partners", "programme-places", "state-details"
    given: list[dict[str, Any]] = [{"programme": "programme/ct-travel"}] * 2 + [{"state": "state/LKA"}]

    for name, params in zip(asked, given, strict=True):
        assert ask(engine, name, lang, **params).tagged() == ask(reference, name, lang, **params).tagged()


def test_the_search_index_is_the_same(engine: Engine, reference: Engine, tmp_path: Path) -> None:
    version = engine.build()["data_version"]
    mine, theirs = (make_index(e, tmp_path / e.name / str(n)) for n, e in enumerate((engine, reference)))

    texts = "UNOCT", "برنامج", "ivoire", "terrorist travel", "S/RES/2396"
    found = [find(mine, version, text, 20, "") for text in texts]
    assert found == [find(theirs, version, text, 20, "") for text in texts]
    assert all(map(len, found)), texts
    assert found[0].column("id")[0] == "partner/unoct"


@pytest.fixture(scope="module")
def through_py2neo(neo4j_url: str, reference: Engine) -> Iterator[Engine]:
    """The parity graph on the server, asked through py2neo."""
    pytest.importorskip("py2neo", reason="neo4j: the extra py2neo is not installed")
    rows = sample.tables()
    publisher(neo4j_url).publish(rows, sample.marker(rows))
    engine = open_graph(f"py2neo+{neo4j_url}")
    yield engine
    engine.close()


@pytest.mark.neo4j
@pytest.mark.parametrize("name", ASKED)
def test_py2neo_answers_the_catalogue(through_py2neo: Engine, reference: Engine, name: str) -> None:
    given = next(_asked_with(name))

    found: Table = ask(through_py2neo, name, **given)

    assert found.rows == ask(reference, name, **given).rows


@pytest.mark.neo4j
def test_py2neo_only_reads(through_py2neo: Engine) -> None:
    assert through_py2neo.build()["audience"] == "parity"
    with pytest.raises(EngineError, match="Writing in read access mode not allowed"):
        through_py2neo.run("CREATE (:State {id: 'state/X'})")
