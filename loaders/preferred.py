"""Which of several claims is shown first: the published rules, and nothing else.

No claim is dropped: each stays an edge or a Record with its source. A preferred
one only comes first, or fills the one column that a screen has room for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from taazur.loaders.card import Row
from taazur.loaders.dates import precision

_FINEST_FIRST = ("day", "month", "year", "range", "unknown")
DATES = ("start", "end")
"""Fields whose value is a date."""


def preferred_roles(rows: Sequence[Row], pages: Iterable[Row]) -> set[int]:
    """The lines of the rows of ``roles.csv`` that are preferred.

    Parameters
    ----------
    rows : one claim a row: programme, partner, role, source, verified.
    pages : rows whose ``programme`` and ``value`` give the pages of each programme's own.

    Notes
    -----
    To lead or help with a programme and to fund it do not compete: a partner may
    do both. Within each of the two, one claim for each partner of a programme is
    preferred: a verified one before one that is not; then one that was read on a
    page of the programme's own (or below it); then the first in the file, which
    lists what the entities concerned say before what others say of them.
    """
    own: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        own[page["programme"]].append(_address(page["value"]))
    claims: dict[tuple[str, str, bool], list[Row]] = defaultdict(list)
    for row in rows:
        claims[row["programme"], row["partner"], row["role"] == "donor"].append(row)
    return {
        min(said, key=lambda row: (not row.flag("verified"), not _on(row["source"], own[row["programme"]]))).line
        for said in claims.values()
    }


def preferred_facts(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """(programme, field) → the row of ``facts.csv`` that is preferred.

    Notes
    -----
    A verified value before one that is not; of dates, then, the one that says
    more (a day, a month, a year); then the first in the file.
    """
    said: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        said[row["programme"], row["field"]].append(row)
    return {key: min(values, key=_rank) for key, values in said.items()}


def _rank(row: Row) -> tuple[bool, int]:
    fineness = _FINEST_FIRST.index(precision(row["value"])) if row["field"] in DATES else 0
    return not row.flag("verified"), fineness


def _address(url: str) -> str:
    """An address without what does not make it another page: scheme, ``www.`` and the last slash."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def _on(source: str, pages: list[str]) -> bool:
    """Whether a source is one of these pages, or lies below one."""
    return any(re.match(rf"{re.escape(page)}(?![^/?#])", _address(source)) for page in pages)
