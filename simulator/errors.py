"""The one family of errors that a user may see: what went wrong, where, and what mends it."""


class RingbackError(Exception):
    """Something that a user can cause or cure. Its text is a message for them."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        """A file, with the place in it, or what else is concerned; may be empty."""
        self.remedy = remedy
        """What the user can do; may be empty."""

    def __str__(self) -> str:
        lines = self.what.splitlines() or [""]
        if self.where:
            lines = [f"{self.where}: {line}" for line in lines]
        return "\n".join([*lines, self.remedy] if self.remedy else lines)


class StorageError(RingbackError):
    """The database or a file cannot be read or written."""


class AudioError(RingbackError):
    """A device or an engine for speech cannot be used."""
