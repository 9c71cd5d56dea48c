"""What fails in a call aloud ends in a clear message or in typing, and never in a lost call."""

import subprocess
from pathlib import Path

import pytest
from sound_card import SoundCard, need_sound
from spoken_call import SpokenCall

from simulator.storage import History

SCENARIO = ("--scenario", "lighthouse-captions")
GOING_ON = "The call goes on: type"
NO_DEVICE = {"PULSE_SERVER": "unix:/nonexistent", "ALSA_CONFIG_PATH": "/usr/share/alsa/alsa.conf"}


def type_to_the_end(call: SpokenCall, folder: Path) -> None:
    """The rest of the call by typing: it is finished, scored and kept."""
    call.type("Hello, this is Alex Morgan. I interviewed for the Exhibition Designer position.")
    call.type("Thank you for your time. Goodbye.")
    call.see("Score: ")
    assert call.end() == 0
    assert "Traceback" not in call.text
    (summary,) = History.open(f"sqlite:///{folder}/ringback/history.sqlite3").calls()
    assert summary.finished


def broken(folder: Path, module: str) -> dict[str, str]:
    """An environment in which a library is there and does not work."""
    (folder / "broken").mkdir()
    (folder / "broken" / f"{module}.py").write_text(f"raise ImportError('no {module} here')\n")
    return {"PYTHONPATH": str(folder / "broken")}


def test_without_any_sound_card_the_call_is_typed(folder: Path) -> None:
    with SpokenCall(SoundCard(folder), folder, *SCENARIO, hears=False, **NO_DEVICE) as call:
        call.see(GOING_ON)
        assert "speaker cannot be used" in call.text
        assert "ringback doctor" in call.text
        type_to_the_end(call, folder)


def test_a_sound_library_that_gives_up_takes_no_call_with_it(folder: Path) -> None:
    (folder / "empty").touch()
    nothing = {**NO_DEVICE, "ALSA_CONFIG_PATH": str(folder / "empty")}
    with SpokenCall(SoundCard(folder), folder, *SCENARIO, hears=False, **nothing) as call:
        call.see(GOING_ON)
        assert "settings of ALSA" in call.text
        type_to_the_end(call, folder)


@pytest.mark.slow
def test_a_headset_that_is_unplugged_in_the_middle_leaves_the_same_call_to_typing(
    card: SoundCard, folder: Path
) -> None:
    with SpokenCall(card, folder, *SCENARIO) as call:
        call.see("^Ms. Sorley: ")
        call.wait_until_they_finish()
        card.unplug("microphone")
        card.unplug("speaker")  # PulseAudio would take it for another microphone
        call.see(GOING_ON)
        assert "has gone" in call.text
        type_to_the_end(call, folder)


@pytest.mark.slow
@pytest.mark.parametrize(("microphone", "speaker", "lacking"), [(False, True, "microphone"), (True, False, "speaker")])
def test_without_a_microphone_or_a_speaker_the_call_is_typed(
    folder: Path, *, microphone: bool, speaker: bool, lacking: str
) -> None:
    need_sound()
    with (
        SoundCard(folder / "p", microphone=microphone, speaker=speaker) as card,
        SpokenCall(card, folder, *SCENARIO, hears=False) as call,
    ):
        call.see(GOING_ON)
        assert f"{lacking} cannot be used" in call.text
        type_to_the_end(call, folder)


@pytest.mark.slow
def test_a_sound_server_that_goes_in_the_middle_leaves_the_same_call_to_typing(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, *SCENARIO) as call:
        call.see("^Ms. Sorley: ")
        call.wait_until_they_finish()
        card.stop()
        call.see(GOING_ON)
        type_to_the_end(call, folder)


@pytest.mark.slow
def test_without_a_voice_engine_lines_are_shown_and_the_call_is_still_spoken(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, *SCENARIO, **broken(folder, "pyttsx3")) as call:
        call.see("could not be spoken")
        call.say("Hello, this is Alex Morgan. I have to go. Goodbye.")
        call.see(r"^You: .*[Mm]organ", 0)
        call.see("Score: ")
        assert call.end() == 0


@pytest.mark.slow
def test_without_a_recogniser_the_call_is_typed(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, *SCENARIO, **broken(folder, "pocketsphinx")) as call:
        call.see(GOING_ON)
        type_to_the_end(call, folder)


@pytest.mark.slow
def test_a_muted_microphone_is_told_and_they_ask_whether_you_are_there(card: SoundCard, folder: Path) -> None:
    with SpokenCall(card, folder, *SCENARIO) as call:
        call.see("Is it muted")
        call.see(GOING_ON)
        type_to_the_end(call, folder)


@pytest.mark.slow
def test_a_voice_that_clips_is_told_and_still_heard(card: SoundCard, folder: Path) -> None:
    plain, loud = folder / "plain.wav", folder / "loud.wav"
    subprocess.run(["flite", "-t", "Hello, this is Alex Morgan. Thank you. Goodbye.", "-o", str(plain)], check=True)
    subprocess.run(["sox", str(plain), str(loud), "vol", "8"], check=True, stderr=subprocess.DEVNULL)
    with SpokenCall(card, folder, *SCENARIO) as call:
        call.see("^Ms. Sorley: ")
        call.wait_until_they_finish()
        card.into_microphone(loud).wait()
        call.see("too loud for the microphone")
        call.see("^You: ")


@pytest.mark.slow
def test_thirty_seconds_of_noise_lose_no_call(card: SoundCard, folder: Path) -> None:
    noise = folder / "noise.wav"
    subprocess.run(
        ["sox", "-n", "-r", "16000", "-b", "16", str(noise), "synth", "30", "pinknoise", "vol", "0.4"], check=True
    )
    with SpokenCall(card, folder, *SCENARIO) as call:
        call.see("^Ms. Sorley: ")
        call.wait_until_they_finish()
        card.into_microphone(noise).wait()
        call.see("^You: |" + GOING_ON)
        call.wait_until_the_screen_rests()
        if GOING_ON in call.text:
            type_to_the_end(call, folder)
        else:
            call.say("Hello, this is Alex Morgan. I have to go. Goodbye.")
            call.see("Score: ")
            assert call.end() == 0
    assert "Traceback" not in call.text
    (summary,) = History.open(f"sqlite:///{folder}/ringback/history.sqlite3").calls()
    assert summary.finished
