"""The page to hold in the real call."""

from collections.abc import Sequence
from pathlib import Path

import click

from simulator.commands.output import console, hand_over
from simulator.commands.settings import facts_of

_LAST = 20
"""Calls in which lines are looked for unless the user says otherwise."""


@click.command()
@click.option(
    "--set", "settings", multiple=True, metavar="FACT=TEXT", help="Your own call: company=…, contact=… and so on."
)
@click.option("--job", "job_name", metavar="NAME", help="The facts of this job; see `ringback job list`.")
@click.option("--format", "form", type=click.Choice(["terminal", "markdown", "html"]), help="How to write it.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@click.option("--open", "opens", is_flag=True, help="Show it in the browser, to be printed.")
@click.option(
    "--last",
    type=click.IntRange(0),
    default=_LAST,
    show_default=True,
    metavar="N",
    help="Look for your lines in the last N calls.",
)
def card(  # noqa: PLR0913 - one for each option
    settings: Sequence[str], job_name: str | None, form: str | None, output: Path | None, last: int, *, opens: bool
) -> None:
    """Make the cue card for the real call, with your own best lines so far.

    --set takes company, position, contact, candidate (you), topic, interviewed and promised, and goes before the
    facts of a --job. What both leave out is taken from your last rehearsal of that call.
    """
    form = form or ("html" if opens else _FORMS.get(output.suffix.lower() if output else "", "terminal"))
    if opens and form != "html":
        raise click.UsageError("--open shows a page: leave --format out, or use --format html.")
    from simulator.attempts import attempts, completed  # noqa: PLC0415
    from simulator.bootstrap import open_history  # noqa: PLC0415
    from simulator.catalog import load_checklist  # noqa: PLC0415
    from simulator.core.cue_card import cue_card, facts_like  # noqa: PLC0415
    from simulator.core.transcript import Facts  # noqa: PLC0415

    facts = facts_of(settings)
    if job_name is not None:
        from simulator.bootstrap import open_jobs, today  # noqa: PLC0415

        facts = {**open_jobs().find(job_name).job.facts(today()), **facts}
    history = open_history()
    made = attempts(history, completed(history)[-last:] if last else [])
    result = cue_card(facts_like(Facts(**facts), made), load_checklist(), made)
    if form == "terminal":
        from simulator.reports.cue_card_terminal import cue_card_text, print_cue_card  # noqa: PLC0415

        if output is None:
            print_cue_card(console(), result)
        else:
            hand_over(cue_card_text(result), output)
    elif form == "markdown":
        from simulator.reports.cue_card_markdown import cue_card_markdown  # noqa: PLC0415

        hand_over(cue_card_markdown(result), output)
    else:
        from simulator.reports.cue_card_page import cue_card_page  # noqa: PLC0415

        hand_over(cue_card_page(result), output, opens=opens, name="cue-card")


_FORMS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
