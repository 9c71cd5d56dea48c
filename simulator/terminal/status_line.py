"""The last line of the screen while the user speaks: clock, level meter, keys."""

import math
import time

from rich.console import Console

from audio.sound import LOUDEST
from simulator.terminal import wording

_EVERY_SECONDS = 0.1
_BARS = 10
_RANGE_DB = 50.0
"""From the quietest that the meter shows to the loudest."""
_WIDE = 80


class StatusLine:
    """A line that is written over again and again, on a terminal that can do so."""

    def __init__(self, console: Console, *, shown: bool) -> None:
        self._console = console
        self._shown = shown
        self._drawn = 0.0

    def draw(self, seconds: int, doing: str, level: float) -> None:
        """`level` is the loudness of the user, 0 to 32,767."""
        now = time.monotonic()
        if not self._shown or now - self._drawn < _EVERY_SECONDS:
            return
        self._drawn = now
        keys = "  ".join(f"{key} {name}" for key, name in wording.VOICE_KEYS)
        text = f" {seconds // 60}:{seconds % 60:02}  {doing:<9} {meter(level, self._bar)}"
        if self._console.width >= _WIDE:
            text += f"  {keys}"
        self._console.file.write(f"\r{text[: self._console.width - 1]}\x1b[K")
        self._console.file.flush()

    def clear(self) -> None:
        """Makes room for lines that stay."""
        if self._shown and self._drawn:
            self._console.file.write("\r\x1b[K")
            self._console.file.flush()
            self._drawn = 0.0

    @property
    def _bar(self) -> str:
        return "█·" if (self._console.encoding or "").lower().startswith("utf") else "#."


def meter(level: float, bar: str = "#.") -> str:
    """Ten signs, more of the first the louder it is."""
    decibels = 20 * math.log10(max(level, 1.0) / LOUDEST)
    full = round(_BARS * min(max(1 + decibels / _RANGE_DB, 0.0), 1.0))
    return bar[0] * full + bar[1] * (_BARS - full)
