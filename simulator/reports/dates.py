"""Times as reports write them."""

from datetime import date


def clock(milliseconds: int) -> str:
    """A time since the call was answered: "1:05"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02d}"


def day(moment: date) -> str:
    """ "5 March"."""
    return f"{moment.day} {moment:%B}"
