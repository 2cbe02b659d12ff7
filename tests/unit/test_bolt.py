"""A Neo4j server's address, its errors and its marker, without a server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError, ClientError, ServiceUnavailable

from taazur.graph import bolt_marker, server
from taazur.graph.bolt_connection import Place, errors
from taazur.graph.bolt_marker import Marker, from_one_graph
from taazur.graph.engine import open_graph
from taazur.graph.errors import EngineError
from taazur.graph.table import Table

PLACE = Place("bolt://db.example.org:7687", "neo4j", ("reader", "secret"))
OLD = Marker({"state": "complete", "data_version": "1"}, serial=1)
NEW = Marker({"state": "complete", "data_version": "2"}, serial=2)
TURNS = Marker({"state": "complete", "data_version": "1"}, turns=True, serial=2)
WRITING = Marker({"state": "writing", "data_version": "1"}, serial=2)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "PASSWORD", "PASSWORD_FILE", "DATABASE"):
        monkeypatch.delenv(f"TAAZUR_NEO4J_{name}", raising=False)
    monkeypatch.setattr(server, "credentials", lambda address: None)


def test_user_and_password_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAAZUR_NEO4J_USER", "reader")
    monkeypatch.setenv("TAAZUR_NEO4J_PASSWORD", "secret")

    assert Place.of("neo4j+s://db.example.org").auth == ("reader", "secret")


def test_a_password_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("secret\n", "utf-8")
    monkeypatch.setenv("TAAZUR_NEO4J_PASSWORD_FILE", str(tmp_path / "password"))

    assert Place.of("bolt://db.example.org").auth == ("neo4j", "secret")


def test_a_password_file_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TAAZUR_NEO4J_PASSWORD_FILE", str(tmp_path / "none"))

    with pytest.raises(EngineError, match=r"none: the password cannot be read .*TAAZUR_NEO4J_PASSWORD_FILE"):
        Place.of("bolt://db.example.org")


def test_our_own_server_lets_us_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "credentials", lambda address: ("neo4j", f"of {address}"))

    assert Place.of("bolt://127.0.0.1:7687").auth == ("neo4j", "of bolt://127.0.0.1:7687")


def test_the_database_is_in_the_address_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Place.of("bolt://h:1").database == "neo4j"
    assert str(Place.of("bolt://h:1")) == "bolt://h:1"
    assert str(Place.of("bolt://h:1/facts")) == "bolt://h:1/facts"

    monkeypatch.setenv("TAAZUR_NEO4J_DATABASE", "other")

    assert Place.of("bolt://h:1").database == "other"
    assert Place.of("bolt://h:1/facts").database == "facts"


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(EngineError, match="holds a user or a password") as refused:
        Place.of("bolt://reader:secret@db.example.org:7687")

    assert "secret" not in str(refused.value)


def test_a_place_never_shows_its_password() -> None:
    assert "secret" not in f"{PLACE} {PLACE!r}"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ServiceUnavailable("no route"), r"bolt://db.example.org:7687: no Neo4j server answers .*taazur neo4j start"),
        (AuthError("no"), r'does not let user "reader" in .*TAAZUR_NEO4J_PASSWORD'),
        (ClientError("Invalid input"), "Neo4j refuses the question"),
    ],
)
def test_each_error_says_what_where_and_what_to_do(error: Exception, message: str) -> None:
    with pytest.raises(EngineError, match=message), errors(PLACE):
        raise error


def test_nobody_is_let_in_without_a_password() -> None:
    with (
        pytest.raises(EngineError, match="wants a user and a password, and none is known"),
        errors(Place("bolt://h:1", "neo4j", None)),
    ):
        raise AuthError("no")


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt+ssc://127.0.0.1:1"])
def test_no_server_is_an_error_that_says_so(url: str) -> None:
    with pytest.raises(EngineError, match="no Neo4j server answers"):
        open_graph(url)


def _attempts(*pairs: tuple[Marker, Marker]) -> Iterator[tuple[Marker, Table, Marker]]:
    for number, (before, after) in enumerate(pairs):
        yield before, Table.of(("n",), [(number,)]), after


def _answer(*pairs: tuple[Marker, Marker]) -> int:
    attempts = _attempts(*pairs)
    return from_one_graph(lambda: next(attempts), PLACE).rows[0][0]  # type: ignore[return-value]


def test_an_answer_from_one_graph_counts() -> None:
    assert _answer((OLD, OLD)) == 0


def test_an_answer_across_two_graphs_is_asked_for_again() -> None:
    assert _answer((OLD, NEW), (NEW, NEW)) == 1


def test_an_answer_while_one_graph_becomes_the_next_is_asked_for_again() -> None:
    assert _answer((OLD, TURNS), (TURNS, TURNS), (TURNS, NEW), (NEW, NEW)) == 3


def test_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bolt_marker, "PATIENCE", 0)

    with pytest.raises(EngineError, match="the graph is being replaced"):
        _answer((TURNS, TURNS), (TURNS, TURNS))


def test_an_unfinished_graph_is_refused_even_after_the_answer() -> None:
    with pytest.raises(EngineError, match=r"the graph is unfinished.*Wait for the build"):
        _answer((OLD, WRITING))


def test_no_graph_says_how_to_make_one() -> None:
    with pytest.raises(EngineError, match=r"there is no graph. Make one with `taazur build --graph bolt://db"):
        _answer((Marker({}), Marker({})))


def test_py2neo_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)

    with pytest.raises(EngineError, match=r"py2neo is not installed.*taazur\[py2neo\]"):
        open_graph("py2neo+bolt://127.0.0.1:1")
