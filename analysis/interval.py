"""What the record says of when something ran: two dates, how much of them is known, and from where."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OWN, EVENTS, PARTLY_EVENTS, UNKNOWN = (
    "recorded dates",
    "recorded activities",
    "recorded dates and activities",
    "not recorded",
)
"""What an interval rests on. No end on record is *time not known*, never *ongoing*."""


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last possible day of what is on record; ``None`` where nothing is.

    ``start_precision`` and ``end_precision`` say how much of a day the source
    gives; ``basis`` whether the days are recorded for the thing itself or are
    those of the activities recorded under it.
    """

    start: date | None = None
    end: date | None = None
    start_precision: str = "unknown"
    end_precision: str = "unknown"
    basis: str = UNKNOWN

    @property
    def known(self) -> bool:
        """Whether both ends are on record."""
        return self.start is not None and self.end is not None

    @property
    def days(self) -> int:
        """Days from the first to the last, both counted; 0 where an end is not on record."""
        return (self.end - self.start).days + 1 if self.start and self.end else 0

    def standing(self, as_at: date) -> str:
        """``planned``, ``under way``, ``ended`` or ``not known`` on a day.

        Only recorded dates tell: that the last recorded activity is past does not
        say that a programme has ended.
        """
        if self.start and self.start > as_at:
            return "planned"
        if self.end and self.end < as_at and self.basis == OWN:
            return "ended"
        return "under way" if self.known and self.basis == OWN else "not known"


def common_days(one: Interval, other: Interval) -> int | None:
    """Days that both cover, both ends counted; ``None`` where that cannot be known.

    It is known, and 0, as soon as one has ended before the other begins, whatever
    else is missing.

    Examples
    --------
    >>> common_days(Interval(date(2020, 1, 1), date(2020, 1, 10)), Interval(date(2020, 1, 8), None)) is None
    True
    >>> common_days(Interval(None, date(2020, 1, 10)), Interval(date(2021, 1, 1), None))
    0
    """
    for first, second in ((one, other), (other, one)):
        if first.end and second.start and first.end < second.start:
            return 0
    if not (one.start and one.end and other.start and other.end):
        return None
    return (min(one.end, other.end) - max(one.start, other.start)).days + 1


def time_share(one: Interval, other: Interval) -> float | None:
    """``|I_p ∩ I_q| / min(|I_p|, |I_q|)`` in days; ``None`` (not comparable) where an end is not on record.

    Source: analytics C3. The share of the shorter interval, so that a short
    project inside a long programme gives 1.
    """
    days = common_days(one, other)
    if not days:
        return None if days is None else 0.0
    return days / min(one.days, other.days)


def last_possible(start: date | None, end: date | None, start_precision: str) -> date | None:
    """The last possible day of an event: its end, else the end of the day, month or year of its start."""
    if end or start is None or start_precision == "day":
        return end or start
    month = 12 if start_precision == "year" else start.month
    return None if start_precision == "range" else date(start.year, month, calendar.monthrange(start.year, month)[1])


def spanning(own: Interval, events: Iterable[Interval]) -> Interval:
    """A programme's interval: its own dates and, for an end it does not give, those of its dated activities.

    The activities' first or last day stands in for a missing end and ``basis``
    says so; where it would lie on the wrong side of the recorded one, the end
    stays missing.
    """
    dated = [event for event in events if event.start and event.end]
    if own.known or not dated:
        return own
    first = min(dated, key=lambda event: (event.start, event.start_precision))
    last = max(dated, key=lambda event: (event.end, event.end_precision))
    start, end = own.start or first.start, own.end or last.end
    if start and end and end < start:
        return own
    return Interval(
        start,
        end,
        own.start_precision if own.start else first.start_precision,
        own.end_precision if own.end else last.end_precision,
        PARTLY_EVENTS if own.start or own.end else EVENTS,
    )
