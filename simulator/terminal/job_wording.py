"""What the program says about the real call: before it, in it, after it."""

from simulator.core.follow_up import Answer
from simulator.core.medium import Medium
from simulator.core.planning import Advice
from simulator.core.scenario_kind import ScenarioKind

NO_INTERVIEW = "When was the interview? Give --interviewed DATE, or tell Ringback about the job: ringback job add"
WHICH_JOB = "Which job? There are: {names}."
JOB_WITHOUT_DATES = "Ringback does not know yet when the interview for {name} was."
GIVE_DATES = "Tell it: ringback job edit {name} --interviewed DATE"
MEND_DATES = "Mend the dates: ringback job edit {name}, or ringback log list {name}"

HEADLINES = {
    Advice.CALL: "Call today, {on}.",
    Advice.EMAIL: "Write an email today, {on}. Don't call.",
    Advice.MOVE_ON: "Move on. Don't contact them again for now.",
}
WAIT_AND_CALL = "Wait until {on}, then call."
WAIT_AND_WRITE = "Wait until {on}, then write an email."
WAIT_FOR_THEM = "Wait for them. Don't call or write."
HOURS = "Ring between {mornings} or {afternoons}{there}: never before nine, in the lunch hour or after five."
THERE = ", by the clock of {zone}"
FOR_YOU = " (for you: {mornings} or {afternoons})"
TODAY_FROM = "Today that means from {time} on."
UNKNOWN_HOLIDAYS = (
    "Public holidays are left out but for Christmas Day and New Year's Day, since your country is not known. "
    "Give it with --country, for instance --country GB."
)
THEIR_NUMBER = "Their number: {phone}"
COMPANY_SAYS = "What they say on contact: {note}"
REMINDER_WRITTEN = "Reminder written to {path}. Open it, and your calendar takes it in."
NOTHING_TO_REMIND = "There is no day to be reminded of."
REMIND_CALL = "Call {whom}"
REMIND_WRITE = "Write to {whom}"
THEM = "the employer"

WRITTEN = "Written to {path}."

NEW_JOB = "A real job. A few questions; Enter skips one, Ctrl-C leaves without a trace."
KNOWN_JOB = "What Ringback knows of {name}. Change what you like; Enter goes on, Ctrl-C leaves all as it was."
FORM_HELP = "It all stays on this computer, and can be changed later."
ASK_NAME = "A short name for it"
NAME_TAKEN = "There is a job named {name} already."
NOTHING_KEPT = "Nothing was changed. Correct the dates, then try again."
JOB_KEPT = "Kept as {name}."
JOB_CHANGED = "Changed: {name}."
JOB_NEXT = "Rehearse the call: ringback call --job {name}. When to make it: ringback plan {name}"
JOB_REMOVED = "Gone: {name}, with {contacts}."
REHEARSALS_GONE = "Its rehearsals are gone, too: {count}."
REHEARSALS_STAY = "Its rehearsals stay in the history: {count}."
CONFIRM_REMOVE = "Remove {name} and the {contacts} kept for it?"
CONFIRM_REHEARSALS = "Remove its rehearsals from the history, too ({count})?"
NO_JOBS = "No jobs yet. `ringback job add` tells Ringback about one."
NAME_NEEDED = "Give the job a name: ringback job add acme --company 'Acme Ltd' …, or leave all out for the form."
NOTHING_TO_CHANGE = "Say what to change, for instance --promised 2026-12-04. On a terminal there is a form."
LEFT_ALONE = "Nothing was changed."

NEW_ENTRY = "What happened with {name}? Enter skips a question, Ctrl-C leaves without a trace."
NEW_DEBRIEF = "How did the call with {name} go? Enter skips a question, Ctrl-C leaves without a trace."
SAY_WHAT_HAPPENED = "Say what happened: ringback log add JOB --medium call --answer reached …"
SAY_HOW_IT_WENT = "Say how it went: ringback debrief JOB --branch pending …"
NO_ENTRIES = "Nothing noted yet. `ringback log add` notes a contact."
ENTRY_KEPT = "Noted for {name}."
ENTRY_REMOVED = "Entry {number} is gone."
NOTHING_NOTED = "Nothing was noted. Correct it, then try again."
NOT_YET = "{on} is still to come; note what has happened."
BEFORE_INTERVIEW = "{on} is before the interview on {interviewed}; a follow-up comes after it."
PROMISED_BEFORE = "An answer cannot have been promised for {promised} on {on}, when that was past."
ONE_TOO_MANY = (
    "That makes {number} follow-ups for {name}. One, and one more, are fair; more become a nuisance. "
    "It is noted all the same."
)
ASK_WHEN = "When was it"
ASK_HOW = "How"
ASK_ANSWER = "What came of it"
ASK_WHOM = "Whom you reached"
ASK_PROMISED = "For when they promised an answer"
ASK_BRANCH = "How it went"
ASK_FEELING = "How it felt, 1 to 5"
ASK_NOTES = "What you want to remember"
REHEARSED = "What came ({branch}), you had rehearsed {times}: best {best:.0f}, last {last:.0f} of 100."
NOT_REHEARSED = "What came ({branch}), you had not rehearsed. Next time: ringback scenarios, kind {kind}."
NEXT_STEP = "Next: {step}\n  {why}"

MEDIA = {
    Medium.CALL: "call",
    Medium.EMAIL: "email",
    Medium.TEXT: "text",
    Medium.VIDEO: "video call",
    Medium.IN_PERSON: "in person",
    Medium.LINKEDIN: "LinkedIn",
    Medium.LETTER: "letter",
}
ANSWERS = {
    Answer.REACHED: "spoke with them",
    Answer.MESSAGE: "left word with somebody",
    Answer.VOICEMAIL: "left a voicemail",
    Answer.SENT: "sent",
    Answer.NO_ANSWER: "nobody answered",
}
BRANCHES = {
    ScenarioKind.PENDING: "no decision yet",
    ScenarioKind.REJECTION: "a rejection",
    ScenarioKind.RUDE: "they were rude",
    ScenarioKind.RECEPTIONIST: "only the front desk",
    ScenarioKind.VOICEMAIL: "only the machine",
    ScenarioKind.OFFER: "an offer",
    ScenarioKind.ON_HOLD: "all is on hold",
}
THANK_YOU_NOTE = "thank-you note"
PROMISED = "answer promised for {day}"
FELT = "felt {feeling} of 5"


def counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


GOOD_CALLS = "Before the {calls} that felt good you had rehearsed {rehearsals:.1f} times on average{score}."
OTHER_CALLS = "Before the {calls} that did not, {rehearsals:.1f} times{score}."
LAST_SCORE = ", with a last score of {score:.0f}"
DATES_MISSING = "dates are missing"
THEIR_WORD = "they answer"
SHORT_ADVICE = {
    Advice.CALL: "call today",
    Advice.EMAIL: "write today",
    Advice.WAIT: "wait until {on}, then {then}",
    Advice.MOVE_ON: "move on",
}
SHORT_THEN = {Advice.CALL: "call", Advice.EMAIL: "write"}

READY_FOR = "{name}: {plan}"
NEVER = "never"
READY = "ready"
NEW = "not yet"
WEAK = "weak"
RUSTY = "a while ago"
WEAK_POINTS = "What cost you most lately"
TEN_MINUTES = "Ten minutes that would help most:"
ALL_READY = "You are ready. To warm up, once more:"

FILL_IN = "Fill in what stands in brackets: {gaps}."
WHEN_SENT = "When it is sent: ringback log add {name}{flag}"
NO_EDITOR = "Your editor did not open: {problem}"
SET_EDITOR = "Set EDITOR to one that does, or leave --edit out."

CONFIRM_ERASE = "Erase all of it, for good?"
TO_ERASE = "Ringback would erase {what}."
NOTHING_TO_ERASE = "There is nothing to erase."
ERASED = "Gone: {what}."
KEPT_ALL = "Nothing was erased."
OWN_SCENARIOS_STAY = "Scenarios that you wrote stay in {folder}."
