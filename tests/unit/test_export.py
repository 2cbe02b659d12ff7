"""What leaves Taazur: JSON that keeps its shape, CSV that no spreadsheet runs, tables that stay in line."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from taazur.graph.table import Table
from taazur.queries.export import cell_width, to_csv, to_json, to_text

TABLE = Table.of(
    ["id", "name", "since", "themes", "n", "seen"],
    [["partner/a", "المديرية", date(2019, 5, 7), ["b", "a"], -1, True], ["partner/b", None, None, [], 0.5, False]],
)


def _read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(table).encode().decode("utf-8-sig"), newline="")))


def test_json_is_a_list_of_objects_keyed_by_column() -> None:
    assert json.loads(to_json(TABLE)) == [
        {"id": "partner/a", "name": "المديرية", "since": "2019-05-07", "themes": ["a", "b"], "n": -1, "seen": True},
        {"id": "partner/b", "name": None, "since": None, "themes": [], "n": 0.5, "seen": False},
    ]


def test_csv_can_be_read_back() -> None:
    assert _read(TABLE) == [
        ["id", "name", "since", "themes", "n", "seen"],
        ["partner/a", "المديرية", "2019-05-07", "a | b", "-1", "yes"],
        ["partner/b", "", "", "", "0.5", "no"],
    ]


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says() -> None:
    said = to_csv(TABLE).encode()

    assert said.startswith(b"\xef\xbb\xbfid,")
    assert said.count(b"\r\n") == said.count(b"\n") == 3


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_a_formula_is_text(cell: str) -> None:
    assert _read(Table.of(["a"], [[cell], [[cell, "z"]]]))[1][0].startswith("'")
    assert _read(Table.of(["a"], [[[cell]]]))[1][0].startswith("'")


def test_a_number_below_zero_is_a_number() -> None:
    assert _read(Table.of(["a"], [[-5], [-0.5]])) == [["a"], ["-5"], ["-0.5"]]


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("تآزُر", 4), ("é", 1), ("e\u0301", 1), ("反恐", 4), ("\u2068a\u2069", 1)]
)
def test_width_counts_what_a_terminal_shows(text: str, width: int) -> None:
    assert cell_width(text) == width


def test_columns_stay_in_line_in_each_script() -> None:
    rows = [["المديرية التنفيذية", "x"], ["反恐怖主义", "x"], ["Élan", "x"], ["e\u0301", "x"]]

    lines = to_text(Table.of(["name", "a"], rows), 80).splitlines()

    assert {cell_width(line) for line in lines} == {cell_width("المديرية التنفيذية") + 3}


def test_right_to_left_text_is_isolated_and_nothing_else_is() -> None:
    lines = to_text(Table.of(["a"], [["سفر"], ["travel"]]), 80).splitlines()

    assert lines[2:] == ["\u2068سفر\u2069", "travel"]


def test_a_table_that_is_too_wide_becomes_blocks() -> None:
    text = to_text(TABLE, 20)

    assert text.splitlines()[:3] == ["id      partner/a", "name    \u2068المديرية\u2069", "since   2019-05-07"]
    assert "\n\nid      partner/b\n" in text


def test_no_cell_can_move_the_cursor() -> None:
    assert "\x1b" not in to_text(Table.of(["a"], [["\x1b[2J\x07 red"]]), 80)


def test_an_empty_answer_is_empty() -> None:
    assert to_text(Table.of(["a"], []), 80) == ""
    assert to_json(Table.of(["a"], [])) == "[]"
    assert to_csv(Table.of(["a"], [])) == "\ufeffa\r\n"
