"""The encoder and the linear model, deciding together."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.core.encoder import Encoder
from simulator.core.linear import LinearModel
from simulator.core.reading import Reading
from simulator.core.text import Span


@dataclass(frozen=True, slots=True)
class Mixture:
    """What a turn does is said by both; where it does it, by the linear model alone: the encoder reads each word in
    the light of all others, so that its view of one clause is coloured by the next."""

    encoder: Encoder
    linear: LinearModel
    share: float
    """The weight of the encoder's word, 0 to 1; the linear model has the rest."""

    def read(self, text: str, parts: Sequence[Span], context: str) -> Reading:
        reading = self.linear.read(text, parts, context)
        turn = text[parts[0].start : parts[-1].end]
        both = self.share * self.encoder.chances(turn, context) + (1 - self.share) * reading.turn
        return Reading(both, reading.clauses)
