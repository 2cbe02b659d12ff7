from pathlib import Path

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.ledger import COLUMNS, Ledger, LedgerLine

LINE = LedgerLine("partners", "partners.csv", 10, 7, 2, 1, {"twice": 2, "no name": 1})


def test_a_line_adds_up():
    with pytest.raises(SourceError, match=r"10 rows in, but 7 kept \+ 2 merged \+ 0 rejected"):
        LedgerLine("partners", "partners.csv", 10, 7, 2, 0)


def test_a_line_is_printed_and_read():
    assert tuple(LINE.record()) == COLUMNS
    assert LedgerLine.of(LINE.record()) == LINE


def test_rows_rejected_later_are_taken_from_where_they_were():
    later = LINE.rejecting(["kept", "kept", "merged", "rejected"], {"no such State": 3, "twice": 1})

    assert (later.kept, later.merged, later.rejected) == (5, 1, 4)
    assert later.reasons == {"twice": 3, "no name": 1, "no such State": 3}


def test_builds_are_told_oldest_first(tmp_path: Path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    assert ledger.last() is None

    first = ledger.append("graph", {"public": "a"}, 1.5, [LINE])
    second = ledger.append("graph", {"public": "b"}, 0.5, [])

    assert list(ledger) == [first, second]
    assert ledger.last() == second
    assert ledger.last("a") == first
    assert ledger.last("c") is None
    assert first.run != second.run


def test_a_torn_line_is_left_out_and_the_next_one_kept(tmp_path: Path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    first = ledger.append("graph", {"public": "a"}, 1.5, [LINE])
    whole = ledger.path.read_bytes()
    ledger.append("graph", {"public": "b"}, 1.5, [LINE])

    ledger.path.write_bytes(ledger.path.read_bytes()[:-20])
    assert list(ledger) == [first]

    third = ledger.append("graph", {"public": "c"}, 1.5, [LINE])
    assert list(ledger) == [first, third]
    assert ledger.path.read_bytes().startswith(whole)
