"""States, areas and regions.

A State lies in one region of M49 (the most specific; regions lie in each other)
and, with the confidence on record, in one sub-region of CTED's surveys. An area
lies in none: it must not enter any total of States.

``region_id`` is how other loaders find a region by the word that a source uses.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from taazur.loaders.card import SHIPPED, Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.words import look_up, names

RULE = "states-1"


def tidy(card: Card) -> Draft:
    """The States, areas and regions of a card, and what lies where."""
    draft = Draft(card)
    for row in draft.read("regions.csv"):
        _region(draft, row)
    cted = draft.read("cted_subregions.csv")
    confidence = {row["iso3"]: row["confidence"] for row in cted}
    for row in draft.read("states.csv"):
        _state(draft, row, confidence.get(row["iso3"]))
    for row in cted:
        _cted(draft, row)
    for row in draft.read("areas.csv"):
        _area(draft, row)
    return draft


def region_id(word: str) -> str:
    """The id of the region that a word names, as in ``region/m49-143`` for "Central Asia".

    A word names a region where it is, but for case, one of its English names or
    aliases. The regions of CTED's surveys are never meant: no source uses their
    names in that sense.

    Raises
    ------
    SourceError : no region has that name.

    Examples
    --------
    >>> region_id("worldwide"), region_id("MENA")
    ('region/world', 'region/middle-east-and-north-africa')
    """
    return look_up(word, _regions(), "region", "states/regions.csv")


@cache
def _regions() -> dict[str, str]:
    """Name or alias, without case → id, for all regions but those of CTED's surveys."""
    rows = [row for row in Card.read(SHIPPED / "states").rows("regions.csv") if not row["kind"].startswith("cted")]
    return {
        name.casefold(): f"region/{row['region']}" for row in rows for name in (row["name_en"], *row.list("aliases"))
    }


def _region(draft: Draft, row: Row) -> None:
    id_ = f"region/{row['region']}"
    draft.node(
        "Region", row, id=id_, kind=row["kind"], m49=row["m49"] or None, aliases=row.list("aliases"), **names(row)
    )
    if row["within"]:
        draft.edge("IN_REGION", row, id_, f"region/{row['within']}")


def _state(draft: Draft, row: Row, confidence: str | None) -> None:
    id_ = f"state/{row['iso3']}"
    flags: dict[str, Any] = {flag: row.flag(flag) for flag in ("ldc", "lldc", "sids")}
    draft.node(
        "State",
        row,
        id=id_,
        kind=row["kind"],
        **names(row),
        aliases=row.list("short_name"),
        **{code: row[code] for code in ("iso2", "iso3", "m49")},
        member_since=int(row["member_since"]) if row["member_since"] else None,
        cted_confidence=confidence,
        **flags,
    )
    draft.edge("IN_REGION", row, id_, f"region/{row['region']}")


def _cted(draft: Draft, row: Row) -> None:
    state, region = f"state/{row['iso3']}", f"region/{row['region']}"
    draft.edge("IN_REGION", row, state, region, note=f"confidence: {row['confidence']}")
    draft.record(row, state, fact="cted_subregion", value=row["region"])


def _area(draft: Draft, row: Row) -> None:
    footnotes = {column: row[column] or None for column in ("footnote_en", "footnote_ar")}
    draft.node(
        "Area",
        row,
        id=f"area/{row['area']}",
        kind=row["kind"],
        codes=row.list("codes"),
        **names(row),
        **footnotes,
    )
