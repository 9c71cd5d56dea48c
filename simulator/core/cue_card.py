"""The cue card: one page to hold in the real call, with the caller's own best words where they have found them."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.core.acts import DialogueAct as A
from simulator.core.attempt import Attempt
from simulator.core.checklist import Checklist, Item, ItemKind, Stage
from simulator.core.lines import example_values, fill
from simulator.core.retelling import retold
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.scoring import Outcome, Verdict
from simulator.core.text import overlap
from simulator.core.transcript import Circumstance, Facts, Transcript

_SECTIONS: tuple[tuple[str, K, frozenset[Stage]], ...] = (
    ("When they answer", K.PENDING, frozenset({Stage.OPENING})),
    ("Why you call", K.PENDING, frozenset({Stage.MATTER})),
    ("If nothing is decided yet", K.PENDING, frozenset({Stage.NEWS})),
    ("If it is a no", K.REJECTION, frozenset({Stage.NEWS})),
    ("If it is an offer", K.OFFER, frozenset({Stage.NEWS})),
    ("If they are short with you", K.RUDE, frozenset({Stage.NEWS})),
    ("At the front desk", K.RECEPTIONIST, frozenset({Stage.OPENING, Stage.MATTER})),
    ("If a machine answers", K.VOICEMAIL, frozenset({Stage.MATTER})),
    ("To end the call", K.PENDING, frozenset({Stage.CLOSING})),
)
"""What can happen, in the order of the page: an item stands where it is due first."""
_FEWEST_WORDS, _MOST_WORDS = 2, 30
"""Of a line that can be read from a card."""
_MOST_FAULTS = 3
_NUMBER = "555-0142"
"""The number in the checklist's examples, which is nobody's."""
_MUST_NAME: Mapping[A, tuple[str, ...]] = {
    A.INTRODUCE_SELF: ("candidate",),
    A.IDENTIFY_INTERVIEW: ("position", "company", "interviewed"),
    A.REFERENCE_DISCUSSION: ("discussion_topic",),
}
"""Of which facts a line must name one, as far as they are known, to do its work in another call."""


@dataclass(frozen=True, slots=True)
class CueLine:
    item: Item
    words: str
    own: bool
    """Whether the caller said it in a rehearsal; else it is the checklist's example."""


@dataclass(frozen=True, slots=True)
class CueSection:
    title: str
    lines: tuple[CueLine, ...]


@dataclass(frozen=True, slots=True)
class CueCard:
    facts: Facts
    sections: tuple[CueSection, ...]
    avoid: tuple[Item, ...]
    """The faults that the caller committed in most rehearsals, the most frequent first."""

    @property
    def own_lines(self) -> int:
        return sum(line.own for section in self.sections for line in section.lines)


def cue_card(facts: Facts, checklist: Checklist, attempts: Sequence[Attempt]) -> CueCard:
    """The card for a call with `facts`, empty where unknown."""
    said = {item.id: tuple(_own_lines(item, facts, attempts)) for item in checklist.items}
    homes = {item.id: _home(item, facts, said=bool(said[item.id])) for item in checklist.items}
    sections = []
    used: set[str] = set()
    for index, (title, kind, _) in enumerate(_SECTIONS):
        lines = []
        for item in checklist.items:
            if homes[item.id] == index:
                own = _best(said[item.id], kind, used)
                line = _without(used, own) if own else _example(item, facts)
                used.update((own or line, line))
                lines.append(CueLine(item, line, own is not None))
        if lines:
            sections.append(CueSection(title, tuple(lines)))
    return CueCard(facts, tuple(sections), _faults(attempts))


def facts_like(given: Facts, attempts: Sequence[Attempt]) -> Facts:
    """The facts given, completed by those of the newest rehearsal that agrees with them."""
    for attempt in reversed(attempts):
        known = attempt.transcript.facts
        pairs = [(getattr(given, name), getattr(known, name)) for name in Facts.__slots__]
        if all(not wanted or wanted.casefold() == there.casefold() for wanted, there in pairs):
            return Facts(*(wanted or there for wanted, there in pairs))
    return given


def _example(item: Item, facts: Facts) -> str:
    return fill(item.better, example_values(facts)).replace(_NUMBER, "[your number]")


def _best(said: Sequence[tuple[Attempt, str]], kind: K, used: Collection[str]) -> str | None:
    """The line of the best call, of a call of that kind if there is one; none twice on the card."""
    fresh = [(attempt, line) for attempt, line in said if line not in used]
    if not fresh:
        return None
    return max(fresh, key=lambda one: (one[0].transcript.kind is kind, one[0].score, one[0].id))[1]


def _without(used: Collection[str], line: str) -> str:
    """The line without the greeting, or whatever else of it stands on the card already."""
    for other in used:
        if line.startswith(f"{other} "):
            return line.removeprefix(f"{other} ")
    return line


def _home(item: Item, facts: Facts, *, said: bool) -> int | None:
    """The section in which an item stands: where it is due, or, if the caller has words for it, where it may come."""
    if item.kind is not ItemKind.DO:
        return None
    circumstances = frozenset() if facts.contact else frozenset({Circumstance.FORGOTTEN_NAME})
    may_come: int | None = None
    for index, (_, kind, stages) in enumerate(_SECTIONS):
        call = Transcript(kind, facts, circumstances=circumstances)
        if item.stage in stages and item.applies_to(call):
            if item.is_due(call):
                return index
            # What is only for somebody else's name does not help who knows it.
            if may_come is None and said and not item.due:
                may_come = index
    return may_come


def _own_lines(item: Item, facts: Facts, attempts: Sequence[Attempt]) -> Iterator[tuple[Attempt, str]]:
    """What the caller said to do this, as it fits a call with `facts`."""
    if item.kind is not ItemKind.DO or item.condition.concerns_whole_turns:
        return
    acts: Collection[A] = getattr(item.condition, "acts", ())
    names = {name for act in acts for name in _MUST_NAME.get(act, ())}
    known = [value.casefold() for name in names if (value := getattr(facts, name))]
    for attempt in attempts:
        for words in _said(item, attempt):
            line = retold(words, attempt.transcript.facts, facts)
            fits = line and _FEWEST_WORDS <= len(line.split()) <= _MOST_WORDS
            if line and fits and (not known or any(value in line.casefold() for value in known)):
                yield attempt, line


def _said(item: Item, attempt: Attempt) -> Iterator[str]:
    """The words that fulfilled an item, where they did no harm besides."""
    verdicts = attempt.scorecard.verdicts
    hurting = [
        one
        for verdict in verdicts
        if verdict.outcome is Outcome.VIOLATED and not verdict.item.condition.concerns_whole_turns
        for one in verdict.evidence
    ]
    for verdict in verdicts:
        if verdict.item.id == item.id and verdict.outcome is Outcome.MET:
            for one in verdict.evidence:
                if not any(bad.turn == one.turn and overlap(bad, one) for bad in hurting):
                    yield attempt.transcript.turns[one.turn].text[one.start : one.end]


def _faults(attempts: Sequence[Attempt]) -> tuple[Item, ...]:
    violated: list[Verdict] = [
        verdict for attempt in attempts for verdict in attempt.scorecard.verdicts if verdict.outcome is Outcome.VIOLATED
    ]
    items = {verdict.item.id: verdict.item for verdict in violated}
    counted = Counter(verdict.item.id for verdict in violated)
    return tuple(items[name] for name, _ in counted.most_common(_MOST_FAULTS))
