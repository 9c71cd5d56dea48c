"""Kinds of value that options and arguments take."""

from datetime import date

import click

from simulator.core.days import day_of
from simulator.core.medium import Medium, medium_of


class Day(click.ParamType):  # type: ignore[type-arg] # it takes none before click 8.3
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return day_of(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class MediumName(click.ParamType):  # type: ignore[type-arg] # the same
    """A medium, as people name it."""

    name = "medium"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Medium:
        found = medium_of(str(value))
        if found is None:
            self.fail(f"{value!r} is not one of: {', '.join(Medium)}.", param, ctx)
        return found


DAY = Day()
MEDIUM = MediumName()


def _or_newest(_ctx: click.Context, _param: click.Parameter, call_id: int | None) -> int:
    if call_id is not None:
        return call_id
    from simulator.bootstrap import open_history  # noqa: PLC0415 - only who names no call waits for it

    return open_history().newest()


CALL_ID = click.argument("call_id", metavar="[ID]", type=click.IntRange(1), required=False, callback=_or_newest)
"""A call of the history; the newest unless named."""
