"""``docs/model.md``, made from the schema: ``python -m taazur.graph.docs`` writes it."""

from __future__ import annotations

from pathlib import Path

from taazur.graph.schema import EDGE_COMMON, NODE_COMMON, SCHEMA, Edge, Node, Property
from taazur.graph.vocabulary import VALUES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "model.md"

_PICTURED = ("Resolution", "Provision", "Guideline", "Theme", "Programme", "Partner", "Activity", "Institution", "State",
             "Region", "Need", "Visit", "Consultation", "Milestone", "Record", "Source")  # fmt: skip
"""The labels that the picture shows; the tables below it show all."""


def render() -> str:
    """The whole page as Markdown, ending in a line feed."""
    return "\n".join(
        [
            "# The graph",
            "",
            "Made from `graph/schema.py` by `python -m taazur.graph.docs`; edits here are lost.",
            "",
            "```mermaid",
            "graph LR",
            *_picture(),
            "```",
            "",
            f"{len(SCHEMA.nodes)} kinds of node and {len(SCHEMA.edges)} kinds of edge. An edge is one claim: two sources that",
            "say the same make two edges, and where they differ both are kept.",
            "",
            "## What every node has",
            "",
            *_columns(NODE_COMMON, ""),
            "",
            "## What every edge has",
            "",
            *_columns(EDGE_COMMON, ""),
            "",
            "## Nodes",
            *(line for node in SCHEMA.nodes for line in _node(node)),
            "",
            "## Edges",
            *(line for edge in SCHEMA.edges for line in _edge(edge)),
            "",
        ]
    )


def _picture() -> list[str]:
    """The arrows between the labels that are pictured, each once."""
    return [
        f"  {start} -- {edge.type} --> {end}"
        for edge in SCHEMA.edges
        if not edge.derived and edge.type not in ("DESCRIBES", "CONCERNS")
        for start, end in edge.pairs
        if start in _PICTURED and end in _PICTURED
    ] + ["  Record -- DESCRIBES --> Programme", "  Programme -- CONCERNS --> Theme", "  Need -- CONCERNS --> Theme"]


def _node(node: Node) -> list[str]:
    lines = ["", f"### {node.label}", "", node.help, "", f"Ids begin with `{node.prefix}/`."]
    if f"{node.label}.kind" in VALUES:
        lines += ["", f"Kinds: {_listed(VALUES[f'{node.label}.kind'])}."]
    return lines + (["", *_columns(node.properties, node.label)] if node.properties else [])


def _edge(edge: Edge) -> list[str]:
    starts = " or ".join(sorted({start for start, _ in edge.pairs}))
    ends = " or ".join(sorted({end for _, end in edge.pairs}))
    if len(edge.pairs) > 20:
        ends = "every other kind"
    derived = " Derived: computed by a rule, never stated by a source." if edge.derived else ""
    lines = ["", f"### {edge.type}", "", f"{starts} *{edge.help}* {ends}.{derived}"]
    return lines + (["", *_columns(edge.properties, edge.type)] if edge.properties else [])


def _columns(properties: tuple[Property, ...], kind: str) -> list[str]:
    """A table of columns, with the values a controlled one may hold."""
    rows = ["| column | type | meaning |", "|---|---|---|"]
    for p in properties:
        allowed = VALUES.get(f"{kind}.{p.name}", VALUES.get(p.name, ()))
        meaning = p.help + (f" ({p.unit})" if p.unit else "") + (f". One of {_listed(allowed)}" if allowed else "")
        rows.append(f"| `{p.name}` | {p.type} | {meaning} |")
    return rows


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"`{value}`" for value in values)


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
