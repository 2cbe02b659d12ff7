"""The catalogue of questions, and the one door to ask them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from taazur.graph.engine import Engine
from taazur.graph.errors import EngineError, QueryError, did_you_mean
from taazur.graph.schema import LANGUAGES
from taazur.graph.table import Table, Value
from taazur.queries.header import Given, Query, read
from taazur.queries.names import Answer, in_language
from taazur.queries.safeguards import check_first
from taazur.queries.values import known, values

FOLDER = Path(__file__).resolve().parent


@cache
def catalogue() -> dict[str, Query]:
    """Every question by its name, in order of group and name.

    Raises
    ------
    QueryError : a file's header does not fit its text or the schema.
    """
    found = {query.name: query for query in map(read, _files())}
    return dict(sorted(found.items(), key=lambda item: (GROUPS.index(item[1].group), item[0])))


GROUPS = ("lookups", "partners", "provisions", "states", "synergies", "overlaps", "gaps", "sources")
"""The folders of the catalogue, in the order in which they are shown."""


def _files() -> Iterator[Path]:
    for group in GROUPS:
        yield from sorted(path for path in (FOLDER / group).iterdir() if path.suffix in (".cypher", ".toml"))


def question(name: str) -> Query:
    """The question of a name; ``QueryError`` that offers the nearest where there is none."""
    if name not in catalogue():
        hint = did_you_mean(name, catalogue()) or "`taazur ask` lists them."
        raise QueryError(f'there is no question "{name}"', "", hint)
    return catalogue()[name]


def ask(engine: Engine, name: str, lang: str = "en", *, workspace: Path | None = None, **params: Any) -> Answer:
    """The answer to one question of the catalogue.

    Parameters
    ----------
    engine : an open graph.
    name : the question's name, e.g. ``programme-partners``.
    lang : language of the names, one of ``LANGUAGES``. The rows are the same in every language.
    workspace : the folder that holds the search index and the ledger; only ``find`` and ``load-ledger`` need it.
    params : the question's parameters; what is left out takes its default. Text is read as the parameter's type.

    Returns
    -------
    Answer, a Table with the columns that the question's header names, in a total order. ``tagged()`` is the same
    for people: a name that is in another language says in which.

    Raises
    ------
    QueryError : no such question, parameter, value, id or language; the nearest is offered.
    EngineError : the engine refuses, or the workspace lacks the index or the ledger.

    Examples
    --------
    >>> ask(engine, "programme-partners", programme="programme/ct-travel").records()[0]["role"]  # doctest: +SKIP
    'lead'
    """
    query = question(name)
    if lang not in LANGUAGES:
        raise QueryError(f'there is no language "{lang}"', name, f"It may be {', '.join(LANGUAGES)}.")
    given = values(query, params)
    known(engine, query, given)
    table = _answered(engine, query, given, workspace)
    answer = Answer(table.columns, tuple(c.type for c in query.columns.values()), table.rows, query, lang)
    return in_language(engine, _with_checks(answer, query))


def _with_checks(answer: Answer, query: Query) -> Answer:
    """Puts what must be checked in the place of the themes that ask for it."""
    at = [place for place, column in enumerate(query.columns.values()) if column.checks]
    if not at:
        return answer
    rows = [
        tuple(check_first(cell) if place in at and isinstance(cell, list) else cell for place, cell in enumerate(row))
        for row in answer.rows
    ]
    return replace(answer, rows=tuple(rows))


def _answered(engine: Engine, query: Query, given: dict[str, Given], workspace: Path | None) -> Table:
    """The rows, from whatever answers the question."""
    # What only some questions need is imported where they are asked.
    if query.answered_by == "path":
        from taazur.queries.paths import paths  # noqa: PLC0415

        return paths(engine, catalogue()["neighbours"], str(given["a"]), str(given["b"]))
    if query.answered_by == "cypher":
        return _ordered(engine.run(query.text, given), query)
    if workspace is None:
        raise EngineError("this question needs the workspace of the graph", query.name, "Name it with --workspace.")
    from taazur.queries import beside  # noqa: PLC0415

    if query.answered_by == "ledger":
        return beside.ledger(engine, workspace)
    return beside.found(engine, workspace, given)


def _ordered(table: Table, query: Query) -> Table:
    """Rows in the order of the header (``-`` before a name: downwards; nothing last).

    For what ORDER BY cannot say on both engines: a UNION, or roles in their own
    order. The sort is stable, so it keeps the order of the text within equals.
    """
    rows = list(table.rows)
    for name in reversed(query.order):
        column = query.columns[name.removeprefix("-")]
        at = table.columns.index(column.name)
        rows.sort(key=lambda row, at=at, c=column: _key(row[at], c.values), reverse=name.startswith("-"))  # type: ignore[misc]
    return replace(table, rows=tuple(rows))


def _key(value: Value, values: tuple[str, ...]) -> tuple[bool, int, Any]:
    """What a cell is sorted by: its place among the values of its column, then itself; nothing last."""
    place = values.index(str(value)) if value in values else len(values)
    return (value is None, place, "" if value is None else value)
