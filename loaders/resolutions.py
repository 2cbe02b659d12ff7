"""Resolutions, their operative paragraphs, and what refers to what.

``cited_id`` is how other loaders find the resolution or the paragraph that a
source cites, in whichever form it does.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Any

from taazur.graph.errors import SourceError, did_you_mean
from taazur.loaders.card import SHIPPED, Card, Row
from taazur.loaders.dates import first_day
from taazur.loaders.draft import Draft
from taazur.loaders.themes import theme_ids
from taazur.loaders.words import in_row, look_up

RULE = "resolutions-1"

OWN_READING = "theme assigned by us from the text"

_COUNCIL = re.compile(r"S/RES/(\d+)(?: ?\(\d{4}\))?(?:,? paras?\. ?(.+))?")
_ASSEMBLY = re.compile(r"A/RES/(\d+)/(\d+)")


def tidy(card: Card) -> Draft:
    """The resolutions, provisions and relations of a card."""
    draft = Draft(card)
    resolutions = draft.read("resolutions.csv")
    symbols = {row["resolution"]: row["symbol"] for row in resolutions}
    for row in resolutions:
        _resolution(draft, row)
    symbol_of = partial(look_up, known=symbols, what="resolution", file="resolutions/resolutions.csv")
    for row in draft.read("provisions.csv"):
        _provision(draft, row, in_row(row, symbol_of, row["resolution"]))
    for row in draft.read("relations.csv"):
        _relation(draft, row, f"resolution/{row['subject']}", f"resolution/{row['object']}")
    for row in draft.read("document_relations.csv"):
        _relation(draft, row, row["subject"], row["object"])
    return draft


def cited_id(text: str, paragraph: str = "") -> str:
    """The id of the resolution, or of its paragraph, that a source cites.

    Parameters
    ----------
    text : a symbol with or without the year, and with or without a paragraph.
    paragraph : number of the paragraph, where the source gives it apart from the symbol.

    Raises
    ------
    SourceError : the text is no such symbol, or there is no row for it.

    Examples
    --------
    >>> cited_id("S/RES/2396 (2017), para. 12"), cited_id("S/RES/1540", "3(c)"), cited_id("A/RES/60/288")
    ('provision/2396/12', 'provision/1540/3c', 'resolution/a-60-288')
    """
    id_ = _parse(text.strip(), paragraph)
    if id_ not in _known():
        hint = did_you_mean(id_, _known()) or "Add it to data/sources/resolutions."
        raise SourceError(f'no row for "{text}{", para. " + paragraph if paragraph else ""}"', "", hint)
    return id_


def _parse(text: str, paragraph: str) -> str:
    assembly = _ASSEMBLY.fullmatch(text)
    if assembly:
        return f"resolution/a-{assembly[1]}-{assembly[2]}"
    council = _COUNCIL.fullmatch(text)
    if not council:
        raise SourceError(f'"{text}" is not the symbol of a resolution', "", "Write it as S/RES/2396 or A/RES/60/288.")
    number, part = council[1], re.sub(r"[()\s]", "", paragraph or council[2] or "")
    return f"provision/{number}/{part}" if part else f"resolution/{number}"


@cache
def _known() -> frozenset[str]:
    """The ids of all resolutions and provisions that ship."""
    card = Card.read(SHIPPED / "resolutions")
    resolutions = (f"resolution/{row['resolution']}" for row in card.rows("resolutions.csv"))
    return frozenset([*resolutions, *map(_provision_id, card.rows("provisions.csv"))])


def _provision_id(row: Row) -> str:
    return f"provision/{row['resolution']}/{row['part']}"


def _text(row: Row, *columns: str) -> dict[str, str | None]:
    """Cells as they stand; an empty one is nothing."""
    return {column: row[column] or None for column in columns}


def _resolution(draft: Draft, row: Row) -> None:
    id_ = f"resolution/{row['resolution']}"
    values: dict[str, Any] = _text(row, "symbol", "kind", "agenda_item", "meeting", "tier", "chapter_vii", "url")
    draft.node(
        "Resolution",
        row,
        id=id_,
        name=row["title"] or row["symbol"],
        name_en=row["title"] or None,
        name_verified=row.flag("title_verified"),
        number=int(row["resolution"]) if row["resolution"].isdigit() else None,
        year=int(row["year"]) if row["year"] else None,
        adopted=first_day(row["adopted"]),
        agenda_item_verified=row.flag("agenda_item_verified"),
        cited_only=row.flag("cited_only"),
        **values,
    )
    _concerns(draft, row, id_)


def _provision(draft: Draft, row: Row, symbol: str) -> None:
    id_, resolution = _provision_id(row), f"resolution/{row['resolution']}"
    unknown = f"paragraph number not known ({row['label'] or row['part']})"
    values: dict[str, Any] = _text(row, "paragraph", "summary", "modality", "modality_norm", "verification", "url")
    draft.node(
        "Provision",
        row,
        id=id_,
        name=f"{symbol}, para. {row['paragraph']}" if row["paragraph"] else f"{symbol}, {unknown}",
        symbol=symbol,
        paragraph_verified=row.flag("paragraph_verified"),
        addressees=row.list("addressees"),
        technical_assistance=row.flag("technical_assistance"),
        unverified_detail=row["unverified_detail"] or None,
        **values,
    )
    draft.edge("HAS_PROVISION", row, resolution, id_)
    _concerns(draft, row, id_)


def _concerns(draft: Draft, row: Row, id_: str) -> None:
    for theme in in_row(row, theme_ids, row.list("themes")):
        draft.edge("CONCERNS", row, id_, theme, basis=OWN_READING)


def _relation(draft: Draft, row: Row, subject: str, object_: str) -> None:
    draft.edge("REFERS_TO", row, subject, object_, predicate=row["predicate"])
    draft.record(row, subject, fact=row["predicate"], value=object_)
