"""What the person who interviewed the candidate does in answer to a turn."""

import re
from collections.abc import Iterator

from simulator.core.acts import DialogueAct as A
from simulator.core.at_a_loss import asks_of_their_own, at_a_loss
from simulator.core.call import BRANCHES, CALM_MOOD, STRAIGHT, CallState
from simulator.core.contact_details import taking_details
from simulator.core.contact_question import asks_for_papers, asks_leave
from simulator.core.correction import corrects_own_words
from simulator.core.echo import says_back_a_date, telling_words
from simulator.core.following import tells
from simulator.core.matter import Matter
from simulator.core.moves import Move
from simulator.core.names import is_part_of
from simulator.core.offer_terms import half_hearted, terms
from simulator.core.question import questions
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.single_questions import single_questions
from simulator.core.situation import Situation
from simulator.core.sympathy import fears_to_disturb
from simulator.core.terms_named import places_named
from simulator.core.utterance import asks_after
from simulator.core.when_and_why import (
    asks_best_time,
    asks_for_time,
    asks_when,
    asks_when_of_another_thing,
    asks_why,
    asks_why_of_others,
)

_FORMALITIES = frozenset({A.GREET, A.INTRODUCE_SELF, A.IDENTIFY_INTERVIEW})
"""A turn that does no more leaves room for an aside."""
_ASKING = frozenset({A.SHOW_EMPATHY, A.THANK, A.ASK_AVAILABILITY, A.ASK_TIMELINE, A.OFFER_ALTERNATIVE, A.ASK_FEEDBACK})
"""What answers no doubt."""
_GIVING_THANKS = frozenset({A.THANK, A.EXPRESS_INTEREST, A.SMALL_TALK, A.OTHER})
"""A turn that thanks and does no more of weight has come for that, as far as they can tell."""
_CALLED_BY_NAME = frozenset({Move.RECOGNISE, Move.CALL_IN})
_GREETED = frozenset({Move.RECOGNISE, Move.CHECK_NAME})


def interviewer(situation: Situation) -> Iterator[Move]:
    before, now = situation.before, situation.now
    snapped = Move.BRUSH_OFF in before.moves and Move.SOFTEN not in before.moves
    late = A.CLOSE in situation.acts and Move.ACCEPT_APOLOGY in before.moves  # they have made up, and it is goodbye
    if now.temper.mood >= CALM_MOOD and snapped and not late:
        yield Move.SOFTEN
    yield from _courtesies(situation)
    yield from _answers(situation)


def _courtesies(situation: Situation) -> Iterator[Move]:
    acts, now, before = situation.acts, situation.now, situation.before
    yield from _names(situation)
    if situation.apologises:
        yield Move.ACCEPT_APOLOGY
    if A.SMALL_TALK in acts and situation.utterance.asks_after and A.CLOSE not in acts:
        yield from _says_how_they_are(situation)
    if now.known and not situation.hurts and corrects_own_words(situation.utterance.text):
        yield Move.NOTE_CORRECTION
    if now.recalled and not before.recalled:
        yield Move.RECALL_TOPIC
    elif situation.hurts or situation.apologises:
        return
    elif situation.first(A.EXPRESS_INTEREST):
        yield Move.NOTE_INTEREST
    elif A.SHOW_EMPATHY in acts and before.owed:
        yield Move.ACCEPT_APOLOGY
    elif _is_felt_with(situation):
        yield Move.ACCEPT_APOLOGY if situation.only_apologises else Move.ACCEPT_EMPATHY
    elif _may_disturb(situation):
        yield Move.HAVE_TIME


def _says_how_they_are(situation: Situation) -> Iterator[Move]:
    """Nobody is fine in the breath in which they have told bad news."""
    before = situation.before
    bad = situation.state in (CallState.REJECTION, CallState.ON_HOLD) and Move.GIVE_STATUS in before.moves
    if not bad:
        yield Move.RETURN_SMALL_TALK
    elif Move.BEAR_UP not in before.moves and situation.asks(Matter.WELLBEING):
        yield Move.BEAR_UP


def _may_disturb(situation: Situation) -> bool:
    """Whether the caller fears to disturb, and hears that they don't; who is having a bad day says it otherwise."""
    asked = A.CLOSE not in situation.acts and Move.HAVE_TIME not in situation.before.moves
    civil = situation.scenario.kind is not ScenarioKind.RUDE
    return asked and civil and fears_to_disturb(situation.utterance.text)


def _is_felt_with(situation: Situation) -> bool:
    """Whether a kind word wants one back: the first, and a second that speaks of their own troubles."""
    if A.SHOW_EMPATHY not in situation.acts:
        return False
    if situation.now.pitied:
        return situation.before.moves.get(Move.ACCEPT_EMPATHY, 0) < _KIND_WORDS
    return situation.first(A.SHOW_EMPATHY) and A.ACCEPT_OUTCOME not in situation.acts and situation.feels


_KIND_WORDS = 2
"""How often one thanks for them."""


def _names(situation: Situation) -> Iterator[Move]:
    acts, before, now = situation.acts, situation.before, situation.now
    recognised = now.known and _GREETED.isdisjoint(before.moves) and not situation.called_back
    remembers = situation.state is not CallState.STATUS_QUESTION  # who asks which it was remembers nobody yet
    if A.APOLOGIZE_FORGOTTEN_NAME in acts or situation.asks(Matter.YOUR_NAME):
        yield Move.SAY_NAME
    elif situation.utterance.mentions.misnamed:
        yield Move.CORRECT_NAME
    elif A.ASK_FOR_PERSON in acts and not before.acts and not recognised:
        yield Move.SPEAKING
    if recognised and situation.scenario.expected and situation.utterance.mentions.unlike_profile:
        yield Move.CHECK_NAME
    elif recognised and remembers and not _long_on_the_line(situation):
        yield Move.RECOGNISE
        if acts <= _FORMALITIES:
            yield Move.ASIDE
    elif _CALLED_BY_NAME & set(before.moves) and before.caller and not is_part_of(now.caller, before.caller):
        yield Move.TAKE_NAME
    if situation.names_other_position:
        yield Move.CORRECT_POSITION


def _long_on_the_line(situation: Situation) -> bool:
    """Whether they have talked for so long that nobody says "Ah, it's you" any more."""
    return Move.BRUSH_OFF in situation.before.moves and situation.before.turns >= _LONG


_LONG = 4
"""Turns of the candidate."""


def _answers(situation: Situation) -> Iterator[Move]:
    """To what the turn asks, or else the other end's own next question."""
    if situation.called_back and Move.CALL_IN not in situation.before.moves:
        yield Move.CALL_IN
    elif not situation.now.known:
        if situation.acts == {A.OTHER}:
            yield Move.PUZZLED
        if A.CLOSE not in situation.acts:
            yield Move.ASK_NAME
    elif situation.state is CallState.STATUS_QUESTION:
        yield Move.ASK_INTERVIEW
    else:
        yield from _about_the_matter(situation)


def _about_the_matter(situation: Situation) -> Iterator[Move]:
    acts, now, before = situation.acts, situation.now, situation.before
    told = Move.GIVE_STATUS in before.moves
    news = not told and not BRANCHES.isdisjoint((situation.state, *situation.path))
    # Later on, "You said Saturday" speaks of what was just told.
    if now.promised and not before.promised and not situation.hurts and not told:
        yield Move.OWN_PROMISE
    if news:
        recalls = now.recalled and not before.recalled
        if A.CLOSE in acts and not acts & STRAIGHT:
            yield Move.AFTERTHOUGHT
        else:
            yield Move.COME_TO_IT if recalls and not situation.scenario.has_words_for(Move.HEDGE) else Move.HEDGE
        yield Move.GIVE_STATUS
        yield Move.PRESS_FOR_YES
    elif told and acts & {A.ASK_STATUS, A.PRESSURE_FOR_ANSWER} and not acts & {A.ASK_FEEDBACK, A.OFFER_INFORMATION}:
        yield Move.REPEAT_STATUS
    if told or news:
        yield from _after_the_news(situation, told=told)
    elif A.ASK_AVAILABILITY in acts and situation.reachable_later:
        yield Move.GIVE_AVAILABILITY
    elif acts & {A.CLOSE, A.COMPLAIN_ABOUT_WAIT}:
        return  # nobody asks what it is about who has just heard that they should have rung
    else:
        yield from _what_for(situation)


def _what_for(situation: Situation) -> Iterator[Move]:
    """Nothing was asked yet: asks what the call is about."""
    acts, before = situation.acts, situation.before
    if Move.ASK_PURPOSE not in before.moves:
        yield Move.ASK_PURPOSE
        return
    if situation.utterance.mentions.phone:
        yield Move.TAKE_DETAILS
    elif asked := _asks_beside(situation):
        yield at_a_loss(asked, situation)
    elif acts <= _GIVING_THANKS and A.THANK in acts:
        yield Move.ACCEPT_THANKS
    # Who guessed wrong asks openly.
    yield Move.ASK_PURPOSE if before.expects is Move.GUESS_PURPOSE else Move.GUESS_PURPOSE


def _asks_beside(situation: Situation) -> str:
    """What the turn asks that nothing answers, so that it should at least not go unheard; empty if there is nothing."""
    text, curious = situation.utterance.text, situation.now.curious
    if curious or situation.hurts:
        return ""
    asked = (text[span.start : span.end].strip() for span in questions(text))
    return next((one for one in asked if len(one.split()) >= _A_QUESTION and not asks_after(one)), "")


def _after_the_news(situation: Situation, *, told: bool) -> Iterator[Move]:
    acts, before = situation.acts, situation.before
    lost = situation.state is CallState.REJECTION and not told
    # "When's he back?" wants a date, too.
    if acts & {A.ASK_TIMELINE, A.ASK_AVAILABILITY} and not lost and not _asks_for_first_day(situation):
        best = asks_best_time(situation.utterance.text)
        if move := Move.GIVE_AVAILABILITY if best else timeline(situation):
            yield move
    if _wants_feedback(situation, told=told):
        yield Move.GIVE_FEEDBACK
    elif _lost_gracefully(situation):
        yield Move.OFFER_FEEDBACK
    yield from _about_the_offer(situation)
    if A.REQUEST_FUTURE_CONSIDERATION in acts and (
        Move.KEEP_IN_MIND not in before.moves or A.OFFER_ALTERNATIVE not in acts
    ):
        yield Move.KEEP_IN_MIND
    yield from _about_fitness(situation, told=told)
    yield from taking_details(situation)
    if A.OFFER_ALTERNATIVE in acts and not _about_the_work(situation):
        yield Move.TAKE_ALTERNATIVE


def _asks_for_first_day(situation: Situation) -> bool:
    """Whether the day that is asked for is that on which the work begins."""
    offered = situation.scenario.kind is ScenarioKind.OFFER and A.ASK_OFFER_DETAILS in situation.acts
    return offered and Move.GIVE_START in places_named(situation.utterance.text)


def _about_the_work(situation: Situation) -> bool:
    """Whether the other way that is asked for is one of working, not of getting in touch: "Could I begin at nine?"."""
    text = situation.utterance.text
    words = [text[one.start : one.end] for one in situation.utterance.matches if one.act is A.OFFER_ALTERNATIVE]
    return all(_WORKING.search(one) and not _IN_TOUCH.search(one) for one in words)


_WORKING = re.compile(r"\b(?:start|begin|work|shifts?|hours|stay\s+on|finish)\b", re.IGNORECASE)
_IN_TOUCH = re.compile(
    r"\b(?:call|ring|phone|e-?mail|write|send|letter|reach|come\s+(?:by|in|over)|visit)\b", re.IGNORECASE
)


def timeline(situation: Situation) -> Move | None:
    """When or how it goes on, as far as it was not told yet; nothing, if all that is asked is leave to do something."""
    if Move.GIVE_TIMELINE not in situation.before.moves:
        return Move.GIVE_TIMELINE
    # "Who else will be there?" asks how it goes on, but for no day.
    text = situation.utterance.text
    asked = [text[span.start : span.end] for span in questions(text)]
    dated = [one for one in asked if asks_for_time(one)]
    if dated:
        beside = all(asks_when_of_another_thing(one, situation.before.told) for one in dated)
        return Move.CANNOT_SAY if beside else Move.REPEAT_TIMELINE
    if A.ASK_TIMELINE in situation.acts and says_back_a_date(situation.utterance, situation.before.told):
        return Move.CONFIRM_THAT
    if not asked:
        return Move.REPEAT_TIMELINE
    return None if all(map(asks_leave, asked)) else Move.CANNOT_SAY


def _about_the_offer(situation: Situation) -> Iterator[Move]:
    """Or about one that nobody has made."""
    offered, told = situation.scenario.kind is ScenarioKind.OFFER, Move.GIVE_STATUS in situation.before.moves
    if A.WELCOME_OFFER in situation.acts:
        if offered and not half_hearted(situation):
            yield Move.SHARE_JOY
        elif told and not offered and situation.utterance.chance(A.WELCOME_OFFER) >= _SURELY_GLAD:
            yield Move.CONFIRM_STATUS
    if offered:
        yield from terms(situation)
    elif A.ASK_OFFER_DETAILS in situation.acts:
        yield Move.TERMS_LATER


_SURELY_GLAD = 0.8
"""The chance, 0 to 1, from which on somebody takes for an offer what is none, rather than being glad of something."""


def _wants_feedback(situation: Situation, *, told: bool) -> bool:
    acts, text = situation.acts, situation.utterance.text
    accepts = situation.before.expects is Move.OFFER_FEEDBACK and A.CONFIRM in acts
    lost = told and situation.state is CallState.REJECTION and not situation.hurts
    asks = lost and any(_asks_why_me(text[span.start : span.end]) for span in single_questions(text))
    wants = any(
        one.act is A.ASK_FEEDBACK and (A.CLARIFY not in acts or telling_words(text[one.start : one.end]))
        for one in situation.utterance.matches
    )  # "Sorry? What was it?" asks for no reasons
    return wants or accepts or asks


def _asks_why_me(question: str) -> bool:
    """Whether it asks for the reason of the no, rather than of what others do."""
    return asks_why(question) and not asks_why_of_others(question)


def _lost_gracefully(situation: Situation) -> bool:
    rejected = situation.state is CallState.REJECTION and Move.GIVE_STATUS in situation.before.moves
    return rejected and situation.first(A.ACCEPT_OUTCOME) and Move.GIVE_FEEDBACK not in situation.before.moves


def _about_fitness(situation: Situation, *, told: bool) -> Iterator[Move]:
    acts, asked = situation.acts, Move.RAISE_CONCERN in situation.before.moves
    wants_it_raised = A.OFFER_INFORMATION in acts and not asked and situation.state is CallState.DECISION_PENDING
    if told and _only_talks_shop(situation):
        yield Move.NOD
    elif _answers_concern(situation) or (told and A.CITE_QUALIFICATION in acts):
        yield Move.WEIGH_ANSWER
        if wants_it_raised:
            yield Move.RAISE_CONCERN
    elif A.OFFER_INFORMATION in acts and told and _offers_papers(situation):
        yield Move.NOTHING_NEEDED
    elif wants_it_raised:
        yield Move.RAISE_CONCERN
    elif A.OFFER_INFORMATION in acts and not acts & {A.OFFER_ALTERNATIVE, A.ASK_FEEDBACK, A.ASK_OFFER_DETAILS}:
        yield Move.NO_CONCERN


def _only_talks_shop(situation: Situation) -> bool:
    """Whether somebody who was turned down tells of their work because they ask about this one, and wants nothing back
    of the decision."""
    asks = bool(situation.now.curious) or bool(questions(situation.utterance.text))
    argues = situation.hurts or not situation.acts.isdisjoint({A.ASK_STATUS, A.ASK_FEEDBACK})
    cites = A.CITE_QUALIFICATION in situation.acts and situation.state is CallState.REJECTION
    return cites and asks and not argues and situation.before.moves.get(Move.NOD, 0) < MOST_NODS


MOST_NODS = 2
"""How often one does no more than that."""


def _offers_papers(situation: Situation) -> bool:
    text = situation.utterance.text
    return any(asks_for_papers(text[span.start : span.end]) for span in questions(text))


def _answers_concern(situation: Situation) -> bool:
    """The concern was raised, and this is no outburst and no goodbye: it is taken for the answer."""
    expected = situation.before.expects is Move.RAISE_CONCERN
    # What is left of a turn of which a question was answered apart has no act, and may tell a story all the same.
    asks = situation.acts <= _ASKING and not (not situation.acts and tells(situation.utterance.text))
    return expected and not situation.hurts and A.CLOSE not in situation.acts and not asks


def annoyed(situation: Situation) -> Iterator[Move]:
    acts, now = situation.acts, situation.now
    if situation.apologises:
        yield Move.ACCEPT_APOLOGY
    if now.recalled and not situation.before.recalled and now.temper.mood >= CALM_MOOD and not situation.hurts:
        yield Move.RECALL_TOPIC
    of_another = bool(now.curious) and _OF_ANOTHER.search(situation.utterance.text) is not None
    when = (A.ASK_AVAILABILITY in acts and not of_another) or (
        A.OFFER_ALTERNATIVE in acts and asks_when(situation.utterance.text)
    )
    if A.OFFER_ALTERNATIVE in acts:
        yield Move.TAKE_ALTERNATIVE
    if situation.utterance.mentions.phone:
        yield Move.TAKE_DETAILS
    of_the_news = acts & {A.ASK_STATUS, A.ASK_TIMELINE} or (
        not situation.hurts and any(map(situation.asks, _OF_THE_NEWS))
    )
    if when:
        yield Move.GIVE_AVAILABILITY
    elif A.OFFER_ALTERNATIVE in acts:
        return
    elif CallState.RUDENESS in situation.path or of_the_news:
        yield Move.BRUSH_OFF
    elif not (situation.hurts or situation.apologises or situation.utterance.mentions.phone):
        yield from _put_off(situation)


_OF_ANOTHER = re.compile(r"\bwhen(?:['’]s|\s+is|\s+will)\s+(?:he|she|your)\b", re.IGNORECASE)
"""Asks when somebody else comes, of the person who was called themselves."""


def _put_off(situation: Situation) -> Iterator[Move]:
    """To who asks for no news."""
    if A.ASK_OFFER_DETAILS in situation.acts:
        yield Move.TERMS_LATER
    elif asked := _asks_beside(situation):
        yield Move.PARRY if asks_of_their_own(asked) and Move.PARRY not in situation.before.moves else Move.CANNOT_SAY
    else:
        yield Move.ACKNOWLEDGE if _NOTHING_MORE.search(situation.utterance.text) else Move.SNAP


_NOTHING_MORE = re.compile(
    r"\bnothing\s+(?:more|else)\b|\bthat(?:['’]s|\s+is|\s+was)\s+(?:all|it|everything)\b|\bno\s+(?:more|further)\s+questions?\b",
    re.IGNORECASE,
)


_A_QUESTION = 3
"""Words from which on a question wants at least to hear that nobody knows."""
_OF_THE_NEWS = (Matter.CHANCES, Matter.REASON, Matter.FEEDBACK)
"""Questions that the news would answer."""
