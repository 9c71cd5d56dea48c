"""The fields of a job: how each is asked for, and how what a user writes into it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from simulator.core.days import day_of
from simulator.core.medium import Medium, medium_of
from simulator.core.planning import ContactRule
from simulator.errors import RingbackError

LONGEST = 500
"""Characters of a field."""
LONGEST_NAME = 100

Reader = Callable[[str, date], Any]
"""From a text that is not empty, written on that day, to a value. Raises ValueError with words for the user."""


def read_text(text: str, _today: date) -> str:
    plain = " ".join(text.split())
    if len(plain) > LONGEST:
        raise ValueError(f"That is {len(plain)} characters; {LONGEST} are the most.")
    if not plain.isprintable():
        raise ValueError("There are characters in it that cannot be shown.")
    return plain


def read_day(text: str, today: date) -> date:
    """A date as YYYY-MM-DD or in words: "last Tuesday", "3 December"."""
    if text[:1].isdigit() and "-" in text:
        return day_of(text)
    from simulator.core.dates import date_mentions  # noqa: PLC0415 - for words only

    for mention in date_mentions(text):
        if (day := mention.day(today)) and mention.text.strip() == text.strip():
            return day
    raise ValueError("Write it as 2026-11-28 (year, month, day), or like “last Tuesday”.")


def _read_medium(text: str, _today: date) -> Medium:
    found = medium_of(text)
    if found is None:
        raise ValueError(f"One of: {', '.join(Medium)}.")
    return found


def _read_media(text: str, today: date) -> frozenset[Medium]:
    return frozenset(_read_medium(one, today) for one in text.split(",") if one.strip())


def _read_rule(text: str, _today: date) -> ContactRule:
    word = "_".join(text.lower().replace("-", " ").split())
    if word not in list(ContactRule):
        raise ValueError(f"One of: {', '.join(ContactRule)}.")
    return ContactRule(word)


def _read_email(text: str, today: date) -> str:
    plain = read_text(text, today)
    name, at, place = plain.rpartition("@")
    if " " in plain or not (name and at and "." in place.strip(".")):
        raise ValueError("An address looks like jane.smith@example.com.")
    return plain


def _read_country(text: str, _today: date) -> str:
    from simulator.holiday_calendar import business_days  # noqa: PLC0415

    try:
        business_days(text.strip())
    except RingbackError as error:
        raise ValueError(error.remedy) from error
    return text.strip().upper()


def _read_zone(text: str, _today: date) -> str:
    from simulator.time_zone import zone_of  # noqa: PLC0415

    try:
        return zone_of(text.strip()).key
    except RingbackError as error:
        raise ValueError(error.remedy) from error


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    """In `Job`."""
    question: str
    example: str
    read: Reader = read_text

    @property
    def flag(self) -> str:
        return "--" + self.name.replace("_", "-")


FIELDS = (
    Field("company", "The company", "Example Ltd"),
    Field("position", "The position", "Night Porter"),
    Field("contact", "Who interviewed you, as you would address them", "Ms. Jane Smith; several with a comma"),
    Field("others", "Who else you know there, the receptionist for instance", "Tom at reception"),
    Field("candidate", "Your own name", "Alex Brown"),
    Field("interviewed", "When the interview was", "2026-11-24, or last Tuesday", read_day),
    Field("medium", "How it was held", ", ".join(Medium), _read_medium),
    Field("media", "What they have used to reach you", "email, call", _read_media),
    Field("promised", "For when they promised an answer", "2026-12-04, or next Friday", read_day),
    Field("discussed", "Something that you talked about", "the new booking system"),
    Field("strengths", "Your strongest points", "I ran the night shift alone for two years"),
    Field("concerns", "What they may doubt", "I have never worked with their software"),
    Field("phone", "Their phone number", "020 7946 0958"),
    Field("email", "Their email address", "jane.smith@example.com", _read_email),
    Field("own_phone", "Your own number, to leave on a machine", "020 7946 0123"),
    Field("contact_rule", "Their rules on contact", ", ".join(ContactRule), _read_rule),
    Field("rule_note", "Those rules in their words", "No calls before the 10th, please"),
    Field("country", "The office's country, for holidays", "GB, US-CA, DE-BY", _read_country),
    Field("time_zone", "The office's time zone", "Europe/London", _read_zone),
)
_EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(("interviewed", "medium", "promised")),
    "media": frozenset(),
    "contact_rule": ContactRule.ANY,
}


def read_field(field: Field, text: str, today: date) -> Any:  # noqa: ANN401 - fields differ in type
    """The value of what was written; that of a skipped field for nothing. Raises ValueError."""
    return field.read(text.strip(), today) if text.strip() else _EMPTY.get(field.name, "")


def write_field(value: object) -> str:
    """A field's value as one would type it."""
    if value is None or value is ContactRule.ANY:
        return ""
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def read_name(text: str) -> str:
    """The name of a job. Raises ValueError."""
    plain = " ".join(text.split())
    if not plain or plain.startswith("-"):
        raise ValueError("It needs a name, such as acme.")
    if len(plain) > LONGEST_NAME or not plain.isprintable():
        raise ValueError(f"A name has at most {LONGEST_NAME} characters, all of which can be shown.")
    return plain


def name_for(company: str) -> str:
    """A short name for a job: "example" for "Example Ltd"."""
    words = "".join(char if char.isalnum() else " " for char in company).lower().split()
    return words[0][:LONGEST_NAME] if words else "job"
