"""The process in which pyttsx3 speaks."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from audio.speakers import Gender
from audio.speakers.serving import Wish, serve

_ESPEAK_VARIANTS = {Gender.FEMALE: "+f3", Gender.MALE: "+m3"}
"""Voices of espeak-ng come in one sound, and in variants of it by which it tells the genders apart."""
_ESPEAK_VOICE = "gmw/en-us"
_KNOWN_WOMEN = ("zira", "hazel", "susan", "samantha", "karen", "moira", "tessa", "victoria", "allison", "ava", "female")
"""In the names of English voices of Windows and macOS; Windows does not say the gender through pyttsx3."""
_WAIT_SECONDS = 4.0


def start() -> Callable[[Wish], None]:
    """What speaks. Raises ImportError if the library is missing."""
    import pyttsx3  # noqa: PLC0415 - so that its absence is an answer, too

    engine = pyttsx3.init()
    return lambda wish: _speak(engine, wish)


def _speak(engine: Any, wish: Wish) -> None:  # noqa: ANN401 - pyttsx3 has no types
    gender = Gender(wish["gender"])
    engine.proxy.setBusy(False)  # properties are set at once, not when a loop runs
    if engine.driver_name == "espeak":
        engine.setProperty("voice", _ESPEAK_VOICE + _ESPEAK_VARIANTS[gender])
        engine.setProperty("rate", wish["words_a_minute"])  # after the voice, which brings its own
        engine.setProperty("pitch", wish["pitch"])
        _speak_through_espeak(engine, wish["text"], wish["path"])
    else:
        engine.setProperty("voice", _fitting(engine.getProperty("voices"), gender))
        engine.setProperty("rate", wish["words_a_minute"])
        engine.save_to_file(wish["text"], wish["path"])
        engine.runAndWait()


def _speak_through_espeak(engine: Any, text: str, path: str) -> None:  # noqa: ANN401 - pyttsx3 has no types
    """Without the loop of pyttsx3 2.99, which does not wait for espeak's own thread and then cancels the next line: of
    200 lines in a row, one in ten came out empty, or with the end of the line before."""
    finished = threading.Event()
    token = engine.connect("finished-utterance", lambda **_: finished.set())
    driver = engine.proxy._driver  # noqa: SLF001 - the loop is the only public way
    driver.save_to_file(text, path)
    driver._start_synthesis(text)  # noqa: SLF001
    if not finished.wait(_WAIT_SECONDS):
        raise TimeoutError("espeak-ng did not finish the line")
    engine.disconnect(token)


def _fitting(voices: Iterable[Any], gender: Gender) -> str | None:
    """The id of an English voice of that gender, or else of any English one; None for the system's own choice."""
    english = [voice for voice in voices if "en" in f"{voice.languages} {voice.id}".lower()]
    for voice in english:
        if _gender(voice) is gender:
            return str(voice.id)
    return str(english[0].id) if english else None


def _gender(voice: Any) -> Gender:  # noqa: ANN401 - pyttsx3 has no types
    told = str(voice.gender or "").lower()
    if "female" in told or any(name in str(voice.name).lower() for name in _KNOWN_WOMEN):
        return Gender.FEMALE
    return Gender.MALE


if __name__ == "__main__":
    serve(start)
