"""Where the models of engines lie once they are installed."""

from pathlib import Path

import platformdirs

from simulator.errors import AudioError


def models_folder() -> Path:
    return platformdirs.user_data_path("ringback", appauthor=False) / "models"


def model_folder(engine: str) -> Path:
    """The engine's model. Raises AudioError if none is installed."""
    folder = models_folder() / engine
    if not folder.is_dir():
        raise AudioError(f"There is no model for {engine} yet.", remedy=f"ringback voice install {engine}")
    return folder
