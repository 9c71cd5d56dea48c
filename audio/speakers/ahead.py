"""Lines synthesised before they are needed."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from audio.sound import Sound
from audio.speakers import Speaker, Voice

_KEPT = 40
"""Lines; those asked for longest ago are forgotten."""


class SpeakingAhead:
    """Makes lines in the background: a line that was prepared is there at once."""

    def __init__(self, speaker: Speaker, effect: Callable[[Sound], Sound] = lambda sound: sound) -> None:
        """`effect` is what the line does to every sound, such as the band of a telephone."""
        self._speaker = speaker
        self._effect = effect
        self._worker = ThreadPoolExecutor(1, "ringback-speaking")
        self._lines: OrderedDict[tuple[str, Voice], Future[Sound]] = OrderedDict()

    def prepare(self, text: str, voice: Voice) -> None:
        self._ask(text, voice)

    def is_ready(self, text: str, voice: Voice) -> bool:
        """Whether `say` would return at once."""
        line = self._lines.get((text, voice))
        return line is not None and line.done()

    def say(self, text: str, voice: Voice) -> Sound:
        """The line. Raises AudioError if it cannot be had; then it is tried anew the next time."""
        line = self._ask(text, voice)
        try:
            return line.result()
        except Exception:
            self._lines.pop((text, voice), None)
            raise

    def close(self) -> None:
        self._worker.shutdown(wait=False, cancel_futures=True)
        self._speaker.close()

    def _ask(self, text: str, voice: Voice) -> Future[Sound]:
        line = self._lines.get((text, voice))
        if line is None:
            line = self._worker.submit(lambda: self._effect(self._speaker.say(text, voice)))
            self._lines[text, voice] = line
            while len(self._lines) > _KEPT:
                self._lines.popitem(last=False)[1].cancel()
        return line
