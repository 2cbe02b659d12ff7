from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.dates import first_day, last_day, precision


@pytest.mark.parametrize(
    ("text", "first", "last", "how"),
    [
        ("2020-06-02", date(2020, 6, 2), date(2020, 6, 2), "day"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "year"),
        ("2016/2021", date(2016, 1, 1), date(2021, 12, 31), "range"),
        ("", None, None, "unknown"),
    ],
)
def test_a_date_is_never_more_precise_than_its_source(text, first, last, how):
    assert (first_day(text), last_day(text), precision(text)) == (first, last, how)


@pytest.mark.parametrize(
    "text", ["1013", "1900", "4291-01-01", "2020-13", "2021-02-29", "last year", "2020-1-1", "20201"]
)
def test_impossible_dates_are_errors(text):
    with pytest.raises(SourceError, match=text):
        first_day(text)
