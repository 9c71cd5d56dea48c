"""A turn of which parts are answered already."""

from collections.abc import Iterable

from simulator.core.text import Span


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks in place of these stretches, so that all other places in it stay what they are."""
    for span in spans:
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text
