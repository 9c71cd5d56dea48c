"""Candidates of several characters, for calls by the thousand: what they say is known, so nothing need be recognised.

What has to do with the facts of the call is said in a few set ways; everything else is drawn from the corpus.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.detail import Detail
from simulator.core.entities import mentions
from simulator.core.matter import NO_MATTER, Matter, MatterAsked
from simulator.core.scenario import Scenario
from simulator.core.text import Span
from simulator.core.transcript import Facts
from simulator.core.utterance import Utterance
from simulator.training.corpus import Example, read_corpus
from simulator.training.matters import MatterExample, read_matters

Acts = frozenset[A]

_OF_THE_CALL: Mapping[A, Sequence[str]] = {
    A.INTRODUCE_SELF: ("Hello, this is {candidate}.", "My name is {candidate}.", "{candidate} here."),
    A.IDENTIFY_INTERVIEW: ("I interviewed for the {position} position.", "It's about the {position} job."),
    A.REFERENCE_DISCUSSION: ("I enjoyed our talk about {discussion_topic}.", "I've thought about {discussion_topic}."),
    A.ASK_FOR_PERSON: ("Could I speak to {contact}, please?",),
}
_HARMLESS = tuple(act for act in A if not act.hurts and act not in (A.CLOSE, A.OTHER))
_HURTING = tuple(act for act in A if act.hurts)


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of a candidate, and what it does."""

    text: str
    acts: Acts
    matter: Matter | None = None
    """What it asks about, of what comes up in any call."""

    def heard(self, facts: Facts) -> Utterance:
        """As a perfect understanding takes it."""
        named = mentions(self.text, facts, introduces=A.INTRODUCE_SELF in self.acts)
        whole = Span(0, len(self.text))
        return Utterance(
            self.text,
            tuple(ActMatch(act, 1.0, whole.start, whole.end) for act in sorted(self.acts)),
            named,
            matters=(MatterAsked(self.matter, whole, 1.0),) if self.matter else (),
        )


@cache
def by_acts() -> Mapping[Acts, Sequence[Example]]:
    """Examples of the corpus by all that they do."""
    found: dict[Acts, list[Example]] = {}
    for example in read_corpus():
        if not example.acts & set(_OF_THE_CALL) and len(example.text.split()) < 40:
            found.setdefault(example.acts, []).append(example)
    return found


@cache
def by_matter() -> Mapping[Matter, Sequence[MatterExample]]:
    """Questions of any call."""
    found: dict[Matter, list[MatterExample]] = {}
    for example in read_matters():
        if example.matter not in NO_MATTER and not example.before:
            found.setdefault(example.matter, []).append(example)
    return found


def says(chance: random.Random, facts: Facts, *acts: A) -> Said:
    """A turn that performs the acts, and no other."""
    sentences = []
    for act in acts:
        if act in _OF_THE_CALL:
            values = {name: getattr(facts, name) for name in ("candidate", "contact", "position", "discussion_topic")}
            sentences.append(chance.choice(_OF_THE_CALL[act]).format(**values))
        else:
            sentences.append(chance.choice(by_acts()[frozenset({act})]).text)
    return Said(" ".join(sentences), frozenset(acts))


Character = Callable[[random.Random, Scenario], Iterator[Said]]


def ideal(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Does all that a good call needs, in a good order."""
    yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW)
    yield says(chance, scenario.facts, A.THANK, A.REFERENCE_DISCUSSION)
    yield says(chance, scenario.facts, A.EXPRESS_INTEREST, A.ASK_STATUS)
    later = [
        A.ACCEPT_OUTCOME,
        A.ASK_TIMELINE,
        A.OFFER_INFORMATION,
        A.CITE_QUALIFICATION,
        A.REQUEST_FUTURE_CONSIDERATION,
    ]
    later += [A.ASK_FEEDBACK, A.WELCOME_OFFER, A.ASK_OFFER_DETAILS, A.LEAVE_DETAILS, A.OFFER_ALTERNATIVE, A.CONFIRM]
    for act in chance.sample(later, 4):
        yield says(chance, scenario.facts, act)
    yield says(chance, scenario.facts, A.THANK, A.CLOSE)


def terse(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """One thing at a time, and not much of it."""
    yield says(chance, scenario.facts, chance.choice([A.GREET, A.INTRODUCE_SELF, A.ASK_STATUS]))
    while True:
        yield says(
            chance,
            scenario.facts,
            chance.choice([A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, A.CONFIRM, A.THANK]),
        )
        if chance.random() < 0.15:
            yield says(chance, scenario.facts, A.CLOSE)


def chatty(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Several things a turn, small talk before all."""
    while True:
        acts = chance.sample(_HARMLESS, 3)
        yield says(chance, scenario.facts, A.SMALL_TALK, *(act for act in acts if act is not A.SMALL_TALK))
        if chance.random() < 0.08:
            yield says(chance, scenario.facts, A.CLOSE)


def hostile(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Hurts more than helps, and apologises now and then."""
    if chance.random() < 0.6:
        yield says(chance, scenario.facts, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW)
    while True:
        kind = _HURTING if chance.random() < 0.6 else (A.SHOW_EMPATHY, A.ASK_STATUS, A.ACCEPT_OUTCOME, A.ASK_TIMELINE)
        yield says(chance, scenario.facts, chance.choice(kind))


def confused(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Asks back, goes back, forgets the name, says yes to nothing."""
    acts = (
        A.CLARIFY,
        A.CONFIRM,
        A.OTHER,
        A.APOLOGIZE_FORGOTTEN_NAME,
        A.GREET,
        A.INTRODUCE_SELF,
        A.ASK_FOR_PERSON,
        A.ASK_STATUS,
    )
    while True:
        yield says(chance, scenario.facts, chance.choice(acts))


def silent(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Says nothing, mostly."""
    while True:
        yield Said("", frozenset()) if chance.random() < 0.8 else says(chance, scenario.facts, chance.choice(_HARMLESS))


def anyone(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Lines of the corpus, one after the other, whatever was said before."""
    every = [example for examples in by_acts().values() for example in examples]
    if chance.random() < 0.5:
        yield says(chance, scenario.facts, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)
    while True:
        example = chance.choice(every)
        yield Said(example.text, example.acts)


def rambling(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Cannot stop."""
    yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF)
    while True:
        said = [says(chance, scenario.facts, act) for act in chance.choices(_HARMLESS, k=9)]
        text = " ".join(one.text for one in said)
        yield Said(text, frozenset(act for one in said for act in one.acts))


def curious(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Gets the news and then asks about everything, politely or less so."""
    yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)
    while True:
        acts = [act for act in A if act not in (A.CLOSE, A.BE_HOSTILE, A.OVER_CONTACT)]
        yield says(chance, scenario.facts, *dict.fromkeys(chance.choices(acts, k=chance.choice([1, 1, 2]))))
        if chance.random() < 0.05:
            yield says(chance, scenario.facts, A.CLOSE)


def inquisitive(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Asks about whatever the other end may know."""
    for _ in range(2 if scenario.front_desk else 1):
        yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)
    asked = [chance.choice(detail.examples) for detail in scenario.details]
    for question in chance.sample(asked, min(len(asked), 8)):
        yield Said(f"{question.rstrip('?')}?", frozenset({chance.choice((A.OTHER, A.CLARIFY))}))
    yield says(chance, scenario.facts, A.CLOSE)


def puzzled(details: Sequence[Detail]) -> Character:
    """Asks about some of what the other end knows, and gets none of the answers."""

    def asker(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
        for _ in range(2 if scenario.front_desk else 1):
            yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)
        for detail in details:
            yield Said(f"{chance.choice(detail.examples).rstrip('?')}?", frozenset({A.OTHER}))
            yield Said("Sorry, what do you mean?", frozenset({A.CLARIFY}))
        yield says(chance, scenario.facts, A.CLOSE)

    return asker


_GOING_ON = (
    "Should I ring you or write?",
    "How long is the contract?",
    "I had hoped for more than that, is there any room?",
    "Do you give trainees a bicycle?",
    "Tell the boss that I rang.",
    "You can reach me on 0151 496 0018, did you get that?",
    "Should I try on Monday or on Tuesday?",
    "By post or by email?",
    "What did you write down?",
    "No, I meant something else: is there a bicycle stand?",
    "That must be a lot for you. I'm sorry, that was rude of me earlier.",
)


def forward(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Asks how it goes on, politely or less so, and most things twice."""
    acts = [A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS]
    sour = chance.random()
    for _ in range(2 if scenario.front_desk else 1):
        yield says(chance, scenario.facts, *acts, *([chance.choice(_SOUR)] if sour < 0.5 else [A.THANK]))
    yield says(chance, scenario.facts, chance.choice((A.ASK_STATUS, A.ASK_OFFER_DETAILS, A.SHOW_EMPATHY)))
    for question in chance.choices(_GOING_ON, k=3):
        for matter in chance.choices(list(by_matter()), k=2):
            yield Said(chance.choice(by_matter()[matter]).text, frozenset({A.OTHER}), matter)
        yield Said(question, frozenset({chance.choice((A.OTHER, A.ASK_OFFER_DETAILS, A.LEAVE_DETAILS, A.ASK_STATUS))}))
        if chance.random() < 0.3:
            yield says(chance, scenario.facts, chance.choice((A.THANK, *([] if sour > 0.5 else _SOUR))))
    yield says(chance, scenario.facts, A.CLOSE)


_PARTICULARS = (
    "Is there a bicycle stand?",
    "Is there any heron on the weathercock?",
    "Has anybody ever juggled with marmalade?",
    "How many windows are there?",
    "How many umbrellas hang in the hall?",
    "How often do the barges come?",
    "Who painted the gate?",
    "Who forged the weathercock?",
    "Which aunt embroidered the tambourine?",
    "Does the lift still stop at the gallery?",
    "What make is the piano?",
    "I meant the gate, who painted it?",
    "No, I asked what make the piano is.",
    "Do bicycles ever dream of the sea?",
    "My aunt kept bees on her roof, and all of us helped her with them.",
)


def prying(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Gets the news, and then asks about what nobody could have foreseen."""
    for _ in range(2 if scenario.front_desk else 1):
        yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS)
    for question in chance.choices(_PARTICULARS, k=8):
        yield Said(question, frozenset({chance.choice((A.OTHER, A.CLARIFY, A.SMALL_TALK))}))
    yield says(chance, scenario.facts, A.CLOSE)


_SOUR = (A.COMPLAIN_ABOUT_WAIT, A.QUESTION_DELAY, A.PRESSURE_FOR_ANSWER, A.CASUAL_LANGUAGE, A.SHOW_ENTITLEMENT)
_USUAL = (A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, A.REFERENCE_DISCUSSION)
_LATER = tuple(act for act in A if not act.hurts and act not in (*_USUAL, A.CLOSE))


def sour(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Does what is due, with a jibe beside it."""
    due = [*chance.sample(_USUAL, chance.choice([2, 3, 4])), *chance.choices(_LATER, k=4)]
    if chance.random() < 0.5:
        yield says(chance, scenario.facts, chance.choice(_SOUR), chance.choice((A.GREET, A.INTRODUCE_SELF)))
    for act in due:
        jibe = chance.random() < 0.5
        yield says(chance, scenario.facts, *([chance.choice(_SOUR)] if jibe else []), act)
    yield says(chance, scenario.facts, A.CLOSE)


_OUTBURSTS = ((A.BE_HOSTILE,), (A.BE_HOSTILE, A.QUESTION_DELAY), (A.BE_HOSTILE, A.CASUAL_LANGUAGE))


def outburst(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Loses their temper once, and goes on as if nothing had been."""
    opening = [
        says(chance, scenario.facts, A.INTRODUCE_SELF),
        says(chance, scenario.facts, A.IDENTIFY_INTERVIEW, A.ASK_STATUS),
    ]
    opening.insert(chance.choice([0, 0, 1, 2, 2]), says(chance, scenario.facts, *chance.choice(_OUTBURSTS)))
    yield from opening
    if chance.random() < 0.6:
        yield says(chance, scenario.facts, A.REFERENCE_DISCUSSION)
    for act in chance.choices(_LATER, k=chance.choice([1, 2, 3])):
        yield says(chance, scenario.facts, act)
    yield says(chance, scenario.facts, A.CLOSE)


def nameless(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Does not say who they are, for long."""
    jibes = chance.choice([(), _SOUR, (A.CASUAL_LANGUAGE,)])
    for _ in range(chance.choice([2, 4, 6, 20])):
        acts = (A.GREET, A.ASK_FOR_PERSON, A.IDENTIFY_INTERVIEW, A.ASK_STATUS, A.CONFIRM, A.THANK, *jibes)
        yield says(chance, scenario.facts, chance.choice(acts))
    yield says(chance, scenario.facts, A.INTRODUCE_SELF, chance.choice(_SOUR))
    yield says(chance, scenario.facts, A.IDENTIFY_INTERVIEW)
    yield says(chance, scenario.facts, A.CLOSE)


def misnaming(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Calls the other by a wrong name, and again, politely or less so."""
    for _ in range(4):
        said = says(
            chance, scenario.facts, *([chance.choice(_SOUR)] if chance.random() < 0.5 else []), A.INTRODUCE_SELF
        )
        yield Said(f"Good morning, Mr. Xanthopoulos. {said.text}", said.acts | {A.GREET})
    yield says(chance, scenario.facts, A.CLOSE)


def pressing_one(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Does as machines ask."""
    yield says(chance, scenario.facts, A.GREET, A.INTRODUCE_SELF, A.CLOSE)
    while True:
        yield Said("1", frozenset({A.OTHER}))


_GRACIOUS = (A.THANK, A.SHOW_EMPATHY, A.ACCEPT_OUTCOME, A.EXPRESS_INTEREST, A.SMALL_TALK)


def winning(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
    """Wins over whoever is in a bad mood before saying who they are and what for."""
    kind = [A.SHOW_EMPATHY, A.THANK, A.EXPRESS_INTEREST, A.REFERENCE_DISCUSSION, A.SMALL_TALK, A.OFFER_ALTERNATIVE]
    for act in chance.sample(kind, chance.choice([3, 4, 5, 6])):
        yield says(chance, scenario.facts, act)
    yield says(chance, scenario.facts, A.INTRODUCE_SELF, A.SHOW_EMPATHY)
    yield says(chance, scenario.facts, A.IDENTIFY_INTERVIEW, A.THANK)
    yield says(chance, scenario.facts, A.ASK_STATUS)
    yield says(chance, scenario.facts, A.CLOSE)


def seeking(turns: Sequence[Said]) -> Character:
    """Comes back to some turns again and again, in good or bad grace, before the news and after it."""

    def seeker(chance: random.Random, scenario: Scenario) -> Iterator[Said]:
        manner = chance.choice((_GRACIOUS, _SOUR, ()))
        opening = [[A.INTRODUCE_SELF], [A.IDENTIFY_INTERVIEW], [A.ASK_STATUS]]
        if chance.random() < 0.5:
            opening = [[act for acts in opening for act in acts]]
        if chance.random() < 0.3:
            opening = []
        for act in chance.choices(manner, k=chance.choice((0, 1, 3))) if manner else ():
            yield says(chance, scenario.facts, act)
        for acts in opening:
            beside = [chance.choice(manner)] if manner and chance.random() < 0.5 else []
            yield says(chance, scenario.facts, *beside, *acts)
        for turn in chance.choices(turns, k=12):
            yield turn
            if manner and chance.random() < 0.3:
                yield says(chance, scenario.facts, *chance.sample(manner, chance.choice((1, 3, 5))))
        yield says(chance, scenario.facts, *([chance.choice(manner)] if manner else []), A.CLOSE)

    return seeker


CHARACTERS: tuple[Character, ...] = (
    ideal,
    terse,
    chatty,
    hostile,
    confused,
    silent,
    anyone,
    curious,
    inquisitive,
    forward,
    prying,
    rambling,
    sour,
    outburst,
    nameless,
    misnaming,
    pressing_one,
)
