"""A card of made-up files, and the tables that a loader drafts from it."""

import hashlib

from taazur.loaders.card import Card

HEAD = """title = "Made up"
publisher = "Nobody"
url = "https://example.org/"
licence = "CC0"
retrieved = 2026-11-23
loader = "things"
"""


def card_of(folder, files):
    """A card whose files (name → CSV text) lie in a new folder, sealed."""
    folder.mkdir()
    head = HEAD
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        head += f'\n[files."{name}"]\nsha256 = "{sha256}"\nmin = 0\nmax = 99\n'
    (folder / "card.toml").write_text(head, "utf-8")
    return Card.read(folder)


def csv_of(columns, *rows):
    """CSV text from column names and rows (column → cell); a column that a row does not name is empty."""
    lines = [columns.split(), *([row.get(column, "") for column in columns.split()] for row in rows)]
    return "".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines)


def rows_of(draft):
    """Label or type → its rows as dicts."""
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def ends(rows, *columns):
    """From and to of edges, with further columns, as a sorted list."""
    return sorted((row["from_id"], row["to_id"], *(row[column] for column in columns)) for row in rows)
