"""From the words of a turn to an utterance, in a live call and in a transcript alike."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from simulator.core.acts import ActMatch
from simulator.core.acts import DialogueAct as A
from simulator.core.apology import owns_to_forgotten_name
from simulator.core.doubt_question import asks_for_doubts
from simulator.core.entities import Mention, Mentions, asks_name, mentions
from simulator.core.harmless_question import without_supposed_harm
from simulator.core.interest import wants_the_job
from simulator.core.plain_faults import PLAINLY, plain_faults
from simulator.core.plausible import is_plausible
from simulator.core.question import questions
from simulator.core.retrieval import NOTHING, Retrieval
from simulator.core.scenario_kind import ScenarioKind as K
from simulator.core.status_question import asks_how_long_on_hold, asks_if_chosen, asks_status
from simulator.core.sympathy import sympathises
from simulator.core.terms_named import named as terms_named
from simulator.core.text import clauses
from simulator.core.transcript import Facts, Role, Speaker, Transcript
from simulator.core.understanding import Understanding
from simulator.core.utterance import Utterance

STAGES = (
    "opening",
    "status",
    "pending",
    "rejection",
    "rude",
    "receptionist",
    "voicemail",
    "offer",
    "closing",
)
"""The moments of a call that the understanding tells apart."""

_ASKED = frozenset({A.ASK_STATUS, A.ASK_TIMELINE, A.PRESSURE_FOR_ANSWER, A.QUESTION_DELAY})
_AFTER_ASKING = {K.REJECTION: "rejection", K.OFFER: "offer"}


def stage(kind: K, role: Role, acts_before: Collection[A]) -> str:
    """The moment of the call, as the understanding knows it, by who is on the line and by what the candidate said
    to them before."""
    if role is not Role.INTERVIEWER:
        return role.value
    if kind is K.RUDE:
        return "rude"
    if not acts_before:
        return "opening"
    return "status" if _ASKED.isdisjoint(acts_before) else _AFTER_ASKING.get(kind, "pending")


def hear(  # noqa: PLR0913, PLR0917 - what bears on a turn
    text: str, before: str, stage: str, facts: Facts, understanding: Understanding, known: Retrieval = NOTHING
) -> Utterance:
    """The turn understood; `before` is the other end's last line, `known` what they can tell when asked."""
    if not text.strip():
        return Utterance(text, (), Mentions())
    matches = _without_doubtful(understanding.acts(text, stage=stage, before=before or None), text)
    if stage == "offer":
        # "The others pay more." speaks of another employer.
        matches = tuple(one for one in matches if one.act is not A.MENTION_OTHER_CANDIDATES) or _nothing(text)
        if len(text.split()) <= _IN_A_WORD and terms_named(text):
            matches = _as_terms(matches, text)
    if any(match.act.hurts for match in matches):
        matches = _surely_hurting(matches, text, understanding.harm(text, stage=stage, before=before or None))
    introduces = asks_name(before) or any(match.act is A.INTRODUCE_SELF for match in matches)
    introduces = introduces or (stage == "opening" and _is_only_a_name(text, facts))
    named = mentions(text, facts, introduces=introduces)
    if named.topic and any(match.act.hurts for match in matches):
        # "The breakfast waste" is no insult: what is hurt by must be said of it.
        plain = f"{text[: named.topic.start]}that{text[named.topic.end :]}"
        meant = {match.act for match in understanding.acts(plain, stage=stage, before=before or None)}
        matches = tuple(match for match in matches if not match.act.hurts or match.act in meant)
    matches = without_supposed_harm(matches, text, before, known, understanding)
    return Utterance(text, _completed(text, matches, named, stage), named)


_ONLY_A_NAME = re.compile(r"[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’-]+)?(?:,?\s+here)?\.?")
"""A word or two, which at the beginning of a call may be who rings: "Piet.". """
_IN_A_WORD = 2
"""Words up to which who has an offer asks for a term of it by its name: "Start?"."""


def _is_only_a_name(text: str, facts: Facts) -> bool:
    words = set(text.lower().strip(" .").split())
    named = {*facts.position.lower().split(), *facts.company.lower().split()}
    return bool(_ONLY_A_NAME.fullmatch(text.strip())) and words.isdisjoint(named)


def _as_terms(matches: tuple[ActMatch, ...], text: str) -> tuple[ActMatch, ...]:
    vague = {A.CLARIFY, A.CONFIRM, A.OTHER, A.ASK_OFFER_DETAILS}
    asks = ActMatch(A.ASK_OFFER_DETAILS, 1.0, 0, len(text))
    return (*(match for match in matches if match.act not in vague), asks) if text.rstrip().endswith("?") else matches


_DOUBTFUL = {A.CLOSE: 0.7, A.OFFER_ALTERNATIVE: 0.6, A.LEAVE_DETAILS: 0.6, A.ASK_OFFER_DETAILS: 0.5}
"""How likely these must be, 0 to 1: nobody hangs up, says "Yes, do that", writes something down, or goes through the
terms where it is not sure that somebody said goodbye, offered something, left it, or asked for them."""


def _without_doubtful(matches: tuple[ActMatch, ...], text: str) -> tuple[ActMatch, ...]:
    return tuple(one for one in matches if one.confidence >= _DOUBTFUL.get(one.act, 0.0)) or _nothing(text)


SURE_HARM = 0.7
"""How likely a turn must hurt, as `Understanding.harm` tells it, to be taken so: a person who is in doubt hears no
insult, and most of what people say is harmless. Of 1,142 harmless turns by hands that the models have not met, 21 would
be taken for hurting without it, and 5 are (with 0.75, 3); of 404 that hurt, 304 would be heard, and 275 are (263)."""


_HARDLY_MISTAKEN = frozenset({A.CASUAL_LANGUAGE, A.OVER_CONTACT, A.SHOW_DESPERATION})
"""What hardly anything else is taken for."""
_LIKELY = 0.7
"""How likely one of these must be, 0 to 1, where the turn as a whole is not sure to hurt."""


def _surely_hurting(matches: tuple[ActMatch, ...], text: str, harm: float) -> tuple[ActMatch, ...]:
    if harm >= SURE_HARM:
        return matches
    kept = tuple(
        one for one in matches if not one.act.hurts or (one.act in _HARDLY_MISTAKEN and one.confidence >= _LIKELY)
    )
    return kept or _nothing(text)


def _nothing(text: str) -> tuple[ActMatch, ...]:
    return (ActMatch(A.OTHER, 1.0, 0, len(text)),)


def _completed(text: str, matches: tuple[ActMatch, ...], named: Mentions, stage: str) -> tuple[ActMatch, ...]:
    """With the acts that are plain by their words, or once one knows the facts of the call: a name, a topic."""
    undecided = stage == "pending"  # there still is a decision that a doubt may bear on
    under_way = stage in _UNDER_WAY
    early = stage in _BEFORE_THE_NEWS
    plausible = [match for match in matches if is_plausible(match, matches, named, text)]
    recognised = {match.act for match in plausible}
    hurts = any(act.hurts for act in recognised)
    added = [
        ActMatch(act, 1.0, *_clause_of(text, mention))
        for act, mention in (
            (A.INTRODUCE_SELF, named.own_name),
            (A.IDENTIFY_INTERVIEW, named.position),
            (A.REFERENCE_DISCUSSION, named.topic),
            (A.LEAVE_DETAILS, named.phone),
            (A.CLOSE, _farewell(text, under_way=under_way)),
            (A.SHOW_EMPATHY, None if hurts else _said(sympathises(text))),
            (A.APOLOGIZE_FORGOTTEN_NAME, _said(owns_to_forgotten_name(text))),
            (A.EXPRESS_INTEREST, None if hurts else _said(wants_the_job(text))),
            (A.ASK_STATUS, None if hurts else _said(asks_status(text) or (asks_if_chosen(text) if early else None))),
            (A.ASK_TIMELINE, None if hurts else _said(asks_how_long_on_hold(text))),
            (A.OFFER_INFORMATION, _said(asks_for_doubts(text)) if undecided and not hurts else None),
        )
        if mention and act not in recognised
    ]
    added += [
        ActMatch(act, PLAINLY, found.start(), found.end()) for act, found in plain_faults(text) if act not in recognised
    ]
    kept = [match for match in plausible if not (match.act is A.OTHER and added)]
    return tuple(sorted([*kept, *added], key=lambda match: match.start)) or _nothing(text)


_BEFORE_THE_NEWS = frozenset({"opening", "status", "rude"})
_UNDER_WAY = frozenset({"pending", "rejection", "offer"})
"""Moments in which a "good day" is no greeting any more."""
_ADDRESSED = (
    r"(?:,?\s+(?:to\s+you(?:\s+all)?|(?:my\s+|dear\s+)*(?:sir|madame?|ma['’]?am|dear)|(?:mr|mrs|ms|miss|dr)\.?\s+\w+"
    r"|(?-i:[A-Z][\w'’-]+)|now|then|again|all|everyone|(?:for\s+)?now)){0,2}"
)
"""Whom one takes leave of."""
_FAREWELL = re.compile(
    r"(?:(?<!say )(?<!quite )(?<!said )\b(?:(?:good)?bye(?:[\s-]bye)?|(?<=[\w.,!?]\s)(?:ciao|yassas)"
    r"|c\s?ya|laters|ttyl|cheerio|ta-?raa?|hooroo|toodle-?oo|au\s+revoir|à\s+bient[oô]t|hasta\s+\w+|adi[oó]s"
    r"|arrivederci|auf\s+wieder(?:sehen|h[öo]ren)|tsch[üu]ss?|hwyl(?:\s+fawr)?|ka\s+kite)"
    r"|(?:^|[,.!?;]\s*|\b(?:ok|okay|right|so|well|and|then|now)\s+)(?:take\s+care|god\s+bless(?:\s+you)?|go\s+well|walk\s+good|fare\s+ye\s+we[ea]l)"
    r"|(?:^|[,.!?;]\s*|\b(?:ok|okay|right|so|well|and|then)\s+)(?:see|talk\s+to)\s+you"
    r"(?:\s+(?:then|soon|later|(?:on\s+)?\w+day))?)(?:\s+(?:now|then))?"
    rf"{_ADDRESSED}[\s.!,]*$",
    re.IGNORECASE,
)
"""Of these, "see you" takes leave where it opens a clause; "It was great to see you" does not."""


_GOOD_DAY = re.compile(
    r"(?:^|[.!?;]\s*|\b(?:well|so|thanks?|thank\s+you),\s+)(?:and\s+)?(?:a\s+(?:very\s+)?)?good\s+(?:day|evening|afternoon|night|weekend)"
    rf"{_ADDRESSED}[\s.!,]*$",
    re.IGNORECASE,
)
"""Greets at the beginning of a call, and takes leave later on."""
_TAKES_LEAVE = re.compile(r"\b(?:not|won['’]?t)\s+(?:keep|detain|hold)\s+you\b[^.!?]*\blonger\b", re.IGNORECASE)
"""Takes leave, where nothing is asked beside it."""


def _farewell(text: str, *, under_way: bool) -> Mention | None:
    """The goodbye at the end of a turn; `under_way`: the news was asked for, so that nobody greets."""
    found = _FAREWELL.search(text) or (None if questions(text) else _TAKES_LEAVE.search(text))
    found = found or (_GOOD_DAY.search(text) if under_way else None)
    return Mention(found.group(), found.start(), found.end()) if found else None


def _said(found: re.Match[str] | None) -> Mention | None:
    return Mention(found.group(), found.start(), found.end()) if found else None


def _clause_of(text: str, mention: Mention) -> tuple[int, int]:
    for clause in clauses(text):
        if clause.start <= mention.start < clause.end:
            return clause.start, max(clause.end, mention.end)
    return mention.start, mention.end


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn of the candidate in a transcript, with its place in it."""

    turn: int
    """Index among all turns, from 0."""
    utterance: Utterance
    role: Role = Role.INTERVIEWER
    """To whom it was said."""


def hear_all(transcript: Transcript, understanding: Understanding, known: Retrieval = NOTHING) -> Iterator[Heard]:
    """Every turn of the candidate, understood anew, in order; `known` is what the person called can tell."""
    before = ""
    acts: Counter[A] = Counter()
    role = transcript.first_role
    for index, turn in enumerate(transcript.turns):
        if turn.speaker is Speaker.INTERVIEWER:
            before = turn.text
            if turn.role not in (None, role):
                role = turn.role or role
                acts.clear()
            continue
        moment = stage(transcript.kind, role, acts)
        tells = known if role is transcript.first_role else NOTHING
        utterance = hear(turn.text, before, moment, transcript.facts, understanding, tells)
        acts.update(utterance.acts)
        yield Heard(index, utterance, role)
