"""All that the program itself says to its user, outside of the role-play: warm, plain, short."""

from collections.abc import Iterator, Mapping

BUSY_LINE = "The phone rings …"
YOUR_PHONE_RINGS = "Your phone rings …"
YOU_ANSWER = "You pick up. Answer as you would:"
NAME_FORGOTTEN = "(you cannot recall the name)"
NOBODY_RINGS_BACK = "cannot be played with them ringing you."
WHO_RINGS_BACK = "Leave --incoming out, or choose a call of the kinds pending, rejection, offer or on_hold."
ANSWERED = "It stops ringing."
HUNG_UP = "You hang up."
CALL_OVER = "The call is over."
SEE_SCORE = "Press Enter to see how it went. "
STILL_THERE = "You stay on the line."
UNDONE = "Taken back. Say it another way:"
NOTHING_TO_UNDO = "There is nothing to take back yet."
CONFIRM_HANG_UP = "Hang up now? [y/N] "
SAY_GOODBYE = "(They have said goodbye. You have one more line, or hang up.)"
RECORDED = "(Your message is recorded. 1 starts it over, Enter leaves it as it is.)"
PICK = "Which call would you like to rehearse?"
PICK_HELP = "Up and down to choose, Enter to call, Ctrl-C to leave."
PICK_NUMBER = "Its number:"
NO_PICK = "No call this time. Come back whenever you like."
RESUMED = "You are back in the call. This is what was said so far:"
NOTHING_TO_RESUME = "There is no call that was cut off."
KEYS = (("F2", "hint"), ("F3", "card"), ("F4", "take back"), ("Ctrl-D", "hang up"))
COMMANDS = {
    "/hint": "what a good next line does, with an example",
    "/card": "the facts of your call",
    "/undo": "take back your last line and what came of it",
    "/bye": "hang up",
    "/help": "these commands",
}
NOT_SAVED = "This call could not be saved to the history: {problem}"
SAVED_INSTEAD = "Its transcript is kept here instead: {path}"
EVERYTHING_DONE = "You have done all a good call needs. Thank them and say goodbye."


def unknown_command(command: str) -> str:
    return f"{command} is no command here. /help lists them; anything else you type is said into the phone."


def listening(words: int, *, anew: bool) -> str:
    """What is said when a machine records, which has room for so many words; `anew`: it lets one begin again."""
    over = " 1 starts it over." if anew else ""
    return f"(The machine is recording, about {words} words fit. Say your message, then goodbye, or hang up.{over})"


def how_to_start() -> str:
    return "Type what you would say. " + ", ".join(f"{key}: {name}" for key, name in KEYS) + ". Or type /help."


NEW_SCENARIO = "A new call to rehearse. A few questions; Ctrl-C leaves without a trace."
OWN_LINES = "Now what they say in their own words. One line each is enough; more can be added in the file."
SCENARIO_WRITTEN = "Written to {path}."
PLAY_IT = "Rehearse it with: ringback call {id}"
PUT_IT = "Put it into {folder} and rehearse it with: ringback call {id}"
FILE_EXISTS = "exists already."
OTHER_FILE = "Name another file."

SCORING = "Scoring"
NO_TRANSCRIPTS = "holds no transcripts: a directory is searched for .json, .jsonl and .ndjson files."

NOTHING_TO_DRILL = "There is nothing to drill yet: it takes a call with a line of yours. `ringback call` makes one."
LOOKING_THROUGH = "Looking through your calls …"
NOTHING_DUE = "Nothing is due now. Next: {title}, {when}. To go on all the same: ringback drill --ahead"
NO_SUCH_MOMENT = "No call of yours has a moment for that."
DRILL_KEYS = (("F2", "a better line"), ("F3", "next one"), ("Ctrl-D", "stop"))
DRILL_COMMANDS = {
    "/hint": "a line that does it, made for that call",
    "/skip": "on to the next one",
    "/bye": "stop; what you did is kept",
    "/help": "these commands",
}
DRILL_START = "Say each of these anew. Three tries each; what counts is that you find your own words."
DRILL_SILENCE = "Say something, or type /skip."
THEY_SAID = "They said"
YOU_SPEAK_FIRST = "(You speak first.)"
YOU_SAID_THEN = "You said then"
RIGHT = "Yes, that does it."
RIGHT_AND_LESS = "Yes. That serves you."
HURTS = "Part of that hurts."
HELPS_NOTHING = "That does no harm, but it does not help either."
NOT_THERE_YET = "Not there yet."
TRY_AGAIN = "Once more:"
ONE_WAY = "One way to say it: “{line}”"
DRILL_DONE = "{right} of {all} done right. Next: {title}, {when}."
THEN = "Then"
TRY = "Try {number}"
TICK = "right"
SILENCE = "(silence)"
DRILL_STOPPED = "That is all for now. Come back whenever you like."


def unknown_drill_command(command: str) -> str:
    return f"{command} is no command here. /help lists them; anything else you type is your answer."


NO_SUCH_TURN = "In call {call} you say nothing from turn {turn} on."
TURNS_ARE = "Your turns are:"
NOTHING_WRONG = "Nothing went wrong in call {call}: say with --turn where to begin anew."
SCORE_THEN_AND_NOW = "Then {then}, now {now} of 100."

VOICE_KEYS = (("F2", "hint"), ("F3", "card"), ("F4", "take back"), ("F5", "type"), ("Ctrl-D", "hang up"))
VOICE_START = (
    "Speak as you would on the phone. Enter: I have finished, F5: go on by typing, "
    "F2: hint, F3: card, F4: take back, Ctrl-D: hang up."
)
TALKING = "talking"
LISTENING_TO_YOU = "listening"
HEARING_YOU = "hearing"
RINGING = "ringing"
GOING_ON_TYPING = "The call goes on: type what you would say."
SHOWN_NOT_HEARD = "(This line could not be spoken: {problem})"
ECHO_HEARD = "(Your microphone hears the speaker, so let them finish. With a headset you can interrupt.)"
MUTED = "(Nothing at all comes from your microphone. Is it muted, or is another one chosen? F5: type instead.)"
TOO_LOUD = "(You are too loud for the microphone: turn it down, or move away from it.)"
ONLY_NOISE = "(I hear a lot of noise and no words. Is there a quieter place? F5: type instead.)"
NOTHING_UNDERSTOOD = "(I heard you, but could not make out a word.)"
MACHINE_HANGS_UP = "(The machine hears nothing more and hangs up.)"
NO_RECORDING = "There is no recording of call {id}."
WHY_NO_RECORDING = "Calls with --voice are recorded, unless --no-recording was given."
NO_TURN_TO_PLAY = "There is no such turn: the turns of this call are 0 to {last}."
TURN_WITHOUT_TIMES = "Nobody knows when this turn was spoken."
READ_ALOUD = "Read your script aloud. Press Enter when you begin, and Enter again when you have finished."
YOUR_SCRIPT = "Your script:"
RECORDING_NOW = "Recording … press Enter when you have finished."
NOTHING_RECORDED = "Nothing was heard. Is the microphone muted?"
TAKE_HEARD = "Heard: {text}"
TAKE_PACE = "Pace: {pace:.0f} words a minute (in talk, about 150 are usual). Length: {seconds:.0f} s."
TAKE_FILLERS = "Fillers: {fillers}."
TAKE_PAUSES = "Pauses of a second and more: {pauses}. The longest: {longest:.1f} s."
TAKE_CHOICE = "h: hear it, a: again, k: keep it and end, q: end without it"
TAKE_KEPT = "Kept as {path}."
TAKE_BETTER = "The best take so far, by pace, fillers and pauses, is number {number}."
EXPORTING = "Writing"
IMPORTING = "Reading"
RECORDS = {
    "job": ("job", "jobs"),
    "follow_up": ("contact", "contacts"),
    "call": ("call", "calls"),
    "drill_item": ("practised item", "practised items"),
    "drill_try": ("try of a drill", "tries of drills"),
}
FATES = {"added": "added", "known": "here already", "renewed": "brought up to date"}


def imported(fates: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """What came of an import, by kind of record and fate: "12 calls added"."""
    if not fates:
        yield "Nothing to add."
    for (kind, fate), times in sorted(fates.items()):
        one, many = RECORDS.get(kind, (kind, kind))
        yield f"{times} {one if times == 1 else many} {FATES[fate]}"


REST_AS_HEARD = "The rest stays as it was heard."
CORRECTED = "Score: {after} of 100 (it was {before}). `ringback show {id}` shows the call."
WAS_THIS_SAID = "Is this what you said? Put it right and press Enter:"
