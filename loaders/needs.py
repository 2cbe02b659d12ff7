"""Needs, and beside them what must never be taken for one.

Four files, four fates: needs, references (ratings and items of action plans),
participations (a State in a programme), and rows that are refused with the
reason that stands in them. Only a Need may enter a gap, an age, a share or a match.

A need of an area stays with the area: that a note names States does not make it
the need of each of them. The institution that a need names is kept in its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from taazur.graph.errors import SourceError
from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.period import observed
from taazur.loaders.resolutions import cited_id
from taazur.loaders.states import region_id
from taazur.loaders.themes import assistance_type_id, theme_ids

Word = TypeVar("Word")
Id = TypeVar("Id")

RULE = "needs-1"
"""Name and version of how these rows are read."""


def tidy(card: Card) -> Draft:
    """``needs.csv`` as Need, ``references.csv`` as Reference, ``participations.csv`` as Participation.

    The rows of ``not_loaded.csv`` are rejected, each with its own reason.

    Raises
    ------
    SourceError : a date is none, or a region, a theme word or a resolution is not known.
    SchemaError : a kind, an id or a grade that the schema does not know.
    """
    draft = Draft(card)
    for row in draft.read("needs.csv"):
        _need(draft, row)
    for row in draft.read("references.csv"):
        ratings = row.list("ratings")
        _node(draft, row, "Reference", row["finding"], priority=row["priority"], ratings=ratings)
    for row in draft.read("participations.csv"):
        _node(draft, row, "Participation", row["objective"], area=row["area"])
    for row in draft.read("not_loaded.csv"):
        draft.reject(row, row["reason"] or "no reason is given")
    return draft


def _need(draft: Draft, row: Row) -> None:
    """One need: what all three labels have, what it seeks, and the resolution that it is needed under."""
    own = {column: row[column] for column in ("area", "priority", "symbol", "institution")}
    _node(draft, row, "Need", row["need"], **own)
    if row["assistance_type"]:
        draft.edge("SEEKS", row, row["id"], _found(row, assistance_type_id, row["assistance_type"]))
    if row["resolution"]:
        draft.edge("NEEDED_UNDER", row, row["id"], _found(row, cited_id, row["resolution"]))


def _node(draft: Draft, row: Row, label: str, text: str, **own: Any) -> None:
    """What needs, references and participations have in common: the node, its themes and whose it is."""
    words = row.list("theme_words")
    draft.node(
        label,
        row,
        id=row["id"],
        name=text,
        name_en=text,
        kind=row["kind"],
        level=row["level"],
        status=row["status"],
        provenance=row["provenance"],
        theme_words=words,
        **observed(row),
        **own,
    )
    for theme in _found(row, theme_ids, words):
        draft.edge("CONCERNS", row, row["id"], theme)
    draft.edge("NEED_OF", row, row["id"], _whose(row))


def _whose(row: Row) -> str:
    """The id of the State, the organisation or the region whose it is."""
    if row["iso3"]:
        return f"state/{row['iso3']}"
    if row.get("partner_id"):
        return row["partner_id"]
    return _found(row, region_id, row["area"])


def _found(row: Row, ids: Callable[[Word], Id], word: Word) -> Id:
    """What a word stands for; where it is not known, the error says in which row."""
    try:
        return ids(word)
    except SourceError as error:
        raise SourceError(error.found, row.where, error.do) from error
