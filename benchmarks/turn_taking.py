"""Measures how soon the other end answers a turn spoken aloud, and how often it cuts the candidate off.

Turns are spoken by four voices of flite, each call by one, with one pause for thinking cut in between two words of a
sentence. Their sound comes in frames of 30 ms to the parts that listen in `ringback call --voice`: voice activity,
sphinx with the names of the call, end of turn, understanding, answer, synthesis. What takes longer than the sound lasts
delays what comes after it, as in a call. Work counts as the processor time that it takes (the synthesis, in another
process, as the time until it is there), so that what else runs on the machine does not matter. The delay of the sound
card comes on top: 100 ms, as in the program.

With --apart what stands before the pause and what comes after it are spoken as two turns: then the voice falls before
the pause as at an end, which people rarely do, and only the words can tell.

Usage: python benchmarks/turn_taking.py [--turns N] [--noise DB] [--apart]
"""

import argparse
import random
import statistics
import tempfile
import time
import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from audio.listeners import Listener
from audio.listeners.load import load_listener
from audio.sound import RATE_HZ, Samples
from audio.speakers import Gender, Voice
from audio.speakers.ahead import SpeakingAhead
from audio.speakers.cached import CachedSpeaker
from audio.speakers.load import load_speaker
from audio.turn_taking import TurnTaker
from audio.voice_activity import FRAME, VoiceActivity
from simulator import bootstrap
from simulator.catalog import load_catalog
from simulator.rehearsal import Rehearsal
from simulator.training.pausing import choose_place, draw_pause, speak, with_pause

VOICES = ("slt", "rms", "awb", "kal16")
CALLS = Path(__file__).parent.parent / "tests" / "calls"
"""Their turns stand in no corpus."""
SPEAKER_MS = 100
AFTER_MS = 3_000


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
    """Whether the answer was worked out before the turn was over."""


def turns(most: int) -> list[tuple[str, str]]:
    """What candidates say in the playthroughs, with the scenario of each: turns drawn at random, call by call."""
    said: dict[str, str] = {}
    for path in sorted(CALLS.glob("*.toml")):
        for turn in tomllib.loads(path.read_text())["turn"]:
            if any(character.isalpha() for character in turn["say"]):
                said.setdefault(turn["say"], path.name.split(".")[0])
    texts = list(said)
    random.Random(1).shuffle(texts)  # noqa: S311 - a fixed choice
    return sorted(((said[text], text) for text in texts[:most]), key=lambda turn: turn[0])


def make_turn(  # noqa: PLR0913 - what a turn is made of
    text: str, voice: str, chance: random.Random, folder: Path, noise_db: float | None, *, apart: bool
) -> Turn:
    place, pause_ms = choose_place(text, chance), draw_pause(chance)
    speech = speak(text, voice, folder)
    if place is None:
        pause_ms = 0
    elif apart:
        words = text.split()
        halves = [speak(" ".join(part), voice, folder) for part in (words[:place], words[place:])]
        speech = np.concatenate((halves[0], np.zeros(pause_ms * RATE_HZ // 1000, np.int16), halves[1]))
    else:
        paused = with_pause(speech, text, place, pause_ms)
        speech, pause_ms = (speech, 0) if paused is None else (paused, pause_ms)
    before = np.zeros(RATE_HZ, np.int16)
    sound = np.concatenate((before, speech, np.zeros(AFTER_MS * RATE_HZ // 1000, np.int16)))
    level = 30.0 if noise_db is None else float(np.sqrt(np.mean(speech.astype(float) ** 2))) * 10 ** (-noise_db / 20)
    noisy = sound + np.random.default_rng(chance.randrange(2**32)).normal(0, level, len(sound))
    ended_ms = round(1000 * (len(before) + len(speech)) / RATE_HZ)
    return Turn(text, np.clip(noisy, -32768, 32767).astype(np.int16), ended_ms, pause_ms)


def take(turn: Turn, listener: Listener, rehearsal: Rehearsal, speaking: SpeakingAhead) -> Result:
    """The turn in a call, until the first sound of the answer."""
    taker = TurnTaker(listener, VoiceActivity(30.0), position=rehearsal.call.scenario.facts.position)
    voice = Voice(Gender.FEMALE)
    now_ms = 0.0  # what a clock beside the call would show
    ready_ms: dict[str, float] = {}  # when each line is there, by that clock
    foreseen = ""
    for start in range(0, len(turn.samples) - FRAME, FRAME):
        now_ms = max(now_ms, 1000 * (start + FRAME) / RATE_HZ)
        began = time.process_time()
        taker.feed(turn.samples[start : start + FRAME])
        over = taker.over
        lines: list[str] = []
        if taker.settled and taker.text != foreseen:
            foreseen = taker.text
            lines = [line.text for line in rehearsal.foresee(foreseen)[1:]]
        now_ms += 1000 * (time.process_time() - began)
        for line in lines:
            # Made in another process while the sound goes on; here it waits.
            ready_ms[line] = now_ms + synthesis_ms(line, speaking, voice)
        if over:
            began = time.process_time()
            heard = taker.finish().speech.text
            answer = [line.text for line in rehearsal.foresee(heard)[1:2]]
            now_ms += 1000 * (time.process_time() - began)
            ready = all(line in ready_ms for line in answer)
            for line in answer:
                now_ms = max(now_ms, ready_ms.get(line) or now_ms + synthesis_ms(line, speaking, voice))
            now_ms += SPEAKER_MS
            return Result(now_ms - turn.ended_ms, now_ms < turn.ended_ms, heard, ready)
    return Result(AFTER_MS, cut_off=False, heard="")


def synthesis_ms(line: str, speaking: SpeakingAhead, voice: Voice) -> float:
    began = time.perf_counter()
    speaking.say(line, voice)
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=222)
    parser.add_argument("--apart", action="store_true", help="speak both sides of the pause as turns of their own")
    parser.add_argument("--show", action="store_true", help="print every turn")
    parser.add_argument("--noise", type=float, help="the speech's power over the noise's, in dB")
    chosen = parser.parse_args()
    chance = random.Random(6)  # noqa: S311 - a fixed choice
    catalog = load_catalog()
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        speaking = SpeakingAhead(CachedSpeaker(load_speaker(), folder / "cache"))
        speaking.say("Hello?", Voice(Gender.FEMALE))  # starts the engine, as the ringing does
        for number, (scenario_id, call) in enumerate(groupby(turns(chosen.turns), key=lambda turn: turn[0])):
            scenario, voice = catalog.find(scenario_id), VOICES[number % len(VOICES)]
            listener = load_listener("sphinx", words=bootstrap.call_words(scenario.facts), one_voice=True)
            rehearsal = bootstrap.rehearsal(scenario, 1)
            rehearsal.pick_up()
            for _, text in call:
                turn = make_turn(text, voice, chance, folder, chosen.noise, apart=chosen.apart)
                results.append(take(turn, listener, rehearsal, speaking))
                if chosen.show:
                    print(results[-1], turn.pause_ms, turn.text, flush=True)
        report(results)
        speaking.close()


def report(results: list[Result]) -> None:
    answered = sorted(result.latency_ms for result in results if not result.cut_off)
    cut_off = sum(result.cut_off for result in results)
    print(f"{len(results)} turns, {sum(bool(result.heard) for result in results)} of them heard")
    print(f"  first audio of the answer: median {statistics.median(answered):.0f} ms (limit 800), ", end="")
    print(f"95th percentile {answered[int(0.95 * len(answered))]:.0f} ms (limit 1200)")
    print(f"  answer foreseen: {sum(result.ready for result in results)} of {len(results)}")
    print(f"  cut off: {cut_off} of {len(results)} = {100 * cut_off / len(results):.1f} % (limit 5 %)")


if __name__ == "__main__":
    main()
