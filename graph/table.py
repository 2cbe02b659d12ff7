"""An answer: columns, their types, and rows that are the same whichever engine gave them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Value = str | int | float | bool | date | list[str] | None
"""What a cell may hold. Lists are sorted, for the engines collect in different orders."""


@dataclass(frozen=True)
class Table:
    """Columns, their types, and rows as tuples, (n rows, len(columns)).

    ``types`` are those of the schema, or "" where the engine does not tell.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    @classmethod
    def of(cls, columns: Sequence[str], rows: Iterable[Sequence[Any]], types: Sequence[str] = ()) -> Table:
        """A table whose cells are brought to one form: dates, sorted lists, no engine objects."""
        return cls(tuple(columns), tuple(types) or ("",) * len(columns), tuple(tuple(map(plain, row)) for row in rows))

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, Value]]:
        """One dict a row, keyed by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Value]:
        """The cells of one column, top to bottom."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]


def plain(value: Any) -> Value:
    """One cell in the form that both engines share.

    A driver's own date becomes ``datetime.date``; a list is sorted and its nulls are dropped.
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return sorted(item for item in value if item is not None)
    if hasattr(value, "to_native"):
        value = value.to_native()
    return value  # type: ignore[no-any-return]
