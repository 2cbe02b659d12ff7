"""The rows of a graph that stands, as tables: for what is asked of it long after it was made."""

from __future__ import annotations

import pyarrow as pa

from taazur.analysis.edges import READ
from taazur.graph.dialect import read_edges, read_nodes
from taazur.graph.engine import Engine
from taazur.graph.schema import ROW_HASH, arrow_schema

NODES = (
    *(
        "Programme",
        "Activity",
        "Milestone",
        "Consultation",
        "Institution",
        "Partner",
        "AssistanceType",
        "State",
        "Area",
    ),
    *("Region", "Theme", "Need", "Resolution", "Provision", "Step", "Indicator"),
)
"""The labels that the analysis reads."""


def tables_of(engine: Engine) -> dict[str, pa.Table]:
    """Label or type → rows, of all that the analysis reads; what is not in the graph has no rows."""
    texts = {**{label: [read_nodes(label)] for label in NODES}, **{type_: read_edges(type_) for type_ in _EDGES}}
    return {kind: _table(engine, kind, text) for kind, text in texts.items()}


_EDGES = (*READ, "MEETS", "MEASURED_BY")


def _table(engine: Engine, kind: str, texts: list[str]) -> pa.Table:
    schema = arrow_schema(kind).append(pa.field(ROW_HASH.name, pa.string()))
    rows = [record for text in texts for record in engine.run(text).records()]
    return pa.Table.from_pylist(rows, schema=schema)
