"""Activities: one delivery on record a row (what, for which State, when, with which institution).

A State that hosts, funds or teaches is a partner State, never one that the
activity was held for. Where the page does not name the programme, the link to it
is inferred: it says so in ``basis`` and is not verified.

An institution is written once for each State, in ``institutions.csv``. Kind
*named* may support a possible duplication; *type*, where only its type is on
record, never does.
"""

from __future__ import annotations

from taazur.graph.errors import SourceError
from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.period import period
from taazur.loaders.themes import assistance_type_id, theme_ids

RULE = "activities-1"
"""Name and version of how these rows are read."""

PARTNER_STATE = "of a State that hosted, funded or taught: not assisted"


def tidy(card: Card) -> Draft:
    """``institutions.csv`` as Institution, ``activities.csv`` as Activity with all that it was held for and with.

    Raises
    ------
    SourceError : a date is none, a theme word or a kind of assistance is not known,
        or an institution is not one of the State of its activity.
    SchemaError : a relation, a kind or an id that the schema does not know.
    """
    draft = Draft(card)
    for row in draft.read("institutions.csv"):
        name = row["name"]
        draft.node("Institution", row, id=row["id"], name=name, name_en=name, kind=row["kind"])
        draft.edge("LOCATED_IN", row, row["id"], row["place"])
    for row in draft.read("activities.csv"):
        _activity(draft, row)
    return draft


def _activity(draft: Draft, row: Row) -> None:
    id_, words = row["id"], row.list("theme_words")
    draft.node("Activity", row, id=id_, name=row["activity"], name_en=row["activity"], theme_words=words, **period(row))
    _programme(draft, row)
    partner_state = row["relation"] == "partner-State"
    if partner_state:
        draft.edge("WITH_PARTNER_STATE", row, id_, row["place"])
    else:
        draft.edge("HELD_FOR", row, id_, row["place"], relation=row["relation"])
    for theme in theme_ids(words):
        draft.edge("CONCERNS", row, id_, theme)
    for word in row.list("assistance_types"):
        draft.edge("PROVIDES", row, id_, assistance_type_id(word))
    for institution in row.list("institutions"):
        _same_state(row, institution)
        draft.edge("WITH_INSTITUTION", row, id_, institution, basis=PARTNER_STATE if partner_state else None)


def _programme(draft: Draft, row: Row) -> None:
    """The programme of an activity, not verified where the page does not name it."""
    basis = row["programme_basis"]
    if basis.startswith("inferred"):
        draft.edge("UNDER", row, row["id"], row["programme"], basis=basis, verified=False, grade="unverified")
    else:
        draft.edge("UNDER", row, row["id"], row["programme"], basis=basis)


def _same_state(row: Row, institution: str) -> None:
    """An institution of another State than the row's is a slip of the pen, or a wrong claim about a State."""
    if institution.split("/")[1:2] != row["place"].split("/")[1:2]:
        found = f'institution "{institution}" is not one of {row["place"]}'
        raise SourceError(found, row.where, "Correct the one or the other; they must be of one State.")
