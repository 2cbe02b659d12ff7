"""The checker lets every question pass, and refuses each form on which the engines differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from taazur.graph.errors import QueryError
from taazur.queries import header
from taazur.queries.catalogue import catalogue
from taazur.queries.checker import check, faults

FINE = "MATCH (p:Partner {id: $id})-[r:TAKES_PART]->(g:Programme) RETURN g.id AS id ORDER BY id"

REFUSED = {
    "type(": "MATCH (a)-[r]->(b) RETURN type(r) AS t ORDER BY t",
    "labels(": "MATCH (a) RETURN labels(a) AS t ORDER BY t",
    "label(": "MATCH (a)-[r]->(b) RETURN label(r) AS t ORDER BY t",
    "properties(": "MATCH (a:Partner) RETURN properties(a) AS t ORDER BY t",
    "keys(": "MATCH (a:Partner) RETURN keys(a) AS t ORDER BY t",
    "nodes(": "MATCH p = (a:Partner)-[r:PART_OF*1..2]->(b) RETURN nodes(p) AS t ORDER BY t",
    "id(": "MATCH (a:Partner) RETURN id(a) AS t ORDER BY t",
    "elementId(": "MATCH (a:Partner) RETURN elementId(a) AS t ORDER BY t",
    "reduce(": "MATCH (a:Partner) RETURN reduce(s = 0, x IN [1] | s + x) AS t ORDER BY t",
    "split(": "MATCH (a:Partner) RETURN split(a.id, '/') AS t ORDER BY t",
    "toInteger(": "MATCH (a:Partner) RETURN toInteger(a.id) AS t ORDER BY t",
    "timestamp(": "MATCH (a:Partner) RETURN timestamp() AS t ORDER BY t",
    "randomUUID(": "MATCH (a:Partner) RETURN randomUUID() AS t ORDER BY t",
    "size(": "MATCH (a:Partner) RETURN size(a.aliases) AS t ORDER BY t",
    "sum(": "MATCH (a:State) RETURN sum(DISTINCT a.member_since) AS t ORDER BY t",
    "coll(": "MATCH (a:State) RETURN apoc.coll(a.id) AS t ORDER BY t",
    "shortestPath(": "MATCH p = shortestPath((a:Partner)-[r:PART_OF*1..4]->(b)) RETURN a.id AS t ORDER BY t",
    "SHORTEST": "MATCH p = (a:Partner)-[r:PART_OF* SHORTEST 1..4]->(b) RETURN a.id AS t ORDER BY t",
    "list comprehension": "MATCH (a:Partner) RETURN [x IN a.aliases WHERE x <> ''] AS t ORDER BY t",
    "map projection": "MATCH (a:Partner) RETURN a {.id} AS t ORDER BY t",
    "+=": "MATCH (a:Partner) SET a += {id: ''} RETURN a.id AS t ORDER BY t",
    "=~": "MATCH (a:Partner) WHERE a.name =~ '.*' RETURN a.id AS t ORDER BY t",
    "column of a column": "MATCH (a:Programme) RETURN a.start_date.year AS t ORDER BY t",
    "IS NULL": "MATCH (a:Partner) WHERE $q IS NULL OR a.id = $q RETURN a.id AS t ORDER BY t",
    "CALL": "MATCH (a:Partner) CALL { MATCH (b:Partner) RETURN b } RETURN a.id AS t ORDER BY t",
    "two labels": "MATCH (a:Partner:Programme) RETURN a.id AS t ORDER BY t",
    "&": "MATCH (a:Partner&Programme) RETURN a.id AS t ORDER BY t",
    "-- in a pattern": "MATCH (a:Partner)--(b:Partner) RETURN a.id AS t ORDER BY t",
    "another length": "MATCH (a:Theme)-[:BROADER*1..5]->(b:Theme) RETURN DISTINCT b.id AS t ORDER BY t",
    "comes twice": "MATCH (a:Partner)-[r:TAKES_PART]->(p)<-[q:TAKES_PART]-(b) RETURN b.id AS t ORDER BY t",
    "without DISTINCT": "MATCH (a:Partner) RETURN count(a) AS t ORDER BY t",
    "collect() without": "MATCH (a:Partner) RETURN collect(a.id) AS t ORDER BY t",
    "COUNT {": "MATCH (a:Partner) RETURN COUNT { (a)-[:TAKES_PART]->() } AS t ORDER BY t",
    "without ORDER BY": "MATCH (a:Partner) RETURN a.id AS t",
    "without LIMIT": "MATCH (a:Partner) WITH a ORDER BY a.id RETURN a.id AS t ORDER BY t",
    "ORDER BY in a UNION": "MATCH (a:Partner) RETURN a.id AS t UNION MATCH (b:State) RETURN b.id AS t ORDER BY t",
    "RETURN DISTINCT in a UNION": "MATCH (a:Area) RETURN DISTINCT a.id AS t UNION MATCH (b:State) RETURN DISTINCT b.id AS t",
    "alias": "MATCH (a:Partner) RETURN a.id AS group ORDER BY a.id",
    **{
        word: f"MATCH (a:Partner) {text} RETURN a.id AS t ORDER BY t"
        for word, text in {
            "CREATE": "CREATE (b:Partner {id: ''})",
            "MERGE": "MERGE (b:Partner {id: ''})",
            "SET": "SET a.name = ''",
            "DELETE": "DETACH DELETE a",
            "REMOVE": "REMOVE a.name",
            "FOREACH": "FOREACH (x IN [1] | CREATE (:Partner))",
        }.items()
    },
    **{
        word: f"{text} RETURN 1 AS t ORDER BY t"
        for word, text in {
            "LOAD": "LOAD FROM '/etc/passwd'",
            "COPY": "COPY (MATCH (a:Partner) RETURN a.id) TO 'x.csv'",
            "EXPORT": "EXPORT DATABASE 'x'",
            "ATTACH": "ATTACH 'x' AS y",
            "INSTALL": "INSTALL httpfs",
            "DROP": "DROP TABLE Partner",
        }.items()
    },
}


@pytest.mark.parametrize("name", sorted(name for name, query in catalogue().items() if query.text))
def test_every_question_is_in_the_common_subset(name: str) -> None:
    check(catalogue()[name])


def test_a_fine_text_has_no_fault() -> None:
    assert not list(faults(FINE))


@pytest.mark.parametrize("form", REFUSED)
def test_a_form_that_differs_is_refused(form: str) -> None:
    found = [what for _, what, _ in faults(REFUSED[form])]

    assert any(form in what for what in found), found


@pytest.mark.parametrize("form", REFUSED)
def test_every_refusal_says_what_to_do(form: str) -> None:
    assert all(line > 0 and do.endswith(".") for line, _, do in faults(REFUSED[form]))


@pytest.mark.parametrize(
    "wrapped", ["// {0}\n", "/* {0} */ ", "MATCH (a:Partner {{name: '{0}'}}) ", "MATCH (a:`{0}`) "]
)
def test_comments_strings_and_quoted_names_are_not_cypher(wrapped: str) -> None:
    text = wrapped.format("CREATE labels(n) COUNT { SET") + FINE

    assert not list(faults(text))


def test_lower_case_is_refused_too() -> None:
    assert [what for _, what, _ in faults("load from '/etc/passwd' return 1 as t order by t")]


def test_the_line_is_told() -> None:
    assert [line for line, _, _ in faults("MATCH (a:Partner)\nRETURN labels(a) AS t\nORDER BY t")] == [2]


HEAD = """// title = "T"
// question = "Q?"
// why = "W"
// users = ["analyst"]
// [params]
// partner = { default = "partner/cted", of = "Partner", help = "p" }
// [columns]
// programme = { is = "Programme.id" }
// partner = { is = "Partner.id" }
"""


def _check(tmp_path: Path, text: str) -> None:
    path = tmp_path / "made-up.cypher"
    path.write_text(HEAD + text, "utf-8")
    check(header.read(path))


def test_the_order_must_name_every_id(tmp_path: Path) -> None:
    start = "MATCH (o:Partner {id: $partner})-[:TAKES_PART]->(p:Programme) RETURN p.id AS programme, o.id AS partner ORDER BY "

    _check(tmp_path, start + "programme, partner")
    with pytest.raises(QueryError, match="the order leaves out partner"):
        _check(tmp_path, start + "programme")


def test_the_id_of_the_claim_orders_alone(tmp_path: Path) -> None:
    head = HEAD + '// claim = { is = "TAKES_PART.id" }\n'
    path = tmp_path / "made-up.cypher"
    path.write_text(
        head + "MATCH (o:Partner {id: $partner})-[r:TAKES_PART]->(p:Programme) "
        "RETURN p.id AS programme, o.id AS partner, r.id AS claim ORDER BY claim", "utf-8",
    )  # fmt: skip

    check(header.read(path))


def test_an_id_that_is_given_must_be_where_a_match_starts(tmp_path: Path) -> None:
    text = "MATCH (o:Partner)-[:TAKES_PART]->(p:Programme) WHERE o.id = $partner RETURN p.id AS programme, o.id AS partner ORDER BY programme, partner"

    with pytest.raises(QueryError, match=r"\$partner is not what a MATCH starts from"):
        _check(tmp_path, text)
