"""One turn of the candidate, from the first sound of their voice to the silence that ends it."""

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from audio.ending_features import POSITION, position_said
from audio.ending_model import EndingModel, load_endings
from audio.endpointing import Ending, silence_needed_ms
from audio.listeners import HeardSpeech, HeardWord, Hearing, Listener
from audio.melody import LONGEST_MS, Melody, melody
from audio.sound import LOUDEST, Samples
from audio.voice_activity import FRAME_MS, VoiceActivity

_BEFORE_MS = 300
"""What is heard of the time before the voice was noticed: words begin softly."""
_ASK_WORDS_MS = 60
"""How often, at most, the words so far are asked for."""
_FINISH_MS = 350
"""What an engine may need for its last word on a turn. It is asked so long before the turn is over, and goes on with
what follows if the candidate goes on."""
_MELODY_MS = 240
"""Of silence after which the melody of the words before it is looked at, once."""
_LEAST_SILENCE_MS = 240
"""Of which a candidate who goes on would be noticed."""


@dataclass(frozen=True, slots=True)
class HeardTurn:
    """What was said, and when."""

    speech: HeardSpeech
    """The times of its words count from when listening began."""
    started_ms: int
    """Milliseconds since listening began, at the first sound of the voice."""
    ended_ms: int
    """At its last."""
    loudness: Mapping[int, float]
    """Of each frame, 0 to 32,767, by the milliseconds since listening began."""

    def later(self, by_ms: int) -> "HeardTurn":
        """The same turn with times that count from so much earlier."""
        words = tuple(_moved(word, by_ms) for word in self.speech.words)
        return HeardTurn(
            replace(self.speech, words=words),
            self.started_ms + by_ms,
            self.ended_ms + by_ms,
            {at + by_ms: value for at, value in self.loudness.items()},
        )

    def loudness_db(self, started_ms: int, ended_ms: int) -> float | None:
        """How loud the voice was between two moments, below 0: relative to the loudest that can be recorded. None
        where nothing is known."""
        frames = [value for at, value in self.loudness.items() if started_ms <= at < max(ended_ms, started_ms + 30)]
        mean = math.sqrt(sum(value * value for value in frames) / len(frames)) if frames else 0.0
        return 20 * math.log10(mean / LOUDEST) if mean > 0 else None


class TurnTaker:
    """Listens for turns, one after the other, in sound that comes in frames of `FRAME` samples."""

    def __init__(
        self,
        listener: Listener,
        activity: VoiceActivity,
        patience: float = 1.0,
        endings: EndingModel | None = None,
        *,
        position: str = "",
    ) -> None:
        """`position`: the one that the call is about."""
        self._listener = listener
        self._activity = activity
        self._patience = patience
        self._endings = endings or load_endings()
        self._position = position_said(position)
        self._before: deque[Samples] = deque(maxlen=_BEFORE_MS // FRAME_MS)
        self._heard: list[HeardSpeech] = []
        self._hearing: Hearing | None = None
        self._hearing_from_ms = 0
        self._began_ms: int | None = None
        self._now_ms = 0
        self._last_voice_ms = 0
        self._asked_ms = 0
        self._text = ""
        self._loudness: dict[int, float] = {}
        self._speech: deque[Samples] = deque(maxlen=(LONGEST_MS + _MELODY_MS) // FRAME_MS)
        self._melody: Melody | None = None
        self.voiced_ms = 0
        """How much of a voice was heard in this turn."""

    @property
    def now_ms(self) -> int:
        """Milliseconds of sound since listening began."""
        return self._now_ms

    @property
    def begun(self) -> bool:
        return self._began_ms is not None

    @property
    def silence_ms(self) -> int:
        """Since the voice was last heard."""
        return self._now_ms - self._last_voice_ms

    @property
    def turn_ms(self) -> int:
        """Since the turn began; 0 between turns."""
        return self._now_ms - self._began_ms if self._began_ms is not None else 0

    @property
    def text(self) -> str:
        """The words so far; they may change."""
        if self._hearing is not None and self._now_ms - self._asked_ms >= _ASK_WORDS_MS:
            self._text, self._asked_ms = self._hearing.so_far(), self._now_ms
        return " ".join(filter(None, (*(part.text for part in self._heard), self._text)))

    @property
    def over(self) -> bool:
        """Whether the candidate has finished."""
        return self.begun and self.silence_ms >= self.silence_needed_ms

    @property
    def settled(self) -> bool:
        """Whether the words so far are the engine's last word, unless the candidate goes on."""
        return self.begun and self._hearing is None

    @property
    def silence_needed_ms(self) -> int:
        text = self._position.sub(POSITION, self.text)
        return silence_needed_ms(text, self._endings, self._melody, self._patience)

    @property
    def _settles_after_ms(self) -> int:
        # Words that look unfinished may look finished once the engine has had its last word on them.
        possible_ms = round(Ending.POSSIBLE.silence_ms * self._patience)
        return min(self.silence_needed_ms, possible_ms) - _FINISH_MS

    def feed(self, frame: Samples) -> None:
        """Takes the next frame. Raises AudioError if the engine fails."""
        voice = self._activity.hears(frame)
        self._now_ms += FRAME_MS
        if voice and self._hearing is None:
            self._begin()
        if self._hearing is None:
            self._before.append(frame)
            return
        self._loudness[self._now_ms - FRAME_MS] = self._activity.loudness
        self._hearing.feed(frame)
        self._speech.append(frame)
        if voice and self._activity.voiced_now:
            self._last_voice_ms = self._now_ms
            self.voiced_ms += FRAME_MS
            self._melody = None
            return
        if self.silence_ms == _MELODY_MS:
            self._melody = melody(np.concatenate(list(self._speech)[: -_MELODY_MS // FRAME_MS]))
        if self.silence_ms >= _LEAST_SILENCE_MS and self.silence_ms >= self._settles_after_ms:
            self._settle()

    def finish(self) -> HeardTurn:
        """Ends the turn that has begun: what was heard of it."""
        if self._began_ms is None:
            raise ValueError("No turn has begun.")
        self._settle()
        words = tuple(word for part in self._heard for word in part.words)
        speech = HeardSpeech(words, self._listener.name)
        turn = HeardTurn(speech, self._began_ms, max(self._last_voice_ms, self._began_ms), self._loudness)
        self.drop()
        return turn

    def drop(self) -> None:
        """Forgets the turn that has begun, if any: it was none."""
        self._began_ms = None
        self._hearing = None
        self._heard = []
        self._text = ""
        self._loudness = {}
        self._speech.clear()
        self._melody = None
        self.voiced_ms = 0
        self._before.clear()

    def _begin(self) -> None:
        """The voice sets in, for the first time or after a silence."""
        self._hearing = self._listener.hear()
        for frame in self._before:
            self._hearing.feed(frame)
        self._hearing_from_ms = self._now_ms - FRAME_MS * (len(self._before) + 1)
        if self._began_ms is None:
            self._began_ms = max(self._now_ms - FRAME_MS * 3, 0)
        self._last_voice_ms = self._now_ms
        self._before.clear()
        self._text, self._asked_ms = "", self._now_ms

    def _settle(self) -> None:
        """Has the engine say what it heard since the voice set in."""
        if self._hearing is not None:
            speech = self._hearing.finish()
            moved = (_moved(word, self._hearing_from_ms) for word in speech.words)
            self._heard.append(replace(speech, words=tuple(moved)))
            self._hearing, self._text = None, ""


def _moved(word: HeardWord, by_ms: int) -> HeardWord:
    return replace(word, started_ms=word.started_ms + by_ms, ended_ms=word.ended_ms + by_ms)
