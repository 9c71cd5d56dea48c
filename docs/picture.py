"""Takes the README's picture of a call: plays one on a pseudo-terminal and writes docs/call.svg (`make docs`)."""

import io
import os
import re
import sys
import tempfile
import time
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.text import Text

COLUMNS, ROWS = 92, 200
SCENARIO, SEED = "lighthouse-captions", "1"
LINES = (
    "Good morning, Ms. Sorley. This is Maria Lopez, I interviewed for the Exhibition Designer position.",
    "I really enjoyed talking about the captions for the lighthouse museum. Have you made a decision yet?",
    "I see. Honestly, I've been waiting for three weeks now and heard nothing.",
    "I'm sorry, I know these things take time. When do you expect to decide?",
    "Thank you for your time, Ms. Sorley. Goodbye.",
)
OUTPUT = Path(__file__).parent / "call.svg"
_PAUSE_S = 0.8


def play() -> pyte.Screen:
    """The screen after a real call."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_DATA_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "simulator", "call", "--scenario", SCENARIO, "--seed", SEED],
            env=environment,
            dimensions=(ROWS, COLUMNS),
            encoding="utf-8",
        )
        screen.write_process_input = child.send

        def read(seconds: float) -> None:
            end = time.monotonic() + seconds
            while time.monotonic() < end and child.isalive():
                try:
                    stream.feed(child.read_nonblocking(65536, timeout=0.05))
                except pexpect.TIMEOUT:
                    continue
                except pexpect.EOF:
                    return

        while "You:" not in "\n".join(screen.display):
            read(_PAUSE_S)
        for line in LINES:
            child.send(line + "\r")
            read(_PAUSE_S)
        child.send("\r")  # they have hung up: how did it go?
        read(_PAUSE_S * 2)
    return screen


def styled(screen: pyte.Screen) -> Text:
    """The screen as rich text."""
    text = Text()
    height = max(row for row, line in enumerate(screen.display) if line.strip()) + 1
    for row in range(height):
        line = Text()
        for column in range(len(screen.display[row].rstrip())):
            char = screen.buffer[row][column]
            line.append(char.data, _style(char))
        text.append_text(line)
        text.append("\n")
    return text


def _style(char: pyte.screens.Char) -> str:
    colour = "" if char.fg == "default" else f"#{char.fg}" if len(char.fg) == len("rrggbb") else char.fg
    words = ["bold" * char.bold, "italic" * char.italics, "underline" * char.underscore]
    return " ".join([*words, colour.replace("brown", "yellow")]).strip()


def main() -> None:
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(styled(play()), soft_wrap=True)
    # Rich would have the reader's browser fetch a font from elsewhere.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", console.export_svg(title="ringback call"), flags=re.DOTALL)
    OUTPUT.write_text(svg.replace("Fira Code, monospace", "monospace"), encoding="utf-8")


if __name__ == "__main__":
    main()
