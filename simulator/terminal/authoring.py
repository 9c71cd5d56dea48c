"""`ringback scenario new`: the questions, and where the file goes."""

from pathlib import Path

import click

from simulator.authoring import OWN_LINES, Draft, check, slug, written
from simulator.catalog import load_catalog, load_personas, own_scenarios
from simulator.core.moves import Move
from simulator.core.scenario_kind import ScenarioKind
from simulator.errors import RingbackError
from simulator.terminal import wording

_FACTS = {
    "contact": ("Whom does one call? As one would address them", "Ms. Jane Smith"),
    "company": ("The company", "Example Ltd"),
    "position": ("The position", "Night Porter"),
    "candidate": ("The candidate's name, for those who don't use their own", "Alex Brown"),
    "discussion_topic": ("Something that was discussed in the interview", "the new booking system"),
    "interviewed": ("When the interview was, as one says it", "last Thursday"),
}


def write_scenario(file: Path | None) -> None:
    """Asks for what a scenario needs and writes it. Raises RingbackError if the file exists or cannot be written."""
    if file is not None and file.exists():
        raise RingbackError(wording.FILE_EXISTS, where=str(file), remedy=wording.OTHER_FILE)
    click.echo(wording.NEW_SCENARIO)
    kinds, personas = [kind.value for kind in ScenarioKind], list(load_personas())
    title = _ask("A title, as in a list of calls")
    kind = ScenarioKind(click.prompt("What kind of call", type=click.Choice(kinds)))
    draft = Draft(
        kind=kind,
        title=title,
        difficulty=click.prompt("How difficult: 1 easy, 2 medium, 3 hard", type=click.IntRange(1, 3), default=2),
        persona=click.prompt("How they talk", type=click.Choice(personas), default=personas[0]),
        goal=_ask("What should the candidate achieve? A sentence"),
        facts={name: _ask(question, example) for name, (question, example) in _FACTS.items()},
        lines=_lines(kind),
    )
    target = file or _free(own_scenarios() / f"{slug(title)}.toml")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written(draft, kinds, personas), encoding="utf-8")
    except OSError as error:
        raise RingbackError(f"cannot be written: {error.strerror}.", where=str(target)) from error
    for complaint in check(target):
        click.echo(str(complaint))
    inside = target.parent == own_scenarios()
    click.echo(wording.SCENARIO_WRITTEN.format(path=target))
    click.echo((wording.PLAY_IT if inside else wording.PUT_IT).format(id=target.stem, folder=own_scenarios()))


def _lines(kind: ScenarioKind) -> dict[Move, str]:
    click.echo(wording.OWN_LINES)
    return {move: _ask(f"The other end {move.meaning}", example) for move, example in OWN_LINES[kind].items()}


def _ask(question: str, example: str = "") -> str:
    def text(answer: str) -> str:
        if not answer.strip():
            raise click.BadParameter("It needs a few words.")
        return " ".join(answer.split())

    return str(click.prompt(f"{question} (e.g. {example})" if example else question, value_proc=text))


def _free(path: Path) -> Path:
    taken = {scenario.id for scenario in load_catalog().scenarios}
    names = [path.stem, *(f"{path.stem}-{number}" for number in ("two", "three", "four", "five", "six"))]
    for name in names:
        candidate = path.with_name(f"{name}.toml")
        if name not in taken and not candidate.exists():
            return candidate
    raise RingbackError(wording.FILE_EXISTS, where=str(path), remedy=wording.OTHER_FILE)
