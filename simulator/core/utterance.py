"""What the other end makes of one turn of the candidate."""

import re
from dataclasses import dataclass

from simulator.core.acts import ActMatch, DialogueAct
from simulator.core.entities import Mentions
from simulator.core.matter import Matter, MatterAsked

_ASKS_AFTER = re.compile(
    r"\bhow\b(?!\s+(?:long|many|much|often|old|big|far|come|soon|(?:things|matters|it|everything)\s+stands?"
    r"|are\s+you\s+\w+ing\s+(?:with|without))\b)"
    r"[^.!?]*\b(?:you|ya|u|it going|things|life|day|week|weekend|family|everything)\b"
    r"|\b(?:are\s+you|you(?:'re|\s+are)?|u)\s+(?:keeping\s+|doing\s+|all\s+)?(?:well|keeping)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A turn of the candidate, understood."""

    text: str
    matches: tuple[ActMatch, ...]
    """In the order of their appearance; empty for silence."""
    mentions: Mentions
    apart: tuple[ActMatch, ...] = ()
    """Beyond these, what single questions ask when each is heard by itself."""
    matters: tuple[MatterAsked, ...] = ()
    """What its questions are about, of what comes up in any call."""

    @property
    def of_any_call(self) -> tuple[MatterAsked, ...]:
        """The matters of its questions, less what only this company can know."""
        return tuple(one for one in self.matters if one.matter is not Matter.PARTICULAR)

    @property
    def acts(self) -> frozenset[DialogueAct]:
        return frozenset(match.act for match in self.matches)

    def chance(self, act: DialogueAct) -> float:
        """How surely it performs an act, 0 to 1."""
        return max((match.confidence for match in self.matches if match.act is act), default=0.0)

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def asks_after(self) -> bool:
        """Whether it asks how the other is, so that an answer is due."""
        return asks_after(self.text)

    @property
    def silent(self) -> bool:
        return not self.text.strip()


def asks_after(text: str) -> bool:
    """Whether the words ask how the other is."""
    return bool(_ASKS_AFTER.search(text))
