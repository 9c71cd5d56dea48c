"""The cue card as Markdown."""

from collections.abc import Iterator

from simulator.core.cue_card import CueCard
from simulator.reports.cue_card_words import OWN_LINES, cue_facts, cue_title
from simulator.reports.markdown_report import plain


def cue_card_markdown(card: CueCard) -> str:
    return "\n".join(_lines(card)) + "\n"


def _lines(card: CueCard) -> Iterator[str]:
    yield f"# {plain(cue_title(card))}"
    yield ""
    for name, value in cue_facts(card):
        yield f"- **{name}:** {plain(value)}"
    for section in card.sections:
        yield ""
        yield f"## {section.title}"
        yield ""
        for line in section.lines:
            yield f"- {plain(line.words)}{' ★' if line.own else ''}"
    if card.avoid:
        yield ""
        yield "## Keep in mind"
        yield ""
        for item in card.avoid:
            yield f"- {plain(item.title)}"
    if card.own_lines:
        yield ""
        yield f"★ {OWN_LINES}"
