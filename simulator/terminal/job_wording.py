"""What the program says about the real call: before it, in it, after it."""

from simulator.core.planning import Advice

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
COMPANY_SAYS = "What they say on contact: {note}"
REMINDER_WRITTEN = "Reminder written to {path}. Open it, and your calendar takes it in."
NOTHING_TO_REMIND = "There is no day to be reminded of."
REMIND_CALL = "Call {whom}"
REMIND_WRITE = "Write to {whom}"
THEM = "the employer"
