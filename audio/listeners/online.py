"""Engines that hear on somebody else's computers, by SpeechRecognition. Never used without having been allowed to."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from audio.listeners import HeardWord
from audio.listeners.whole_turn import UNTOLD_CONFIDENCE, WholeTurnHearing, spread
from audio.sound import RATE_HZ, Samples
from simulator.errors import AudioError

_TIMEOUT_S = 10


@dataclass(frozen=True, slots=True)
class Service:
    """Who hears, and what they ask for."""

    company: str
    where: str
    """Where the sound goes, and how."""
    recognise: Callable[[Any, Any], tuple[str, float]]
    """From a Recognizer and an AudioData to the text and the confidence, 0 to 1."""
    key: str = ""
    """The environment variable that holds the key; empty where none is needed."""
    extra: str = ""
    """The package that it needs besides."""


def _google(recogniser: Any, sound: Any) -> tuple[str, float]:  # noqa: ANN401 - SpeechRecognition has no types
    text, confidence = recogniser.recognize_google(sound, with_confidence=True)
    return str(text), float(confidence)


def _openai(recogniser: Any, sound: Any) -> tuple[str, float]:  # noqa: ANN401 - as above
    return str(recogniser.recognize_openai(sound, language="en")), UNTOLD_CONFIDENCE


def _groq(recogniser: Any, sound: Any) -> tuple[str, float]:  # noqa: ANN401 - as above
    return str(recogniser.recognize_groq(sound, language="en")), UNTOLD_CONFIDENCE


SERVICES = {
    "google": Service("Google", "www.google.com, over a connection that is not encrypted", _google),
    "openai": Service("OpenAI", "api.openai.com, under your account", _openai, "OPENAI_API_KEY", "openai"),
    "groq": Service("Groq", "api.groq.com, under your account", _groq, "GROQ_API_KEY", "groq"),
}


class OnlineListener:
    """Raises AudioError unless `allowed`, or if the service cannot be reached."""

    def __init__(self, name: str, *, allowed: bool) -> None:
        service = SERVICES[name]
        if not allowed:
            raise AudioError(
                f"“{name}” does not hear on this computer: every word that you say is sent to {service.company} "
                f"({service.where}), and what becomes of it there is up to them.",
                remedy="If that is all right with you, say so with --online. The other engines keep everything here.",
            )
        if service.key and not os.environ.get(service.key):
            raise AudioError(f"{service.company} asks for a key.", remedy=f"Put it into the variable {service.key}.")
        self.name = name
        self._service = service

    def hear(self) -> WholeTurnHearing:
        return WholeTurnHearing(self.recognise, self.name)

    def recognise(self, samples: Samples) -> tuple[HeardWord, ...]:
        import speech_recognition  # noqa: PLC0415 - voice mode only

        recogniser = speech_recognition.Recognizer()
        recogniser.operation_timeout = _TIMEOUT_S
        sound = speech_recognition.AudioData(samples.tobytes(), RATE_HZ, 2)
        try:
            text, confidence = self._service.recognise(recogniser, sound)
        except speech_recognition.UnknownValueError:
            return ()
        except speech_recognition.exceptions.SetupError as error:
            raise AudioError(
                f"{self._service.company}'s library is not installed.", remedy=f"pip install {self._service.extra}"
            ) from error
        except Exception as error:  # each service's library has errors of its own, none of which may end a call
            raise AudioError(
                f"{self._service.company} did not answer: {error}",
                remedy="Try again, or choose an engine that needs no network: --engine sphinx",
            ) from error
        return spread(text, samples, min(max(confidence, 0.0), 1.0))
