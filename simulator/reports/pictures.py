"""Charts as static SVG, drawn by pygal and coloured by the page's style sheet."""

import sys
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pygal
from markupsafe import Markup

# pygal hooks into every later import, for plug-ins that are not used here, in a way that Python has given up.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != pygal.__name__]

_FULL_SCORE = 100
_STRIPPED = ("defs", "desc", "title")
"""Style, script and hints for a mouse: a page has its own style, no script, and says in words what it shows."""


def score_line(scores: Sequence[tuple[str, int]], about: str, *, small: bool = False) -> Markup:
    """Scores, 0 to 100, with the label of each; `about` tells in words what the picture shows. A small one is for
    several beside each other."""
    chart = pygal.Line(
        width=320 if small else 640,
        height=150 if small else 230,
        margin_top=14,
        margin_right=28,
        margin_bottom=4 if small else 16,
        margin_left=6 if small else 22,
        show_legend=False,
        range=(0, _FULL_SCORE),
        y_labels=[0, 50, _FULL_SCORE],
        show_x_guides=False,
        dots_size=4 if small else 5,
        disable_xml_declaration=True,
    )
    chart.x_labels = _sparse([label for label, _ in scores], 2 if small else 8)
    chart.add("", [score for _, score in scores])
    return _picture(str(chart.render(is_unicode=True)), about, "chart small" if small else "chart")


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


def _sparse(labels: Sequence[str], most: int) -> list[str]:
    """The labels, with blanks where there are too many to be read; the last one stays."""
    step = max(1, -(-(len(labels) - 1) // (most - 1)))
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
