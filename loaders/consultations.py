"""Capacity consultations, milestones of programmes with States, and a programme's published totals.

To lead a consultation is not to lead the programme under which it was held:
who leads is on the consultation (JOINED) and nowhere else. A strategic partner
is named on its milestone and is never one of those for whom anything was held.
"""

from __future__ import annotations

from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.period import period

RULE = "consultations-1"
"""Name and version of how these rows are read."""

PARTNER_STATE = "strategic_partner"
"""The stage of a milestone whose State helps the programme and is not helped by it."""


def tidy(card: Card) -> Draft:
    """``consultations.csv`` as Consultation, ``milestones.csv`` as Milestone, ``totals.csv`` as Records of programmes.

    Raises
    ------
    SourceError : a date is none, or a file is not what the card says.
    SchemaError : a stage, a relation or an id that the schema does not know.
    """
    draft = Draft(card)
    for row in draft.read("consultations.csv"):
        _node(draft, row, "Consultation", kind="consultation")
        _held_for(draft, row)
        draft.edge("JOINED", row, row["lead_id"], row["id"], role="lead")
    for row in draft.read("milestones.csv"):
        _node(draft, row, "Milestone", kind=row["stage"])
        _with_partner_states(draft, row) if row["stage"] == PARTNER_STATE else _held_for(draft, row)
    for row in draft.read("totals.csv"):
        value = f"{row['measure']}: {row['value']}, as of {row['as_of']}"
        draft.record(row, row["programme_id"], fact="total of States", value=value)
    return draft


def _node(draft: Draft, row: Row, label: str, *, kind: str) -> None:
    """The node itself, the programme it was under, and the bodies named that are partners on record."""
    draft.node(
        label,
        row,
        id=row["id"],
        name=row["name"],
        name_en=row["name"],
        kind=kind,
        stage=row["stage"],
        participants=row.list("participants"),
        **period(row),
    )
    if row["programme_id"]:
        basis = row.get("programme_basis") or None
        draft.edge("UNDER", row, row["id"], row["programme_id"], basis=basis)
    for partner in row.list("partner_ids"):
        draft.edge("JOINED", row, partner, row["id"], role="participant")


def _held_for(draft: Draft, row: Row) -> None:
    """One edge for each State for which it was held."""
    for iso3 in row.list("states"):
        draft.edge("HELD_FOR", row, row["id"], f"state/{iso3}", relation=row["relation"])


def _with_partner_states(draft: Draft, row: Row) -> None:
    """One edge for each State that is a partner of the programme, never its beneficiary."""
    for iso3 in row.list("states"):
        draft.edge("WITH_PARTNER_STATE", row, row["id"], f"state/{iso3}")
