"""The scored transcript as a page to look at, to print, or to send to a coach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.core.attempt import Attempt
from simulator.core.checklist import ItemKind
from simulator.core.comparison import Contrast, compare
from simulator.core.delivery import delivery
from simulator.core.scoring import Outcome, Scorecard, Verdict
from simulator.core.transcript import Transcript
from simulator.reports.background import NOTHING, Background
from simulator.reports.conversation import conversation
from simulator.reports.dates import clock, day
from simulator.reports.delivery import NOTE, delivery_rows
from simulator.reports.names import KINDS, SOURCES
from simulator.reports.quotes import Said, said
from simulator.reports.timeline import timeline
from simulator.reports.turning_points import turning_points
from simulator.reports.words import heading, not_come_up, own_words, points_word, praise, stake

if TYPE_CHECKING:
    from markupsafe import Markup


def html_report(transcript: Transcript, scorecard: Scorecard, background: Background = NOTHING) -> str:
    from simulator.reports.page import page  # noqa: PLC0415 - jinja2 and pygal are for pages only

    began, attempts = background.began, background.attempts
    arc = background.arc.among_people if background.arc else None
    verdicts = scorecard.verdicts
    dos = [one for one in verdicts if one.item.kind is ItemKind.DO and one.outcome is not Outcome.NOT_APPLICABLE]
    talk = list(conversation(transcript, scorecard, background.audio_of_turn))
    return page(
        "report.html",
        heading=heading(transcript),
        kind=KINDS[transcript.kind],
        when=f"{day(began)} {began:%Y, %H:%M}" if began else "",
        about=_about(transcript),
        card=scorecard,
        praise=praise(scorecard.score),
        done=sum(one.outcome is Outcome.MET for one in dos),
        due=len(dos),
        faults=sum(one.outcome is Outcome.VIOLATED for one in verdicts),
        turns_of_mine=sum(turn.mine for turn in talk),
        duration=_duration(transcript),
        steps=[_step(verdict, transcript) for verdict in scorecard.next_steps()],
        timeline=timeline(arc) if arc and arc.steps else None,
        turnings=list(turning_points(arc, scorecard)) if arc else [],
        turns=talk,
        checklist=[(title, list(_entries(kind, transcript, scorecard))) for kind, title in _LISTS],
        delivery=tuple(delivery_rows(spoken)) if (spoken := delivery(transcript)) else (),
        delivery_note=NOTE,
        sources=SOURCES,
        signed=lambda verdict: points_word(verdict).replace("-", "−"),
        apart=not_come_up(scorecard, transcript),
        earlier=_earlier(attempts) if len(attempts) > 1 else None,
    )


_MOST_QUOTES = 3
_LISTS = ((ItemKind.DO, "Do"), (ItemKind.DONT, "Don’t"))


def _about(transcript: Transcript) -> str:
    facts = transcript.facts
    parts = [facts.position]
    if facts.interviewed:
        parts.append(f"interviewed {facts.interviewed}")
    if facts.discussion_topic:
        parts.append(f"you talked about {facts.discussion_topic}")
    return "; ".join(part for part in parts if part)


def _duration(transcript: Transcript) -> str:
    end = max((turn.ended_ms or 0 for turn in transcript.turns), default=0)
    return clock(end) if end else ""


@dataclass(frozen=True, slots=True)
class _Next:
    title: str
    stake: str
    hurt: bool
    said: tuple[str, ...]
    advice: str
    source: str
    better: str


def _step(verdict: Verdict, transcript: Transcript) -> _Next:
    words = own_words(verdict, transcript)
    hurt = verdict.outcome is Outcome.VIOLATED
    item = verdict.item
    return _Next(item.title, stake(verdict), hurt, words, item.advice, _source(verdict), verdict.better)


def _source(verdict: Verdict) -> str:
    return f"({', '.join(verdict.item.source)})"


@dataclass(frozen=True, slots=True)
class _Entry:
    verdict: Verdict
    said: tuple[Said, ...]
    source: str


def _entries(kind: ItemKind, transcript: Transcript, scorecard: Scorecard) -> Iterator[_Entry]:
    for verdict in scorecard.verdicts:
        if verdict.item.kind is kind and verdict.outcome is not Outcome.NOT_APPLICABLE:
            yield _Entry(verdict, said(transcript, verdict)[:_MOST_QUOTES], _source(verdict))


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    when: str
    whom: str
    score: int


@dataclass(frozen=True, slots=True)
class _Earlier:
    picture: "Markup"
    rows: tuple[_Row, ...]
    gained: tuple[Contrast, ...]
    slipped: tuple[Contrast, ...]


def _earlier(attempts: Sequence[Attempt]) -> _Earlier:
    from simulator.reports.pictures import score_line  # noqa: PLC0415 - the same

    about = f"Scores of {len(attempts)} calls: " + ", ".join(str(attempt.score) for attempt in attempts) + "."
    since = compare(attempts[-2], attempts[-1])
    return _Earlier(
        score_line([(f"{attempt.began.day} {attempt.began:%b}", attempt.score) for attempt in attempts], about),
        tuple(
            _Row(
                attempt.id,
                f"{day(attempt.began)}, {attempt.began:%H:%M}",
                attempt.transcript.facts.contact,
                attempt.score,
            )
            for attempt in attempts
        ),
        since.gained,
        since.slipped,
    )
