"""How a call went: what the candidate did in it, and what the other end did that bears on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.core.acts import DialogueAct as A
from simulator.core.entities import asks_name
from simulator.core.hearing import Heard
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.sympathy import sympathises
from simulator.core.transcript import Role, Speaker, Transcript


class Occasion(StrEnum):
    """Something that the other end does, and that makes an item of the checklist due or spares it."""

    DESK = "desk"
    """Somebody else answers than the person wanted."""
    PUT_THROUGH = "put_through"
    """The desk connects the caller with that person."""
    ASKED_NAME = "asked_name"
    ASKED_INTERVIEW = "asked_interview"
    """They ask which position, or which interview, the call is about."""
    NEWS = "news"
    """They say where the decision stands."""
    UNASKED = "unasked"
    """They say it before they were asked."""
    DATE = "date"
    """They say when it will be decided."""
    CONCERN = "concern"
    """They raise a doubt, or ask how the candidate fits."""
    PRESSED = "pressed"
    """They want an answer at once."""
    STRESS = "stress"
    """They show that they are busy, worn out or annoyed."""
    QUESTION = "question"
    """They ask something, whatever it is."""
    ANTICIPATED = "anticipated"
    """They ask by themselves whether it is about the decision, and the candidate has only to say yes."""
    ANSWER = "answer"
    """They answer a question about decision or date, be it that they cannot say."""
    FEEDBACK = "feedback"
    """They offer to say how the candidate did."""
    HUNG_UP = "hung_up"
    """They end the call of their own accord, and not because of what was said to them just before."""
    CUT_OFF = "cut_off"
    """A machine stops recording before the candidate is done."""


Cues = Mapping[Occasion, Mapping[ScenarioKind, re.Pattern[str]]]
"""Words of the other end by which an occasion is known, by kind of call; kinds that lack here have no such words."""


@dataclass(frozen=True, slots=True)
class Course:
    """What verdicts rest on."""

    heard: Sequence[Heard]
    """The candidate's turns, in order."""
    occasions: Mapping[Occasion, tuple[int, ...]] = field(default_factory=dict)
    """The turns of the other end, among all turns, in which each came up; only such as the candidate spoke after."""

    def came(self, occasion: Occasion) -> bool:
        return occasion in self.occasions

    def first(self, occasion: Occasion) -> int:
        """The first turn in which it came up; before all turns if it never did."""
        return self.occasions.get(occasion, (-1,))[0]

    def since(self, turn: int) -> "Course":
        """The same call, with the candidate's turns after that one only."""
        return Course([one for one in self.heard if one.turn > turn], self.occasions)

    def until(self, turn: int) -> "Course":
        """The same call, as far as it had come before that turn."""
        heard = [one for one in self.heard if one.turn < turn]
        return Course(heard, {one: turns for one, turns in self.occasions.items() if turns[0] < turn})


def course_of(transcript: Transcript, heard: Sequence[Heard], cues: Cues, *, going_on: bool = False) -> Course:
    """The course of a call; `going_on`: the candidate may still answer the other end's last lines.

    Calls from elsewhere have no marks of what the other end meant, so that their words must tell; where no cue is
    found, an answer to the question of how things stand is taken for the news."""
    last = len(transcript.turns) if going_on else heard[-1].turn if heard else -1
    found = _in_their_lines(transcript, last, {one.turn: one.utterance.acts for one in heard}, cues)
    if all(turn.speaker is Speaker.CANDIDATE for turn in transcript.turns):
        found |= _as_if_answered(heard)
    if felt := next(
        (one.turn for one in heard if A.SHOW_EMPATHY in one.utterance.acts and sympathises(one.utterance.text)), 0
    ):
        found.setdefault(Occasion.STRESS, [felt - 1])  # the candidate has heard it
    if transcript.kind is ScenarioKind.RUDE and Occasion.STRESS not in found and len(heard) > 1:
        found[Occasion.STRESS] = [heard[0].turn + 1]  # what they say to the first words shows their mood
    for end in _ENDS if not going_on else ():
        if ended := _ended(end, transcript, heard, cues):
            found[end] = [ended]
    if news := found.get(Occasion.NEWS):
        asked = any(turn.turn <= news[0] and not _PROMPTING.isdisjoint(turn.utterance.acts) for turn in heard)
        found |= {} if asked else {Occasion.UNASKED: news}
    return Course(heard, {occasion: tuple(turns) for occasion, turns in found.items()})


def _in_their_lines(
    transcript: Transcript, last: int, acts: Mapping[int, frozenset[A]], cues: Cues
) -> dict[Occasion, list[int]]:
    """What the other end's lines tell up to a turn; `acts` are the candidate's by turn."""
    found: dict[Occasion, list[int]] = {}
    role = transcript.first_role
    if role is Role.RECEPTIONIST:
        found[Occasion.DESK] = [-1]
    for index, turn in enumerate(transcript.turns[: last + 1]):
        if turn.speaker is Speaker.CANDIDATE:
            continue
        if turn.role not in (None, role):
            if role is Role.RECEPTIONIST and turn.role is Role.INTERVIEWER:
                found.setdefault(Occasion.PUT_THROUGH, []).append(index)
            role = turn.role or role
        if role is Role.RECEPTIONIST:
            found.setdefault(Occasion.DESK, []).append(index)
        came = _heard_in(turn.text, acts.get(index - 1, frozenset()), role, transcript.kind, cues)
        for occasion in came if _needs_no_question(acts, index) else came - {Occasion.ANTICIPATED}:
            found.setdefault(occasion, []).append(index)
    return found


def _needs_no_question(acts: Mapping[int, frozenset[A]], index: int) -> bool:
    """Whether the candidate only says yes to a turn, and had not asked by themselves before it."""
    after = acts.get(index + 1, frozenset())
    asked = any(turn < index and not _PROMPTING.isdisjoint(done) for turn, done in acts.items())
    return A.CONFIRM in after and not any(act.hurts for act in after) and not asked


def _as_if_answered(heard: Sequence[Heard]) -> dict[Occasion, list[int]]:
    """Where only the candidate's half was written down, a question is taken to have been answered."""
    asked = [turn.turn for turn in heard[:-1] if not _ASKING.isdisjoint(turn.utterance.acts)]
    answered = [turn.turn for turn in heard[:-1] if not _QUESTIONS.isdisjoint(turn.utterance.acts)]
    told = {Occasion.STRESS: [-1], Occasion.ANSWER: answered, Occasion.NEWS: asked[:1]}
    return {occasion: turns for occasion, turns in told.items() if turns}


def _ended(end: Occasion, transcript: Transcript, heard: Sequence[Heard], cues: Cues) -> int | None:
    """The turn in which the other end put the phone down, if no fault of the candidate's led to it; or in which a
    machine cut off what was being said."""
    if not heard or heard[-1].utterance.silent:
        return None
    faults = any(match.act.hurts for turn in heard[-_JUST_BEFORE:] for match in turn.utterance.matches)
    if end is Occasion.HUNG_UP and faults:
        return None
    words = cues.get(end, {}).get(transcript.kind)
    after = range(heard[-1].turn + 1, len(transcript.turns))
    return next((index for index in after if words and words.search(transcript.turns[index].text)), None)


_ENDS = (Occasion.HUNG_UP, Occasion.CUT_OFF)
_JUST_BEFORE = 2
"""Turns of the candidate in which a fault still explains that the other end hangs up."""


_ASKING = frozenset({A.ASK_STATUS, A.PRESSURE_FOR_ANSWER})
_QUESTIONS = _ASKING | {A.ASK_TIMELINE, A.QUESTION_DELAY}
_PROMPTING = _ASKING | {A.QUESTION_DELAY, A.COMPLAIN_ABOUT_WAIT}
_SENTENCE = re.compile(r"[^.!?]*[.!?]*")
_UNDECIDED = re.compile(r"\?|\.\.\.\s*$|…\s*$|^[^.!?]{0,12}[.!]?$")
"""A question, a line that is broken off, a word or two: no answer to a question."""
_FAREWELL = re.compile(r"anything else|was that all|is that all", re.IGNORECASE)


def _heard_in(line: str, before: frozenset[A], role: Role, kind: ScenarioKind, cues: Cues) -> frozenset[Occasion]:
    """What the other end's line does; `before` is what the candidate did just before it."""
    came = {occasion for occasion, by_kind in cues.items() if kind in by_kind and by_kind[kind].search(line)}
    told = "".join(one for one in _SENTENCE.findall(line) if "?" not in one)
    for occasion in (Occasion.NEWS, Occasion.DATE):
        if occasion in came and not cues[occasion][kind].search(told):
            came.discard(occasion)  # "Is it about the decision?" tells nothing
    if "?" in line:
        came.add(Occasion.QUESTION)
    came.discard(Occasion.HUNG_UP)  # a call that goes on has not ended
    answers = came & {Occasion.NEWS, Occasion.DATE, Occasion.ANSWER} or kind is ScenarioKind.RUDE
    came.discard(Occasion.ANSWER)
    if answers and not _QUESTIONS.isdisjoint(before):
        came.add(Occasion.ANSWER)
    if asks_name(line):
        came.add(Occasion.ASKED_NAME)
    elif A.ASK_STATUS in before and not _UNDECIDED.search(line):
        came.add(Occasion.NEWS)
    if A.OFFER_INFORMATION in before and "?" in line and not _FAREWELL.search(line):
        came.add(Occasion.CONCERN)
    if role is not Role.INTERVIEWER:
        # A desk asks everybody what it is about.
        came -= {Occasion.NEWS, Occasion.DATE, Occasion.CONCERN, Occasion.ASKED_INTERVIEW}
    return frozenset(came)
