"""The cue card as a page that prints on one sheet."""

from simulator.core.cue_card import CueCard
from simulator.reports.cue_card_words import OWN_LINES, cue_facts, cue_title
from simulator.reports.page import page


def cue_card_page(card: CueCard) -> str:
    return page("cue_card.html", title=cue_title(card), facts=cue_facts(card), card=card, own_lines=OWN_LINES)
