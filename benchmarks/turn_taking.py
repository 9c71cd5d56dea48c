"""Measures how soon the other end answers a turn spoken aloud, and how often it cuts the candidate off.

Turns are spoken by four voices of flite, with one pause for thinking inserted between two words of a sentence. Their
sound comes in frames of 30 ms to the parts that listen in `ringback call --voice`: voice activity, sphinx, end of turn,
understanding, answer, synthesis. What takes longer than the sound lasts delays what comes after it, as in a call. Work
counts as the processor time that it takes (the synthesis, in another process, as the time until it is there), so that
what else runs on the machine does not matter. The delay of the sound card comes on top: 100 ms, as in the program.

Usage: python benchmarks/turn_taking.py [--turns N] [--noise DB]
"""

import argparse
import random
import statistics
import subprocess
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audio.listeners import Listener
from audio.listeners.load import load_listener
from audio.sound import RATE_HZ, Samples
from audio.speakers import Gender, Voice
from audio.speakers.ahead import SpeakingAhead
from audio.speakers.cached import CachedSpeaker
from audio.speakers.system_voices import SystemVoices
from audio.turn_taking import TurnTaker
from audio.voice_activity import FRAME, VoiceActivity
from audio.wave_file import read_wave
from simulator import bootstrap
from simulator.catalog import load_catalog
from simulator.rehearsal import Rehearsal

VOICES = ("slt", "rms", "awb", "kal16")
CALLS = Path(__file__).parent.parent / "tests" / "calls"
"""Their turns stand in no corpus."""
SPEAKER_MS = 100
AFTER_MS = 3_000
MEDIAN_PAUSE_MS, SPREAD = 500, 0.6
"""Silent pauses within the speech of one person are distributed log-normally around half a second (Campione and Véronis
2002, "A large-scale multilingual study of silent pause duration")."""
SHORTEST_MS, LONGEST_MS = 200, 1_500


@dataclass(frozen=True)
class Turn:
    text: str
    samples: Samples
    ended_ms: int
    """The end of the speech."""
    pause_ms: int


@dataclass(frozen=True)
class Result:
    latency_ms: float
    cut_off: bool
    heard: str
    ready: bool = False
    """Whether the answer was synthesised before the turn was over."""


def turns() -> list[str]:
    """What candidates say in the playthroughs, the same order each time."""
    said = [turn["say"] for path in sorted(CALLS.glob("*.toml")) for turn in tomllib.loads(path.read_text())["turn"]]
    texts = [text for text in dict.fromkeys(said) if any(character.isalpha() for character in text)]
    random.Random(1).shuffle(texts)  # noqa: S311 - a fixed choice
    return texts


def spoken(text: str, voice: str, folder: Path) -> Samples:
    path = folder / "part.wav"
    subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(path)], check=True)  # noqa: S607 - a fixed program
    samples = read_wave(path).samples
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 300)
    return samples[loud[0] : loud[-1]]


def make_turn(text: str, voice: str, chance: random.Random, folder: Path, noise_db: float | None) -> Turn:
    words = text.split()
    places = [at for at in range(1, len(words)) if words[at - 1][-1] not in ".?!"]
    pause_ms = SHORTEST_MS - 1
    while not SHORTEST_MS <= pause_ms <= LONGEST_MS:
        pause_ms = round(chance.lognormvariate(np.log(MEDIAN_PAUSE_MS), SPREAD))
    if places:
        at = chance.choice(places)
        halves = [spoken(" ".join(part), voice, folder) for part in (words[:at], words[at:])]
        speech = np.concatenate((halves[0], np.zeros(pause_ms * RATE_HZ // 1000, np.int16), halves[1]))
    else:
        speech, pause_ms = spoken(text, voice, folder), 0
    before = np.zeros(RATE_HZ, np.int16)
    sound = np.concatenate((before, speech, np.zeros(AFTER_MS * RATE_HZ // 1000, np.int16)))
    level = 30.0 if noise_db is None else float(np.sqrt(np.mean(speech.astype(float) ** 2))) * 10 ** (-noise_db / 20)
    noisy = sound + np.random.default_rng(chance.randrange(2**32)).normal(0, level, len(sound))
    ended_ms = round(1000 * (len(before) + len(speech)) / RATE_HZ)
    return Turn(text, np.clip(noisy, -32768, 32767).astype(np.int16), ended_ms, pause_ms)


def take(turn: Turn, listener: Listener, rehearsal: Rehearsal, speaking: SpeakingAhead) -> Result:
    """The turn in a call, until the first sound of the answer."""
    taker = TurnTaker(listener, VoiceActivity(30.0))
    voice = Voice(Gender.FEMALE)
    now_ms = 0.0  # what a clock beside the call would show
    foreseen = ""
    for start in range(0, len(turn.samples) - FRAME, FRAME):
        now_ms = max(now_ms, 1000 * (start + FRAME) / RATE_HZ)
        began = time.process_time()
        taker.feed(turn.samples[start : start + FRAME])
        over = taker.over
        if taker.settled and taker.text != foreseen:
            foreseen = taker.text
            for line in rehearsal.foresee(foreseen)[1:]:
                speaking.prepare(line.text, voice)
        now_ms += 1000 * (time.process_time() - began)
        if over:
            began = time.process_time()
            heard = taker.finish().speech.text
            answer = rehearsal.foresee(heard)[1:]
            now_ms += 1000 * (time.process_time() - began)
            ready = all(speaking.is_ready(line.text, voice) for line in answer[:1])
            began = time.perf_counter()
            for line in answer[:1]:
                speaking.say(line.text, voice)
            now_ms += 1000 * (time.perf_counter() - began) + SPEAKER_MS
            return Result(now_ms - turn.ended_ms, now_ms < turn.ended_ms, heard, ready)
    return Result(AFTER_MS, cut_off=False, heard="")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=100)
    parser.add_argument("--show", action="store_true", help="print every turn")
    parser.add_argument("--noise", type=float, help="the speech's power over the noise's, in dB")
    chosen = parser.parse_args()
    chance = random.Random(6)  # noqa: S311 - a fixed choice
    texts = turns()
    listener = load_listener(one_voice=True)
    scenario = load_catalog().find("lighthouse-captions")
    rehearsal = bootstrap.rehearsal(scenario, 1)
    rehearsal.pick_up()
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        voices = SystemVoices()
        speaking = SpeakingAhead(CachedSpeaker(voices, folder / "cache"))
        speaking.say("Hello?", Voice(Gender.FEMALE))  # starts the engine, as the ringing does
        for number in range(chosen.turns):
            text, voice = texts[number % len(texts)], VOICES[number * len(VOICES) // chosen.turns]
            turn = make_turn(text, voice, chance, folder, chosen.noise)
            results.append(take(turn, listener, rehearsal, speaking))
            if chosen.show:
                print(results[-1], turn.pause_ms, turn.text, flush=True)
        report(results)
        print(
            f"  ready when the turn was over: {sum(one.ready for one in results)} of {len(results)} answers; ", end=""
        )
        print(f"synthesis of one that is not: {synthesis_ms(voices):.0f} ms (median)")
        speaking.close()


def synthesis_ms(voices: SystemVoices) -> float:
    times = []
    for number in range(20):
        began = time.perf_counter()
        voices.say(f"No decision so far, I'm afraid. Please ring again on the {number + 1}th.", Voice(Gender.FEMALE))
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def report(results: list[Result]) -> None:
    answered = sorted(result.latency_ms for result in results if not result.cut_off)
    cut_off = sum(result.cut_off for result in results)
    print(f"{len(results)} turns, {sum(bool(result.heard) for result in results)} of them heard")
    print(f"  first audio of the answer: median {statistics.median(answered):.0f} ms (limit 800), ", end="")
    print(f"95th percentile {answered[int(0.95 * len(answered))]:.0f} ms (limit 1200)")
    print(f"  cut off: {cut_off} of {len(results)} = {100 * cut_off / len(results):.1f} % (limit 5 %)")


if __name__ == "__main__":
    main()
