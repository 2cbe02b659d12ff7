"""The only place where the two engines differ in text.

All text here is made from ``SCHEMA``; no value of a row ever enters it.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from taazur.graph.schema import LANGUAGES, ROW_HASH, SCHEMA, Edge, Node, Property

BUILD = "Build"
"""Label of the one node that says whether the graph is whole. It is not part of the data."""

MARKER = ("state", "data_version", "audience", "as_at", "counts")
"""What that node carries, all as text."""


def ladybug_tables() -> list[str]:
    """The statements that declare every node and edge kind on Ladybug."""
    marker = ", ".join(f"{name} STRING" for name in MARKER)
    build = f"CREATE NODE TABLE {BUILD}(id STRING PRIMARY KEY, {marker})"
    return [build, *map(_ladybug_node, SCHEMA.nodes), *map(_ladybug_edge, SCHEMA.edges)]


def _ladybug_node(node: Node) -> str:
    return f"CREATE NODE TABLE {node.label}({_declared((*node.columns, ROW_HASH))}, PRIMARY KEY (id))"


def _ladybug_edge(edge: Edge) -> str:
    pairs = ", ".join(f"FROM {a} TO {b}" for a, b in edge.pairs)
    return f"CREATE REL TABLE {edge.type}({pairs}, {_declared((*edge.columns, ROW_HASH))})"


def _declared(columns: tuple[Property, ...]) -> str:
    return ", ".join(f"{column.name} {column.type}" for column in columns)


def neo4j_constraints() -> list[str]:
    """The statements that make ids unique on Neo4j, and edges findable by theirs."""
    nodes = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (BUILD, *(node.label for node in SCHEMA.nodes))
    ]
    edges = [
        f"CREATE INDEX {edge.type.lower()}_id IF NOT EXISTS FOR ()-[r:{edge.type}]-() ON (r.id)"
        for edge in SCHEMA.edges
    ]
    return nodes + edges


def neo4j_merge_nodes(label: str) -> str:
    """Adds or replaces the nodes of ``$rows`` (maps keyed by column)."""
    node = SCHEMA.node(label)
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET {_set('n', node.columns)}"


def neo4j_merge_edges(type_: str, from_label: str, to_label: str) -> str:
    """Adds or replaces the edges of ``$rows`` (maps keyed by column, with ``from_id`` and ``to_id``)."""
    edge = SCHEMA.edge(type_)
    return (
        f"UNWIND $rows AS row MATCH (a:{from_label} {{id: row.from_id}}) MATCH (b:{to_label} {{id: row.to_id}}) "
        f"MERGE (a)-[r:{type_} {{id: row.id}}]->(b) SET {_set('r', edge.columns)}"
    )


def _set(name: str, columns: tuple[Property, ...]) -> str:
    """Assignments with the casts that the schema asks for. A date travels as ISO text."""
    casts = {"DATE": "date(row.{0})"}
    return ", ".join(
        f"{name}.{column.name} = {casts.get(column.type, 'row.{0}').format(column.name)}"
        for column in (*columns, ROW_HASH)
        if column.name != "id"
    )


def neo4j_delete_nodes(label: str) -> str:
    """Removes the nodes whose ids are in ``$rows``, with their edges."""
    return f"UNWIND $rows AS wanted MATCH (n:{label} {{id: wanted}}) DETACH DELETE n"


def neo4j_delete_edges(type_: str) -> str:
    """Removes the edges whose ids are in ``$rows``."""
    return f"UNWIND $rows AS wanted MATCH ()-[r:{type_} {{id: wanted}}]->() DELETE r"


NEO4J_NODE_HASHES = f"MATCH (n) WHERE n.{ROW_HASH.name} IS NOT NULL RETURN labels(n)[0], n.id, n.{ROW_HASH.name}"
"""Label, id and hash of every node."""

NEO4J_EDGE_HASHES = f"MATCH ()-[r]->() WHERE r.{ROW_HASH.name} IS NOT NULL RETURN type(r), r.id, r.{ROW_HASH.name}"
"""Type, id and hash of every edge."""


def read_nodes(label: str) -> str:
    """All nodes of a label, in schema order, for reading a graph back."""
    columns = (*SCHEMA.node(label).columns, ROW_HASH)
    return f"MATCH (n:{label}) RETURN " + ", ".join(f"n.{column.name} AS {column.name}" for column in columns)


def read_edges(type_: str) -> list[str]:
    """One statement for each starting label: all edges of a type with their end points, for reading a graph back."""
    edge = SCHEMA.edge(type_)
    columns = ", ".join(f"r.{column.name} AS {column.name}" for column in (*edge.columns, ROW_HASH))
    starts = [start for start, _ in groupby(sorted(edge.pairs), itemgetter(0))]
    return [
        f"MATCH (a:{start})-[r:{type_}]->(b) "
        f"RETURN a.is_a AS from_label, a.id AS from_id, b.is_a AS to_label, b.id AS to_id, {columns}"
        for start in starts
    ]


def count_nodes(label: str) -> str:
    """How many nodes of a label there are."""
    return f"MATCH (n:{label}) RETURN count(n) AS n"


def count_edges(type_: str) -> str:
    """How many edges of a type there are."""
    return f"MATCH ()-[r:{type_}]->() RETURN count(r) AS n"


NAMED = (
    "State",
    "Programme",
    "Partner",
    "Resolution",
    "Theme",
    "Provision",
    "Area",
    "Region",
    "AssistanceType",
    "Guideline",
    "Institution",
    "Need",
)
"""Labels that can be found by name, in the order in which equal matches are shown."""

_NAMES = ("acronym", "aliases", "symbol", "iso2", "iso3", "codes")


def read_names(label: str) -> str:
    """The names, acronyms, aliases and codes of all nodes of a label."""
    declared = [p.name for p in SCHEMA.node(label).columns]
    columns = ["id", "kind", "name", *(f"name_{lang}" for lang in LANGUAGES), *(n for n in _NAMES if n in declared)]
    return f"MATCH (n:{label}) RETURN " + ", ".join(f"n.{column} AS {column}" for column in columns)


def names_of(label: str) -> str:
    """The names, in every language, of the nodes of a label whose ids are in ``$ids``."""
    return f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN {_shown()}"


def choices_of(label: str) -> str:
    """The id and the names of every node of a label, by id."""
    return f"MATCH (n:{label}) RETURN {_shown()} ORDER BY id"


def _shown() -> str:
    return ", ".join(f"n.{column} AS {column}" for column in ("id", "name", *(f"name_{lang}" for lang in LANGUAGES)))
