"""What the other end makes of one turn of the candidate."""

from dataclasses import dataclass

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.entities import Mentions


@dataclass(frozen=True, slots=True)
class Utterance:
    """A turn of the candidate, understood."""

    text: str
    matches: tuple[ActMatch, ...]
    """In the order of their appearance; empty for silence."""
    mentions: Mentions

    @property
    def acts(self) -> frozenset[DialogueAct]:
        return frozenset(match.act for match in self.matches)

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def silent(self) -> bool:
        return not self.text.strip()
