"""What other sources hold: ids, and the names that go with them."""

import csv

from taazur.loaders.card import SHIPPED


def rows(source, file):
    """The rows of a file of a shipped source, whatever its card says."""
    with (SHIPPED / source / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def states():
    """ISO3 code of each State."""
    return {row["iso3"] for row in rows("states", "states.csv")}


def names_of_partners():
    """Partner id → its names, acronym and aliases, without case."""
    return {
        row["id"]: {
            name.strip().casefold()
            for column in ("name", "acronym", "name_en", "aliases")
            for name in row[column].split("|")
            if name.strip()
        }
        for row in rows("partners", "partners.csv")
    }
