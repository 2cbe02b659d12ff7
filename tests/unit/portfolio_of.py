"""A made-up graph for the analysis, written as short lines: ``CONCERNS programme/p theme/t``."""

import hashlib
from collections import defaultdict
from datetime import date

import pyarrow as pa

from taazur.analysis.facts import facts
from taazur.graph.schema import SCHEMA, arrow_schema
from taazur.graph.version import with_hashes

PAGE = "https://example.org/page"
KINDS = {"programme": "programme", "institution": "named"}


def rows_of(lines, **nodes):
    """Tables of the edges in ``lines`` (``TYPE from to [relation|role] [source]``); ``nodes``: id → columns."""
    rows, ids = defaultdict(list), {}
    for line in filter(None, lines.splitlines()):
        type_, start, end, *said = line.split()
        ids |= {start: {}, end: {}}
        columns = {"source": said[1] if len(said) > 1 else PAGE}
        qualifier = {"ASSISTS": "relation", "HELD_FOR": "relation", "TAKES_PART": "role"}.get(type_)
        columns |= {qualifier: said[0]} if qualifier else {}
        ends = {"from_label": SCHEMA.label_of(start), "from_id": start, "to_label": SCHEMA.label_of(end), "to_id": end}
        rows[type_].append({"id": hashlib.sha256(line.encode()).hexdigest()[:12], "kind": type_, **ends, **columns})
    for id_, values in (ids | nodes).items():
        label = SCHEMA.label_of(id_)
        common = {"id": id_, "is_a": label, "kind": KINDS.get(id_.split("/")[0]), "name": id_, "source": PAGE}
        common |= {"counted": True} if label == "Partner" else {}
        rows[label].append(common | values)
    return {kind: with_hashes(kind, pa.Table.from_pylist(r, schema=arrow_schema(kind))) for kind, r in rows.items()}


def facts_of(lines, **nodes):
    """The facts of the same."""
    return facts(rows_of(lines, **nodes))


def period(start, end):
    """The columns of a period with days: ``period("2020-01-01", "2020-12-31")``; ``None`` is not recorded."""
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    precisions = ["day" if day else "unknown" for day in days]
    return dict(zip(("start_date", "end_date", "start_precision", "end_precision"), [*days, *precisions], strict=True))
