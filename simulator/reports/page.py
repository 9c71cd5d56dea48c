"""Pages: HTML files that need nothing but themselves. They load nothing, run nothing, and look well on a phone, on a
screen, dark or light, and on paper."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_STYLE = "page.css"
_POLICY = "default-src 'none'; style-src 'sha256-{style}'; media-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may do with a page: use its one style sheet, and play the recordings that are in it."""


def page(template: str, **contents: object) -> str:
    """The page that `templates/TEMPLATE` makes of its contents, all text escaped but `Markup`."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    values = {"style": Markup(style), "policy": _POLICY.format(style=digest)}  # noqa: S704 - a file of the program
    return _environment().get_template(template).render(values, **contents)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("simulator.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _style() -> str:
    environment = _environment()
    source, _, _ = environment.loader.get_source(environment, _STYLE) if environment.loader else ("", None, None)
    return source
