import re

import pytest

from taazur.graph.dialect import ladybug_tables, neo4j_constraints, neo4j_merge_edges, neo4j_merge_nodes
from taazur.graph.docs import PAGE, render
from taazur.graph.errors import SchemaError
from taazur.graph.schema import EDGE_COMMON, LANGUAGES, NODE_COMMON, SCHEMA, arrow_schema
from taazur.graph.vocabulary import VALUES, check


def test_each_name_is_declared_once():
    labels = [node.label for node in SCHEMA.nodes]
    prefixes = [node.prefix for node in SCHEMA.nodes]
    types = [edge.type for edge in SCHEMA.edges]

    assert len(set(labels)) == len(labels)
    assert len(set(prefixes)) == len(prefixes)
    assert len(set(types)) == len(types)
    assert not set(labels) & set(types)


@pytest.mark.parametrize(
    "thing", [*SCHEMA.nodes, *SCHEMA.edges], ids=lambda t: getattr(t, "label", getattr(t, "type", ""))
)
def test_columns_are_distinct_and_explained(thing):
    names = [column.name for column in thing.columns]

    assert len(set(names)) == len(names)
    assert all(column.help for column in thing.columns)
    assert thing.help


def test_edges_join_declared_labels():
    labels = {node.label for node in SCHEMA.nodes}

    assert all({start, end} <= labels for edge in SCHEMA.edges for start, end in edge.pairs)


def test_every_node_has_six_names_and_provenance():
    names = {column.name for column in NODE_COMMON}

    assert {f"name_{lang}" for lang in LANGUAGES} <= names
    assert {"kind", "source", "locator", "verified", "basis"} <= names
    assert {"kind", "source", "locator", "verified", "basis"} <= {column.name for column in EDGE_COMMON}


def test_show_names_columns():
    for node in SCHEMA.nodes:
        assert set(node.show) <= {column.name for column in node.columns}, node.label


def test_vocabulary_lists_belong_to_declared_columns():
    everywhere = {c.name for thing in (*SCHEMA.nodes, *SCHEMA.edges) for c in thing.columns}
    for name in VALUES:
        kind, _, column = name.rpartition(".")
        declared = arrow_schema(kind).names if kind else everywhere
        assert column in declared, name


def test_value_outside_its_list_is_refused_with_the_nearest():
    check("TAKES_PART", "role", "lead")
    check("TAKES_PART", "role", None)

    with pytest.raises(SchemaError, match=r'role is "leads".*Did you mean "lead"'):
        check("TAKES_PART", "role", "leads")


def test_unknown_names_offer_the_nearest():
    with pytest.raises(SchemaError, match='Did you mean "Partner"'):
        SCHEMA.node("Partners")
    with pytest.raises(SchemaError, match='no edge "TAKE_PART"'):
        SCHEMA.edge("TAKE_PART")
    with pytest.raises(SchemaError, match='no id prefix "partners"'):
        SCHEMA.label_of("partners/unoct")


def test_label_is_read_off_the_id():
    assert SCHEMA.label_of("assistance-type/training") == "AssistanceType"


def test_both_engines_define_every_kind():
    ladybug = "\n".join(ladybug_tables())
    neo4j = "\n".join(neo4j_constraints())

    for node in SCHEMA.nodes:
        assert f"NODE TABLE {node.label}(" in ladybug
        assert f"(n:{node.label})" in neo4j
    for edge in SCHEMA.edges:
        assert f"REL TABLE {edge.type}(" in ladybug
        assert f"[r:{edge.type}]" in neo4j


def test_writers_set_every_column_and_cast_dates():
    text = neo4j_merge_nodes("Programme")

    assigned = set(re.findall(r"n\.(\w+) =", text))
    assert assigned == {c.name for c in SCHEMA.node("Programme").columns} - {"id"} | {"row_hash"}
    assert "n.start_date = date(row.start_date)" in text
    assert "MATCH (a:Partner {id: row.from_id})" in neo4j_merge_edges("TAKES_PART", "Partner", "Programme")


def test_the_model_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == render(), "run python -m taazur.graph.docs"
