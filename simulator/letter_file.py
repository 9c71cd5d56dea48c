"""The forms of emails in data/emails.toml, and drafts as files."""

from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from functools import cache
from importlib import resources

from simulator.core.letter import Letter, LetterForm
from simulator.core.lines import placeholders
from simulator.core.script import GAPS
from simulator.document import Table, parse, unknown
from simulator.errors import RingbackError

_SOURCES = frozenset({"S0", "S1", "S2", "S3", "S4"})


@cache
def load_letter_forms() -> Mapping[str, LetterForm]:
    """By their kinds."""
    return read_letter_forms((resources.files("simulator") / "data" / "emails.toml").read_text("utf-8"), "emails.toml")


def read_letter_forms(text: str, where: str) -> Mapping[str, LetterForm]:
    """Raises RingbackError with all that is wrong."""
    file = parse(text)
    forms = {name: _form(file.table(name)) for name in file.names}
    if file.errors:
        raise RingbackError("\n".join(file.errors), where=where, remedy="Mend the file, then try again.")
    return forms


def _form(table: Table) -> LetterForm:
    body = table.value("body")
    if not isinstance(body, list) or not all(
        isinstance(one, list) and one and all(isinstance(text, str) for text in one) for one in body
    ):
        table.wrong("body", "must be a list of lists of texts")
        body = []
    form = LetterForm(table.text("title"), table.text("subject"), table.texts("source"), tuple(map(tuple, body)))
    for source in form.source:
        if source not in _SOURCES:
            table.wrong("source", unknown(source, _SOURCES))
    for line in (form.subject, *(one for wordings in form.body for one in wordings)):
        for name in placeholders(line):
            if name not in GAPS:
                table.wrong("body", unknown(f"{{{name}}}", (f"{{{one}}}" for one in GAPS)))
    table.done()
    return form


def eml(letter: Letter, now: datetime) -> bytes:
    """The draft as an email file (RFC 5322) that mail programs open for sending."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(letter.subject.split())
    if letter.to:
        message["To"] = _address(letter.to)
    message["Date"] = now
    message["X-Unsent"] = "1"  # so that Outlook opens it as a draft
    message.set_content(letter.body + "\n")
    return message.as_bytes()


def _address(written: str) -> Address:
    name, address = parseaddr(written)
    try:
        return Address(name, addr_spec=address or written)
    except ValueError as error:
        raise RingbackError(
            f"{written!r} is no email address.", remedy="It looks like jane.smith@example.com."
        ) from error
