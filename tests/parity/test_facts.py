"""What both engines do alike, and each known difference, one by one.

An upgrade of an engine that moves one of them fails here and names it, so that the
rule for questions (which Cypher is common to both) can be looked at again.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from taazur.graph.engine import Engine
from taazur.graph.errors import EngineError
from tests.parity.conftest import differs


class Refused(str):
    """The engine refuses, with these words."""


@dataclass(frozen=True)
class Fact:
    """What one text answers: the only value of its only row, a list of first values, or a refusal."""

    says: str
    text: str
    ladybug: Any
    neo4j: Any
    params: dict[str, Any] = field(default_factory=dict)


def same(says: str, text: str, answer: Any, **params: Any) -> Fact:
    """A fact that holds on both engines."""
    return Fact(says, text, answer, answer, params)


CIV = "MATCH (s:State {iso3: 'CIV'}) "
CYCLE = "(a:Resolution {id: 'resolution/2396'})-[r:REFERS_TO]"
READ_ONLY = "Cannot execute write operations in a read-only database"
READ_MODE = "Writing in read access mode not allowed"

ALIKE = (
    same("UNWIND of maps", "UNWIND $rows AS row RETURN row.a AS a ORDER BY a", [1, 2], rows=[{"a": 2}, {"a": 1}]),
    same(
        "OPTIONAL MATCH",
        "MATCH (s:State {id: 'state/MAR'}) OPTIONAL MATCH (s)<-[:ASSISTS]-(p:Programme) RETURN p.id AS x",
        [None],
    ),
    same(
        "EXISTS { }",
        "MATCH (s:State) WHERE NOT EXISTS { MATCH (s)<-[:ASSISTS]-(:Programme) } RETURN s.id AS x",
        ["state/MAR"],
    ),
    same("COUNT { }", CIV + "RETURN COUNT { MATCH (s)<-[:ASSISTS]-(:Programme) } AS x", [4]),
    same(
        "a pattern as a condition",
        "MATCH (s:State) WHERE NOT (s)<-[:ASSISTS]-(:Programme) RETURN s.id AS x",
        ["state/MAR"],
    ),
    same(
        "one of two edge types",
        "MATCH (:Programme {id: 'programme/ct-travel'})-[:CONCERNS|PROVIDES]->(n) RETURN n.id AS x ORDER BY x",
        ["assistance-type/training", "theme/api-pnr"],
    ),
    same("one of two labels", "MATCH (n:State|Theme) RETURN count(n) AS x", [6]),
    same("coalesce and CASE", CIV + "RETURN CASE WHEN coalesce(s.ldc, false) THEN 1 ELSE 2 END AS x", [2]),
    same("IN a list", "MATCH (s:State) WHERE s.id IN $ids RETURN s.id AS x", ["state/CIV"], ids=["state/CIV"]),
    same("IN an empty list", "MATCH (s:State) WHERE s.id IN $ids RETURN s.id AS x", [], ids=[]),
    same("STARTS WITH, CONTAINS", "MATCH (s:State) WHERE s.name CONTAINS 'te d' RETURN s.id AS x", ["state/CIV"]),
    same("regular expressions match whole texts", "MATCH (s:State) WHERE s.name =~ 'Mor' RETURN s.id AS x", []),
    same(
        "collect(DISTINCT), sorted in the Table",
        "MATCH (:Programme {id: 'programme/ct-travel'})-[:ASSISTS]->(s:State) RETURN collect(DISTINCT s.id) AS x",
        [["state/CIV", "state/LKA"]],
    ),
    same("collect drops nulls", "MATCH (s:State) RETURN collect(s.ldc) AS x", [[False]]),
    same("any()", "MATCH (t:Theme) WHERE any(a IN t.aliases WHERE a = 'PNR') RETURN t.id AS x", ["theme/api-pnr"]),
    same("date(text)", "RETURN date($d) AS x", [date(2020, 2, 29)], d="2020-02-29"),
    same("nulls sort last", "MATCH (s:State) RETURN s.member_since AS x ORDER BY x LIMIT 2", [1955, None]),
    same("nulls sort first downwards", "MATCH (s:State) RETURN s.member_since AS x ORDER BY x DESC LIMIT 1", [None]),
    same(
        "texts sort by code point",
        "UNWIND $given AS x RETURN x ORDER BY x",
        ["A", "B", "b", "z", "é", "ب", "￮"],
        given=list("bBéz￮Aب"),
    ),
    same(
        "SKIP and LIMIT of parameters",
        "MATCH (s:State) RETURN s.id AS x ORDER BY x SKIP $n LIMIT $n",
        ["state/IRQ"],
        n=1,
    ),
    same("UNION drops what is there twice", "RETURN 1 AS x UNION RETURN 1 AS x", [1]),
    same("comments and quoted names", "// a\n/* b */ RETURN 1 AS `an x`", [1]),
    same("whole numbers divide to whole numbers", "RETURN 7 / 2 AS x", [3]),
    same("null is not equal to null", "RETURN null = null AS x", [None]),
    same("an extra parameter is not minded", "RETURN 1 AS x", [1], extra=1),
    same("an empty text for no filter", "MATCH (s:State) WHERE $q = '' OR s.iso3 = $q RETURN count(s) AS x", [4], q=""),
    same(
        "a cycle is walked, end points counted once",
        "MATCH (:Resolution {id: 'resolution/2396'})-[:REFERS_TO*1..4]->(b) RETURN DISTINCT b.id AS x ORDER BY x",
        ["resolution/1373", "resolution/2396"],
    ),
    same(
        "two MATCH after UNWIND bind what they say",
        "UNWIND ['state/CIV'] AS w MATCH (s:State) WHERE s.id = w MATCH (p:Programme) WHERE p.id = 'programme/gtrs' "
        "RETURN s.id + p.id AS x",
        ["state/CIVprogramme/gtrs"],
    ),
)

DIFFERENT = (
    Fact("labels(n) is a text, or a list", CIV + "RETURN labels(s) AS x", ["State"], [["State"]]),
    Fact(
        "keys(n) has the declared columns, or the set ones",
        CIV + "RETURN 'ldc' IN keys(s) AS x",
        [True],
        [False],
    ),
    Fact("type(r)", f"MATCH {CYCLE}->() RETURN DISTINCT type(r) AS x", Refused("TYPE does not exist"), ["REFERS_TO"]),
    Fact("label(r)", f"MATCH {CYCLE}->() RETURN DISTINCT label(r) AS x", ["REFERS_TO"], Refused("Unknown function")),
    Fact("list comprehension", "RETURN [x IN [1] | x + 1] AS x", Refused("not in scope"), [[2]]),
    Fact("map projection", CIV + "RETURN s {.id} AS x", Refused("Parser"), [{"id": "state/CIV"}]),
    Fact("CALL { }", CIV + "CALL { WITH s RETURN 1 AS x } RETURN x", Refused("Parser"), [1]),
    Fact("reduce", "RETURN reduce(a = 0, x IN [1, 2] | a + x) AS x", Refused("REDUCE does not exist"), [3]),
    Fact("split", "RETURN split('a,b', ',') AS x", Refused("SPLIT does not exist"), [["a", "b"]]),
    Fact("toInteger", "RETURN toInteger('1') AS x", Refused("TOINTEGER does not exist"), [1]),
    Fact("toString", "RETURN toString(1) AS x", Refused("TOSTRING does not exist"), ["1"]),
    Fact("CAST", "RETURN CAST(1 AS STRING) AS x", ["1"], Refused("Invalid input")),
    Fact(
        "shortestPath()",
        "MATCH p = shortestPath((:Resolution {number: 2396})-[:REFERS_TO*1..3]->(:Resolution {number: 1373})) "
        "RETURN length(p) AS x",
        Refused("Parser"),
        [1],
    ),
    Fact(
        "* SHORTEST",
        "MATCH p = (:Resolution {number: 2396})-[:REFERS_TO* SHORTEST 1..3]->(:Resolution {number: 1373}) "
        "RETURN length(p) AS x",
        [1],
        Refused("Invalid input 'SHORTEST'"),
    ),
    Fact("parts of a date", "RETURN date('2020-02-29').year AS x", Refused("Binder"), [2020]),
    Fact("date_part", "RETURN date_part('year', date('2020-02-29')) AS x", [2020], Refused("Unknown function")),
    Fact("timestamp()", "RETURN timestamp() > 0 AS x", Refused("TIMESTAMP did not receive"), [True]),
    Fact("elementId", CIV + "RETURN elementId(s) <> '' AS x", Refused("ELEMENTID does not exist"), [True]),
    Fact("randomUUID", "RETURN randomUUID() <> '' AS x", Refused("RANDOMUUID does not exist"), [True]),
    Fact(
        "WITH … ORDER BY without LIMIT",
        "MATCH (s:State) WITH s.id AS i ORDER BY i RETURN count(i) AS x",
        Refused("must be followed by SKIP or LIMIT"),
        [4],
    ),
    Fact(
        "WITH … ORDER BY … LIMIT before an aggregate: Ladybug takes the first it meets",
        "MATCH (s:State) WITH s ORDER BY s.id LIMIT 2 RETURN collect(s.id) AS x",
        [["state/CIV", "state/LKA"]],
        [["state/CIV", "state/IRQ"]],
    ),
    Fact(
        "a column named as a variable, in ORDER BY",
        "MATCH (s:State) RETURN s.iso3 AS s ORDER BY s LIMIT 1",
        Refused("Order by NODE is not supported"),
        ["CIV"],
    ),
    Fact("a column named group", "RETURN 1 AS group", Refused("Parser"), [1]),
    Fact("a column named order", "RETURN 1 AS order", Refused("Parser"), [1]),
    Fact(
        "a parameter that is null",
        "MATCH (s:State) WHERE $q IS NULL OR s.iso3 = $q RETURN count(s) AS x",
        Refused("Conversion"),
        [4],
        {"q": None},
    ),
    Fact("an unknown label", "MATCH (n:Nothing) RETURN count(n) AS x", Refused("Nothing does not exist"), [0]),
    Fact("an unknown property", CIV + "RETURN s.nothing AS x", Refused("Cannot find property"), [None]),
    Fact("a missing parameter", "RETURN $missing AS x", [None], Refused("Expected parameter")),
    Fact(
        "one relationship twice in one MATCH",
        f"MATCH {CYCLE}->(b:Resolution)<-[q:REFERS_TO]-(c:Resolution) RETURN count(*) AS x",
        [3],
        [1],
    ),
    Fact("a self-pair, undirected", f"MATCH {CYCLE}-(a) RETURN count(*) AS x", [2], [1]),
    Fact(
        "the number of ways around a cycle",
        "MATCH (:Resolution {id: 'resolution/2396'})-[:REFERS_TO*1..3]->(b) RETURN count(*) AS x",
        [10],
        [6],
    ),
    Fact("(n:A:B) is A or B, or A and B", "MATCH (n:State:Partner) RETURN count(n) AS x", [10], [0]),
    Fact("substring counts from 1, or from 0", "RETURN substring('abc', 1, 2) AS x", ["ab"], ["bc"]),
    Fact("lists count from 1, or from 0", "RETURN [1, 2][1] AS x", [1], [2]),
    Fact(
        "exists(pattern)", "MATCH (s:State) RETURN exists((s)<-[:ASSISTS]-()) AS x LIMIT 1", Refused("Parser"), [True]
    ),
    Fact("a new node in a reader", "CREATE (:State {id: 'state/X'})", Refused(READ_ONLY), Refused(READ_MODE)),
    Fact("a new value in a reader", "MATCH (s:State) SET s.name = 'x'", Refused(READ_ONLY), Refused(READ_MODE)),
    Fact("deletion in a reader", "MATCH (s:State) DETACH DELETE s", Refused(READ_ONLY), Refused(READ_MODE)),
    Fact(
        "a file of the server",
        "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
        Refused("Parser"),
        Refused("allow_csv_import_from_file_urls"),
    ),
    Fact(
        "an address on the network",
        "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row",
        Refused("Parser"),
        Refused("cypher_ip_blocklist"),
    ),
)


def _says(fact: Fact) -> str:
    return fact.says


@pytest.mark.parametrize("fact", [*ALIKE, *DIFFERENT], ids=_says)
def test_the_engines_do_as_is_written_down(engine: Engine, fact: Fact) -> None:
    expected = getattr(fact, engine.name)

    if isinstance(expected, Refused):
        with pytest.raises(EngineError, match=re.escape(expected)):
            engine.run(fact.text, fact.params)
    else:
        assert [row[0] for row in engine.run(fact.text, fact.params).rows] == expected


@differs("ladybug", reason="read-only is no sandbox: files of this machine can be read", raises=pytest.fail.Exception)
def test_a_reader_cannot_read_files(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("secret\n", "utf-8")

    with pytest.raises(EngineError):
        engine.run(f"LOAD FROM '{tmp_path}/secret.csv' (header=false) RETURN *")


@differs("ladybug", reason="a file can be written from a read-only graph", raises=AssertionError)
def test_a_reader_cannot_write_files(engine: Engine, tmp_path: Path) -> None:
    text = f"COPY (MATCH (s:State) RETURN s.id) TO '{tmp_path}/out.csv'"

    with suppress(EngineError):
        engine.run(text)

    assert not (tmp_path / "out.csv").exists()


def test_each_difference_is_one() -> None:
    assert all(fact.ladybug != fact.neo4j or type(fact.ladybug) is Refused for fact in DIFFERENT)
    assert all(fact.ladybug == fact.neo4j for fact in ALIKE)
