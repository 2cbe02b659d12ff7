"""A shipped source as its loader drafts it, and what must be true of any."""

from importlib import import_module

from taazur.loaders.card import SHIPPED, Card


def drafted(name):
    """Label or type → rows of a shipped source. Reading it checks each file's checksum and count."""
    card = Card.read(SHIPPED / name)
    return {
        kind: table.to_pylist()
        for kind, table in import_module(f"taazur.loaders.{card.loader}").tidy(card).tables().items()
    }


def edges(made):
    """All edges but those of the records."""
    return [
        row for kind, rows in made.items() if kind not in ("DESCRIBES", "READ_FROM") for row in rows if "from_id" in row
    ]


def ids(made, *labels):
    """The ids of the nodes of some labels."""
    return {row["id"] for label in labels for row in made[label]}


def unsourced(made):
    """Edges without a source or without a place in it."""
    return [row for row in edges(made) if not (row["source"] and row["locator"])]


def misgraded(made):
    """Nodes and edges whose grade does not fit with whether they were verified."""
    return [
        (kind, row["id"])
        for kind, rows in made.items()
        for row in rows
        if row["grade"] and row["verified"] != (row["grade"] in ("seen", "copy"))
    ]
