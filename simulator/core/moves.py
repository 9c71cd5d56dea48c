"""What the other end can do in answer to a turn: the situations for which lines are written."""

from simulator.core.described import Described


class Move(Described):
    """A situation by the name it has in scenario files, with its meaning for authors."""

    # fmt: off
    ANSWER = "answer", "picks up the phone"
    CALL_IN = "call_in", "rings the candidate: says who calls, why, and asks whether it is a good moment"
    ASK_NAME = "ask_name", "asks who is calling"
    ASK_INTERVIEW = "ask_interview", "knows the name and asks which interview it was"
    ASK_PURPOSE = "ask_purpose", "knows who is calling and asks what it is about"
    GUESS_PURPOSE = "guess_purpose", "still has not been asked anything, and asks whether it is about the decision"
    CORRECT_NAME = "correct_name", "is called by a wrong name"
    CORRECT_POSITION = "correct_position", "is asked about another position than {position}, and says once which it was"
    TAKE_NAME = "take_name", "had the caller's name wrong, and hears the right one"
    CHECK_NAME = "check_name", "is given another name than the one in their papers, {candidate}, and asks"
    SAY_NAME = "say_name", "helps a caller who has forgotten the name"
    SPELL_NAME = "spell_name", "is asked how their name is spelt"
    SAY_WHOM = "say_whom", "receptionist: is asked for the name of the person called"
    SAY_COMPANY = "say_company", "is asked which company this is"
    SPEAKING = "speaking", "is the person asked for"
    RECOGNISE = "recognise", "recognises the caller"
    ASIDE = "aside", "adds something of their own accord after recognising the caller (chatty people)"
    RETURN_SMALL_TALK = "return_small_talk", "returns a pleasantry"
    RECALL_TOPIC = "recall_topic", "remembers what was discussed"
    ACCEPT_THANKS = "accept_thanks", "is thanked"
    NOTE_INTEREST = "note_interest", "hears that the candidate is still interested"
    ACCEPT_EMPATHY = "accept_empathy", "is met with understanding"
    BEAR_UP = "bear_up", "is asked how hard it is for them"
    HEDGE = "hedge", "shies away before the news (evasive people)"
    COME_TO_IT = "come_to_it", "turns from what was discussed to the news"
    AFTERTHOUGHT = "afterthought", "keeps a caller who is about to hang up, for the news that is still to come"
    GIVE_STATUS = "give_status", "says where the decision stands: the news of this call"
    CONFIRM_STATUS = "confirm_status", "is asked whether the news was understood right, and says in a few words what it is"
    REPEAT_STATUS = "repeat_status", "is asked for the news again"
    OWN_PROMISE = "own_promise", "is reminded of a promised date; {promised} is how the candidate named it"
    CANNOT_SAY = "cannot_say", "is asked for more than they can tell"
    STILL_CANNOT_SAY = "still_cannot_say", "is asked again for what they could not tell"
    LEAVE_OPEN = "leave_open", "has answered one of several questions, and cannot answer another"
    CONFIRM_THAT = "confirm_that", "hears their own words said back and is asked whether that is right"
    CONFIRM_ALL = "confirm_all", "is told back all that they said, to be sure, and it is right"
    TELL_MORE = "tell_more", "is asked about one of the scenario's details; its words stand there"
    TOLD_THAT = "told_that", "is asked again about a detail that was told; {told} is what was said"
    SAY_WHO = "say_who", "is asked who decides"
    SAY_CHANCES = "say_chances", "is asked whether the candidate is still in the running"
    SAY_NEXT_ROUND = "say_next_round", "is asked whether there is another interview, or what the next step is"
    SAY_WHO_RINGS = "say_who_rings", "is asked who will tell the candidate, or who is to ring whom"
    LONG_STORY = "long_story", "is asked more about something that they brought up, of which no detail is written"
    CHOOSE = "choose", "is asked which of two things it is, by nobody's account; {guess} is the likelier"
    NOT_AWARE = "not_aware", "is asked whether there is something of which they know nothing"
    BY_HEARSAY = "by_hearsay", "is asked whether something is so that they take to be so"
    NEVER_COUNTED = "never_counted", "is asked how many or how much of what they have never counted"
    IT_VARIES = "it_varies", "is asked how long or how often, of what is not always the same"
    SLIPS_MIND = "slips_mind", "is asked for a name, a place or a thing that does not come to their mind"
    PARRY = "parry", "is asked in fun, or in passing, for something of which no detail is written"
    PUT_IN_A_WORD = "put_in_a_word", "is asked to speak for the candidate, or to pass something on"
    PASS_ON = "pass_on", "is asked to give somebody the caller's regards or thanks"
    SAY_HOW_TO_APPLY = "say_how_to_apply", "is asked how to apply for another post, or once more"
    SAY_ADDRESS = "say_address", "is asked for their email address"
    THANK_FOR_HELP = "thank_for_help", "is offered unpaid help, or a few days on trial"
    RIGHT_PERSON = "right_person", "is asked for somebody else to speak with, and is the right one themselves"
    SAY_BY_WHAT = "say_by_what", "is asked whether the answer will come by phone or in writing"
    SAY_WAY = "say_way", "is asked how to get there, or where to park, and no detail tells it"
    SAY_BRING = "say_bring", "is asked what to bring, wear or prepare"
    SAY_DURATION = "say_duration", "is asked how long it will take to come in"
    SAY_NUMBER = "say_number", "is asked which number to ring"
    SAY_UNCHANGED = "say_unchanged", "is asked whether something is still as it was discussed"
    SHOW_YOU = "show_you", "is asked about the work or the people there, of which no detail is written"
    HEARS_YOU = "hears_you", "is asked whether they can hear the caller"
    HAVE_TIME = "have_time", "is asked whether now is a good time"
    SAY_WHICH_WAY = "say_which_way", "is asked whether the candidate should ring or write"
    NOTHING_NEEDED = "nothing_needed", "is asked whether the candidate has to do anything in the meantime"
    SAY_SINCE_WHEN = "say_since_when", "is asked when that was decided"
    SAY_OTHER_POSTS = "say_other_posts", "is asked about other posts in the company"
    SAY_OTHER_FIRMS = "say_other_firms", "is asked about other companies that hire"
    GIVE_TIMELINE = "give_timeline", "says when or how it goes on"
    REPEAT_TIMELINE = "repeat_timeline", "is asked for the timeline again"
    SAY_WHICH_DAY = "say_which_day", "is asked which day was meant, of this week or the next; {which_day} says it"
    RAISE_CONCERN = "raise_concern", "is offered answers and asks about the concern of this scenario"
    NOTE_CORRECTION = "note_correction", "is told that something said in the interview was otherwise"
    NOTE_FIGURE = "note_figure", "hears a figure in what the candidate tells of themselves, before weighing it; {figure} is how it was put"
    WEIGH_ANSWER = "weigh_answer", "has heard a qualification or an answer to the concern"
    DOUBT_SETTLED = "doubt_settled", "has heard an answer to a concern, and is asked whether that settles it"
    NO_CONCERN = "no_concern", "is offered answers and needs none"
    OFFER_FEEDBACK = "offer_feedback", "offers feedback of their own accord, after the news was taken well"
    GIVE_FEEDBACK = "give_feedback", "is asked for feedback"
    KEEP_IN_MIND = "keep_in_mind", "is asked to keep the candidate in mind"
    ACCEPT_APOLOGY = "accept_apology", "hears an apology after something that hurt"
    REASSURE = "reassure", "hears that the caller is nervous"
    CONDOLE = "condole", "hears of a death or a grave illness in the caller's family"
    CONSOLE = "console", "sees that the bad news hurts, and finds a word for it"
    ACCEPT_GRACE = "accept_grace", "sees the news taken well"
    TAKE_ALTERNATIVE = "take_alternative", "is offered an email or another time"
    TAKE_DETAILS = "take_details", "is given a number or a message"
    ASK_DETAILS = "ask_details", "is offered a number or a message that has not been given yet, and asks for it"
    ASK_NUMBER = "ask_number", "receptionist: has a message without a number, and asks for one, once"
    TRANSFER = "transfer", "receptionist: puts the caller through"
    GIVE_AVAILABILITY = "give_availability", "says when the person asked for can be reached"
    UNAVAILABLE = "unavailable", "says that the person asked for cannot be reached now"
    SHARE_JOY = "share_joy", "sees the offer welcomed"
    PRESS_FOR_YES = "press_for_yes", "offer: wants an answer at once, right after the news"
    GIVE_TERMS = "give_terms", "is asked for the terms of the offer in general"
    GIVE_PAY = "give_pay", "is asked about the pay"
    GIVE_START = "give_start", "is asked about the first day"
    GIVE_WRITING = "give_writing", "is asked for the offer in writing"
    GIVE_TIME = "give_time", "is asked for time to think"
    GIVE_EXTRAS = "give_extras", "is asked about hours, holidays, benefits or the place"
    GIVE_LENGTH = "give_length", "is asked how long the contract runs"
    STAND_FIRM = "stand_firm", "offer: is argued with about a term that they have told already"
    STRETCH_TIME = "stretch_time", "offer: is asked for another day for the answer than the one they named"
    AWAIT_ANSWER = "await_answer", "offer: hears that the candidate will answer by the day that they named"
    TAKE_CONDITION = "take_condition", "offer: hears a yes that hangs on something"
    NOTE_START = "note_start", "hears when the candidate could start, or how much notice they have to give"
    START_UNKNOWN = "start_unknown", "hears that the candidate has yet to find out when they could start"
    START_NOTED = "start_noted", "is asked again about that day"
    TERMS_LATER = "terms_later", "is asked about pay or other terms where there is no offer"
    BRUSH_OFF = "brush_off", "is asked for the news and snaps"
    SNAP = "snap", "snaps at whatever else is said while annoyed"
    SOFTEN = "soften", "was annoyed, and apologises for it"
    READ_BACK = "read_back", "is asked whether they have the caller's number, and reads back the {number} that was left"
    READ_MESSAGE = "read_message", "is asked what they have written down of what the caller said"
    WANT_NAME = "want_name", "is asked whether they need the caller's name, or more of it"
    NOTE_NAME = "note_name", "hears more of the caller's name than before; {caller_name} is the whole"
    HAVE_NAME = "have_name", "is asked whether they have the caller's name right; {caller_name} is what they have"
    HAVE_NUMBER = "have_number", "is asked whether they have, or want, a number that was not left in this call; a desk has none"
    REPEAT_AVAILABILITY = "repeat_availability", "is asked more about when to ring; {when_to_ring} is what they said of it"
    ANY_DAY = "any_day", "is asked on which day to ring or come, and no day was told"
    EITHER_WAY = "either_way", "is asked which of two things they would like better, and does not mind"
    SAY_CHOICE = "say_choice", "is asked which of two things it is; {choice} is the one that they told before"
    HOUR_LATER = "hour_later", "is asked at what hour something begins, and no hour was told"
    NEW_DETAILS = "new_details", "is told that the address or number in their papers is no longer right"
    SAY_PLACE = "say_place", "is asked where to come"
    MANNER_OF_SPEAKING = "manner_of_speaking", "is asked what they meant by words of theirs that mean little"
    NEVER_MIND = "never_mind", "is asked what they meant when they only did not know, and begins anew"
    LOST_YOU = "lost_you", "is told that this was not what was asked, knows no better, and says what they can tell"
    MISHEARD = "misheard", "is told how a question was meant, and says that they had understood something else"
    TAKE_UP = "take_up", "hears the caller take up something that they told by the way"
    REPEAT_THAT = "repeat_that", "is asked to repeat; {said} is what was said"
    REACT_COMPLAINT = "react_complaint", "hears a complaint about the wait"
    REACT_PRESSURE = "react_pressure", "is pressed for an answer"
    REACT_DELAY = "react_delay", "is asked why it takes so long"
    REACT_RIVALS = "react_rivals", "is asked about other candidates"
    REACT_DESPERATION = "react_desperation", "hears pleading"
    REACT_HOSTILITY = "react_hostility", "is insulted or threatened"
    REACT_DISPUTE = "react_dispute", "hears the decision disputed"
    REACT_ENTITLEMENT = "react_entitlement", "hears a claim to the job"
    REACT_CASUAL = "react_casual", "is spoken to too familiarly"
    REACT_OVER_CONTACT = "react_over_contact", "hears of many calls"
    WARN = "warn", "has almost had enough, and says once and plainly that the call ends if it goes on"
    CUT_SHORT = "cut_short", "interrupts a caller who rambles"
    PUZZLED = "puzzled", "cannot make sense of what was said"
    NUDGE = "nudge", "hears nothing"
    NOD = "nod", "hears a remark or a story that asks nothing"
    ACKNOWLEDGE = "acknowledge", "has nothing to add"
    ANYTHING_ELSE = "anything_else", "asks whether there is anything else"
    GOODBYE = "goodbye", "says goodbye"
    RING_OFF = "ring_off", "has said goodbye first, and hears theirs"
    WIND_DOWN = "wind_down", "has no more time, says so, and hears one more word"
    HANG_UP = "hang_up", "has had enough and ends the call"
    RECORD = "record", "voicemail: the machine records"
    SAVED = "saved", "voicemail: the caller has said goodbye, and the message is kept"
    CUT_OFF = "cut_off", "voicemail: the time is up"
    OFFER_RERECORD = "offer_rerecord", "voicemail: the message is taken; offers to record it again by pressing 1"
    RERECORD = "rerecord", "voicemail: 1 was pressed; the message is erased, and the machine records anew"
    POSTPONE = "postpone", "rang the candidate, who has no time now: will ring again"
    # fmt: on


OPTIONAL = frozenset({Move.ASIDE, Move.HEDGE, Move.PRESS_FOR_YES, Move.OFFER_FEEDBACK, Move.OFFER_RERECORD})
"""Moves that only those make for whom somebody wrote the words."""

UNKNOWN = frozenset({Move.CANNOT_SAY, Move.STILL_CANNOT_SAY})
"""Answers of those who do not know."""

AT_A_LOSS = UNKNOWN | {
    Move.LONG_STORY,
    Move.PARRY,
    Move.CHOOSE,
    Move.SLIPS_MIND,
    Move.NOT_AWARE,
    Move.BY_HEARSAY,
    Move.NEVER_COUNTED,
    Move.IT_VARIES,
}
"""Answers of those who have none, or only a rough one."""

COURTESIES = (
    Move.CONDOLE,
    Move.ACCEPT_APOLOGY,
    Move.CONSOLE,
    Move.REASSURE,
    Move.TAKE_ALTERNATIVE,
    Move.CONFIRM_THAT,
    Move.WEIGH_ANSWER,
    Move.ACCEPT_EMPATHY,
    Move.NOTE_INTEREST,
    Move.ACCEPT_GRACE,
    Move.ACCEPT_THANKS,
    Move.NOTE_NAME,
    Move.TAKE_UP,
    Move.NOD,
    Move.ACKNOWLEDGE,
)
"""Moves that only take in what was said, those that weigh most first; one of them is enough in an answer."""

QUESTIONS = frozenset(
    {
        Move.CALL_IN,
        Move.ASK_NAME,
        Move.ASK_INTERVIEW,
        Move.ASK_PURPOSE,
        Move.GUESS_PURPOSE,
        Move.RAISE_CONCERN,
        Move.OFFER_FEEDBACK,
        Move.PRESS_FOR_YES,
        Move.UNAVAILABLE,
        Move.ASK_DETAILS,
        Move.ASK_NUMBER,
        Move.ANYTHING_ELSE,
        Move.NUDGE,
        Move.PUZZLED,
        Move.OFFER_RERECORD,
    }
)
"""Moves that leave a question open."""

BARGAINING = frozenset({Move.STAND_FIRM, Move.STRETCH_TIME, Move.TAKE_CONDITION, Move.NOTE_START, Move.START_NOTED})
"""Answers to who wants an offer otherwise than it is."""

TERMS = frozenset(
    {Move.GIVE_TERMS, Move.GIVE_PAY, Move.GIVE_START, Move.GIVE_WRITING, Move.GIVE_TIME, Move.GIVE_EXTRAS}
    | {Move.GIVE_LENGTH}
)
"""Answers about an offer."""

PROCESS = frozenset(
    {Move.SAY_CHANCES, Move.SAY_NEXT_ROUND, Move.SAY_WHO_RINGS, Move.SAY_SINCE_WHEN}
    | {Move.SAY_OTHER_POSTS, Move.SAY_OTHER_FIRMS, Move.NOTHING_NEEDED}
)
"""Answers about how it goes on with the candidate."""

MATTER = frozenset(
    {
        Move.ANSWER,
        Move.CALL_IN,
        Move.RECALL_TOPIC,
        Move.GIVE_STATUS,
        Move.CONFIRM_STATUS,
        Move.REPEAT_STATUS,
        Move.SAY_WHO,
        Move.TELL_MORE,
        Move.GIVE_TIMELINE,
        Move.REPEAT_TIMELINE,
        Move.SAY_WHICH_DAY,
        Move.RAISE_CONCERN,
        Move.WEIGH_ANSWER,
        Move.NO_CONCERN,
        Move.OFFER_FEEDBACK,
        Move.GIVE_FEEDBACK,
        Move.KEEP_IN_MIND,
        Move.TRANSFER,
        Move.HAVE_NUMBER,
        Move.SAY_PLACE,
        Move.HOUR_LATER,
        Move.SAY_BY_WHAT,
        Move.SAY_WAY,
        Move.SAY_BRING,
        Move.SAY_DURATION,
        Move.SAY_NUMBER,
        Move.SAY_UNCHANGED,
        Move.SHOW_YOU,
        Move.ANY_DAY,
        Move.GIVE_AVAILABILITY,
        Move.UNAVAILABLE,
        Move.SHARE_JOY,
        Move.PRESS_FOR_YES,
        *TERMS,
        *PROCESS,
        *BARGAINING,
        Move.PASS_ON,
        Move.SAY_HOW_TO_APPLY,
        Move.TERMS_LATER,
        Move.BRUSH_OFF,
        Move.SNAP,
        Move.SOFTEN,
        Move.REACT_PRESSURE,
        Move.REACT_DELAY,
        Move.REACT_ENTITLEMENT,
        Move.REACT_DISPUTE,
        Move.RECORD,
        Move.SAVED,
        Move.CUT_OFF,
        Move.OFFER_RERECORD,
        Move.RERECORD,
    }
)
"""Moves whose words depend on what the call is about; in all others only the manner differs."""
