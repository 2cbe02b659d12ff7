"""Intervals: an end that is not on record is not known, and never *ongoing*."""

from datetime import date

import pytest

from taazur.analysis.interval import (
    EVENTS,
    OWN,
    PARTLY_EVENTS,
    Interval,
    common_days,
    last_possible,
    spanning,
    time_share,
)  # fmt: skip


def between(start, end, basis=OWN):
    return Interval(*(date.fromisoformat(day) if day else None for day in (start, end)), "day", "day", basis)


YEAR = between("2020-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("other", "days", "share"),
    [
        (between("2020-12-31", "2021-12-31"), 1, 1 / 366),
        (between("2020-02-01", "2020-02-10"), 10, 1.0),
        (between("2021-01-01", "2021-12-31"), 0, 0.0),
        # It began after the year had ended: its end does not matter.
        (between("2021-01-01", None), 0, 0.0),
        (between(None, "2019-12-31"), 0, 0.0),
        (between("2020-06-01", None), None, None),
        (between(None, None), None, None),
    ],
)
def test_common_days_and_share_of_the_shorter(other, days, share):
    assert common_days(YEAR, other) == common_days(other, YEAR) == days
    assert time_share(YEAR, other) == (pytest.approx(share) if share else share)


@pytest.mark.parametrize(
    ("interval", "value"),
    [
        (YEAR, "ended"),
        (between("2020-01-01", None), "not known"),
        (between("2020-01-01", "2030-01-01"), "under way"),
        (between("2027-01-01", None), "planned"),
        (between("2020-01-01", "2021-01-01", EVENTS), "not known"),
    ],
)
def test_standing_on_a_day(interval, value):
    assert interval.standing(date(2026, 11, 23)) == value


def test_activities_stand_in_for_a_missing_end_and_say_so():
    events = [between("2022-10-24", "2022-10-28"), between("2023-03-13", "2023-03-17"), between(None, None)]

    filled = spanning(between("2020-02-21", None), events)
    none = spanning(between(None, None), events)

    assert (filled.start, filled.end, filled.basis) == (date(2020, 2, 21), date(2023, 3, 17), PARTLY_EVENTS)
    assert (none.start, none.end, none.basis) == (date(2022, 10, 24), date(2023, 3, 17), EVENTS)
    assert spanning(YEAR, events) == YEAR
    # Activities that all lie before the recorded start give no end.
    assert spanning(between("2024-01-01", None), events).end is None


@pytest.mark.parametrize(
    ("start", "precision", "last"),
    [("2020-02-01", "month", "2020-02-29"), ("2020-01-01", "year", "2020-12-31"), ("2020-02-03", "day", "2020-02-03")],
)
def test_an_event_without_an_end_lasts_for_what_its_start_says(start, precision, last):
    assert last_possible(date.fromisoformat(start), None, precision) == date.fromisoformat(last)
