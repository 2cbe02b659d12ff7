"""Every question on an empty graph: the engine's columns and types are those that the header names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from taazur.graph.ladybug import LadybugEngine, LadybugPublisher
from taazur.queries.catalogue import catalogue

CYPHER = sorted(name for name, query in catalogue().items() if query.text)
TYPES = {"BOOL": "BOOLEAN"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LadybugEngine]:
    path = tmp_path_factory.mktemp("empty") / "empty.lbug"
    LadybugPublisher(path).publish({}, {"data_version": "empty"})
    engine = LadybugEngine(path)
    yield engine
    engine.close()


@pytest.mark.parametrize("name", CYPHER)
def test_columns_and_types_are_those_of_the_header(empty: LadybugEngine, name: str) -> None:
    query = catalogue()[name]

    table = empty.run(query.text, {p.name: p.default for p in query.params.values()})

    assert table.columns == tuple(query.columns)
    assert [TYPES.get(t, t) for t in table.types] == [c.type for c in query.columns.values()]
    assert not table.rows
