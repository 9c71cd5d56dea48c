"""A thousand calls of each kind, with candidates of every character: what must hold in all of them.

The candidates' acts are given, not recognised, so that it shows whether the other end reacts to what was not said.
"""

import logging
import random
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pytest
from candidates import CHARACTERS, Character, Said, by_matter, puzzled, seeking, winning

from simulator.catalog import load_catalog, load_personas, load_shared_lines
from simulator.core.acts import DialogueAct as A
from simulator.core.answering import REACTIONS, Plan, plan
from simulator.core.apology import apology
from simulator.core.asked_back import asks_again
from simulator.core.call import TRANSITIONS, Call, CallState
from simulator.core.entities import email_address, phone_number
from simulator.core.matter import Matter
from simulator.core.message import asks_to_note, dictated
from simulator.core.moves import TERMS, Move
from simulator.core.offer_terms import wishes
from simulator.core.phrasing import phrase
from simulator.core.putting_right import puts_right
from simulator.core.question import SENTENCE, questions
from simulator.core.reply import Reply
from simulator.core.retrieval import Search
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.situation import Situation
from simulator.core.sympathy import sympathises
from simulator.core.their_name import asks_their_name
from simulator.model_store import load_ranking

pytestmark = pytest.mark.scale

CALLS = 1_000
"""Of each kind; more, where it has scenarios whose lines take longer to come up."""
MOST_TURNS = 40
THROWS = 8
"""Of the dice that choose among the lines for a move, for lines that did not come up by themselves."""
NOTHING = Said("", frozenset())
SEARCH = Search(load_ranking(), None)
"""By words alone: what thousands of turns mean takes too long to tell."""
OUTCOMES: Mapping[ScenarioKind, CallState] = {
    ScenarioKind.PENDING: CallState.DECISION_PENDING,
    ScenarioKind.RUDE: CallState.DECISION_PENDING,
    ScenarioKind.REJECTION: CallState.REJECTION,
    ScenarioKind.OFFER: CallState.OFFER,
    ScenarioKind.ON_HOLD: CallState.ON_HOLD,
}
"""Where the news of a call of this kind can lead, and nowhere else."""
BECAUSE: Mapping[Move, frozenset[A]] = {
    **{move: frozenset({act}) for act, move in REACTIONS},
    Move.REACT_DISPUTE: frozenset({A.DISPUTE_DECISION, A.PRESSURE_FOR_ANSWER}),
    Move.SPEAKING: frozenset({A.ASK_FOR_PERSON}),
    Move.SAY_NAME: frozenset({A.APOLOGIZE_FORGOTTEN_NAME}),
    Move.NOTE_INTEREST: frozenset({A.EXPRESS_INTEREST}),
    Move.RECALL_TOPIC: frozenset({A.REFERENCE_DISCUSSION}),
    Move.RETURN_SMALL_TALK: frozenset({A.SMALL_TALK}),
    Move.GIVE_TIMELINE: frozenset({A.ASK_TIMELINE, A.ASK_AVAILABILITY}),
    Move.KEEP_IN_MIND: frozenset({A.REQUEST_FUTURE_CONSIDERATION}),
    Move.TAKE_DETAILS: frozenset({A.LEAVE_DETAILS}),
    Move.TAKE_ALTERNATIVE: frozenset({A.OFFER_ALTERNATIVE}),
    Move.SHARE_JOY: frozenset({A.WELCOME_OFFER}),
    Move.GIVE_PAY: frozenset({A.ASK_OFFER_DETAILS}),
    Move.GIVE_TERMS: frozenset({A.ASK_OFFER_DETAILS}),
    Move.ACCEPT_THANKS: frozenset({A.THANK}),
    Move.ACCEPT_EMPATHY: frozenset({A.SHOW_EMPATHY}),
    Move.ACCEPT_APOLOGY: frozenset({A.SHOW_EMPATHY}),
    Move.REPEAT_THAT: frozenset({A.CLARIFY}),
    Move.TELL_MORE: frozenset(),
    Move.CONFIRM_THAT: frozenset({A.CLARIFY, A.CLOSE, A.ASK_TIMELINE}),
}
"""Answers to something, with the acts one of which must have come for them."""
BECAUSE_OF_MATTERS: Mapping[Move, frozenset[Matter]] = {
    Move.SAY_NAME: frozenset({Matter.YOUR_NAME, Matter.CONTACT_NAME}),
    Move.RETURN_SMALL_TALK: frozenset({Matter.WELLBEING}),
    Move.GIVE_TIMELINE: frozenset({Matter.STEP, Matter.DAY, Matter.DURATION}),
    Move.KEEP_IN_MIND: frozenset({Matter.KEEP}),
    Move.TAKE_ALTERNATIVE: frozenset({Matter.MAY_RING, Matter.MAY_SEND}),
    Move.GIVE_PAY: frozenset({Matter.PAY, Matter.MORE_PAY}),
    Move.ACCEPT_EMPATHY: frozenset({Matter.THEIR_WORRY}),
    Move.REPEAT_THAT: frozenset({Matter.AGAIN, Matter.EITHER_OR, Matter.MEANT}),
    Move.CONFIRM_THAT: frozenset({Matter.SO_ITS, Matter.MY_NUMBER}),
    Move.REACT_RIVALS: frozenset({Matter.OTHERS}),
    Move.REACT_DELAY: frozenset({Matter.REASON}),
    Move.TAKE_DETAILS: frozenset({Matter.MY_START}),
}
"""The same answers, with the matters one of which must have been asked about."""
TO_QUESTIONS = frozenset({Move.TELL_MORE, Move.CONFIRM_THAT, Move.SAY_NAME, Move.GIVE_TIMELINE, Move.TAKE_ALTERNATIVE})
"""Answers that a question in the words of the turn calls for, too."""


_FEW = 40
"""Turns for each move that is sought, of all that brought it."""


@dataclass(slots=True)
class Seen:
    """What came up in the calls of one kind."""

    calls: int = 0
    lines: set[str] = field(default_factory=set)
    states: set[CallState] = field(default_factory=set)
    steps: set[tuple[CallState, CallState]] = field(default_factory=set)
    endings: Counter[Move] = field(default_factory=Counter)
    brought: dict[tuple[str, Move], list[Said]] = field(default_factory=dict)
    """By scenario and move, the turns that brought it."""

    def turns_bringing(self, moves: Iterable[Move], scenario: Scenario) -> Iterator[Said]:
        """A few for each move, so that those of one do not drown the questions about details; where it never came up in
        calls of the scenario, of those that brought it in others."""
        for move in sorted(set(moves) - {Move.TELL_MORE}):
            found = self.brought.get((scenario.id, move)) or self._elsewhere(move)
            yield from found[:: max(1, len(found) // _FEW)]

    def _elsewhere(self, move: Move) -> list[Said]:
        return [said for (_, brought), turns in self.brought.items() if brought is move for said in turns]


class Play:
    """One call to its end, with whatever must hold in it."""

    def __init__(  # noqa: PLR0913 - what a call is made of
        self,
        scenario: Scenario,
        seed: int,
        seen: Seen,
        *,
        called_back: bool,
        characters: Sequence[Character] = CHARACTERS,
        wanted: Mapping[str, Move] | None = None,
    ) -> None:
        """`wanted`: lines for which the dice are loaded, wherever the call comes to a place where they can be said."""
        self.scenario = scenario
        self.seed = seed
        self.seen = seen
        self.characters = characters
        self.wanted = wanted or {}
        self.call = Call(scenario, SEARCH.over(scenario.details, scenario.explained), called_back=called_back)
        self.state = self.call.state
        self.spoken: set[str] = set()

    def through(self) -> None:
        chance = random.Random(self.seed)  # noqa: S311 - variety, not secrecy
        # A step aside with each round, so that no character always meets the same circumstances.
        many = len(self.characters)
        character = self.characters[(self.seed + self.seed // many) % many]
        candidate = character(chance, self.scenario)
        self.call.answer()
        self.note(self.call.state)
        if not self.call.called_back:
            self.answer(Plan((Move.ANSWER,)), NOTHING)
        for turn, said in enumerate(candidate):
            if self.call.over:
                break
            assert turn < MOST_TURNS, "the call does not end"
            self.hear(said)
        self.seen.calls += 1

    def hear(self, said: Said) -> None:
        before = self.call.memory
        utterance = said.heard(self.scenario.facts)
        path = self.call.hear(utterance)
        for passed in path:
            self.note(passed)
        outcome = OUTCOMES.get(self.scenario.kind)
        assert set(path) & set(OUTCOMES.values()) <= {outcome}, f"{self.scenario.id}: {path}"
        self.answer(plan(Situation.of(self.call, path, before)), said, before.expects)

    def answer(self, todo: Plan, because: Said, expected: Move | None = None) -> None:
        reply = self.phrased(todo)
        assert self.spoken.isdisjoint(reply.lines), f"said twice: {reply.lines}"
        assert "{" not in reply.text, reply.text
        for move in reply.moves:
            assert allowed(move, because, expected), f"{move} after {because}"
            self.seen.brought.setdefault((self.scenario.id, move), []).append(because)
        self.spoken.update(reply.lines)
        self.seen.lines.update(reply.lines)
        self.call.memory = self.call.memory.replied(reply)
        if todo.ends_call:
            self.seen.endings[todo.moves[-1]] += 1
            self.call.end()
        elif not reply.text and Move.RECORD not in todo.moves:
            last = Move.GOODBYE if Move.WIND_DOWN in self.call.memory.moves else Move.WIND_DOWN
            self.answer(Plan((last,)), because)
        elif Move.TRANSFER in todo.moves:
            self.call.transfer()
            self.note(self.call.state)
            self.answer(Plan((Move.ANSWER,)), because)
        self.note(self.call.state)

    def phrased(self, todo: Plan) -> Reply:
        """The answer in words: in those that the seed draws, unless others are wanted."""
        loaded = not set(todo.moves).isdisjoint(self.wanted.values())
        seeds = [self.seed + throw * CALLS * 10 for throw in range(THROWS if loaded else 1)]
        drawn = [phrase(todo, self.scenario, load_shared_lines(), self.call.memory, seed) for seed in seeds]
        return next((reply for reply in drawn if not self.wanted.keys().isdisjoint(reply.lines)), drawn[0])

    def note(self, state: CallState) -> None:
        if state is not self.state:
            self.seen.steps.add((self.state, state))
        self.state = state
        self.seen.states.add(state)


def allowed(move: Move, because: Said, expected: Move | None) -> bool:
    """Whether the move answers something: an act, a question or matter, or what they had asked for themselves."""
    asks = bool(questions(because.text)) or A.CLARIFY in because.acts
    return (
        move not in BECAUSE
        or because.matter in BECAUSE_OF_MATTERS.get(move, ())
        or bool(BECAUSE[move] & because.acts)
        or (move in TO_QUESTIONS and asks)
        or (move in TERMS and because.acts == {A.OTHER} and wishes(because.text))
        or (move in TERMS and asks)
        or (move is Move.ACCEPT_APOLOGY and apology(because.text) is not None)
        or (move is Move.ACCEPT_EMPATHY and sympathises(because.text) is not None)
        or (move is Move.TAKE_DETAILS and any(find(because.text) for find in (dictated, phone_number, email_address)))
        or (move is Move.REPEAT_THAT and asks_again(because.text))
        or (move is Move.TELL_MORE and puts_right(because.text))
        or (move is Move.TAKE_DETAILS and any(asks_to_note(one.group()) for one in SENTENCE.finditer(because.text)))
        or (move is Move.TAKE_DETAILS and expected in {Move.ASK_DETAILS, Move.ASK_NUMBER})
        or (move is Move.SAY_NAME and any(asks_their_name(one.group()) for one in SENTENCE.finditer(because.text)))
    )


def lines_of(scenario: Scenario) -> Iterator[tuple[Move, str]]:
    desk = scenario.front_desk
    for lines in (scenario.lines, scenario.story, desk.lines if desk else {}):
        for move, tones in lines.items():
            for variants in tones.values():
                yield from ((move, line) for line in variants)
    for one in (*scenario.details, *scenario.people):
        yield from ((Move.TELL_MORE, line) for line in one.all_lines)


def asking_for(lines: Container[str], scenario: Scenario) -> Iterator[Said]:
    """Questions about the details with one of the lines."""
    for detail in scenario.details:
        if any(line in lines for line in detail.lines):
            asked = (f"{example.rstrip('?')}?" for example in detail.examples)
            yield from (Said(question, frozenset({A.OTHER})) for question in asked)
    for person in scenario.people:
        if any(line in lines for line in person.lines):
            yield from (Said(f"Who is {name}?", frozenset({A.OTHER})) for name in person.about)


def explaining(lines: Container[str], scenario: Scenario, chance: random.Random) -> Sequence[Character]:
    """Somebody who asks for some of the lines that explain a detail."""
    meant = [one for one in scenario.details if one.plainly in lines]
    return (puzzled(chance.sample(meant, min(len(meant), _AT_ONCE))),) if meant else ()


_AT_ONCE = 12
"""Details that are asked about in one call."""
_A_WHILE = 100
"""Calls after which what has not come up yet is rather a matter of mood."""


@cache
def by_matter_to_move() -> Mapping[Move, Sequence[Said]]:
    """Questions of any call by what they bring once the news is out, in calls of all kinds."""
    found: dict[Move, list[Said]] = {}
    news = Said("Mia Roth, any news?", frozenset({A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS}))
    for kind in (one for one in OUTCOMES if one is not ScenarioKind.RUDE):
        scenario = next(one for one in load_catalog().scenarios if one.kind is kind and not one.front_desk)
        scenario = replace(scenario, details=())  # what they know would go first
        for matter, examples in sorted(by_matter().items()):
            play = Play(scenario, 0, Seen(), called_back=False)
            play.call.answer()
            play.hear(news)
            asked = [Said(example.text, frozenset({A.OTHER}), matter) for example in examples[:5]]
            for said in asked[:2]:  # who asks again may hear something else
                before = play.call.memory
                path = play.call.hear(said.heard(scenario.facts))
                moves = plan(Situation.of(play.call, path, before)).moves
                play.call.memory = play.call.memory.replied(Reply("Yes.", moves=moves))
                for move in moves:
                    found.setdefault(move, []).extend(asked)
    return found


@pytest.mark.parametrize("kind", ScenarioKind)
def test_a_thousand_calls(kind: ScenarioKind, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "transitions")
    scenarios = [scenario for scenario in load_catalog().scenarios if scenario.kind is kind]
    personas = list(load_personas().values())
    seen = Seen()
    for number in range(CALLS):
        scenario = scenarios[number % len(scenarios)]
        if number % 5 == 4:
            scenario = scenario.in_manner_of(personas[number % len(personas)])
        Play(scenario, number, seen, called_back=number % 7 == 6 and scenario.rings_back).through()
    never: list[str] = []
    for scenario in scenarios:
        unsaid = {line: move for move, line in lines_of(scenario) if line not in seen.lines}
        for seed in range(CALLS, 4 * CALLS):
            if not unsaid:
                break
            chosen = replace(scenario, story={}) if seed % 3 == 2 else scenario
            called_back = seed % 5 == 3 and scenario.rings_back
            sought = [*asking_for(unsaid, scenario), *seen.turns_bringing(unsaid.values(), scenario)]
            sought += [said for move in sorted(set(unsaid.values())) for said in by_matter_to_move().get(move, ())]
            characters = (seeking(sought),) if sought and seed % 4 else CHARACTERS
            if seed % 2 and seed < 2 * CALLS:
                characters = explaining(unsaid, scenario, random.Random(seed)) or characters  # noqa: S311 - as above
            if seed % 5 == 0 and seed >= CALLS + _A_WHILE:
                characters = (winning,)
            Play(chosen, seed, seen, called_back=called_back, characters=characters, wanted=unsaid).through()
            unsaid = {line: move for line, move in unsaid.items() if line not in seen.lines}
        never += [f"{scenario.id}: {line}" for line in unsaid]
    assert seen.calls >= CALLS
    assert never == [], "never said"


def test_every_state_and_every_row_of_the_table_is_passed(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "transitions")
    seen = Seen()
    for number, scenario in enumerate(load_catalog().scenarios * 20):
        Play(scenario, number, seen, called_back=number % 5 == 0 and scenario.rings_back).through()
    assert seen.states == set(CallState) - {CallState.RINGING}
    rows: Sequence[tuple[CallState, CallState]] = [
        (source, row["dest"])
        for row in TRANSITIONS
        if row["trigger"] not in ("closed", "ended")
        for source in (row["source"] if isinstance(row["source"], list) else [row["source"]])
    ]
    assert [row for row in rows if row not in seen.steps] == []
    assert {Move.GOODBYE, Move.HANG_UP, Move.SAVED, Move.CUT_OFF} <= set(seen.endings)
