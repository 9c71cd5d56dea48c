"""What the questions of a call are about, whatever the company."""

from dataclasses import dataclass

from simulator.core.described import Described
from simulator.core.text import Span


class Matter(Described):
    """What a question asks about, with its meaning for those who label examples."""

    # fmt: off
    # How it goes on
    CHANCES = "chances", "whether they are still in the running"
    ROUND = "round", "whether there is another interview, a trial day or a test"
    STEP = "step", "what comes next, in general"
    TELLER = "teller", "who gets in touch with whom"
    BY_WHAT = "by_what", "whether by phone, email or letter"
    SINCE = "since", "when it was decided, or how long it has been so"
    DECIDER = "decider", "who decides"
    REASON = "reason", "why not they, why on hold, why it takes so long"
    OTHERS = "others", "how many others there are, who got it"
    FEEDBACK = "feedback", "how they did, what to do better"
    NEEDED = "needed", "whether something is still needed from them"
    TIME_TO_THINK = "time_to_think", "whether they may think it over, until when to answer"
    IN_WRITING = "in_writing", "whether they can have it in writing"
    # What else there might be
    POSTS = "posts", "other posts in this company"
    FIRMS = "firms", "other companies that hire"
    KEEP = "keep", "whether their papers are kept, and they are thought of next time"
    APPLY = "apply", "how to apply, for another post or once more"
    WORD = "word", "to put in a word for them, or to pass something on"
    REGARDS = "regards", "to give somebody their regards, thanks or apologies"
    HELP = "help", "whether they may help out unpaid, work on trial, shadow somebody"
    # To come and to ring
    PLACE = "place", "where to come, how to find it"
    TIME_OF_DAY = "time_of_day", "at which hour to ring or come"
    DAY = "day", "on which day, whether any day is fine"
    DURATION = "duration", "how long something takes"
    BRING = "bring", "what to bring, wear or prepare"
    TRAVEL = "travel", "parking, buses, how to get there"
    MAY_RING = "may_ring", "whether they may ring or write again"
    MAY_SEND = "may_send", "whether they may send something: papers, samples, a recording"
    MY_NUMBER = "my_number", "whether the caller's number or address is there, and right"
    YOUR_NUMBER = "your_number", "which number to ring, a direct line"
    ADDRESS = "address", "an email or postal address, where to write"
    # Who is who
    YOUR_NAME = "your_name", "who the person on the line is"
    CONTACT_NAME = "contact_name", "the name of somebody else, whom to ask for"
    COMPANY = "company", "which company or department this is"
    # At the desk
    LEAVE_MESSAGE = "leave_message", "whether they may leave a message"
    WHEN_BACK = "when_back", "when somebody is back, whether they are in"
    PUT_THROUGH = "put_through", "to be put through, or to speak with somebody else"
    # The job
    SAME_TERMS = "same_terms", "whether something is still as it was discussed"
    START = "start", "when the job would start"
    MY_START = "my_start", "when they could start themselves, the notice they must work, whether that day is agreed"
    PAY = "pay", "wages, expenses"
    MORE_PAY = "more_pay", "for more money than was told"
    LENGTH = "length", "whether the contract is permanent, or until when it runs"
    CONDITION = "condition", "for nothing: says yes on a condition"
    HOURS = "hours", "shifts, weekends, working from home"
    LEAVE = "leave", "holidays, sick pay, benefits"
    TEAM = "team", "whom they would work with"
    TASK = "task", "what they would do"
    TRAINING = "training", "whether somebody would show them, courses"
    # About the talk itself
    AVAILABLE = "available", "whether now is a good time"
    AGAIN = "again", "to say it again"
    SO_ITS = "so_its", "whether they understood right what they were told"
    MEANT = "meant", "nothing new: puts right how they were taken, or asks what was meant"
    EITHER_OR = "either_or", "which of two things that were just mentioned"
    WELLBEING = "wellbeing", "how the other end is"
    THEIR_WORRY = "their_worry", "whether it is hard for the other end"
    # What its act tells as well
    STATUS = "status", "where the decision stands"
    TIMELINE = "timeline", "by when it will be decided"
    CONCERNS = "concerns", "whether anything about them is unclear"
    # The rest
    PARTICULAR = "particular", "something that only this company or person could know"
    NONE = "none", "nothing: what is said asks none of these"
    # fmt: on


MATTERS = tuple(Matter)
"""In the order of the model's columns."""
ASKED_BY_ACTS = frozenset({Matter.STATUS, Matter.TIMELINE, Matter.CONCERNS})
"""What a dialogue act tells as well; they are here so that no other matter is taken for them."""
NO_MATTER = frozenset({Matter.NONE, *ASKED_BY_ACTS})
"""About which there is nothing to answer beside what acts bring."""
WISHES = frozenset({Matter.MY_START, Matter.MORE_PAY, Matter.CONDITION})
"""What wants an offer otherwise than it is; most say it without asking."""


@dataclass(frozen=True, slots=True)
class MatterAsked:
    """A question of a turn, and what it is about."""

    matter: Matter
    sentence: Span
    """Where it stands in the turn's text."""
    chance: float
    """How likely it is about that, 0 to 1."""

    @property
    def at(self) -> int:
        return self.sentence.start

    def words(self, text: str) -> str:
        """Its sentence in the text of the turn."""
        return text[self.sentence.start : self.sentence.end]
