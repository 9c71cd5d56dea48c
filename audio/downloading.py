"""Downloads of large files: they go on where they broke off, and are checked before anyone uses them."""

import hashlib
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from simulator.errors import AudioError

Progress = Callable[[int, int], None]
"""Is told how many bytes there are, and how many there will be."""
_PIECE = 1 << 16
_TIMEOUT_S = 30
_PARTIAL, _BEYOND = 206, 416


@dataclass(frozen=True, slots=True)
class Checksum:
    kind: str
    """`sha256`, `md5`, or `git`: git's SHA-1 of the file as a blob."""
    value: str
    """In hexadecimal."""

    def fits(self, file: Path) -> bool:
        if self.kind == "git":
            digest = hashlib.sha1(f"blob {file.stat().st_size}\0".encode(), usedforsecurity=False)
        else:
            digest = hashlib.new(self.kind, usedforsecurity=False)
        with file.open("rb") as content:
            while piece := content.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest() == self.value.lower()


def download(url: str, file: Path, checksum: Checksum, progress: Progress) -> None:
    """Fetches a file, or what is missing of it. Raises AudioError; what has come is kept for the next try."""
    part = file.with_name(file.name + ".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    have = part.stat().st_size if part.exists() else 0
    try:
        with _open(url, have) as answer:
            resumed = answer.status == _PARTIAL
            have = have if resumed else 0
            total = have + int(answer.headers.get("Content-Length") or 0)
            with part.open("ab" if resumed else "wb") as content:
                progress(have, total)
                while piece := answer.read(_PIECE):
                    content.write(piece)
                    have += len(piece)
                    progress(have, max(total, have))
        if have < total:
            raise ConnectionError("the connection broke off")  # noqa: TRY301 - told like all the others below
    except urllib.error.HTTPError as error:
        if error.code != _BEYOND:
            raise AudioError(f"{_host(url)} answers {error.code} {error.reason}.", where=url, remedy=_AGAIN) from error
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        reason = getattr(error, "reason", error)
        raise AudioError(f"No connection to {_host(url)}: {reason}.", where=url, remedy=_AGAIN) from error
    except OSError as error:
        raise AudioError(
            f"cannot be written: {error.strerror}.", where=str(part), remedy="Make room and try again."
        ) from error
    if not checksum.fits(part):
        part.unlink()
        raise AudioError("came damaged: its checksum does not fit.", where=url, remedy="Try again.")
    part.replace(file)


def fetch_json(url: str) -> Any:  # noqa: ANN401 - any JSON
    """A small file of JSON. Raises AudioError."""
    try:
        with _open(url, 0) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise AudioError(f"{_host(url)} answers {error.code} {error.reason}.", where=url, remedy=_AGAIN) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise AudioError(f"No answer from {_host(url)}: {reason}.", where=url, remedy=_AGAIN) from error


_AGAIN = "Check the connection to the internet and try again: what has come so far is kept."


def _open(url: str, start: int) -> Any:  # noqa: ANN401 - an HTTPResponse, which may also be a handler's own
    if urlsplit(url).scheme not in ("http", "https"):
        raise AudioError("is no address on the web.", where=url)
    request = urllib.request.Request(url, headers={"User-Agent": "ringback"})  # noqa: S310 - checked above
    if start:
        request.add_header("Range", f"bytes={start}-")
    return urllib.request.urlopen(request, timeout=_TIMEOUT_S)  # noqa: S310 - as above


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
