"""From a transcript and the checklist to a scorecard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import log

from simulator.core.acts import DialogueAct
from simulator.core.checklist import Checklist, Item, ItemKind, Stage
from simulator.core.conditions import Amends, Evidence
from simulator.core.course import Course, Occasion, course_of
from simulator.core.hearing import Heard
from simulator.core.lines import example_values, fill
from simulator.core.names import capitals
from simulator.core.retrieval import NOTHING, Retrieval
from simulator.core.text import clauses
from simulator.core.transcript import Facts, Transcript
from simulator.core.understanding import Understanding
from simulator.core.unsure import hear_surely

FULL_SCORE = 100
STRICTNESS = 1.5
"""The power to which the share of the do's is taken: what is left out weighs more, the more is left out. A coach who
hears a name, a question and a goodbye has heard half of what was due, and does not call it half a good call."""
FORGIVEN = 0.7
"""What is left of a fault, 0 to 1, after the candidate apologised for it: it stays said, but it is no longer the last
word."""


_LEAST_KEPT = 1e-6
"""A fault that takes all has no logarithm."""


class Outcome(StrEnum):
    MET = "met"
    MISSED = "missed"
    VIOLATED = "violated"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one item in one call."""

    item: Item
    """With the advice and the example that hold in this call."""
    outcome: Outcome
    evidence: tuple[Evidence, ...]
    near: Evidence | None
    """For a do that was missed: the words that came nearest to it, or the turn in which it would have had its place;
    None where the candidate said nothing."""
    points: int
    """What the item added to the score (a do) or took from it (a don't, negative or 0)."""
    gain: float
    """How many points more the call would have had, had this item gone right; 0 if it did. Of several faults in one
    call each has its share of what they took together."""
    better: str
    """A line that would have done it right, made with the facts of this call and, where they nearly fit, of the
    candidate's own words; empty where nothing is to mend."""
    undone: float = 0.0
    """For a don't that was violated: the points of the do's that count for nothing because of it, and are missed."""
    share: float = 1.0
    """For a do that was met: how much of it, 0 to 1; it is less where the other end had to ask for it."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    score: int
    """0 to 100."""
    verdicts: tuple[Verdict, ...]
    """In the order of the checklist."""

    def next_steps(self, most: int = 3) -> tuple[Verdict, ...]:
        """What would help most the next time, the most helpful first, with what it would save from being undone."""
        gains = [verdict for verdict in self.verdicts if verdict.gain > 0]
        return tuple(sorted(gains, key=lambda verdict: -(verdict.gain + verdict.undone))[:most])


def score(
    transcript: Transcript, checklist: Checklist, understanding: Understanding, known: Retrieval = NOTHING
) -> Scorecard:
    """Judges a transcript, whoever wrote it; `known` is what the person called can tell when asked."""
    return judge(transcript, checklist, tuple(hear_surely(transcript, understanding, known)))


def judge(transcript: Transcript, checklist: Checklist, heard: Sequence[Heard]) -> Scorecard:
    """Judges what was heard in a transcript.

    The do's that apply share 100 points by their weights; then each don't that was violated takes its part of
    what is left, and each further time a part of that. So a fault weighs the same in a short call as in a long
    one, and no amount of courtesy buys it back; an apology buys back a part. What is not surely a fault takes less.
    What several faults take together is shared among them by their severity, whichever stands first.
    """
    course = course_of(transcript, heard, checklist.cues)
    sheet = _Sheet(transcript, checklist, course)
    values = example_values(_as_introduced(transcript.facts, heard))
    verdicts, total = [], round(sheet.total)
    for item, points in zip(
        checklist.items, _whole([sheet.points(one) for one in checklist.items], total), strict=True
    ):
        outcome = sheet.outcomes[item.id]
        gain, undone = 0.0, 0.0
        if outcome is Outcome.VIOLATED:
            made_up_for = sheet.taken_amended[item.id] < sheet.taken[item.id]
            gain = sheet.taken_amended[item.id] if made_up_for else -points
            undone = sheet.undone_by(item)
        elif outcome is Outcome.MISSED or (outcome is Outcome.MET and sheet.shares.get(item.id, 1.0) < 1):
            gain = sheet.gain_with(item)
        evidence = sheet.evidence.get(item.id, ())
        worded, near, better = item, None, ""
        if outcome is Outcome.MET:
            worded = item.titled_for(transcript, course)
            better = fill(item.worded_for(transcript, course).better, values) if gain else ""
        elif outcome is Outcome.VIOLATED:
            worded, better = _instead(item, evidence, transcript, course, values)
        elif outcome is Outcome.MISSED:
            worded = item.worded_for(transcript, course)
            near, better = _nearest(worded, transcript, course, values)
        gain, undone = round(gain, 1), round(undone, 1)
        verdicts.append(
            Verdict(worded, outcome, evidence, near, points, gain, better, undone, sheet.shares.get(item.id, 1.0))
        )
    return Scorecard(total, tuple(verdicts))


def _whole(points: Sequence[float], total: int) -> list[int]:
    """The points without fractions, so that they add up to the score; none that count become 0."""
    whole = [max(1, round(one)) if one > 0 else min(-1, round(one)) if one else 0 for one in points]
    step = 1 if total > sum(whole) else -1
    for _ in range(abs(total - sum(whole))):
        counting = [place for place, one in enumerate(whole) if one]
        may_move = [place for place in counting if whole[place] + step] or counting
        whole[max(may_move, key=lambda place: step * (points[place] - whole[place]))] += step
    return whole


class _Sheet:
    """What each item is worth in one call."""

    def __init__(self, transcript: Transcript, checklist: Checklist, course: Course) -> None:
        self._transcript, self._checklist, self._course = transcript, checklist, course
        items = checklist.items
        kind = transcript.kind
        found = {item.id: item.evidence(course) for item in items if item.applies_to(transcript)}
        self.evidence = {item.id: item.telling(course, found[item.id]) for item in items if item.id in found}
        self.outcomes = {item.id: self._outcome(item) for item in items}
        judged = [item for item in items if item.kind is ItemKind.DO and self._counts(item)]
        self._weights = {item.id: item.weight[kind] + self._shut_off(item) for item in judged}
        self._worth = sum(self._weights.values())
        self.shares = {item.id: item.share(course, found[item.id]) for item in judged if self._of(item)}
        done = {item: self._weights[item] * share for item, share in self.shares.items()}
        self._done = sum(done.values())
        self.earned = {item: self._merit(self._done) * weight / self._done for item, weight in done.items() if weight}
        apologies = [one.turn for item in items if isinstance(item.condition, Amends) for one in self._of(item)]
        amended = max(apologies, default=-1)
        violated = [item for item in items if self.outcomes[item.id] is Outcome.VIOLATED]
        kept = {item.id: self._kept(item, -1) for item in violated}
        self._kept_amended = {item.id: self._kept(item, amended) for item in violated}
        self.unforgiven = self._product(kept)
        self.total = self._product(self._kept_amended)
        self.taken = self._shares(kept, self.unforgiven)
        self.taken_amended = self._shares(self._kept_amended, self.total)

    def points(self, item: Item) -> float:
        """What an item added, or took."""
        match self.outcomes[item.id]:
            case Outcome.VIOLATED:
                return -self.taken[item.id]
            case Outcome.MET if isinstance(item.condition, Amends):
                return self.total - self.unforgiven
        return self.earned.get(item.id, 0.0)

    def gain_with(self, missed: Item) -> float:
        """What a do would have added that was missed, or its other half."""
        merit = self._merit(self._done)
        share = self._merit(self._done + self._weights[missed.id] * (1 - self.shares.get(missed.id, 0.0))) - merit
        return share * (self.total / merit if merit else 1.0)

    def undone_by(self, violated: Item) -> float:
        """The points of the do's that count for nothing because of a fault."""
        acts: frozenset[DialogueAct] = getattr(violated.condition, "acts", frozenset())
        if not acts or violated.condition.concerns_whole_turns:
            return 0.0
        spared = {one.turn for one in self.evidence[violated.id]}
        heard = [_without(turn, acts) if turn.turn in spared else turn for turn in self._course.heard]
        without = _Sheet(self._transcript, self._checklist, replace(self._course, heard=heard))
        return max(0.0, without.total - self.total / self._kept_amended[violated.id])

    def _shares(self, kept: Mapping[str, float], left: float) -> dict[str, float]:
        """What each fault took of the points that all of them together did not leave."""
        taken = sum(self.earned.values()) - left
        severities = {item: -log(max(share, _LEAST_KEPT)) for item, share in kept.items()}
        whole = sum(severities.values())
        return {item: taken * severity / whole if whole else 0.0 for item, severity in severities.items()}

    def _of(self, item: Item) -> tuple[Evidence, ...]:
        return self.evidence.get(item.id, ())

    def _counts(self, item: Item) -> bool:
        return self.outcomes[item.id] in (Outcome.MET, Outcome.MISSED)

    def _outcome(self, item: Item) -> Outcome:
        if not item.applies_to(self._transcript):
            return Outcome.NOT_APPLICABLE
        fulfilled = bool(self.evidence[item.id])
        if item.kind is ItemKind.DONT:
            return Outcome.VIOLATED if fulfilled else Outcome.MET
        if fulfilled:
            return Outcome.MET
        return Outcome.MISSED if item.is_missed(self._transcript, self._course) else Outcome.NOT_APPLICABLE

    def _shut_off(self, item: Item) -> float:
        """The weight of what could not follow because this was missed."""
        if self.outcomes[item.id] is not Outcome.MISSED or item.opens is None or self._course.came(item.opens):
            return 0.0
        return sum(
            one.weight[self._transcript.kind]
            for one in self._checklist.items
            if item.opens in (one.needs, one.after)
            and one.applies_to(self._transcript)
            and one.is_due(self._transcript)
            and self.outcomes[one.id] is Outcome.NOT_APPLICABLE
        )

    def _kept(self, item: Item, amended: int) -> float:
        """The part of the score that is left after a fault, 0 to 1; `amended` is the turn of an apology."""
        left = 1.0
        severity = item.weight[self._transcript.kind]
        turns: dict[int, float] = {}
        for one in self._of(item):
            turns[one.turn] = max(one.certainty, turns.get(one.turn, 0.0))
        for number, (turn, certainty) in enumerate(sorted(turns.items())):
            taken = severity * certainty * (item.again if number else 1.0) * (FORGIVEN if turn < amended else 1.0)
            left *= 1 - min(taken, 1.0)
        return left

    def _merit(self, done: float) -> float:
        """The points for having done so much of what the do's are worth."""
        merit: float = FULL_SCORE * (done / self._worth) ** STRICTNESS if self._worth else 0.0
        return merit

    def _product(self, kept: Mapping[str, float]) -> float:
        total = sum(self.earned.values())
        for share in kept.values():
            total *= share
        return total


def _without(turn: Heard, acts: frozenset[DialogueAct]) -> Heard:
    kept = tuple(match for match in turn.utterance.matches if match.act not in acts)
    return replace(turn, utterance=replace(turn.utterance, matches=kept))


def _as_introduced(facts: Facts, heard: Sequence[Heard]) -> Facts:
    """The facts with the name that the candidate gave: better lines are for them, not for the card's name."""
    names = (turn.utterance.mentions.own_name for turn in heard)
    name = next((name for name in names if name), None)
    return replace(facts, candidate=capitals(name.text)) if name else facts


def _instead(
    item: Item, evidence: Sequence[Evidence], transcript: Transcript, course: Course, values: Mapping[str, str]
) -> tuple[Item, str]:
    """The item as it reads at the moment of the first slip, and what to say instead of it or of another."""
    for one in evidence:
        words = transcript.turns[one.turn].text[one.start : one.end]
        moment = course.until(one.turn)
        if better := item.bettered(words, transcript, moment, values):
            return item.worded_for(transcript, moment), better
    worded = item.worded_for(transcript, course.until(evidence[0].turn))
    return worded, fill(worded.better, values)


def _nearest(
    item: Item, transcript: Transcript, course: Course, values: Mapping[str, str]
) -> tuple[Evidence | None, str]:
    """The words that came nearest to what was missed, and how they would do it."""
    for turn in course.heard if item.after is None else course.since(course.first(item.after)).heard:
        for clause in clauses(turn.utterance.text):
            words = turn.utterance.text[clause.start : clause.end]
            if better := item.bettered(words, transcript, course.until(turn.turn), values):
                return Evidence(turn.turn, clause.start, clause.end), better
    return _place(item, course), fill(item.better, values)


def _place(item: Item, course: Course) -> Evidence | None:
    """The turn in which an item that lacks would have had its place."""
    occasions = [course.first(one) for one in (item.needs or Occasion.NEWS, item.after) if one]
    turns = [turn for turn in course.heard if not turn.utterance.silent]
    match item.stage:
        case Stage.OPENING:
            fit = turns[:1]
        case Stage.MATTER:
            came = ({DialogueAct.ASK_STATUS}, {DialogueAct.IDENTIFY_INTERVIEW, DialogueAct.INTRODUCE_SELF})
            fit = [turn for acts in came for turn in turns if not turn.utterance.acts.isdisjoint(acts)][:1] or turns[:1]
        case Stage.NEWS:
            fit = [turn for turn in turns if turn.turn > max(occasions)][:1]
        case Stage.CLOSING:
            fit = turns[-1:]
    return Evidence(fit[0].turn, 0, len(fit[0].utterance.text)) if fit else None
