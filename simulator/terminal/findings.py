"""What the doctor found, as lines."""

from collections.abc import Iterable

import click

from simulator.doctor import Finding


def print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        mark = "ok     " if finding.fine else "missing" if finding.needed else "no     "
        click.echo(f"{mark}  {finding.part}: {finding.what}")
        if finding.remedy and not finding.fine:
            for line in finding.remedy.splitlines():
                click.echo(f"         {line}")
