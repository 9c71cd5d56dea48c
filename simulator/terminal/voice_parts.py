"""What a call aloud is made of, and what it is while it lasts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.core.call import CallState

if TYPE_CHECKING:
    from collections.abc import Callable

    from audio.listeners import Listener
    from audio.phone import Phone
    from audio.recorder import Recorder
    from audio.speakers.ahead import SpeakingAhead
    from simulator.core.scenario import Scenario
    from simulator.rehearsal import Rehearsal


@dataclass(frozen=True, slots=True)
class VoiceParts:
    """Everything but the devices and the screen."""

    scenario: "Scenario"
    speaking: "SpeakingAhead"
    load_listener: "Callable[[], Listener]"
    patience: float = 1.0
    recorder: "Recorder | None" = None
    confirm: bool = False
    """Whether the user puts right what was heard before it is answered."""


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A call that has been answered, with the phone in the user's hand."""

    phone: "Phone"
    rehearsal: "Rehearsal"

    @property
    def machine_listens(self) -> bool:
        return self.rehearsal.call.state is CallState.VOICEMAIL
