"""The facts of a call as they are given on the command line."""

from collections.abc import Sequence

import click

_SETTABLE = {
    **{name: name for name in ("company", "position", "contact", "candidate", "interviewed", "promised")},
    "topic": "discussion_topic",
}
_LONGEST_FACT = 200
"""Characters."""


def facts_of(settings: Sequence[str]) -> dict[str, str]:
    """The facts in "name=text" settings, by their names in `Facts`."""
    from simulator.core.text import printable  # noqa: PLC0415 - help comes without it

    facts: dict[str, str] = {}
    for setting in settings:
        name, is_given, text = setting.partition("=")
        text = " ".join(printable(text).split())
        if name.strip() not in _SETTABLE or not is_given:
            raise click.BadParameter(
                f"{setting!r} is not FACT=TEXT with one of: {', '.join(_SETTABLE)}", param_hint="--set"
            )
        if not text or len(text) > _LONGEST_FACT:
            raise click.BadParameter(f"{name} needs a text of 1 to {_LONGEST_FACT} characters", param_hint="--set")
        facts[_SETTABLE[name.strip()]] = text
    return facts
