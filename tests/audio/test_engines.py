"""Every engine: how it is loaded, what it says when something is missing, and what becomes of its answers."""

import json
import types
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from audio.listeners.call_words import CallWords
from audio.listeners.load import OFFLINE, ONLINE, load_listener
from audio.listeners.online import SERVICES
from audio.listeners.whole_turn import WholeTurnHearing, spread
from audio.sound import RATE_HZ
from simulator.errors import AudioError

SECOND = np.full(RATE_HZ, 1000, np.int16)


@pytest.fixture(autouse=True)
def no_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def test_every_engine_is_known_by_its_name() -> None:
    assert set(SERVICES) == set(ONLINE)
    with pytest.raises(AudioError) as error:
        load_listener("telepathy")
    assert all(name in str(error.value) for name in (*OFFLINE, *ONLINE))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_an_online_engine_asks_first_and_says_where_the_words_go(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SERVICES[name].key or "UNUSED", "key")
    with pytest.raises(AudioError) as error:
        load_listener(name)
    assert SERVICES[name].company in str(error.value)
    assert SERVICES[name].where in str(error.value)
    assert "--online" in error.value.remedy
    assert load_listener(name, online=True).name == name


def test_an_online_engine_without_its_key_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(AudioError, match="OPENAI_API_KEY"):
        load_listener("openai", online=True)


def test_an_online_engine_that_cannot_be_reached_says_so_instead_of_ending_the_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # nobody listens there
    hearing = load_listener("google", online=True).hear()
    hearing.feed(SECOND)
    with pytest.raises(AudioError, match="Google did not answer"):
        hearing.finish()


def test_vosk_without_a_model_names_the_command_that_gets_one() -> None:
    with pytest.raises(AudioError, match="ringback voice install vosk"):
        load_listener("vosk")


def test_vosk_with_a_broken_model_says_so(no_models: Path) -> None:
    (no_models / "ringback/models/vosk").mkdir(parents=True)
    (no_models / "ringback/models/vosk/README").write_text("not a model", encoding="utf-8")
    with pytest.raises(AudioError, match="cannot load its model"):
        load_listener("vosk")


def test_vosk_hears_sentence_by_sentence_and_the_turn_is_all_of_them() -> None:
    import vosk

    from audio.listeners.vosk import VoskHearing

    class Recogniser:
        """Answers in the library's form, one sentence for each second."""

        def AcceptWaveform(self, data: bytes) -> bool:
            return len(data) == 2 * RATE_HZ

        def Result(self) -> str:
            return json.dumps({"result": [{"conf": 0.9, "start": 0.1, "end": 0.5, "word": "hello"}], "text": "hello"})

        def PartialResult(self) -> str:
            return json.dumps({"partial": "this is"})

        def FinalResult(self) -> str:
            return json.dumps({"result": [{"conf": 0.4, "start": 1.2, "end": 1.6, "word": "sue"}], "text": "sue"})

    for name in ("AcceptWaveform", "Result", "PartialResult", "FinalResult", "SetWords"):
        assert callable(getattr(vosk.KaldiRecognizer, name))
    hearing = VoskHearing(Recogniser())
    hearing.feed(SECOND)
    assert hearing.so_far() == "hello this is"
    heard = hearing.finish()
    assert heard.text == "hello sue"
    assert [(word.started_ms, word.ended_ms, word.confidence) for word in heard.words] == [
        (100, 500, 0.9),
        (1200, 1600, 0.4),
    ]


def test_vosk_hears_nothing_in_silence_without_failing() -> None:
    from audio.listeners.vosk import VoskHearing

    silent = types.SimpleNamespace(
        AcceptWaveform=lambda _: 0, PartialResult=lambda: '{"partial": ""}', FinalResult=lambda: '{"text": ""}'
    )
    hearing = VoskHearing(silent)
    hearing.feed(SECOND)
    assert hearing.so_far() == ""
    assert hearing.finish().words == ()


def test_whisper_without_its_library_or_model_names_the_command() -> None:
    with pytest.raises(AudioError, match="install"):
        load_listener("whisper")


def test_whisper_gets_the_names_of_the_call_and_gives_words_with_times(
    no_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {}

    class WhisperModel:
        """Takes and gives what faster-whisper 1.x takes and gives."""

        def __init__(self, path: str, **options: object) -> None:
            asked.update(options, path=path)

        def transcribe(self, sound: np.ndarray, **options: object) -> tuple[object, object]:
            asked.update(options, seconds=len(sound) / RATE_HZ)
            words = [types.SimpleNamespace(start=0.2, end=0.4, word=" Hello,", probability=0.8)]
            words.append(types.SimpleNamespace(start=0.5, end=0.9, word=" Sorley.", probability=1.2))
            segments = [types.SimpleNamespace(text=" Hello, Sorley.", words=words)]
            return iter(segments), types.SimpleNamespace(language="en")

    library = types.ModuleType("faster_whisper")
    library.WhisperModel = WhisperModel  # type: ignore[attr-defined]
    monkeypatch.setitem(__import__("sys").modules, "faster_whisper", library)
    model = no_models / "ringback/models/whisper"
    model.mkdir(parents=True)
    hearing = load_listener("whisper", words=CallWords(other="Ms. Ingrid Sorley")).hear()
    hearing.feed(SECOND)
    assert hearing.so_far() == ""
    heard = hearing.finish()
    assert [(word.word, word.started_ms, word.ended_ms, word.confidence) for word in heard.words] == [
        ("Hello,", 200, 400, 0.8),
        ("Sorley.", 500, 900, 1.0),
    ]
    assert asked["path"] == str(model)
    assert asked["local_files_only"] is True
    assert asked["seconds"] == 1
    assert "Ms. Ingrid Sorley" in str(asked["initial_prompt"])


def test_words_without_times_are_spread_over_the_loud_part_of_the_sound() -> None:
    sound = np.concatenate([np.zeros(RATE_HZ, np.int16), SECOND, np.zeros(RATE_HZ, np.int16)])
    words = spread("a longer word", sound)
    assert [word.word for word in words] == ["a", "longer", "word"]
    assert words[0].started_ms == 1000
    assert words[-1].ended_ms == 2000
    assert all(one.ended_ms == other.started_ms for one, other in pairwise(words))
    assert spread("", sound) == ()
    assert spread("word", np.zeros(10, np.int16)) == ()


def test_a_whole_turn_is_recognised_once_and_only_if_there_was_sound() -> None:
    calls = []
    hearing = WholeTurnHearing(lambda samples: calls.append(len(samples)) or [], "engine")  # type: ignore[func-returns-value]
    hearing.feed(SECOND)
    hearing.feed(SECOND)
    assert hearing.finish() == hearing.finish()
    assert calls == [2 * RATE_HZ]
    assert WholeTurnHearing(lambda _: calls[5], "engine").finish().words == ()
