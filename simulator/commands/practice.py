"""Practising moments of calls that were made."""

import click

from simulator.commands.parameters import CALL_ID


@click.command()
@click.option("--count", type=click.IntRange(1), default=5, show_default=True, help="At most so many moments.")
@click.option("--item", metavar="ID", help="Only this item of the checklist, due or not.")
@click.option("--ahead", is_flag=True, help="Also what is not due yet.")
@click.option("--json", "as_json", is_flag=True, help="Print what was tried as a JSON list.")
def drill(count: int, item: str | None, *, ahead: bool, as_json: bool) -> None:
    """Say the weakest moments of your calls anew.

    Their line comes back, you answer, up to three times, and see at once what helped. What sits
    comes back after days, what does not the same evening. Without a terminal, each line of standard
    input is one answer.
    """
    from simulator.terminal.drilling import drill as practise  # noqa: PLC0415

    practise(count, item, ahead=ahead, as_json=as_json)


@click.command()
@CALL_ID
@click.option(
    "--turn", type=click.IntRange(0), help="Just before this turn; all turns count, from 0. The worst one if left out."
)
@click.option("--json", "as_json", is_flag=True, help="Print transcript and scorecard as one JSON object.")
def retry(call_id: int, turn: int | None, *, as_json: bool) -> None:
    """Go back into a call of the history, the newest unless named, just before a turn.

    It becomes a new call; the other end is who it was, and knows what it knew.
    """
    from simulator.terminal.retrying import retry as go_back  # noqa: PLC0415

    go_back(call_id, turn, as_json=as_json)
