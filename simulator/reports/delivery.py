"""How a call was spoken, in words, for every report: what was measured, what is usual, and who says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.core.delivery import LONG_PAUSE_MS, PAUSE_MS, Delivery

TITLE = "How you sounded"
NOTE = "Measured by a machine on what it heard. None of it counts towards the score."


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    value: str
    usual: str = ""
    """A plain range; empty where nobody has measured one that fits."""
    source: str = ""
    """Whose range it is."""


def delivery_rows(found: Delivery) -> Iterator[Row]:
    pace = "about 150 in talk"
    yield Row("Words per minute", f"{found.words_per_minute:.0f}", pace, "National Center for Voice and Speech, USA")
    kinds = ", ".join(f"{kind} {count}" for kind, count in found.fillers.items())
    yield Row(
        "Fillers",
        f"{kinds or 'none'} ({found.fillers_per_100_words:.1f} in 100 words)",
        "um and uh: 1 to 2 in 100 words",
        "Enfield 2017, How We Talk",
    )
    yield Row(
        "Pauses while you spoke",
        f"{found.pauses}, of which {found.long_pauses} of a second or more",
        "0.2 to 1 s each; in free talk some are longer",
        "Campione and Véronis 2002",
    )
    if found.longest_pause_ms:
        yield Row("Longest pause", seconds(found.longest_pause_ms))
    if found.talk_share is not None:
        yield Row("Your share of the talk", f"{found.talk_share:.0%}")
    yield Row(
        "Longest without a break",
        seconds(found.longest_monologue_ms),
        "a whole call takes a minute or two",
        "S0 S1 S3 S4",
    )
    if found.introduced_after_ms is None:
        yield Row("Until you said who you are", "your name was not heard")
    else:
        yield Row("Until you said who you are", seconds(found.introduced_after_ms))
    if found.loudness_variation_db is not None:
        yield Row("Variation of loudness", f"{found.loudness_variation_db:.1f} dB")


def delivery_json(found: Delivery) -> dict[str, Any]:
    return {
        "words": found.words,
        "words_per_minute": round(found.words_per_minute, 1),
        "fillers": dict(found.fillers),
        "fillers_per_100_words": round(found.fillers_per_100_words, 2),
        "pauses": {
            "from_ms": PAUSE_MS,
            "count": found.pauses,
            "long_from_ms": LONG_PAUSE_MS,
            "long": found.long_pauses,
        },
        "longest_pause_ms": found.longest_pause_ms,
        "talk_share": None if found.talk_share is None else round(found.talk_share, 3),
        "longest_monologue_ms": found.longest_monologue_ms,
        "introduced_after_ms": found.introduced_after_ms,
        "loudness_variation_db": None if found.loudness_variation_db is None else round(found.loudness_variation_db, 2),
        "ranges": [
            {"title": row.title, "usual": row.usual, "source": row.source} for row in delivery_rows(found) if row.usual
        ],
    }


def seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f} s"
