"""Who sounds how."""

import pytest

from audio.speakers import Gender
from simulator.catalog import load_catalog, load_personas
from simulator.core.transcript import Role
from simulator.voices import check_voices, gender_of, personas_with_voices, voice_of

CALLS = load_catalog().scenarios


def test_the_file_of_voices_has_no_error() -> None:
    check_voices()


def test_every_persona_has_a_voice_of_its_own() -> None:
    assert personas_with_voices() == {*load_personas(), "none"}
    call = next(call for call in CALLS if call.kind == "pending")
    voices = {voice_of(call.in_manner_of(persona), Role.INTERVIEWER) for persona in load_personas().values()}
    assert len(voices) == len(load_personas())


@pytest.mark.parametrize(
    ("contact", "gender"),
    [
        ("Ms. Ingrid Sorley", Gender.FEMALE),
        ("Mrs. Bev Hargreaves", Gender.FEMALE),
        ("Mr. Joshua Lee", Gender.MALE),
        ("Dr. Fiona Macrae", Gender.FEMALE),
        ("Dr. Renata Echeverri", Gender.FEMALE),
        ("Dr. Kwame Asiedu", Gender.MALE),
        ("Grace", Gender.FEMALE),
        ("Luca", Gender.MALE),
        ("", Gender.MALE),
    ],
)
def test_the_form_of_address_tells_the_voice(contact: str, gender: Gender) -> None:
    assert gender_of(contact) is gender


def test_whoever_picks_up_first_sounds_like_somebody_else() -> None:
    for call in CALLS:
        interviewer, reception = voice_of(call, Role.INTERVIEWER), voice_of(call, Role.RECEPTIONIST)
        assert interviewer.gender is not reception.gender
        assert voice_of(call, Role.VOICEMAIL).gender is interviewer.gender
