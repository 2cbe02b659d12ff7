"""The shipped facts, built on both engines: one data version, and the same answer to every question."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from taazur.graph.engine import Engine, open_graph, publisher
from taazur.loaders.build import build
from taazur.loaders.workspace import Workspace
from taazur.queries.catalogue import ask, catalogue
from tests.parity import sample

pytestmark = pytest.mark.neo4j

ASKED = sorted(name for name, query in catalogue().items() if query.answered_by in ("cypher", "path"))


@pytest.fixture(scope="module")
def both(neo4j_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Engine]]:
    """The shipped facts, embedded and on the server."""
    folder = tmp_path_factory.mktemp("shipped")
    workspace = Workspace(folder)
    here = build(workspace, str(folder / "shipped.lbug"))
    there = build(workspace, neo4j_url)
    assert here.versions == there.versions
    engines = open_graph(folder / "shipped.lbug"), open_graph(neo4j_url)
    yield engines
    for engine in engines:
        engine.close()
    # These tests write only to a server that holds nothing or a graph of theirs.
    rows = sample.tables()
    publisher(neo4j_url).publish(rows, sample.marker(rows))


def test_both_hold_the_same(both: tuple[Engine, Engine]) -> None:
    embedded, served = both

    assert embedded.build() == served.build()


def test_most_questions_have_something_to_compare(both: tuple[Engine, Engine]) -> None:
    assert sum(len(ask(both[0], name)) > 0 for name in ASKED) > 30


@pytest.mark.parametrize("name", ASKED)
def test_a_question_has_the_same_answer_on_both(both: tuple[Engine, Engine], name: str) -> None:
    embedded, served = both

    assert ask(served, name).rows == ask(embedded, name).rows
