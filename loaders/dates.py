"""Dates as sources give them: a day, a month, a year or a range, never made more precise than they are."""

from __future__ import annotations

import calendar
import re
from datetime import date

from taazur.graph.errors import SourceError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
EARLIEST, LATEST = 1945, 2100
"""Years outside these are typing errors: the United Nations did not exist before the first."""


def first_day(text: str) -> date | None:
    """The first possible day of ``2020``, ``2020-06``, ``2020-06-02`` or ``2016/2021``; ``None`` for "".

    Raises
    ------
    SourceError : the text is not such a date, or the year is impossible.
    """
    return _part(text.split("/")[0], last=False) if text else None


def last_day(text: str) -> date | None:
    """The last possible day of the same; of a range, the last day of its end."""
    return _part(text.split("/")[-1], last=True) if text else None


def precision(text: str) -> str:
    """``day``, ``month``, ``year``, ``range`` or, for "", ``unknown``."""
    if not text:
        return "unknown"
    return "range" if "/" in text else ("year", "month", "day")[text.count("-")]


def _part(text: str, *, last: bool) -> date:
    match = _DATE.fullmatch(text.strip())
    year, month, day = (int(part) if part else None for part in match.groups()) if match else (None, None, None)
    if year is None or not EARLIEST <= year <= LATEST:
        raise SourceError(
            f'"{text}" is not a date', "", "Write YYYY, YYYY-MM, YYYY-MM-DD, or two of them with a slash."
        )
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise SourceError(f'"{text}" is not a day of the calendar', "", "Correct the month or the day.") from error
