"""Guiding principles: the documents that hold them, the principles, and topics without a number.

A principle that nobody has read is blank, and stays so. None of them binds.
"""

from __future__ import annotations

from functools import partial

from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.resolutions import OWN_READING, cited_id
from taazur.loaders.themes import theme_ids
from taazur.loaders.words import in_row, look_up

RULE = "guidelines-1"


def tidy(card: Card) -> Draft:
    """The documents, principles and topics of a card, and what they give guidance for."""
    draft = Draft(card)
    documents = draft.read("documents.csv")
    for row in documents:
        _document(draft, row)
    symbols = {row["guideline"]: row["symbol"] for row in documents}
    symbol_of = partial(look_up, known=symbols, what="document", file="guidelines/documents.csv")
    for row in draft.read("principles.csv"):
        _principle(draft, row, in_row(row, symbol_of, row["document"]))
    for row in draft.read("topics.csv"):
        _topic(draft, row, in_row(row, symbol_of, row["document"]))
    return draft


def _document(draft: Draft, row: Row) -> None:
    draft.node(
        "Guideline",
        row,
        id=f"guideline/{row['guideline']}",
        kind="document",
        name=row["title"],
        name_en=row["title"],
        symbol=row["symbol"] or None,
        url=row["url"] or None,
    )


def _principle(draft: Draft, row: Row, symbol: str) -> None:
    name = f"Guiding principle {row['number']} ({symbol})"
    draft.node(
        "Guideline",
        row,
        id=f"guideline/{row['guideline']}",
        kind="principle",
        name=name,
        name_en=name,
        symbol=symbol,
        number=int(row["number"]),
        section=row["section"] or None,
        summary=row["summary"] or None,
        confidence=row["confidence"] or None,
        url=row["url"] or None,
    )
    for cited in row.list("implements"):
        draft.edge("GUIDES", row, f"guideline/{row['guideline']}", in_row(row, cited_id, cited))
    _links(draft, row)


def _topic(draft: Draft, row: Row, symbol: str) -> None:
    draft.node(
        "Guideline",
        row,
        id=f"guideline/{row['guideline']}",
        kind="topic",
        name=row["topic"],
        name_en=row["topic"],
        symbol=symbol,
        section=row["section"] or None,
        summary=row["topic"],
    )
    _links(draft, row)


def _links(draft: Draft, row: Row) -> None:
    id_ = f"guideline/{row['guideline']}"
    draft.edge("PART_OF", row, id_, f"guideline/{row['document']}")
    for theme in in_row(row, theme_ids, row.list("themes")):
        draft.edge("CONCERNS", row, id_, theme, basis=OWN_READING)
