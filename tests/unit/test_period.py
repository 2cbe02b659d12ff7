from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.card import Row
from taazur.loaders.period import observed, period


def row_of(**cells):
    return Row(cells, "made-up/rows.csv", 7)


def test_each_end_has_the_precision_of_its_own_cell():
    assert period(row_of(start="2019-06", end="2019-06-28")) == {
        "start_date": date(2019, 6, 1),
        "start_precision": "month",
        "end_date": date(2019, 6, 28),
        "end_precision": "day",
    }


def test_no_end_is_an_unknown_end():
    made = period(row_of(start="", end=""))

    assert (made["start_date"], made["end_date"]) == (None, None)
    assert (made["start_precision"], made["end_precision"]) == ("unknown", "unknown")


def test_an_end_before_the_start_is_refused():
    with pytest.raises(SourceError, match=r"line 7: the end, 2019-05, lies before the start, 2019-06"):
        period(row_of(start="2019-06", end="2019-05"))


def test_an_end_within_the_month_of_the_start_is_not_before_it():
    assert period(row_of(start="2019-06-15", end="2019-06"))["end_date"] == date(2019, 6, 30)


def test_what_is_no_date_is_named_with_its_row_and_column():
    with pytest.raises(SourceError, match=r"made-up/rows.csv line 7, start: \"soon\" is not a date"):
        period(row_of(start="soon", end=""))
    with pytest.raises(SourceError, match=r"line 7, date"):
        observed(row_of(date="2020-13"))


def test_a_range_is_observed_from_its_first_day():
    assert observed(row_of(date="2016/2021")) == {"observed": date(2016, 1, 1), "observed_precision": "range"}
