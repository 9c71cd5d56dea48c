"""The kinds of call."""

from enum import StrEnum


class ScenarioKind(StrEnum):
    """What the candidate meets at the other end."""

    PENDING = "pending"
    REJECTION = "rejection"
    RUDE = "rude"
    RECEPTIONIST = "receptionist"
    VOICEMAIL = "voicemail"
    OFFER = "offer"
    ON_HOLD = "on_hold"
