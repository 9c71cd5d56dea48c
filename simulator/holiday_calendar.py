"""The public holidays of a country, from the `holidays` library."""

import os
import re
import sys
from collections.abc import Mapping
from datetime import date

from simulator.core.business_days import BusinessDays
from simulator.errors import RingbackError

_LOCALES = ("LC_ALL", "LC_TIME", "LANG")
"""Where the user's country stands, the most telling first."""
_COUNTRY = re.compile(r"[A-Za-z]+_(?P<country>[A-Z]{2})\b")
_MOST_LIVE_IN: Mapping[str, str] = {"GB": "GB-ENG", "UK": "GB-ENG"}
"""Countries whose parts have few holidays in common: without Easter Monday most would be called on it."""
_LANGUAGE = "en_US"
_NEARLY_EVERYWHERE: Mapping[tuple[int, int], str] = {(1, 1): "New Year's Day", (12, 25): "Christmas Day"}
"""Month and day: what is kept free where the country is not known."""


def users_country(environment: Mapping[str, str] = os.environ) -> str:
    """The two letters of the country that the locale names; empty if it names none."""
    for variable in _LOCALES:
        if value := environment.get(variable):
            found = _COUNTRY.match(value)
            return found["country"] if found else ""
    return _systems_country()


def _systems_country() -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows asks this way
        import locale  # noqa: PLC0415

        language = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
        found = _COUNTRY.match(language)
        return found["country"] if found else ""
    return ""


def business_days(country: str) -> BusinessDays:
    """The calendar of a country ("DE"), or of a part of it ("DE-BY"); without one, weekends and the two days that are
    free nearly everywhere. Raises RingbackError for a country that nobody knows."""
    if not country:
        return BusinessDays(lambda day: _NEARLY_EVERYWHERE.get((day.month, day.day), ""))
    from holidays import country_holidays  # noqa: PLC0415 - 120 ms that only a plan needs

    code, _, part = _MOST_LIVE_IN.get(country.upper(), country.upper()).partition("-")
    try:
        calendar = country_holidays(code, subdiv=part or None, language=_LANGUAGE)
    except NotImplementedError as error:
        raise RingbackError(
            f"No holidays are known for {country!r}.",
            remedy="Give the two letters of a country, with a part of it if you like: GB, US-CA, DE-BY.",
        ) from error

    def holiday(day: date) -> str:
        return calendar.get(day) or ""

    return BusinessDays(holiday, frozenset(calendar.weekend))
