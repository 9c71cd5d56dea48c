"""What can be rehearsed, and writing more of it."""

from collections.abc import Sequence
from pathlib import Path

import click

from simulator.commands.output import console, print_json
from simulator.errors import RingbackError


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def scenarios(*, as_json: bool) -> None:
    """List the calls that can be rehearsed."""
    from simulator.catalog import load_catalog  # noqa: PLC0415
    from simulator.terminal.tables import scenario_json, scenario_table  # noqa: PLC0415

    catalog = load_catalog()
    for error in catalog.errors:
        click.echo(f"Left out: {error}", err=True)
    if as_json:
        print_json([scenario_json(scenario) for scenario in catalog.scenarios])
    else:
        console().print(scenario_table(catalog.scenarios))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def personas(*, as_json: bool) -> None:
    """List the ways of talking that any call can be given (call --persona)."""
    from simulator.catalog import load_personas  # noqa: PLC0415
    from simulator.terminal.tables import persona_json, persona_table  # noqa: PLC0415

    everyone = load_personas().values()
    if as_json:
        print_json([persona_json(persona) for persona in everyone])
    else:
        console().print(persona_table(everyone))


@click.group()
def scenario() -> None:
    """Write scenarios of your own, and check them."""


@scenario.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def new(file: Path | None) -> None:
    """Write a new scenario from a few answers.

    Without FILE it goes where Ringback finds it. More can be put into the file with any editor.
    """
    from simulator.terminal.authoring import write_scenario  # noqa: PLC0415

    write_scenario(file)


@scenario.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: Sequence[Path]) -> None:
    """Say what is wrong in scenario files, where, and what mends it."""
    from simulator.authoring import check as complaints_of  # noqa: PLC0415

    complaints = [complaint for file in files for complaint in complaints_of(file)]
    for complaint in complaints:
        click.echo(str(complaint))
    if complaints:
        raise RingbackError(f"{len(complaints)} to mend.")
    click.echo("All is well." if len(files) == 1 else f"All is well in {len(files)} files.")


@scenario.command()
def schema() -> None:
    """Print the format as a JSON Schema, for editors that check TOML."""
    from simulator.scenario_schema import scenario_schema  # noqa: PLC0415

    print_json(scenario_schema())
