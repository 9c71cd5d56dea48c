"""What the other end says in answer to a turn."""

from dataclasses import dataclass

from simulator.core.moves import QUESTIONS, Move


@dataclass(frozen=True, slots=True)
class Reply:
    """The words, and what they are made of."""

    text: str
    substance: str = ""
    """The part of the text that tells or asks something, without courtesies: what is worth repeating."""
    lines: tuple[str, ...] = ()
    """The lines as they stand in the data, unfilled."""
    moves: tuple[Move, ...] = ()
    """What is done by it, in order."""
    ring_when: str = ""
    """The part of the text that says when to ring."""
    due: str = ""
    """The part of the text that says when it goes on."""

    @property
    def expects(self) -> Move | None:
        """The question that it leaves open."""
        return next((move for move in reversed(self.moves) if move in QUESTIONS), None)
