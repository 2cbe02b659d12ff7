"""The dates of a row, with the row named where one of them is no date."""

from __future__ import annotations

from datetime import date
from typing import Any

from taazur.graph.errors import SourceError
from taazur.loaders.card import Row
from taazur.loaders.dates import first_day, last_day, precision


def period(row: Row) -> dict[str, Any]:
    """The columns ``start_date`` … ``end_precision`` of a row's cells ``start`` and ``end``.

    A range in both cells (``2018/2023``) says that the day lies somewhere in it,
    not that it lasted that long.

    Raises
    ------
    SourceError : a cell is no date, or the end lies before the start.
    """
    start, end = _day(row, "start", last=False), _day(row, "end", last=True)
    if start and end and end < start:
        raise SourceError(f"the end, {row['end']}, lies before the start, {row['start']}", row.where, "Correct one.")
    return {
        "start_date": start,
        "start_precision": precision(row["start"]),
        "end_date": end,
        "end_precision": precision(row["end"]),
    }


def observed(row: Row) -> dict[str, Any]:
    """The columns ``observed`` and ``observed_precision`` of a row's cell ``date``; ``SourceError`` where it is none."""
    return {"observed": _day(row, "date", last=False), "observed_precision": precision(row["date"])}


def _day(row: Row, column: str, *, last: bool) -> date | None:
    """First or last possible day of a cell; the error says which row."""
    try:
        return last_day(row[column]) if last else first_day(row[column])
    except SourceError as error:
        raise SourceError(error.found, f"{row.where}, {column}", error.do) from error
