"""The course of a call as a picture: where its lines, points and bands go."""

import itertools
from dataclasses import dataclass

from simulator.core.arc import Arc
from simulator.core.temper import COLD_BELOW, WARM_FROM
from simulator.reports.names import STAGES

_TOP, _BOTTOM = 22.0, 166.0
"""Pixels from the top at which the best and the worst mood are drawn."""
_SLIM = 22
"""Percent of the width below which a band has no room for its name on a phone."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Moods in which they talk alike."""

    name: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Point:
    """The mood after a turn."""

    x: float
    y: float
    turned: bool
    warmer: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A stage of the call."""

    name: str
    turns: str
    x: float
    width: float
    middle: float
    slim: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Across in percent of the width, down in pixels."""

    about: str
    """What it shows, in words."""
    zones: tuple[Zone, ...]
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    bands: tuple[Band, ...]
    news_x: float | None
    """Where the answer came; None if it never did."""


def timeline(arc: Arc) -> Timeline:
    """The picture of a course that has a step at least."""
    steps = arc.steps
    slot = 100 / len(steps)
    points = tuple(
        Point(_percent((index + 0.5) * slot), _height(step.mood), step.turned, step.change >= 0)
        for index, step in enumerate(steps)
    )
    lines = [Line(0, _height(arc.mood), points[0].x, points[0].y)]
    for index, (before, after) in enumerate(itertools.pairwise(points)):
        # Who was put through begins with a mood of their own.
        if steps[index].role is steps[index + 1].role:
            lines.append(Line(before.x, before.y, after.x, after.y))
    bands = tuple(
        Band(
            STAGES[span.state],
            _turns(span.first + 1, span.last + 1),
            _percent(span.first * slot + 0.3),
            _percent((span.last - span.first + 1) * slot - 0.6),
            _percent((span.first + span.last + 1) / 2 * slot),
            (span.last - span.first + 1) * slot < _SLIM,
        )
        for span in arc.spans
    )
    news = next((point.x for point, step in zip(points, steps, strict=True) if step.news), None)
    return Timeline(_about(arc), _ZONES, tuple(lines), points, bands, news)


def _about(arc: Arc) -> str:
    moods = ", ".join(f"turn {number} {step.tone}" for number, step in enumerate(arc.steps, 1))
    return f"Their mood after each turn of yours: {moods}."


def _turns(first: int, last: int) -> str:
    return f"turn {first}" if first == last else f"turns {first} to {last}"


def _percent(value: float) -> float:
    return round(value, 2)


def _height(mood: float) -> float:
    """Pixels from the top; mood from -1 to 1."""
    return round(_TOP + (1 - mood) / 2 * (_BOTTOM - _TOP), 1)


_ZONES = tuple(
    Zone(name, _height(high), round(_height(low) - _height(high), 1))
    for name, high, low in (("warm", 1.0, WARM_FROM), ("neutral", WARM_FROM, COLD_BELOW), ("cold", COLD_BELOW, -1.0))
)
