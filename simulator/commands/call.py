"""Making a call."""

from collections.abc import Sequence

import click

from simulator.commands.settings import facts_of as _facts


@click.command()
@click.option("--scenario", "scenario_id", metavar="ID", help="Whom to call; see `ringback scenarios`.")
@click.option("--persona", "persona_id", metavar="ID", help="How they talk; see `ringback personas`.")
@click.option(
    "--set", "settings", multiple=True, metavar="FACT=TEXT", help="Your own call: company=…, contact=… and so on."
)
@click.option("--incoming", is_flag=True, help="They ring you.")
@click.option("--seed", type=click.IntRange(0), help="The same seed and the same words give the same call.")
@click.option("--json", "as_json", is_flag=True, help="Print transcript and scorecard as one JSON object.")
@click.option("--resume", is_flag=True, help="Go on with the last call that was cut off.")
def call(  # noqa: PLR0913 - one for each option
    scenario_id: str | None,
    persona_id: str | None,
    settings: Sequence[str],
    seed: int | None,
    *,
    incoming: bool,
    as_json: bool,
    resume: bool,
) -> None:
    """Make a rehearsal call, and see it scored.

    Without a terminal, each line of standard input is one turn of yours, and its end hangs up.
    --set takes company, position, contact, candidate (you), topic, interviewed and promised.
    """
    if resume and (scenario_id or persona_id or settings or incoming or seed is not None):
        raise click.UsageError("--resume goes on with a call as it was: leave out all that would change it.")
    from simulator.terminal.calling import Wish, make_call  # noqa: PLC0415

    wish = Wish(scenario_id, persona_id, _facts(settings), seed, incoming=incoming)
    make_call(wish, as_json=as_json, resume=resume)
