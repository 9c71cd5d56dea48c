"""Dialogue acts: what a candidate does with the words of one turn."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class DialogueAct(StrEnum):
    """An act by its public name, with what a turn does to perform it and an example."""

    meaning: str
    example: str
    hurts: bool

    def __new__(cls, name: str, meaning: str = "", example: str = "", hurts: str = "") -> Self:
        act = str.__new__(cls, name)
        act._value_ = name
        act.meaning = meaning
        act.example = example
        act.hurts = hurts == "hurts"
        return act

    # fmt: off
    GREET = "greet", "opens with a greeting or returns one", "Good morning, Ms. Chen."
    SMALL_TALK = "small_talk", "exchanges a pleasantry", "How are you today?"
    INTRODUCE_SELF = "introduce_self", "gives the caller's own name", "This is Maria Lopez."
    IDENTIFY_INTERVIEW = "identify_interview", "says which position, or when or with whom the interview was", "I interviewed for the analyst role on Tuesday."
    REFERENCE_DISCUSSION = "reference_discussion", "names a specific topic of the interview", "I enjoyed our chat about the CRM migration."
    THANK = "thank", "thanks the other party", "Thank you for your time."
    EXPRESS_INTEREST = "express_interest", "says that the caller still wants this position or likes this company", "I'm still very interested in the role."
    ASK_STATUS = "ask_status", "asks politely for an update or a decision", "I was wondering if you've made a decision yet."
    ASK_TIMELINE = "ask_timeline", "asks when a decision is expected, for the next steps, or when to check back", "When do you expect to decide?"
    OFFER_INFORMATION = "offer_information", "offers to answer questions or concerns, or to send more", "Are there any concerns I could address?"
    CITE_QUALIFICATION = "cite_qualification", "states experience, skill or a result as evidence of fit", "I led a team of six through that same migration."
    ASK_FEEDBACK = "ask_feedback", "asks for feedback or how to improve", "Is there anything I could have done better?"
    ACCEPT_OUTCOME = "accept_outcome", "takes bad news, a hold or a delay gracefully", "I understand, I appreciate you telling me."
    REQUEST_FUTURE_CONSIDERATION = "request_future_consideration", "asks to be kept in mind", "Please keep me in mind if something opens up."
    SHOW_EMPATHY = "show_empathy", "acknowledges that the other is busy, stressed or annoyed", "I can tell it's a hectic day."
    OFFER_ALTERNATIVE = "offer_alternative", "offers to call back, to email, or another time", "Would email be easier for you?"
    APOLOGIZE_FORGOTTEN_NAME = "apologize_forgotten_name", "admits politely to not recalling the other's name", "I apologize, I can't recall your name."
    ASK_FOR_PERSON = "ask_for_person", "asks to speak with someone", "May I speak with Mr. Okafor?"
    ASK_AVAILABILITY = "ask_availability", "asks when someone could be reached", "When would be a good time to reach her?"
    LEAVE_DETAILS = "leave_details", "leaves a number, an address or times, or asks to pass on a message", "You can reach me at 555-0142."
    WELCOME_OFFER = "welcome_offer", "receives an offer with pleasure", "That's wonderful news, I'm delighted."
    ASK_OFFER_DETAILS = "ask_offer_details", "asks for the offer in writing, its terms, or time to consider", "Could I have until Friday to review it?"
    CLARIFY = "clarify", "asks the other to repeat or explain", "Sorry, could you say that again?"
    CONFIRM = "confirm", "answers a question with a plain yes, no or fact", "Yes, that's right."
    CLOSE = "close", "ends the call", "Have a good day, goodbye."

    COMPLAIN_ABOUT_WAIT = "complain_about_wait", "complains of waiting or of silence", "I've been waiting for two weeks and heard nothing.", "hurts"
    PRESSURE_FOR_ANSWER = "pressure_for_answer", "pushes for a decision, an immediate answer or a promise", "I need to know today.", "hurts"
    QUESTION_DELAY = "question_delay", "questions why it takes so long", "Why is this taking so long?", "hurts"
    MENTION_OTHER_CANDIDATES = "mention_other_candidates", "brings up rivals or their interviews", "Am I better than the others you saw?", "hurts"
    SHOW_DESPERATION = "show_desperation", "pleads, or presses a need of money or work", "I've been out of work forever.", "hurts"
    BE_HOSTILE = "be_hostile", "insults, threatens, mocks, or burns the bridge", "Your loss.", "hurts"
    DISPUTE_DECISION = "dispute_decision", "argues with a decision or asks to reverse it", "You're making a mistake, reconsider.", "hurts"
    SHOW_ENTITLEMENT = "show_entitlement", "claims to deserve or own the position", "I'm obviously the best you'll find.", "hurts"
    CASUAL_LANGUAGE = "casual_language", "uses slang or familiarity out of place", "Hey dude, what's up?", "hurts"
    OVER_CONTACT = "over_contact", "tells of repeated calls, or announces to keep calling", "This is my fourth call this week.", "hurts"

    OTHER = "other", "performs none of these acts", "There's a dog barking next door."
    # fmt: on


@dataclass(frozen=True, slots=True)
class ActMatch:
    """An act recognised in a text, and the words that perform it."""

    act: DialogueAct
    confidence: float
    """0 to 1."""
    start: int
    """Offset of the first character of the evidence in the text."""
    end: int
    """Offset after its last character."""
