"""The words that all forms of the cue card share."""

from simulator.core.cue_card import CueCard

OWN_LINES = "Your own words, from your best rehearsals."


def cue_title(card: CueCard) -> str:
    facts = card.facts
    return f"Your call to {facts.contact or 'the person who interviewed you'}"


def cue_facts(card: CueCard) -> list[tuple[str, str]]:
    """What one has to have at hand, by its name; only what is known."""
    facts = card.facts
    known = (
        ("Company", facts.company),
        ("Position", facts.position),
        ("Interview", facts.interviewed),
        ("You talked about", facts.discussion_topic),
        ("Promised for", facts.promised),
        ("You are", facts.candidate),
    )
    return [(name, value) for name, value in known if value]
