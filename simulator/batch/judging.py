"""The work itself: a bundle of transcripts, understood and judged. It runs in this process, in another one, or on
another machine, and gives the same in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.batch.sources import Document
from simulator.core.scoring import Scorecard
from simulator.core.transcript import Transcript
from simulator.errors import RingbackError
from simulator.transcript_file import parse_transcript


@dataclass(frozen=True, slots=True)
class Judged:
    transcript: Transcript
    scorecard: Scorecard


Result = Judged | RingbackError


def judge_bundle(bundle: Sequence[Document]) -> list[Result]:
    """Judges each transcript; in the place of one that cannot be read stands the error."""
    return [_judge(document) for document in bundle]


def _judge(document: Document) -> Result:
    from simulator.bootstrap import scorecard  # noqa: PLC0415 - loads numpy, once the worker is set up

    if isinstance(document.data, RingbackError):
        return document.data
    try:
        transcript = parse_transcript(document.data, document.place)
    except RingbackError as error:
        return error
    return Judged(transcript, scorecard(transcript))
