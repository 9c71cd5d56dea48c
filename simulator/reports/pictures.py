"""Charts as static SVG, drawn by pygal and coloured by the page's style sheet."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pygal
from markupsafe import Markup

_FULL_SCORE = 100
_STRIPPED = ("defs", "desc", "title")
"""Style, script and hints for a mouse: a page has its own style, no script, and says in words what it shows."""


def score_line(scores: Sequence[tuple[str, int]], about: str) -> Markup:
    """Scores, 0 to 100, with the label of each; `about` tells in words what the picture shows."""
    chart = pygal.Line(
        width=640,
        height=220,
        margin=8,
        show_legend=False,
        range=(0, _FULL_SCORE),
        y_labels=[0, 50, _FULL_SCORE],
        show_x_guides=False,
        include_x_axis=True,
        dots_size=5,
        disable_xml_declaration=True,
    )
    chart.x_labels = _sparse([label for label, _ in scores])
    chart.add("", [score for _, score in scores])
    return _picture(str(chart.render(is_unicode=True)), about, "chart")


def sparkline(values: Sequence[float], about: str) -> Markup:
    """How a share, 0 to 1, went, the oldest first."""
    chart = pygal.Line(
        width=120,
        height=28,
        margin=4,
        show_legend=False,
        show_dots=False,
        show_x_labels=False,
        show_y_labels=False,
        show_x_guides=False,
        show_y_guides=False,
        range=(0, 1),
        disable_xml_declaration=True,
    )
    chart.add("", [*values[:1], *values] if len(values) == 1 else list(values))
    return _picture(str(chart.render(is_unicode=True)), about, "spark")


_MOST_LABELS = 8


def _sparse(labels: Sequence[str]) -> list[str]:
    """The labels, with blanks where there are too many to be read."""
    step = -(-len(labels) // _MOST_LABELS)
    return [label if (len(labels) - 1 - index) % step == 0 else "" for index, label in enumerate(labels)]


def _picture(drawn: str, about: str, kind: str) -> Markup:
    root = ET.fromstring(drawn)  # noqa: S314 - just written
    for element in list(root.iter()):
        for child in list(element):
            name = str(child.tag).rpartition("}")[2]
            if name in _STRIPPED or "tooltip-overlay" in child.get("class", ""):
                element.remove(child)
            child.tag = name
    root.tag = "svg"
    del root.attrib["id"]
    root.set("class", kind)
    root.set("role", "img")
    root.set("aria-label", about)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - escaped by the XML library
