"""A plan as an event for calendar programs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

MID_MORNING = time(10)
"""By the employer's clock, unless that is past."""
_LENGTH = timedelta(minutes=15)
_BEFOREHAND = timedelta(minutes=30)
"""Time to read the script once more."""


@dataclass(frozen=True, slots=True)
class Reminder:
    summary: str
    """A line."""
    description: str
    on: date
    at: time
    zone: tzinfo
    """Where the employer is."""


def calendar_file(reminder: Reminder, now: datetime) -> bytes:
    """An iCalendar file (RFC 5545) with one event and its alarm, in UTC, which every calendar program can place."""
    begins = datetime.combine(reminder.on, reminder.at, reminder.zone).astimezone(UTC)
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{reminder.summary} {begins.isoformat()}')}@ringback")
    event.add("dtstamp", now)
    event.add("dtstart", begins)
    event.add("dtend", begins + _LENGTH)
    event.add("summary", reminder.summary)
    event.add("description", reminder.description)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", reminder.summary)
    alarm.add("trigger", -_BEFOREHAND)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Ringback//ringback//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
