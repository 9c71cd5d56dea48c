"""Which voice speaks: by who is on the line, how they talk, and how one addresses them."""

from functools import cache
from importlib import resources

from audio.speakers import Gender, Voice
from simulator.core.names import first_name
from simulator.core.scenario import Scenario
from simulator.core.transcript import Role
from simulator.document import Table, parse
from simulator.errors import RingbackError

_WORDS_A_MINUTE = (80, 300)
_NO_PERSONA = "none"


@cache
def _data() -> Table:
    return parse((resources.files("simulator") / "data" / "voices.toml").read_text("utf-8"))


def voice_of(scenario: Scenario, role: Role) -> Voice:
    """How whoever is on the line sounds."""
    contact = gender_of(scenario.facts.contact)
    if role is Role.INTERVIEWER or role.value not in _data().table("role"):
        persona = scenario.persona.id if scenario.persona else _NO_PERSONA
        personas = _data().table("persona")
        return _voice(personas.table(persona if persona in personas else _NO_PERSONA), contact)
    # Another than the interviewer picks up first, and one should hear it.
    other = Gender.MALE if contact is Gender.FEMALE else Gender.FEMALE
    return _voice(_data().table("role").table(role.value), other if role is Role.RECEPTIONIST else contact)


def gender_of(contact: str) -> Gender:
    """A guess, from how somebody is addressed: "Ms. Ingrid Sorley"."""
    known = _data().table("gender")
    title = contact.split(" ", 1)[0].strip(".").lower()
    if title in known.texts("female_titles"):
        return Gender.FEMALE
    if title in known.texts("male_titles"):
        return Gender.MALE
    name = first_name(contact)
    if name in known.texts("male_names"):
        return Gender.MALE
    is_female = name in known.texts("female_names") or name.lower().endswith(known.texts("female_endings"))
    return Gender.FEMALE if is_female else Gender.MALE


def check_voices() -> None:
    """Raises RingbackError with all that is wrong in the file."""
    table = _data()
    for group in ("persona", "role"):
        for name in table.table(group).names:
            _voice(table.table(group).table(name), Gender.FEMALE)
    if table.errors:
        raise RingbackError("\n".join(table.errors), where="voices.toml", remedy="Mend the file, then try again.")


def _voice(table: Table, gender: Gender) -> Voice:
    return Voice(gender, int(table.number("words_a_minute", *_WORDS_A_MINUTE)), int(table.number("pitch", 0, 100)))


def personas_with_voices() -> set[str]:
    """Their ids, and "none"."""
    return set(_data().table("persona").names)
