"""A tiny world: sources whose files name nodes and edges outright.

::

    AAA ─┐                       country    ─NEED_OF─▶ AAA      (hidden from the public)
    BBB ─┴─IN_REGION─▶ north     regional   ─NEED_OF─▶ north
    CCC ───IN_REGION─▶ south     rating     ─NEED_OF─▶ AAA      (a Reference)
"""

import csv
import hashlib
from pathlib import Path
from types import SimpleNamespace

from taazur.loaders import tidied, workspace
from taazur.loaders.card import Card
from taazur.loaders.draft import Draft

NODES = ("label", "id", "name", "kind", "level", "source")
EDGES = ("type", "start", "end", "source")

STATES = [
    ("State", "state/AAA", "Aland", "member-state", "", "doc/states"),
    ("State", "state/BBB", "Bland", "member-state", "", "doc/states"),
    ("State", "state/CCC", "Cland", "member-state", "", "doc/states"),
    ("Region", "region/north", "North", "m49-subregion", "", "doc/states"),
    ("Region", "region/south", "South", "m49-subregion", "", "doc/states"),
]
REGIONS = [
    ("IN_REGION", "state/AAA", "region/north", "doc/states"),
    ("IN_REGION", "state/BBB", "region/north", "doc/states"),
    ("IN_REGION", "state/CCC", "region/south", "doc/states"),
]
NEEDS = [
    ("Need", "need/country", "Hidden words: الحاجة", "recommended_by_ctc", "country", "doc/visit-report"),
    ("Need", "need/regional", "Regional words", "recommended_by_ctc", "region", "doc/survey"),
    ("Reference", "reference/rating", "Rating words", "rating", "country", "doc/survey"),
]
NEED_OF = [
    ("NEED_OF", "need/country", "state/AAA", "doc/visit-report"),
    ("NEED_OF", "need/regional", "region/north", "doc/survey"),
    ("NEED_OF", "reference/rating", "state/AAA", "doc/survey"),
]


def tidy(card: Card) -> Draft:
    """Nodes and edges just as the files name them."""
    draft = Draft(card)
    for row in draft.read("nodes.csv"):
        own = {"level": row["level"]} if row["level"] else {}
        draft.node(row["label"], row, id=row["id"], name=row["name"], kind=row["kind"], **own)
    for row in draft.read("edges.csv"):
        draft.edge(row["type"], row, row["start"], row["end"])
        draft.record(row, row["start"])
    return draft


def use(patch) -> None:
    """Has every source read by ``tidy`` above, and no source shipped. ``patch`` is ``monkeypatch.setattr`` or ``setattr``."""
    patch(tidied, "_loader", lambda _card: SimpleNamespace(tidy=tidy, RULE="things-1"))
    patch(workspace, "shipped", list)


def source(folder: Path, nodes=(), edges=()) -> Card:
    """Writes a source, or writes it anew."""
    folder.mkdir(parents=True, exist_ok=True)
    card = 'title = "Made up"\npublisher = "Nobody"\nurl = "https://example.org/"\nlicence = "CC0"\n'
    card += 'retrieved = 2026-11-23\nloader = "things"\n'
    for name, header, rows in (("nodes.csv", NODES, nodes), ("edges.csv", EDGES, edges)):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        sha256 = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        card += f'\n[files."{name}"]\nsha256 = "{sha256}"\nmin = 0\nmax = 99999\n'
    (folder / "card.toml").write_text(card, "utf-8")
    return Card.read(folder)


def world(folder: Path) -> Path:
    """A workspace with the sources ``states`` and ``needs``."""
    source(folder / "sources" / "states", STATES, REGIONS)
    source(folder / "sources" / "needs", NEEDS, NEED_OF)
    return folder
