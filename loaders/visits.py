"""Visits of the Committee that were announced in public, and the totals that it published of them.

Nobody is counted as having joined a visit but who is named in what was read:
no participant means that none was seen named, not that there was none.
"""

from __future__ import annotations

from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.period import period

RULE = "visits-1"
"""Name and version of how these rows are read."""

INFERRED = "kind inferred: the source does not state it"
"""Basis of a visit whose kind is ours: a screen that shows the kind shows this too."""


def tidy(card: Card) -> Draft:
    """``visits.csv`` as Visit with VISITED and JOINED; ``totals.csv`` as Records that describe CTED.

    Raises
    ------
    SourceError : a date is none, or a file is not what the card says.
    SchemaError : a kind, an id or a grade that the schema does not know.
    """
    draft = Draft(card)
    for row in draft.read("visits.csv"):
        _visit(draft, row)
    for row in draft.read("totals.csv"):
        value = f"{row['visits']} visits to {row['states']} States, as of {row['as_of']}"
        draft.record(row, "partner/cted", fact="total of visits", value=value)
    return draft


def _visit(draft: Draft, row: Row) -> None:
    """One visit: a node, the States it went to, who led it and who is named as having joined."""
    inferred = row["kind"] != "unknown" and not row.flag("kind_verified")
    draft.node(
        "Visit",
        row,
        id=row["id"],
        name=row["name"],
        name_en=row["name"],
        kind=row["kind"],
        kind_verified=row.flag("kind_verified"),
        basis=INFERRED if inferred else None,
        mode=row["mode"],
        on_behalf_of=row["on_behalf_of"],
        read_via=row["read_via"],
        participants=row.list("participants"),
        **period(row),
    )
    for iso3 in row.list("states"):
        draft.edge("VISITED", row, row["id"], f"state/{iso3}")
    draft.edge("JOINED", row, row["lead_id"], row["id"], role="lead")
    for partner in row.list("partner_ids"):
        draft.edge("JOINED", row, partner, row["id"], role="participant")
