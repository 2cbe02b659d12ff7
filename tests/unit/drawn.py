"""Facts drawn in a few lines: nodes as id → values, edges one a line as ``TYPE from to key=value``."""

import hashlib

import pyarrow as pa

from taazur.analysis.facts import facts
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.version import with_hashes

SEEN = {"source": "doc/1", "locator": "row 1", "verified": True, "grade": "seen", "dataset": "drawn"}


def tables_of(nodes, edges):
    """Label or type → Arrow table. An id that only an edge names gets a node without values."""
    rows = {}
    named = dict(nodes)
    for line in filter(str.strip, edges.splitlines()):
        type_, start, end, *said = line.split()
        for id_ in (start, end):
            named.setdefault(id_, {})
        ends = {"from_label": SCHEMA.label_of(start), "from_id": start, "to_label": SCHEMA.label_of(end), "to_id": end}
        values = dict(word.split("=", 1) for word in said)
        id_ = hashlib.sha256(line.encode()).hexdigest()[:12]
        rows.setdefault(type_, []).append({**SEEN, "kind": type_, "id": id_, **ends, **values})
    for id_, values in named.items():
        label = SCHEMA.label_of(id_)
        kind = {"Programme": "programme"}.get(label, label.lower())
        rows.setdefault(label, []).append({**SEEN, "id": id_, "is_a": label, "kind": kind, "name": id_, **values})
    return {kind: with_hashes(kind, pa.Table.from_pylist(r, schema=arrow_schema(kind))) for kind, r in rows.items()}


def drawn(nodes, edges):
    """The facts of the same."""
    return facts(tables_of(nodes, edges))
