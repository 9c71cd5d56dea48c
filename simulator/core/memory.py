"""All that was said in a call so far, as the other end remembers it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from simulator.core.acts import DialogueAct as A
from simulator.core.alternatives import likelier
from simulator.core.apology import apology
from simulator.core.choice import choice_in
from simulator.core.detail import DetailAsked
from simulator.core.echo import telling_words
from simulator.core.figure import figure
from simulator.core.moves import UNKNOWN, Move
from simulator.core.names import capitals, is_part_of
from simulator.core.number_correction import corrected_number
from simulator.core.question import questions
from simulator.core.reply import Reply
from simulator.core.sympathy import sympathises
from simulator.core.temper import EFFECTS, Temper
from simulator.core.transcript import Role
from simulator.core.utterance import Utterance
from simulator.core.which_day import which_day

_NO_AGREEMENT = frozenset({A.CLARIFY, A.CLOSE})
_YES = re.compile(r"\W*(?:yes|yeah|yep|aye|right|exactly|correct|indeed|it is|that's (?:it|right))\b", re.IGNORECASE)
_NO = re.compile(r"\W*(?:no|nope|nah|not)\b", re.IGNORECASE)
_A_DAY = re.compile(r"\b(?:today|tonight|tomorrow|\w+days?|any\s+day|weekends?)\b", re.IGNORECASE)
_NAMED_ANEW = (
    r"(?<!his )(?<!her )(?<!their )(?<!its )(?<!your )(?<!\w's )"
    r"\b(?:names?|called|call\s+me|i['’]?m|i\s+am|it['’]?s|it\s+is|this\s+is|speaking\s+(?:to|with))(?:['’]?s|\s+is)?,?\s+"
    r"(?:(?:actually|really|spelt)\s+)?(?:not\s+\S+\s+(?:but\s+)?)?"
    r"|\b(?:no|nope|not\s+\w+)[\s,.]+"
)
"""Before a name by which somebody puts right how they are called."""
_EMPTY = frozenset({Move.PUZZLED, Move.NUDGE, Move.NOD, Move.ACKNOWLEDGE, Move.CONFIRM_ALL, Move.MANNER_OF_SPEAKING})
_CHANCES = 4
"""How often somebody who has had enough stays on the line after all."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All that was said in a call so far, as the other end remembers it."""

    temper: Temper
    role: Role = Role.INTERVIEWER
    """Who is on the line."""
    caller: str = ""
    """The caller's name as they gave it."""
    introduced: bool = False
    """They gave a name, whether or not it could be made out."""
    placed: bool = False
    """It is clear which interview this is about."""
    misplaced: bool = False
    """They named another position than theirs, and not theirs since."""
    recalled: bool = False
    """A topic of the interview was named."""
    asked: int = 0
    """In how many turns they asked for news, since this person is on the line."""
    promised: str = ""
    """The date that the caller says they were promised, in their words."""
    acts: Mapping[A, int] = field(default_factory=dict)
    """In how many turns each act was performed, since this person is on the line."""
    moves: Mapping[Move, int] = field(default_factory=dict)
    """How often the other end made each move."""
    said: frozenset[str] = frozenset()
    """Every line of the other end, so that none comes twice."""
    told: frozenset[str] = frozenset()
    """The telling words of all that the other end said, in lower case."""
    curious: tuple[DetailAsked, ...] = ()
    """What the last turn asked about, of the things that the other end knows."""
    subject: str = ""
    """What the one question of the last turn is about that nobody has an answer to, if that can be told."""
    asking: frozenset[str] = frozenset()
    """The telling words of the questions of the last turn."""
    unknown: frozenset[str] = frozenset()
    """Those of the questions that the other end could not answer."""
    owed: bool = False
    """The caller has hurt, and not apologised since."""
    number_left: bool = False
    """The caller has said how to reach them."""
    number: str = ""
    """The number or address that they left last, in their words."""
    ring_when: str = ""
    """What the other end said of when to ring."""
    due: str = ""
    """What the other end said last of when it goes on."""
    which_day: str = ""
    """Which day the other end meant, in a sentence, where the last turn asks for that."""
    choice: str = ""
    """Of two things that the last turn offered to choose from, the one that the other end had told before."""
    guess: str = ""
    """Of two other things that it offered, the one that may be it, as far as anybody has said."""
    figure: str = ""
    """A figure by which the last turn tells what the candidate has done, in their words."""
    chances: int = 0
    """How often the other end stayed on the line although they had had enough."""
    last_moves: tuple[Move, ...] = ()
    """The moves of the other end's last answer."""
    pitied: bool = False
    """The last turn felt with the other end."""
    last_reply: str = ""
    last_lines: tuple[str, ...] = ()
    """The same as it was written, before names were put in."""
    last_substance: str = ""
    """What the other end told or asked last, to be repeated on request."""
    expects: Move | None = None
    """The question that the other end asked last, if it is still open."""
    turns: int = 0
    """Turns of the candidate."""
    turns_since_news: int = 0
    """Answers of the other end since it gave the news of the call; without meaning before."""
    words: int = 0
    silences: int = 0
    """How many turns in a row, up to now, the candidate said nothing."""

    @property
    def known(self) -> bool:
        """Whether the other end knows whom it speaks with. A name that could not be made out is asked for once;
        nobody asks a third time."""
        return bool(self.caller) or (self.introduced and Move.ASK_NAME in self.moves)

    @property
    def names_ring_day(self) -> bool:
        """Whether the other end named a day on which to ring."""
        return bool(_A_DAY.search(self.ring_when))

    def _chosen(self, text: str) -> str:
        """What the other end told before, of two things that a question offers."""
        offered = map(choice_in, _questions_of(text))
        told = f"{self.ring_when} {self.last_substance}"
        return next((settled for one in offered if one and (settled := one.settled_by(told))), "")

    def has_just_told(self, lines: Iterable[str]) -> bool:
        """Whether one of the lines was said in the last answer."""
        return any(line in self.last_lines or line in self.last_reply for line in lines)

    @property
    def has_rung_up(self) -> bool:
        """Whether the other end rang, said why, and has not come to the news yet."""
        return Move.CALL_IN in self.moves and Move.GIVE_STATUS not in self.moves

    def agrees(self, utterance: Utterance) -> bool:
        """Whether the turn answers yes to "You're calling about the decision?", in whatever words."""
        acts = utterance.acts
        civil = bool(acts) and not acts & _NO_AGREEMENT and not any(act.hurts for act in acts)
        strays = acts <= {A.OTHER, A.SMALL_TALK} and bool(questions(utterance.text))
        willing = civil and not strays and not _NO.match(utterance.text)
        return self.expects is Move.GUESS_PURPOSE and (willing or bool(_YES.match(utterance.text)))

    def after(self, utterance: Utterance) -> "Memory":
        """The memory with a turn of the candidate added."""
        acts, name, promise = utterance.acts, utterance.mentions.own_name, utterance.mentions.promised
        temper = self.temper.after(utterance, self.acts)
        left = utterance.mentions.phone or utterance.mentions.email
        makes_up = self.owed and apology(utterance.text) is not None
        if makes_up and A.SHOW_EMPATHY not in acts:
            temper = temper.shifted(*EFFECTS[A.SHOW_EMPATHY])
        stays = temper.fed_up and self.stays(utterance)
        return replace(
            self,
            temper=temper.one_more_chance() if stays else temper,
            chances=self.chances + stays,
            asking=_telling_of_questions(utterance.text),
            owed=any(act.hurts for act in acts) or (self.owed and not makes_up),
            number_left=self.number_left or left is not None,
            number=left.text if left else corrected_number(self.number, utterance.text) or self.number,
            pitied=sympathises(utterance.text) is not None,
            which_day=which_day(utterance.text, self.due),
            choice=self._chosen(utterance.text),
            guess=next(filter(None, (likelier(one, self.told) for one in _questions_of(utterance.text))), ""),
            figure=figure(utterance.text),
            caller=self._called(name.text, utterance.text) if name else self.caller,
            promised=promise.text if promise else self.promised,
            introduced=self.introduced or A.INTRODUCE_SELF in acts,
            placed=self.placed
            or not acts.isdisjoint({A.IDENTIFY_INTERVIEW, A.REFERENCE_DISCUSSION})
            or utterance.mentions.other_position is not None,
            asked=self.asked + bool(acts & {A.ASK_STATUS, A.ASK_TIMELINE} or self.agrees(utterance)),
            misplaced=utterance.mentions.other_position is not None
            or (self.misplaced and utterance.mentions.position is None),
            recalled=self.recalled or A.REFERENCE_DISCUSSION in acts,
            acts=Counter(self.acts) + Counter(acts),
            turns=self.turns + 1,
            words=self.words + utterance.words,
            silences=self.silences + 1 if utterance.silent else 0,
        )

    def _called(self, name: str, text: str) -> str:
        """The caller's name after they gave this one in a turn. Who has said who they are keeps the whole of it where
        they say a part again, and is not suddenly called by a word in lower case, or one that stands where a name
        might: "This is clear", "Milk here". Who was asked for the rest of it gives just that: "Vega."."""
        given, known = capitals(name), self.caller
        if known and is_part_of(given, known):
            return max(known, given, key=len)
        if Move.WANT_NAME in self.last_moves and " " not in known:
            return f"{known} {given}"
        denied = re.search(rf"\bnot\s+{re.escape(known)}\b", text, re.IGNORECASE) if known else None
        whole = " " in given and re.search(rf"^\W*{re.escape(name)}\s+(?:here|speaking)\b", text, re.IGNORECASE)
        anew = denied or whole or re.search(rf"(?:{_NAMED_ANEW}){re.escape(name)}", text, re.IGNORECASE)
        is_word = name.islower() and " " not in name.strip() and "name" not in text.lower()
        return known if known and (anew is None or is_word) else given

    def put_through(self, role: Role, temper: Temper, *, announced: bool) -> "Memory":
        """The memory of whoever picks up next: that of a person who has heard nothing yet, but for the name, if the
        caller was announced. What was said on this line stays said, and the time spent stays spent."""
        fresh = Memory(temper, role, self.caller, self.introduced) if announced else Memory(temper, role)
        return replace(fresh, said=self.said, turns=self.turns)

    def stays(self, utterance: Utterance) -> bool:
        """Whether somebody who has had enough does not hang up yet: they say so first, and they do not hang up on
        who is civil."""
        acts = utterance.acts
        shown = any(move is Move.NUDGE or move.startswith("react_") for move in self.moves)
        if shown and (utterance.silent or A.BE_HOSTILE in acts):
            return False
        civil = bool(acts - {A.OTHER}) and not any(act.hurts for act in acts) and self.chances < _CHANCES
        return civil or Move.WARN not in self.moves

    def replied(self, reply: Reply) -> "Memory":
        """The memory with an answer of the other end added."""
        moves = reply.moves
        repeating = Move.REPEAT_THAT in moves
        # Courtesies are repeated only where nothing else was said, what says nothing never.
        courtesy = "" if _EMPTY.intersection(moves) else reply.text
        worth_repeating = reply.substance or courtesy
        granted = self.asking if Move.TAKE_ALTERNATIVE in moves else frozenset[str]()
        return replace(
            self,
            temper=_after_own_words(self.temper, moves).wearied(
                sum(move in self.moves for move in moves if move is not Move.TAKE_UP)
            ),
            moves=Counter(self.moves) + Counter(moves),
            said=self.said | set(reply.lines),
            told=self.told | telling_words(reply.text) | granted,
            unknown=self.unknown | self.asking if UNKNOWN & set(moves) else self.unknown,
            ring_when=reply.ring_when or self.ring_when,
            due=reply.due or self.due,
            last_moves=moves or self.last_moves,
            last_reply=reply.text or self.last_reply,
            last_lines=reply.lines or self.last_lines,
            last_substance=self.last_substance if repeating else worth_repeating or self.last_substance,
            turns_since_news=0 if Move.GIVE_STATUS in moves else self.turns_since_news + 1,
            expects=self.expects if repeating else reply.expects,
        )


def _after_own_words(temper: Temper, moves: Collection[Move]) -> Temper:
    """Who says sorry for their own tone means it, and has time again."""
    return temper.shifted(*_SOFTENED) if Move.SOFTEN in moves else temper


_SOFTENED = 0.2, 0.3
"""What that does to mood and patience."""


def _questions_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in questions(text)]


def _telling_of_questions(text: str) -> frozenset[str]:
    return telling_words(" ".join(_questions_of(text)))
