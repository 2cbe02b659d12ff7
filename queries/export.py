"""An answer on its way out: JSON, CSV, or a table for a terminal."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence

from taazur.graph.table import Table, Value

BOM = "\ufeff"
"""Begins every CSV: without it spreadsheets read Arabic, Russian and Chinese as noise. Read with ``utf-8-sig``."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

LIST = " | "
"""Between the items of a cell that holds a list, as in the source files."""

_ISOLATE, _END = "\u2068", "\u2069"


def to_json(table: Table) -> str:
    """A list of objects keyed by column name; dates as 2024-01-31, lists as lists, nothing as null."""
    return json.dumps(table.records(), ensure_ascii=False, indent=1, default=str)


def to_csv(table: Table) -> str:
    """The table as CSV (RFC 4180, UTF-8 with a byte order mark).

    Booleans are ``yes`` and ``no``, lists are joined with `` | ``, nothing is an
    empty cell. A cell that a spreadsheet would take for a formula gets a leading
    apostrophe.

    Examples
    --------
    >>> to_csv(Table.of(["name", "n"], [["=1+1", 3]])).encode()
    b'\\xef\\xbb\\xbfname,n\\r\\n\\'=1+1,3\\r\\n'
    """
    out = io.StringIO(BOM, newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _safe(cell: Value) -> str:
    """A cell as text that no spreadsheet runs; a number stays a number, below zero too."""
    text = as_text(cell)
    is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
    return f"'{text}" if text.startswith(FORMULA) and not is_number else text


def as_text(cell: Value) -> str:
    """One cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return LIST.join(cell) if isinstance(cell, list) else str(cell)


def to_text(table: Table, width: int) -> str:
    """The table for a terminal so many columns wide: as a table where it fits, else one block a row.

    Cells with right-to-left text are isolated, so that the columns stay where
    they are.
    """
    cells = [[_line(cell) for cell in row] for row in table.rows]
    if not cells:
        return ""
    widths = [max(cell_width(c), *(cell_width(row[at]) for row in cells)) for at, c in enumerate(table.columns)]
    if sum(widths) + 2 * len(widths) > width:
        return _blocks(table.columns, cells)
    ruler = ["─" * size for size in widths]
    lines = [_row(table.columns, widths), _row(ruler, widths), *(_row(row, widths) for row in cells)]
    return "\n".join(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (_isolated(c) + " " * (size - cell_width(c)) for c, size in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _blocks(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """One block a row, one line a column that has something to say."""
    longest = max(map(len, columns))
    blocks = (
        "\n".join(f"{c.ljust(longest)}  {_isolated(cell)}" for c, cell in zip(columns, row, strict=True) if cell)
        for row in cells
    )
    return "\n\n".join(blocks)


def _line(cell: Value) -> str:
    """A cell on one line, without the control characters that could move a terminal's cursor."""
    text = " ".join(as_text(cell).split())
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs"))


def _isolated(text: str) -> str:
    is_rtl = any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
    return f"{_ISOLATE}{text}{_END}" if is_rtl else text


def cell_width(text: str) -> int:
    """Columns that a text takes on a terminal: marks take none, wide characters two.

    Examples
    --------
    >>> cell_width("UNOCT"), cell_width("تآزُر"), cell_width("恐怖")
    (5, 4, 4)
    """
    return sum(_character_width(c) for c in text)


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
