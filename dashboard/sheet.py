"""Answers as HTML: a real table with headed columns, which prints, reflows and can be read aloud.

Every value passes through ``escape``: what a source wrote is shown as text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from taazur.dashboard.answers import named
from taazur.dashboard.cells import cited, entity, is_id, none, text
from taazur.dashboard.marks import MARKS, dot, mark
from taazur.dashboard.messages import TOLD_ELSEWHERE
from taazur.dashboard.words import day, heading, listed, percent, t
from taazur.graph.table import Value
from taazur.graph.vocabulary import VALUES
from taazur.queries.header import Column
from taazur.queries.names import Answer

CODES = {"number", "year", "member_since"}
"""Whole numbers that are names and take no thousands separator."""


@dataclass(frozen=True)
class Sheet:
    """An answer on its way to a table: the columns to draw, those that no row has, the names of all ids."""

    answer: Answer
    columns: tuple[str, ...]
    unused: tuple[str, ...]
    names: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, answer: Answer, drop: Iterable[str] = (), most: int | None = None) -> Sheet:
        """Leaves out what is told elsewhere, ids whose names are there, and ``drop``."""
        about = answer.query.columns if answer.query else {}
        ids_with_names = {column.names for column in about.values() if column.names}
        flags = {column.name for column in about.values() if column.name == "verified" and column.type == "BOOLEAN"}
        left_out = TOLD_ELSEWHERE | flags | ids_with_names | set(drop)
        wanted = [c for c in answer.columns if c not in left_out and not c.endswith("_precision")]
        used = [c for c in wanted if any(cell not in (None, "", []) for cell in answer.column(c))]
        cells = (v for row in answer.rows[:most] for cell in row for v in (cell if isinstance(cell, list) else [cell]))
        return cls(
            answer, tuple(used), tuple(c for c in wanted if c not in used), named(str(v) for v in cells if is_id(v))
        )

    def about(self, column: str) -> Column | None:
        """What the question's header says of a column."""
        return self.answer.query.columns.get(column) if self.answer.query else None

    def heading(self, column: str) -> str:
        """What stands above a column: that of the ids, where it names some."""
        about = self.about(column)
        return heading(about.names if about and about.names else column)

    def unused_said(self) -> str:
        """The columns that no row has, in a sentence; "" where each has some."""
        missing = [self.heading(column) for column in self.unused if column != "note"]
        return (
            f'<p class="tz-empty">{escape(t("Not recorded: {columns}.", columns=listed(missing)))}</p>'
            if missing
            else ""
        )

    def cell(self, row: Mapping[str, Value], column: str) -> str:
        """One value as HTML: linked, dated with its precision, cited, or in words."""
        about = self.about(column)
        ids = row.get(about.names) if about and about.names else row[column]
        value = row[column]
        if value in (None, "", []):
            return none()
        if column in ("source", "sources"):
            return self._sources(row, value)
        if isinstance(ids, list):
            return "<br>".join(self.one(v, about) for v in _by_name(ids, self.names))
        return self.one(ids if is_id(ids) else value, about, row)

    def one(self, value: Value, about: Column | None = None, row: Mapping[str, Value] | None = None) -> str:
        """One value that is no list."""
        if is_id(value):
            name, language = self.names.get(str(value), (str(value), ""))
            return entity(str(value), name, language)
        if isinstance(value, date):
            return escape(day(value, _precision(row or {}, about.name if about else "")))
        if about and isinstance(value, str) and _is_word(about, value):
            return escape(t(mark(value).many) if value in MARKS else t(value))
        if isinstance(value, float) and about and about.unit == "%":
            return escape(percent(value))
        return escape(str(value)) if about and about.name in CODES else text(value)

    def _sources(self, row: Mapping[str, Value], value: Value) -> str:
        """The documents, behind a dot that says how sure the row is."""
        sure = dot(row.get("grade"), row.get("verified")) if isinstance(row.get("verified"), bool) else ""
        each = value if isinstance(value, list) else [value]
        basis = f'<br><span class="tz-where">{text(row["basis"])}</span>' if row.get("basis") else ""
        said = "<br>".join(cited(str(v), row.get("locator")) for v in each)
        return f'<span class="tz-source">{sure}<span>{said}{basis}</span></span>'


def _precision(row: Mapping[str, Value], column: str) -> str:
    """How much of a date is on record; the whole day where nothing says less."""
    return str(row.get(f"{column.removesuffix('_date')}_precision") or "day")


def _is_word(about: Column, value: str) -> bool:
    """Whether a text is a word of ours, which is translated; what a source wrote is not."""
    listed = VALUES.get(about.is_) or VALUES.get(about.is_.split(".")[-1]) or ()
    return value in about.values or value in listed or about.name in ("edge", "is_a", "kind")


def _by_name(ids: list[str], names: Mapping[str, tuple[str, str]]) -> list[str]:
    return sorted(ids, key=lambda id_: names.get(id_, (id_, ""))[0].casefold())


def table(answer: Answer, caption: str, *, drop: Iterable[str] = (), most: int | None = None) -> str:
    """The first ``most`` rows as a table; rows about one thing stand under its name, which is said once."""
    sheet = Sheet.of(answer, drop, most)
    lead, *rest = sheet.columns
    head = "".join(f'<th scope="col">{escape(sheet.heading(column))}</th>' for column in sheet.columns)
    body = ""
    for first, rows in _under(answer.records()[:most], lambda row: sheet.cell(row, lead)).items():
        for at, row in enumerate(rows):
            span = f' rowspan="{len(rows)}"' if len(rows) > 1 else ""
            name = f'<th scope="{"rowgroup" if span else "row"}"{span}>{first}</th>' if at == 0 else ""
            body += f"<tr>{name}{''.join(_data(sheet, row, column) for column in rest)}</tr>"
    said = escape(caption, quote=True)
    return (
        f'<div class="tz-scroll" tabindex="0" role="region" aria-label="{said}"><table class="tz-table">'
        f'<caption class="tz-unseen">{said}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{sheet.unused_said()}'
    )


def _under(
    rows: Iterable[dict[str, Value]], name: Callable[[dict[str, Value]], str]
) -> dict[str, list[dict[str, Value]]]:
    """Rows under what they are about, in the order in which each is met first."""
    under: dict[str, list[dict[str, Value]]] = {}
    for row in rows:
        under.setdefault(name(row), []).append(row)
    return under


def _data(sheet: Sheet, row: Mapping[str, Value], column: str) -> str:
    value = row[column]
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    look = ' class="tz-number"' if number else ' class="tz-date"' if isinstance(value, date) else ""
    return f"<td{look}>{sheet.cell(row, column)}</td>"


def facts(answer: Answer, *, drop: Iterable[str] = ()) -> str:
    """The only row of an answer as name and value, one below the other; what is not recorded comes last, in one line."""
    sheet = Sheet.of(answer, drop)
    row = answer.records()[0]
    items = "".join(_fact(sheet.heading(column), sheet.cell(row, column)) for column in sheet.columns)
    return f'<dl class="tz-facts">{items}</dl>{sheet.unused_said()}'


def _fact(name: str, value: str) -> str:
    return f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>"


def index(options: Mapping[str, str]) -> str:
    """Everything of one kind by name, each a link."""
    return '<ul class="tz-index">' + "".join(f"<li>{entity(id_, name)}</li>" for id_, name in options.items()) + "</ul>"
