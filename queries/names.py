"""Names in the reader's language.

A question answers with ids and with the names to show. Where the reader asks
for another language the names are put in its place, and where a name is
missing in it, the next language's stands there and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from taazur.graph.dialect import choices_of, names_of
from taazur.graph.engine import Engine
from taazur.graph.schema import LANGUAGES, SCHEMA
from taazur.graph.table import Table, Value
from taazur.queries.header import Query

Names = Mapping[str, tuple[str, str]]
"""Id → the name to show, and the language it is in."""


@dataclass(frozen=True)
class Answer(Table):
    """A table that knows its question, its language, and which names are in another one.

    ``other`` holds (column, name) → language. The rows and ``records()`` carry
    the plain names; only ``tagged()`` shows the language.
    """

    query: Query | None = None
    lang: str = "en"
    other: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def tagged(self) -> Answer:
        """The same answer for people: a name in another language is followed by its tag, e.g. ``Interpol (en)``."""
        rows = (
            tuple(self._tag(column, cell) for column, cell in zip(self.columns, row, strict=True)) for row in self.rows
        )
        return replace(self, rows=tuple(rows))

    def _tag(self, column: str, cell: Value) -> Value:
        if isinstance(cell, list):
            return [str(self._tag(column, item)) for item in cell]
        lang = self.other.get((column, cell)) if isinstance(cell, str) else None
        return f"{cell} ({lang})" if lang else cell


def names(engine: Engine, label: str, ids: Iterable[str], lang: str) -> dict[str, tuple[str, str]]:
    """Id → (name, language) for the nodes of one label; an id that is not in the graph is left out."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {str(row["id"]): _best(row, lang) for row in engine.run(names_of(label), {"ids": wanted}).records()}


def choices(engine: Engine, label: str, lang: str = "en") -> dict[str, str]:
    """Id → name to show for every node of a label, by id: what a parameter of that kind may be."""
    return {str(row["id"]): _best(row, lang)[0] for row in engine.run(choices_of(label)).records()}


def _best(row: Mapping[str, Value], lang: str) -> tuple[str, str]:
    """The name in the language, else in the next of ``LANGUAGES`` that has one."""
    for tongue in (lang, *LANGUAGES):
        if row[f"name_{tongue}"]:
            return str(row[f"name_{tongue}"]), tongue
    # Sources that give one name only give it in English, unless they say otherwise.
    return str(row["name"] or row["id"]), "en"


def in_language(engine: Engine, answer: Answer) -> Answer:
    """The answer with its name columns in its own language; same rows, same order."""
    query = answer.query
    if query is None or answer.lang == "en":
        return answer
    pairs = [(column.name, column.names) for column in query.columns.values() if column.names]
    found = _look_up(engine, answer, {ids for _, ids in pairs})
    at = {column: place for place, column in enumerate(answer.columns)}
    other: dict[tuple[str, str], str] = {}
    rows = [list(row) for row in answer.rows]
    for row in rows:
        for shown, ids in pairs:
            row[at[shown]] = _named(row[at[ids]], row[at[shown]], found)
            other |= {(shown, n): tongue for n, tongue in _spoken(row[at[ids]], found) if tongue != answer.lang}
    return replace(answer, rows=tuple(map(tuple, rows)), other=other)


def _look_up(engine: Engine, answer: Answer, columns: set[str]) -> dict[str, tuple[str, str]]:
    """One look-up for each label: the names of all ids in these columns."""
    wanted: dict[str, set[str]] = {}
    for column in columns:
        cells = answer.column(column)
        for id_ in (i for cell in cells for i in (cell if isinstance(cell, list) else [cell]) if isinstance(i, str)):
            wanted.setdefault(SCHEMA.label_of(id_), set()).add(id_)
    by_label = [names(engine, label, ids, answer.lang) for label, ids in wanted.items()]
    return {id_: name for found in by_label for id_, name in found.items()}


def _named(ids: Value, shown: Value, found: Names) -> Value:
    """What stands in the place of a name, or of a list of names."""
    if isinstance(ids, list):
        return sorted(found[i][0] if i in found else i for i in ids)
    return found[ids][0] if isinstance(ids, str) and ids in found else shown


def _spoken(ids: Value, found: Names) -> list[tuple[str, str]]:
    return [found[i] for i in (ids if isinstance(ids, list) else [ids]) if isinstance(i, str) and i in found]
