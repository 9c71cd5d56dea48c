"""The voices of the operating system through pyttsx3: espeak-ng on Linux, SAPI 5 on Windows, NSSpeech on macOS.

pyttsx3 is known to hang and to speak only once, and espeak can be initialised only once a process.
"""

import sys

from audio.speakers.speaking_process import SpeakingProcess

_WORKER = (sys.executable, "-m", "audio.speakers.system_voices_process")


def system_voices() -> SpeakingProcess:
    return SpeakingProcess("pyttsx3", _WORKER)
