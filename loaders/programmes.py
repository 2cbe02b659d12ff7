"""Programmes: who takes part, where, under which mandate, and single facts with their own source.

A row of ``roles.csv``, ``places.csv`` and ``mandates.csv`` is one claim and one
edge; where sources differ, all stay and ``taazur.loaders.preferred`` says which
comes first. A row of ``facts.csv`` is one Record; the preferred one fills the
programme's column.

A region is where assistance is *offered*; a worldwide programme that lists no
State is available on request, and where it is present is not known. A partner
State hosts, funds or teaches: it is never assisted.

That CTED leads the capacity consultations under a programme is not a role in the
programme: it is in ``data/sources/consultations``, never in ``roles.csv``.
"""

from __future__ import annotations

import re
from typing import Any

from taazur.graph.errors import SourceError
from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.period import period
from taazur.loaders.preferred import DATES, preferred_facts, preferred_roles
from taazur.loaders.states import region_id
from taazur.loaders.themes import assistance_type_id, theme_ids

RULE = "programmes-1"
"""Name and version of how these rows are read, the rules of ``taazur.loaders.preferred`` included."""

COLUMNS = ("budget", "status", "homepage", "how_to_request", "cost_to_state", "languages", "contact_office")
"""Fields of ``facts.csv`` that fill the column of their name; ``start`` and ``end`` fill two each, others none."""

ON_REQUEST = "available on request; no list of States was seen: where it is present is not known"


def tidy(card: Card) -> Draft:
    """The files of the card as Programme, TAKES_PART, ASSISTS, WITH_PARTNER_STATE, IMPLEMENTS and Records.

    Raises
    ------
    SourceError : a date is none, a region, a theme word or a kind of assistance is not known,
        or a place is neither a State (an area) nor a region.
    SchemaError : a kind, a role, a relation or an id that the schema does not know.
    """
    draft = Draft(card)
    facts, sources = draft.read("facts.csv"), draft.read("sources.csv")
    best = preferred_facts(facts)
    for row in draft.read("programmes.csv"):
        _programme(draft, row, best, [of["source"] for of in sources if of["programme"] == row["id"]])
    for row in sources:
        draft.record(row, row["programme"], fact="source", value=row["source"])
    for row in facts:
        draft.record(row, row["programme"], fact=row["field"], value=row["value"])
    _roles(draft, [row for row in facts if row["field"] == "homepage"])
    _places(draft)
    for row in draft.read("mandates.csv"):
        _mandate(draft, row)
    return draft


def _programme(draft: Draft, row: Row, best: dict[tuple[str, str], Row], sources: list[str]) -> None:
    words = row.list("theme_words")
    draft.node(
        "Programme",
        row,
        id=row["id"],
        name=row["name"],
        name_en=row["name"],
        name_ar=row["name_ar"],
        kind=row["kind"],
        acronym=row["acronym"],
        aliases=row.list("aliases"),
        theme_words=words,
        sources=sorted({*sources, row["source"]}),
        **_facts(row, best),
    )
    for theme in theme_ids(words):
        draft.edge("CONCERNS", row, row["id"], theme, basis=row["themes_basis"], note="")
    for word in row.list("assistance_types"):
        draft.edge("PROVIDES", row, row["id"], assistance_type_id(word), basis=row["themes_basis"], note="")
    if row["part_of"]:
        draft.edge("PART_OF", row, row["id"], row["part_of"], basis="", note="")


def _facts(row: Row, best: dict[tuple[str, str], Row]) -> dict[str, Any]:
    """The columns of a programme that are filled from its preferred facts."""
    found = {field: best.get((row["id"], field)) for field in (*DATES, *COLUMNS)}
    said = {field: fact["value"] if fact else "" for field, fact in found.items()}
    values: dict[str, Any] = {field: said[field] for field in COLUMNS}
    if homepage := found["homepage"]:
        values["homepage_verified"] = homepage.flag("verified")
    # Two rows are read as one, for an end before its start is an error; the later of the two is named in it.
    last = found["end"] or found["start"] or row
    return values | period(Row({field: said[field] for field in DATES}, last.file, last.line))


def _roles(draft: Draft, pages: list[Row]) -> None:
    rows = draft.read("roles.csv")
    preferred = preferred_roles(rows, pages)
    for row in rows:
        note = "; ".join(part for part in (row["note"], row["quote"]) if part)
        first = row.line in preferred
        draft.edge("TAKES_PART", row, row["partner"], row["programme"], role=row["role"], preferred=first, note=note)
        draft.record(row, row["programme"], fact="role", value=f"{row['role']}: {row['partner']}")


def _places(draft: Draft) -> None:
    rows = draft.read("places.csv")
    with_places = {row["programme"] for row in rows if row["place"]}
    for row in rows:
        place = _place(row)
        if row["relation"] == "partner-State":
            draft.edge("WITH_PARTNER_STATE", row, row["programme"], place)
        else:
            unknown = place == "region/world" and row["programme"] not in with_places
            note = "; ".join(part for part in (row["note"], ON_REQUEST if unknown else "") if part)
            draft.edge("ASSISTS", row, row["programme"], place, relation=row["relation"], note=note)
        draft.record(row, row["programme"], fact="place", value=f"{row['relation']}: {row['place'] or row['region']}")


def _place(row: Row) -> str:
    """The State, area or region of a row; a region is *offered* to, and so is nothing else."""
    if bool(row["place"]) == bool(row["region"]) or bool(row["region"]) != (row["relation"] == "offered"):
        found = f'place is "{row["place"]}", region is "{row["region"]}" and relation is "{row["relation"]}"'
        raise SourceError(found, row.where, "Fill in place, or else region with the relation offered.")
    return row["place"] or region_id(row["region"])


def _mandate(draft: Draft, row: Row) -> None:
    """One text that a programme cites: the paragraph where one is given, else the resolution."""
    number, paragraph = row["resolution"].split("/")[1], re.sub(r"[()]", "", row["paragraph"])
    cited = f"provision/{number}/{paragraph}" if paragraph else row["resolution"]
    draft.edge("IMPLEMENTS", row, row["programme"], cited, note=row["quote"])
    draft.record(row, row["programme"], fact="mandate", value=cited)
