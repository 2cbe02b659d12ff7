"""Partners, what they are part of, and the networks they belong to.

Whether a partner may be counted as a provider is data, with its reason in
``basis``: the Committee, its Executive Directorate, experts of the Council's
committees, the Special Rapporteur, networks and trust funds never are. A
government is counted where its role in a programme is more than funding.
"""

from __future__ import annotations

from taazur.graph.errors import SourceError
from taazur.graph.schema import LANGUAGES
from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft

RULE = "partners-1"
"""Name and version of how these rows are read."""


def tidy(card: Card) -> Draft:
    """``partners.csv`` as Partner, with its parent and its State; ``memberships.csv`` as MEMBER_OF, one claim a row.

    Raises
    ------
    SourceError : a partner is counted though its part is not that of a provider.
    SchemaError : a kind, a part, a standing or an id that the schema does not know.
    """
    draft = Draft(card)
    for row in draft.read("partners.csv"):
        _partner(draft, row)
        _links(draft, row)
    for row in draft.read("memberships.csv"):
        _membership(draft, row)
    return draft


def _partner(draft: Draft, row: Row) -> None:
    counted = row.flag("counted")
    if counted and row["part"] != "provider":
        found = f'{row["id"]} is counted, and its part is "{row["part"]}"'
        raise SourceError(found, row.where, "Only a provider is counted: write no, or correct the part.")
    draft.node(
        "Partner",
        row,
        id=row["id"],
        name=row["name"],
        **{f"name_{lang}": row[f"name_{lang}"] for lang in LANGUAGES},
        names_verified=row.list("names_verified"),
        kind=row["kind"],
        part=row["part"],
        counted=counted,
        acronym=row["acronym"],
        aliases=row.list("aliases"),
        homepage=row["homepage"],
        homepage_verified=row.flag("homepage_verified"),
        active=row.flag("active"),
    )


def _links(draft: Draft, row: Row) -> None:
    """What a partner is part of, where it sits, and the State whose government or authority it is."""
    # The row's own basis and note are about the partner, not about these links.
    if row["parent"]:
        draft.edge("PART_OF", row, row["id"], row["parent"], basis=row["parent_basis"], note="")
    if row["country"]:
        draft.edge("LOCATED_IN", row, row["id"], row["country"], basis="", note="")
    state = row["state"] or (row["country"] if row["kind"] == "national-authority" else "")
    if state:
        draft.edge("GOVERNMENT_OF", row, row["id"], state, basis="", note="")


def _membership(draft: Draft, row: Row) -> None:
    """One claim; the words of the source stand in its note where they say more than the standing."""
    said = row["as_recorded"] if row["as_recorded"] != row["standing"] else ""
    note = "; ".join(part for part in (said, row["note"]) if part)
    draft.edge("MEMBER_OF", row, row["partner"], row["network"], standing=row["standing"], note=note)
    draft.record(row, row["partner"], fact="membership", value=f"{row['network']}: {row['as_recorded']}")
