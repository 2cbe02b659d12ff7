"""An answer to take away: the columns as the question names them, with where it comes from."""

from __future__ import annotations

import csv
import json
from io import StringIO

from taazur.graph.table import Value
from taazur.queries.names import Answer

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that starts so for a formula."""


def as_csv(answer: Answer) -> bytes:
    """UTF-8 with a mark that spreadsheets need, one header line, lists separated by `` | ``; no cell is a formula."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    writer.writerows([_cell(value) for value in row] for row in answer.rows)
    return out.getvalue().encode("utf-8-sig")


def as_json(answer: Answer) -> bytes:
    """A list of objects keyed by column, dates in ISO form."""
    return json.dumps(answer.records(), ensure_ascii=False, indent=1, default=str).encode()


def _cell(value: Value) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, (int, float)):
        return "" if value is None else value
    text = " | ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
