"""Ways in which people reach each other."""

from collections.abc import Mapping
from enum import StrEnum


class Medium(StrEnum):
    CALL = "call"
    EMAIL = "email"
    TEXT = "text"
    VIDEO = "video"
    IN_PERSON = "in_person"
    LINKEDIN = "linkedin"
    LETTER = "letter"


def medium_of(word: str) -> Medium | None:
    """The medium that a word names, as people write it: "phone", "e-mail", "in person"; None for an unknown one."""
    plain = "_".join(word.lower().replace("-", " ").split())
    plain = _OTHER_WORDS.get(plain.replace("_", ""), plain)
    return Medium(plain) if plain in list(Medium) else None


_OTHER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("phone", "telephone", "phonecall", "voicemail"), Medium.CALL),
    **dict.fromkeys(("mail", "email"), Medium.EMAIL),
    **dict.fromkeys(("sms", "textmessage", "message", "whatsapp"), Medium.TEXT),
    **dict.fromkeys(("zoom", "videocall", "online"), Medium.VIDEO),
    **dict.fromkeys(("person", "inperson", "onsite", "meeting"), Medium.IN_PERSON),
    **dict.fromkeys(("post", "note"), Medium.LETTER),
}
