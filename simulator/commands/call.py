"""Making a call."""

from collections.abc import Sequence

import click

from simulator.commands.settings import facts_of


@click.command()
@click.argument("called", metavar="[SCENARIO]", required=False)
@click.option("--scenario", "scenario_id", metavar="ID", help="The same as SCENARIO.")
@click.option("--persona", "persona_id", metavar="ID", help="How they talk; see `ringback personas`.")
@click.option(
    "--set", "settings", multiple=True, metavar="FACT=TEXT", help="Your own call: company=…, contact=… and so on."
)
@click.option("--job", "job_name", metavar="NAME", help="With the facts of a real job of yours; see `ringback job`.")
@click.option("--incoming", is_flag=True, help="They ring you.")
@click.option("--seed", type=click.IntRange(0), help="The same seed and the same words give the same call.")
@click.option("--json", "as_json", is_flag=True, help="Print transcript and scorecard as one JSON object.")
@click.option("--resume", is_flag=True, help="Go on with the last call that was cut off.")
@click.option("--voice", is_flag=True, help="Speak and listen: a phone call.")
@click.option("--engine", metavar="NAME", help="Voice: who listens; the best that is installed, unless named.")
@click.option(
    "--speaker",
    type=click.Choice(["system", "piper"]),
    default="system",
    show_default=True,
    help="Voice: who speaks; see `ringback voice install piper`.",
)
@click.option(
    "--patience",
    type=click.FloatRange(0.5, 3),
    default=1.0,
    show_default=True,
    help="Voice: 2 lets you pause twice as long before they answer.",
)
@click.option(
    "--line",
    type=click.Choice(["clear", "telephone", "noisy"]),
    default="telephone",
    show_default=True,
    help="Voice: how their voice comes through.",
)
@click.option("--confirm", is_flag=True, help="Voice: put right what was heard before they answer.")
@click.option("--online", is_flag=True, help="Voice: allow an engine that sends your voice to a company's computers.")
@click.option("--no-recording", is_flag=True, help="Voice: keep no recording of the call.")
def call(  # noqa: PLR0913, PLR0917 - one for each option
    called: str | None,
    scenario_id: str | None,
    persona_id: str | None,
    settings: Sequence[str],
    job_name: str | None,
    seed: int | None,
    *,
    incoming: bool,
    as_json: bool,
    resume: bool,
    voice: bool,
    engine: str | None,
    speaker: str,
    patience: float,
    line: str,
    no_recording: bool,
    confirm: bool,
    online: bool,
) -> None:
    """Make a rehearsal call, and see it scored.

    SCENARIO says whom to call; see `ringback scenarios`. Without it, you choose.

    Without a terminal, each line of standard input is one turn of yours, and its end hangs up.
    --set takes company, position, contact, candidate (you), topic, interviewed and promised, and goes before the
    facts of a --job.
    """
    if called and scenario_id and called != scenario_id:
        raise click.UsageError("Two scenarios are named; a call needs one.")
    scenario_id = called or scenario_id
    if resume and (scenario_id or persona_id or settings or job_name or incoming or seed is not None):
        raise click.UsageError("--resume goes on with a call as it was: leave out all that would change it.")
    from simulator.terminal.calling import Wish, make_call, resume_call  # noqa: PLC0415

    aloud = None
    if voice:
        from simulator.aloud import Aloud, PhoneLine  # noqa: PLC0415

        aloud = Aloud(
            engine, patience, PhoneLine(line), not no_recording, confirm=confirm, online=online, speaker=speaker
        )
    if resume:
        resume_call(as_json=as_json, aloud=aloud)
        return
    facts = facts_of(settings)
    job_id = None
    if job_name is not None:
        from simulator.bootstrap import open_jobs, today  # noqa: PLC0415 - only a real job needs it before it rings

        kept = open_jobs().find(job_name)
        job_id, facts = kept.id, {**kept.job.facts(today()), **facts}
    wish = Wish(scenario_id, persona_id, facts, seed, job_id, incoming=incoming)
    make_call(wish, as_json=as_json, aloud=aloud)
