"""Search by name: any name, acronym or alias, in any of the six languages.

Tolerant of case, accents, punctuation, Arabic hamza, ta marbuta, diacritics,
tatweel and digits, of the Arabic article, and of small slips. The index is one
SQLite file beside the graph (FTS5, trigrams) that carries the data version it
was made from; candidates from it are scored with rapidfuzz.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from rapidfuzz import fuzz

from taazur.graph.dialect import NAMED, read_names
from taazur.graph.engine import Engine
from taazur.graph.errors import EngineError
from taazur.graph.schema import LANGUAGES
from taazur.graph.table import Table

COLUMNS = ("id", "is_a", "kind", "name", "matched", "language", "score")
"""What ``find`` gives: the node, its name, and the name that was met, with the language of that name."""

CANDIDATES = 400
"""Names that are scored for one question; those that share most trigrams with it."""

NEAR = 72.0
"""Scores below this (of 100) are not shown."""

_LETTERS = str.maketrans({"ة": "ه", "ى": "ي", "ـ": "", "ٱ": "ا", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae"})
_RANK = {label: rank for rank, label in enumerate(NAMED)}


def fold(text: str) -> str:
    """A name as it is compared: one case, no marks, plain digits, single blanks.

    Examples
    --------
    >>> fold("Côte d'Ivoire")
    'cote d ivoire'
    >>> fold("الإنتربول") == fold("الانتربول") == fold("انتربول")
    True
    >>> fold("S/RES/٢٣٩٦") == fold("s/res/2396")
    True
    """
    marks_off = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    folded = "".join(_letter(c) for c in marks_off.casefold().translate(_LETTERS))
    return " ".join(_without_article(word) for word in folded.split())


def _letter(character: str) -> str:
    """A letter or a plain digit; anything else is a blank."""
    if character.isdigit():
        return str(unicodedata.digit(character, " "))
    return character if character.isalpha() else " "


def _without_article(word: str) -> str:
    """An Arabic word without its article, where enough of the word is left."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def index_path(folder: Path, data_version: str) -> Path:
    """Where the index of a graph with this data version lies."""
    return folder / f"find-{data_version[:16]}.sqlite"


def make_index(engine: Engine, folder: Path) -> Path:
    """Makes the index of a graph whole and swaps it in; gives its path. A present one of the same version stays."""
    version = engine.build().get("data_version", "")
    path = index_path(folder, version)
    if path.is_file() and _version_in(path) == version:
        return path
    folder.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(new)) as db:
            db.execute("CREATE TABLE about(data_version TEXT)")
            db.execute("INSERT INTO about VALUES (?)", (version,))
            db.execute("CREATE VIRTUAL TABLE names USING fts5(folded, id UNINDEXED, is_a UNINDEXED, kind UNINDEXED,"
                       " name UNINDEXED, matched UNINDEXED, language UNINDEXED, tokenize='trigram')")  # fmt: skip
            db.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?)", _entries(engine))
            db.commit()
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)
    return path


def _entries(engine: Engine) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Every name of every node that can be found, folded, once each."""
    for label in NAMED:
        for row in engine.run(read_names(label)).records():
            shown = str(row["name"] or row["id"])
            seen: set[str] = set()
            for name, language in _names(row):
                folded = fold(name)
                if folded and folded not in seen:
                    seen.add(folded)
                    yield folded, str(row["id"]), label, str(row["kind"]), shown, name, language


def _names(row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The names of one node with their language; "" for acronyms, codes and aliases."""
    for language in LANGUAGES:
        if row[f"name_{language}"]:
            yield str(row[f"name_{language}"]), language
    rest = [value for column, value in row.items() if column not in ("id", "kind") and not column.startswith("name_")]
    for value in rest:
        for name in value if isinstance(value, list) else [value]:
            if name:
                yield str(name), ""


def find(path: Path, data_version: str, text: str, limit: int = 20, label: str = "") -> Table:
    """The nodes whose names come nearest to a text, best first.

    Parameters
    ----------
    path : an index made by ``make_index``.
    data_version : that of the graph being asked.
    label : only nodes of this label; "" for all.

    Returns
    -------
    Table with ``COLUMNS``; ``score`` runs from 72 to 100 (the same name). A node appears once, with its best name.

    Raises
    ------
    EngineError : the index is missing, or was made from other data.
    """
    if not path.is_file() or _version_in(path) != data_version:
        raise EngineError("the search index does not belong to this graph", str(path), "Run `taazur build`.")
    wanted = fold(text)
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    for folded, *entry in _candidates(path, wanted, label) if wanted else ():
        score = _score(wanted, folded)
        if score >= NEAR and score > best.get(entry[0], (0.0,))[0]:
            best[entry[0]] = (score, tuple(entry))
    ranked = sorted(best.values(), key=lambda hit: (-hit[0], _RANK[hit[1][1]], len(hit[1][3]), hit[1][0]))
    types = ("STRING",) * 6 + ("DOUBLE",)
    return Table.of(COLUMNS, [(*entry, round(score, 1)) for score, entry in ranked[:limit]], types)


def _candidates(path: Path, wanted: str, label: str) -> list[tuple[str, ...]]:
    """Names that share a trigram with what is wanted, or hold it, most alike first."""
    # Trigrams cannot see one or two letters; then every name that holds them is a candidate.
    trigrams = {wanted[at : at + 3] for at in range(len(wanted) - 2)}
    where = "names MATCH ?" if trigrams else "instr(folded, ?)"
    asked = " OR ".join(f'"{trigram}"' for trigram in sorted(trigrams)) if trigrams else wanted
    order = "rank" if trigrams else "length(folded)"
    only = " AND is_a = ?" if label else ""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        columns = "folded, id, is_a, kind, name, matched, language"
        statement = f"SELECT {columns} FROM names WHERE {where}{only} ORDER BY {order} LIMIT {CANDIDATES}"
        return db.execute(statement, (asked, label) if label else (asked,)).fetchall()


def _score(wanted: str, folded: str) -> float:
    """How alike two folded names are, 0 to 100: the same, then a beginning, then a whole word, then resembling."""
    if wanted == folded:
        return 100.0
    if folded.startswith(wanted):
        return 95.0
    if re.search(rf"(^| ){re.escape(wanted)}", folded):
        return 92.0
    alike = fuzz.ratio(wanted, folded)
    words = fuzz.token_set_ratio(wanted, folded) if " " in wanted or len(wanted) > 5 else 0.0
    inside = fuzz.partial_ratio(wanted, folded) if len(wanted) > 3 and len(folded) >= len(wanted) else 0.0
    return max(alike, 0.9 * words, 0.88 * inside)


def _version_in(path: Path) -> str:
    """The data version that an index carries; "" where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT data_version FROM about").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
