"""Sound as it is passed between the parts."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RATE_HZ = 16_000
"""Samples a second in all that Ringback records, hears and plays: what the recognisers are trained on."""
BYTES_A_SAMPLE = 2
LOUDEST = 32_767
"""The largest value of a sample."""

Samples = npt.NDArray[np.int16]
"""One channel, 16 bits a sample."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A stretch of sound."""

    samples: Samples
    rate_hz: int = RATE_HZ

    @property
    def duration_ms(self) -> int:
        return round(1000 * len(self.samples) / self.rate_hz)
