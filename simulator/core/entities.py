"""The names, numbers and topics that a turn of the candidate mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from rapidfuzz import fuzz

from simulator.core.blanks import blanked
from simulator.core.dates import DateMention, date_mentions
from simulator.core.likeness import alike
from simulator.core.names import TITLES
from simulator.core.other_position import other_position
from simulator.core.text import Span
from simulator.core.transcript import Facts


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in a text, and where."""

    text: str
    start: int
    end: int
    """Character offsets into the turn's text."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a turn names; None where it does not."""

    own_name: Mention | None = None
    """The caller's name as given, without the words around it: "Maria Lopez"."""
    unlike_profile: bool = False
    """Whether the name as given sounds like no part of the candidate's name on the card."""
    contact: Mention | None = None
    """The other person by name."""
    position: Mention | None = None
    other_position: Mention | None = None
    """A position that is not the one of this call, named in its place."""
    topic: Mention | None = None
    phone: Mention | None = None
    """A phone number in digits or in spoken words."""
    email: Mention | None = None
    """An email address, written or spoken."""
    misnamed: Mention | None = None
    """The name by which the other person is addressed and that is not theirs."""
    dates: tuple[DateMention, ...] = ()

    @property
    def promised(self) -> DateMention | None:
        """The date for which the caller says that they were promised an answer."""
        return next((one for one in self.dates if one.promised), None)


def mentions(text: str, facts: Facts, *, introduces: bool = False) -> Mentions:
    """What `text` mentions of the call's facts. `introduces`: a name is due, since the caller was just asked for
    it or is known to give it here."""
    given = own_name(text, facts, introduces=introduces)
    wrong = _misnamed(text, facts)
    position = _subject_in(text, facts.position)
    other = None if position else other_position(text, facts.position)
    return Mentions(
        own_name=given,
        unlike_profile=given is not None and _is_nobody(given.text, facts.candidate),
        contact=_name_in(text, facts.contact),
        position=position,
        other_position=Mention(text[other.start : other.end], other.start, other.end) if other else None,
        topic=_subject_in(text, facts.discussion_topic),
        phone=phone_number(text),
        email=email_address(text),
        misnamed=None if wrong and given and wrong.start == given.start else wrong,
        dates=tuple(date_mentions(text)),
    )


_NAME = r"[^\W\d_](?:\.(?:[^\W\d_]\.)*|[\w'’-]*(?:\.[\w'’-]+)*)"
"""A full stop belongs to it in initials, but not where a sentence ends."""
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,2}}"
_TITLED = r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|mister|doctor)\.?\s+)?"
_FILLERS = frozenset({"um", "umm", "uh", "er", "erm", "hm", "hmm", "ah", "oh", "like"})
_GREETINGS = frozenset(
    """hello hi hey hiya hallo howdy yo greetings bonjour guten tag hola ciao good day morning afternoon evening yes
    yeah""".split()
)
_NOT_NAMES = frozenset(
    """bye cheers goodbye goodnight a about actually afraid after again all also am an and any around at back because
    before but by call called calling can checking correct could did do does doing don't exactly fine
    following for from glad going good got great had happy has have he hello her here hey hi him his hope
    hoping how i i'm im if in interested interviewed interviewing is it it's its job just keen know let like
    looking maybe me might more my no nope not now of okay ok on one only open or our out over phoning pleased
    please position really regarding right ringing she so some sorry speaking still sure than thank thanks
    that that's the their then there they thing think this to today too trying up us very want was we well
    what when where which who why will with wondering
    monday tuesday wednesday thursday friday saturday sunday
    guess me myself nobody none nothing someone somebody anonymous secret dunno idk whatever
    everyone everybody team folks ahead carry course would wow yeah yep yes yesterday you your
    news surprise ridiculous terrible amazing fantastic awful wonderful everything something quite such
    difficult nonsense two three four five six seven eight nine ten lines gosh blimey lol haha phones minute second
    wait hold hang listen look stop excuse pardon fair agreed noted understood honestly frankly
    ha hah heh cool nice perfect lovely splendid brilliant deal
    woman alright indeed oops testing test question help absolutely
    love darling dear dearie mate pal buddy hon honey babe sweetheart sweetie sunshine champ friend bro dude
    manager boss director owner colleague lady gentleman chef secretary god goodness lord heaven heavens""".split()
)
# "this is Maria Lopez", "my name is …"
_PLAIN_OWN = re.compile(
    r"\b(?:this\s+is|here\s+(?:is|speaks)(?:\s+speaking)?|here's|my\s+name(?:\s+is|'?s)|name\s+is|i\s+am\s+called|i\s+go\s+by|speaking\s+(?:with|to))"
    rf"\s+(?P<name>{_TITLED}{_NAMES})",
    re.IGNORECASE,
)
# "Maria Lopez is my name"
_IS_MY_NAME = re.compile(
    rf"(?:^|[,.!?;]\s*)(?P<name>{_TITLED}{_NAMES})\s*(?:\s+is|['’]?s)\s+(?:my|the)\s+name\b", re.IGNORECASE
)
# "Maria Lopez speaking", "Denise Orr here", "Rajesh Iyer this side", "it's Connie calling"
_SPEAKING = re.compile(
    rf"(?:^|[,.!?;]\s*|\b(?:hi|hello|morning|afternoon|evening|it's|its)[,.]?\s+)"
    rf"(?P<name>{_TITLED}{_NAMES}?)[,]?\s+(?:speaking|here|calling|this\s+side|on\s+the\s+line)\b",
    re.IGNORECASE,
)
# "I'm Maria Lopez", "it's Kayla": taken for a name only if it is written like one, or was asked for.
_LOOSE_OWN = re.compile(
    rf"\b(?:i'm|i\s+am|im|it's|its|it\s+is)\s+(?:(?:still|actually)\s+)?(?P<name>{_TITLED}{_NAMES})",
    re.IGNORECASE,
)
# "No no, I'm Tomasz."
_DENIED = re.compile(r"\b(?:no|nope|nah|not\s+\w+)[\s,.!]+(?:i'm|i\s+am|im|it's|its|it\s+is)\s+$", re.IGNORECASE)
# "smiling", "delighted", "absolutely …": no names
_FEELING = re.compile(
    r"(?:short|late|deaf|brief|slow|quick)\b|\w+(?:ing|ful|ous|[ai]ble|less|ghted|lled|ased|ised|ried|ited|ssed)\b"
    r"|(?!(?:kelly|sally|billy|shelly|emily|lily|molly|polly|holly|nelly|carly|beverly)\b)\w{3,}ly\s+\w"
)
_LEAD_IN = re.compile(
    r"(?:(?:oh|um|uh|er|ah|yes|yeah|sorry|sure|hi|hello|of course|right|certainly|good (?:morning|afternoon))"
    r"[,.!]?\s+)+",
    re.IGNORECASE,
)
_ASKS_NAME = re.compile(
    r"\bwho(?:'s|'m| is| am i| may i| shall i| should i)\b.*(?:\bthis|call|speak|ask|talk)"
    r"|\band you are\b|\bwho are you\b|\b(?:ask|have|get|catch|take|need|what's|what is|was)\s+your\s+name\b"
    r"|\byour\s+(?:(?:last|first|family|full)\s+)?name(?:,?\s+(?:please|yes|too|then))*\s*[?.]",
    re.IGNORECASE,
)
# "Are you deaf? I said Sequeira."
_I_SAID = re.compile(rf"\bi\s+(?:just\s+|already\s+)?said\s+(?P<name>{_TITLED}{_NAMES})", re.IGNORECASE)
_INTRODUCTIONS = (
    (_PLAIN_OWN, True, True),
    (_IS_MY_NAME, True, True),
    (_SPEAKING, True, False),
    (_LOOSE_OWN, False, False),
)
_LONGEST_NAME = 4
"""Words."""
_LONGEST_WITH_A_BARE_NAME = 40
"""Words of a turn in which a name can stand alone among other things."""
_AFTER_A_NAME = re.compile(
    r"\s*(?:$|[,.!?;]|(?:and|is|from|calling|i|i'm|speaking|here|again|for|with)\b)", re.IGNORECASE
)


def asks_name(line: str) -> bool:
    """Whether the other end's line asks who is calling."""
    return bool(_ASKS_NAME.search(line))


def own_name(text: str, facts: Facts, *, introduces: bool = False) -> Mention | None:
    """The name by which the caller introduces themself; `introduces`: we know that they do."""
    if whole := _name_in(text, facts.candidate, whole=True):
        return whole
    if email := email_address(text):
        text = blanked(text, [Span(email.start, email.end)])
    for name, certain, plain in _candidates(text):
        words = name.text.split()
        if words[0].islower() and _FEELING.match(text, name.start):
            continue  # "I am smiling.", "I'm absolutely delighted"
        written_like_one = all(word[:1].isupper() for word in words)
        ends_like_one = plain and bool(_AFTER_A_NAME.match(text, name.end))
        likely = introduces or (certain and written_like_one) or ends_like_one
        likely = likely or _is_of(name.text, facts.candidate)
        if not likely and written_like_one:
            likely = len(words) > 1 or bool(_DENIED.search(text, 0, name.start))
        if likely and not _is_of(name.text, facts.contact):
            return name
    said = _I_SAID.search(text)
    if said and any(_name_words(said["name"])) and _is_of(said["name"], facts.candidate):
        return Mention(said["name"], *said.span("name"))
    bare = _bare_name(text, facts) if len(text.split()) <= _LONGEST_WITH_A_BARE_NAME else None
    return bare if introduces or (bare and _is_of(bare.text, facts.candidate)) else None


def _candidates(text: str) -> Iterator[tuple[Mention, bool, bool]]:
    """What stands where a name stands; whether hardly anything else with capitals could stand there; and whether
    hardly anything else could."""
    for pattern, certain, plain in _INTRODUCTIONS:
        for found in pattern.finditer(text):
            if name := _trimmed(text, found.start("name"), found.end("name")):
                yield name, certain, plain


def _bare_name(text: str, facts: Facts) -> Mention | None:
    """A name without any words around it: "Maria.", "Hello, Martin Feld. QA Lead interview."."""
    for piece in re.finditer(r"[^,.!?;]+(?![^,.!?;]|\?)", text):
        lead = _LEAD_IN.match(piece.group() + " ")
        start = piece.start() + min(lead.end() if lead else 0, len(piece.group()))
        start += len(text[start : piece.end()]) - len(text[start : piece.end()].lstrip())
        answer = text[start : piece.end()].strip()
        name = _trimmed(text, start, start + len(answer))
        alone = name is not None and name.text == answer and len(answer.split()) <= _LONGEST_NAME
        if name and alone and not _is_of(name.text, facts.contact):
            return name
    return None


def _trimmed(text: str, start: int, end: int) -> Mention | None:
    """The part of the stretch that can be a name."""
    kept: list[re.Match[str]] = []
    for word in re.finditer(r"\S+", text[start:end]):
        bare = word.group().strip(".,").lower().replace("’", "'")
        lower_after_upper = bool(kept) and kept[0].group()[:1].isupper() and not word.group()[:1].isupper()
        if bare in TITLES | _FILLERS | _GREETINGS and not kept:
            continue
        if bare in _NOT_NAMES | _FILLERS or bare in TITLES or lower_after_upper:
            break
        kept.append(word)
        if word.group().endswith(".") and len(bare) > 1:
            break  # the end of a sentence, and no initial
    if not kept:
        return None
    begin = start + kept[0].start()
    name = text[begin : start + kept[-1].end()].rstrip(".,'’")
    return Mention(name, begin, begin + len(name))


def _name_words(name: str) -> Iterator[str]:
    for word in re.findall(r"[\w'’-]+", name):
        if word.lower() not in TITLES:
            yield word


def _is_of(text: str, name: str) -> bool:
    """Whether the text is made of parts of the name: "Vogel" of "Miriam Vogel"."""
    return {word.lower() for word in _name_words(text)} <= {word.lower() for word in _name_words(name)}


def _name_in(text: str, name: str, *, whole: bool = False) -> Mention | None:
    """The name in the text: any part of it, or all parts in a row."""
    parts = [re.escape(part) for part in _name_words(name) if whole or len(part) > 1]
    if not parts:
        return None
    wanted = r"\s+".join(parts) if whole else f"(?:{'|'.join(parts)})"
    found = re.search(rf"(?<!\w){wanted}(?!\w)", text, re.IGNORECASE)
    return Mention(found.group(), found.start(), found.end()) if found else None


_COMMON = frozenset(
    """the a an of our your that this in on at for to and with between from new job role position about it is are
    i my me we you was""".split()
)


def _subject_in(text: str, subject: str) -> Mention | None:
    """Where the text speaks of the subject: at least half of its telling words, slips of spelling forgiven."""
    wanted = {word for word in re.findall(r"\w+", subject.lower()) if word not in _COMMON}
    if not wanted:
        return None
    said = [(word, word.group().lower()) for word in re.finditer(r"\w+", text)]
    hits = [(one, word) for word, lower in said if lower not in _COMMON for one in wanted if alike(one, lower)]
    if 2 * len({one for one, _ in hits}) < len(wanted):
        return None
    start, end = hits[0][1].start(), hits[-1][1].end()
    return Mention(text[start:end], start, end)


_DIGIT = "zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine"
_SPOKEN_NUMBER = re.compile(
    rf"\b(?:(?:double|triple)\s+)?(?:{_DIGIT}|\d+)(?:[\s,.-]+(?:(?:double|triple)\s+)?(?:{_DIGIT}|\d+)\b){{5,}}",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(r"(?<![\d/])\+?\d(?:[\s().-]{0,2}\d){6,14}(?!\d)")


def phone_number(text: str) -> Mention | None:
    """The first phone number in the text that is not taken back for another: "… 208, no wait, … 280"."""
    kept: Mention | None = None
    for later in sorted(_phone_numbers(text), key=lambda one: one.start):
        if kept is None:
            kept = later
        elif later.start >= kept.end and len(later.text) >= _WHOLE * len(kept.text):
            between = text[kept.end : later.start]
            kept = later if _TAKEN_BACK.search(between) and not _OF_THE_OLD.search(between) else kept
    return kept


def _phone_numbers(text: str) -> Iterator[Mention]:
    """All that may be one; what is plain to the library first, which knows no spoken ones."""
    matches = phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.POSSIBLE)
    yield from (Mention(one.raw_string, one.start, one.end) for one in matches)
    for pattern in (_PLAIN_NUMBER, _SPOKEN_NUMBER):
        yield from (Mention(found.group(), found.start(), found.end()) for found in pattern.finditer(text))


_WHOLE = 0.8
"""Of the length of a number, from which on another one is not only its end."""
_TAKEN_BACK = re.compile(
    r"\bno,?\s+(?:wait|sorry)\b|\b(?:wait|sorry),?\s+no\b|\bscratch\s+that\b|\bi\s+mean\b|\bthat['’]?s\s+(?:the\s+|my\s+)?(?:old|wrong)\b",
    re.IGNORECASE,
)
_OF_THE_OLD = re.compile(r"\b(?:not|was)\W*$", re.IGNORECASE)


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EMAIL_WORD = r"[a-z0-9]+(?:(?:\s+(?:dot|underscore|hyphen|dash)\s+|[._-])[a-z0-9]+)*"
_SPOKEN_EMAIL = re.compile(
    rf"\b(?P<local>{_EMAIL_WORD})\s+at\s+(?P<domain>[a-z0-9-]+(?:\s+dot\s+[a-z]{{2,}})+)\b", re.IGNORECASE
)
_SIGNS = {"dot": ".", "underscore": "_", "hyphen": "-", "dash": "-"}


def email_address(text: str) -> Mention | None:
    """The first email address in the text, as it stands there: "lopez@mail.example" or "lopez at mail dot example"."""
    found = _EMAIL.search(text) or _SPOKEN_EMAIL.search(text)
    if not found:
        return None
    whole = found.group().rstrip(".")
    return Mention(whole, found.start(), found.start() + len(whole))


def written_email(mention: Mention) -> str:
    """The address as one writes it."""
    if "@" in mention.text:
        return mention.text.lower()
    words = mention.text.lower().split()
    at = len(words) - 1 - words[::-1].index("at")
    return "".join(_SIGNS.get(word, "@" if place == at else word) for place, word in enumerate(words))


_ADDRESSED = re.compile(
    r"(?:\b(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day)|thank\s+you|thanks|goodbye|bye|"
    r"(?:am\s+i\s+)?speak(?:ing)?\s+(?:to|with)|is\s+this|talk\s+(?:to|with)),?\s+)"
    r"(?P<name>(?:(?:mr|mrs|ms|miss|dr|prof|professor|mister|doctor)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)"
    r"(?=\s*(?:[,.!?]|$|\b(?:this|it's|i'm|my|here|please|about|from|for)\b))",
)
_SAME_NAME = 75
"""Per cent of letters in common: a slip of the tongue or of the keyboard, or a shortened name."""


def _misnamed(text: str, facts: Facts) -> Mention | None:
    """A name that the caller gives the other person and that sounds like none of theirs."""
    own = [word.lower() for word in _name_words(facts.contact)]
    if not own:
        return None
    for found in _ADDRESSED.finditer(_lower_greetings(text)):
        words = [word.lower() for word in _name_words(found["name"])]
        others = [*_name_words(facts.candidate), *_name_words(facts.company)]
        told = {*own, *(word.lower() for word in others)}
        if (
            words
            and not any(_sounds_like(word, one) for word in words for one in told)
            and _NOT_NAMES.isdisjoint(words)
        ):
            return Mention(text[found.start("name") : found.end("name")], found.start("name"), found.end("name"))
    return None


def _is_nobody(given: str, name: str) -> bool:
    """Whether the name given sounds like no part of the name known."""
    known = [word.lower() for word in _name_words(name)]
    words = [word.lower() for word in _name_words(given)]
    return bool(known) and not any(_sounds_like(word, one) for word in words for one in known)


def _sounds_like(word: str, name: str) -> bool:
    return word.startswith(name[:3]) or fuzz.ratio(word, name) >= _SAME_NAME


def _lower_greetings(text: str) -> str:
    """The text with its greeting words in lower case, so that what has a capital is a name."""
    return re.sub(
        r"\b(?:hi|hello|hey|dear|good\s+\w+|thank\s+you|thanks|goodbye|bye|am\s+i|is\s+this|speaking|mr|mrs|ms|miss|dr|"
        r"prof|professor|mister|doctor)\b",
        lambda word: word.group().lower(),
        text,
        flags=re.IGNORECASE,
    )
