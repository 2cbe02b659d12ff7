from datetime import date

from taazur.graph.table import Table, plain


class DriverDate:
    def to_native(self):
        return date(2019, 5, 7)


def test_cells_come_to_one_form():
    table = Table.of(["a", "b", "c"], [[["z", None, "b"], DriverDate(), 1.5]])

    assert table.rows == ((["b", "z"], date(2019, 5, 7), 1.5),)
    assert table.records() == [{"a": ["b", "z"], "b": date(2019, 5, 7), "c": 1.5}]
    assert table.column("b") == [date(2019, 5, 7)]
    assert table.types == ("", "", "")
    assert len(table) == 1


def test_plain_keeps_nothing_as_nothing():
    assert plain(None) is None
    assert plain([]) == []
