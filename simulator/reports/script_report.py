"""The script for a real call, on the screen, as Markdown, and as a page to print."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from simulator.core.job import Job
from simulator.core.script import WORDS_A_MINUTE, Script, ScriptLine, ScriptPart, ScriptTurn, gaps
from simulator.core.text import printable
from simulator.reports.markdown_report import plain

_OTHER = "or"
_OWN = "yours"
_INTRO = "Say it in your own words: this is a rail to hold, not a text to read out."
_FILL = "Fill in what stands in brackets."


def heading(job: Job) -> str:
    whom = ", ".join(part for part in (job.interviewer, job.company) if part)
    return printable(f"Your call to {whom or job.name or 'the employer'}")


def notes(job: Job) -> list[tuple[str, str]]:
    """What to have before one's eyes in the call."""
    known = (
        ("Position", job.position),
        ("Their number", job.phone),
        ("You talked about", job.discussed),
        ("Your strengths", job.strengths),
        ("They may doubt", job.concerns),
        ("You know there", job.others),
    )
    return [(name, value) for name, value in known if value]


def seconds_in_words(seconds: int) -> str:
    return f"about {seconds} s"


def script_terminal(job: Job, script: Script, _today: date) -> RenderableType:
    blocks: list[RenderableType] = [Text(heading(job), style="bold"), Text(_intro(script))]
    blocks += [Text.assemble((f"{name}: ", "bold"), printable(value)) for name, value in notes(job)]
    for part in script.parts:
        title = Text.assemble("\n", (part.title, "bold cyan"), f" ({seconds_in_words(part.seconds)})")
        blocks += [title, Text(f"{part.when} ({' '.join(part.source)})", style="dim")]
        blocks += [Padding(block, (0, 0, 0, 2)) for turn in part.turns for block in _terminal_turn(turn)]
    return Group(*blocks)


def _terminal_turn(turn: ScriptTurn) -> Iterator[RenderableType]:
    if turn.when:
        yield Text(turn.when, style="dim")
    for number, line in enumerate(turn.lines):
        before = "" if number == 0 else f"{_OTHER} "
        yield Padding(Text(f"{before}“{line.text}” {_aside(line)}"), (0, 0, 0, 0 if number == 0 else 2))


def _aside(line: ScriptLine) -> str:
    return f"({_OWN}, {line.seconds} s)" if line.own else f"({line.seconds} s)"


def _intro(script: Script) -> str:
    missing = any(gaps(line.text) for part in script.parts for turn in part.turns for line in turn.lines[:1])
    return f"{_INTRO} {_FILL}" if missing else _INTRO


def script_markdown(job: Job, script: Script, today: date) -> str:
    return "\n".join(_markdown(job, script, today)) + "\n"


def _markdown(job: Job, script: Script, today: date) -> Iterator[str]:
    yield f"# {plain(heading(job))}"
    yield ""
    yield f"{_intro(script)} ({today.isoformat()}; times at {WORDS_A_MINUTE} words a minute)"
    yield ""
    for name, value in notes(job):
        yield f"- {name}: {plain(value)}"
    for part in script.parts:
        yield ""
        yield f"## {part.title} ({seconds_in_words(part.seconds)})"
        yield ""
        yield f"*{part.when}* ({' '.join(part.source)})"
        yield ""
        yield from _markdown_turns(part)


def _markdown_turns(part: ScriptPart) -> Iterator[str]:
    for number, turn in enumerate(part.turns, 1):
        aside = f"*{turn.when}* " if turn.when else ""
        first, *others = turn.lines
        yield f"{number}. {aside}“{plain(first.text)}” {_aside(first)}"
        for line in others:
            yield f"   - {_OTHER} “{plain(line.text)}” {_aside(line)}"


def script_html(job: Job, script: Script, today: date) -> str:
    """One self-contained file: nothing is loaded, nothing runs, all that the user wrote is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - for pages only

    pages = Environment(
        loader=PackageLoader("simulator.reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return pages.get_template("script.html").render(
        heading=heading(job),
        intro=_intro(script),
        today=today.isoformat(),
        pace=WORDS_A_MINUTE,
        notes=notes(job),
        script=script,
        part_time=seconds_in_words,
        aside=_aside,
    )


def script_text(job: Job, script: Script, today: date) -> str:
    """As the terminal shows it, without colours."""
    from io import StringIO  # noqa: PLC0415

    out = Console(file=StringIO(), width=100, highlight=False, color_system=None)
    with out.capture() as captured:
        out.print(script_terminal(job, script, today))
    return captured.get()


SCRIPT_FORMATS: Mapping[str, Callable[[Job, Script, date], str]] = {
    "terminal": script_text,
    "markdown": script_markdown,
    "html": script_html,
}
