"""Keeping a call as it goes: in the history, or, where that fails, in a file that is named."""

import json
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.transcript import Transcript
from simulator.errors import StorageError
from simulator.terminal import wording
from simulator.transcript_file import to_json

if TYPE_CHECKING:
    from simulator.storage import History


class Keeper:
    """Writes every turn down once it is said. It never fails: what goes wrong is told once, by `warn`, and the
    transcript goes to a file instead."""

    def __init__(
        self,
        open_history: "Callable[[], History]",
        warn: Callable[[str], None],
        now: Callable[[], datetime],
        call_id: int | None = None,
        job_id: int | None = None,
    ) -> None:
        """`call_id`: the call of the history that goes on; None for a new one. `job_id`: for which job it is."""
        self.call_id = call_id
        self._job_id = job_id
        self._open_history = open_history
        self._warn = warn
        self._now = now
        self._history: History | None = None
        self._file: Path | None = None

    def keep(self, transcript: Transcript, score: int | None = None) -> None:
        """Brings what is kept up to date with the transcript, turns taken back included."""
        if self._file is None:
            try:
                self._keep_in_history(transcript, score)
            except StorageError as error:
                self._warn(wording.NOT_SAVED.format(problem=error))
                self._file = self._new_file()
        if self._file is not None:
            self._keep_in_file(self._file, transcript)

    @property
    def recording(self) -> Path | None:
        """The file for the recording of this call; None as long as it is not in the history, or if that keeps none."""
        return self._history.recording(self.call_id) if self._history and self.call_id is not None else None

    def _keep_in_history(self, transcript: Transcript, score: int | None) -> None:
        if self._history is None:
            self._history = self._open_history()
        if self.call_id is None:
            self.call_id = self._history.begin(transcript, self._now(), self._job_id)
        self._history.write(self.call_id, transcript)
        if transcript.finished:
            self._history.finish(self.call_id, score)

    def _new_file(self) -> Path | None:
        name = f"ringback-call-{self._now():%Y%m%d-%H%M%S}-"
        for folder in (Path.cwd(), Path(tempfile.gettempdir())):
            try:
                handle, path = tempfile.mkstemp(suffix=".json", prefix=name, dir=folder)
            except OSError:
                continue
            os.close(handle)
            self._warn(wording.SAVED_INSTEAD.format(path=path))
            return Path(path)
        return None

    def _keep_in_file(self, path: Path, transcript: Transcript) -> None:
        try:
            path.write_text(json.dumps(to_json(transcript), ensure_ascii=False, indent=2), encoding="utf-8")
        except OSError as error:
            self._warn(wording.NOT_SAVED.format(problem=error.strerror or error))
