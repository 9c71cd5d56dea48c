"""What answers a question of any call, by who is asked and how far the call has come."""

from simulator.core.matter import Matter
from simulator.core.moves import Move

ALWAYS = {
    Matter.YOUR_NUMBER: Move.SAY_NUMBER,
    Matter.ADDRESS: Move.SAY_ADDRESS,
}
"""Answers that are right at any time, of anybody."""
ONCE_TOLD = {
    Matter.CHANCES: Move.SAY_CHANCES,
    Matter.ROUND: Move.SAY_NEXT_ROUND,
    Matter.TELLER: Move.SAY_WHO_RINGS,
    Matter.SINCE: Move.SAY_SINCE_WHEN,
    Matter.DECIDER: Move.SAY_WHO,
    Matter.FEEDBACK: Move.GIVE_FEEDBACK,
    Matter.POSTS: Move.SAY_OTHER_POSTS,
    Matter.FIRMS: Move.SAY_OTHER_FIRMS,
    Matter.KEEP: Move.KEEP_IN_MIND,
    Matter.APPLY: Move.SAY_HOW_TO_APPLY,
    Matter.WORD: Move.PUT_IN_A_WORD,
    Matter.HELP: Move.THANK_FOR_HELP,
    Matter.MAY_RING: Move.TAKE_ALTERNATIVE,
    Matter.MAY_SEND: Move.TAKE_ALTERNATIVE,
    Matter.LEAVE_MESSAGE: Move.PUT_IN_A_WORD,
    Matter.OTHERS: Move.REACT_RIVALS,
    Matter.PUT_THROUGH: Move.RIGHT_PERSON,
}
"""Answers of the person who knows the decision, once the news is out."""
TO_COME = {
    Matter.NEEDED: Move.NOTHING_NEEDED,
    Matter.PLACE: Move.SAY_PLACE,
    Matter.TRAVEL: Move.SAY_WAY,
    Matter.BRING: Move.SAY_BRING,
    Matter.DURATION: Move.SAY_DURATION,
    Matter.SAME_TERMS: Move.SAY_UNCHANGED,
    Matter.TEAM: Move.SHOW_YOU,
    Matter.TASK: Move.SHOW_YOU,
    Matter.TRAINING: Move.SHOW_YOU,
    Matter.MY_START: Move.NOTE_START,
}
"""The same, as long as it is not a no."""
LATER = frozenset({Matter.START, Matter.PAY, Matter.HOURS, Matter.LEAVE, Matter.TIME_TO_THINK, Matter.LENGTH})
"""What is talked about with an offer only."""
WHILE_OPEN = {**ONCE_TOLD, **TO_COME, **dict.fromkeys((*LATER, Matter.MORE_PAY, Matter.CONDITION), Move.TERMS_LATER)}
AFTER_A_NO = {
    **ONCE_TOLD,
    **dict.fromkeys(LATER, Move.TERMS_LATER),
    **dict.fromkeys((Matter.NEEDED, Matter.BRING), Move.NOTHING_NEEDED),
}
OF_AN_OFFER = {
    Matter.START: Move.GIVE_START,
    Matter.PAY: Move.GIVE_PAY,
    Matter.HOURS: Move.GIVE_EXTRAS,
    Matter.LEAVE: Move.GIVE_EXTRAS,
    Matter.IN_WRITING: Move.GIVE_WRITING,
    Matter.TIME_TO_THINK: Move.GIVE_TIME,
    Matter.LENGTH: Move.GIVE_LENGTH,
}
TO_A_WISH = {
    Matter.MY_START: Move.NOTE_START,
    Matter.MORE_PAY: Move.STAND_FIRM,
    Matter.CONDITION: Move.TAKE_CONDITION,
}
NOT_OF_AN_OFFER = frozenset({Matter.POSTS, Matter.FIRMS, Matter.HELP, Matter.DURATION})
"""What nobody answers as if there were no offer."""
AT_THE_DESK = {
    Matter.YOUR_NAME: Move.SAY_NAME,
    Matter.CONTACT_NAME: Move.SAY_WHOM,
    Matter.DECIDER: Move.SAY_WHOM,
    Matter.COMPANY: Move.SAY_COMPANY,
    Matter.WELLBEING: Move.RETURN_SMALL_TALK,
}
MESSAGES = {
    Matter.LEAVE_MESSAGE: Move.ASK_DETAILS,
    Matter.MY_START: Move.TAKE_DETAILS,
    Matter.WORD: Move.ASK_DETAILS,
    Matter.MAY_RING: Move.TAKE_ALTERNATIVE,
    Matter.MAY_SEND: Move.TAKE_ALTERNATIVE,
}
WHILE_AWAY = {
    Matter.WHEN_BACK: Move.GIVE_AVAILABILITY,
    Matter.TIME_OF_DAY: Move.GIVE_AVAILABILITY,
    Matter.DAY: Move.GIVE_AVAILABILITY,
    Matter.PUT_THROUGH: Move.UNAVAILABLE,
    Matter.PLACE: Move.SAY_PLACE,
}
"""What a desk can tell once it has said that the person is away."""
AT_ANY_TIME = {
    Matter.YOUR_NAME: Move.SAY_NAME,
    Matter.COMPANY: Move.SAY_COMPANY,
    Matter.AVAILABLE: Move.HAVE_TIME,
    Matter.WELLBEING: Move.RETURN_SMALL_TALK,
    Matter.THEIR_WORRY: Move.BEAR_UP,
    Matter.REGARDS: Move.PASS_ON,
}
"""What the person who was called answers before the news, too."""
