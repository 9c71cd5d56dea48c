"""Clocks: the employer's, and the user's."""

import difflib
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from simulator.errors import RingbackError


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name, such as "Europe/Berlin". Raises RingbackError for an unknown one."""
    known = available_timezones()
    for candidate in (name, "/".join(part.strip().title() for part in name.replace(" ", "_").split("/"))):
        if candidate in known:
            return ZoneInfo(candidate)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        near = [zone for zone in sorted(known) if name.strip().replace(" ", "_").lower() in zone.lower()][:1]
        near = near or difflib.get_close_matches(name, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise RingbackError(
            f"{name!r} is no time zone.", remedy=f"Zones are named by a city: Europe/London, America/Chicago.{hint}"
        ) from error


def users_zone() -> tzinfo:
    """The zone of this computer's clock."""
    zone = datetime.now().astimezone().tzinfo
    if zone is None:  # pragma: no cover - astimezone always sets one
        raise RingbackError("This computer's clock has no time zone.")
    return zone
