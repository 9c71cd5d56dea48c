"""From the checklist's data files to the checklist."""

import re
from collections.abc import Callable, Mapping

from simulator.core.acts import DialogueAct
from simulator.core.checklist import Checklist, Item, ItemKind, Scope, Stage, Wording
from simulator.core.conditions import (
    Accepts,
    Amends,
    Condition,
    Either,
    Ends,
    Introduces,
    Lacks,
    Performs,
    Replies,
    Says,
)
from simulator.core.course import Cues, Occasion
from simulator.core.lines import example_values, placeholders
from simulator.core.rambling import Rambles
from simulator.core.repeated_asking import Repeats
from simulator.core.rewording import Rewording
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Facts
from simulator.document import Table, parse, unknown
from simulator.errors import RingbackError

_SOURCES = frozenset({"S0", "S1", "S2", "S3", "S4"})
_EVERY = "every"
_NEVER = re.compile(r"(?!)")
_AGAIN = 0.5
"""What each further occurrence of a fault takes, relative to the first, where the file does not say."""


def read_checklist(text: str, where: str, cues: Cues | None = None) -> Checklist:
    """The checklist in a TOML text. Raises RingbackError with all that is wrong."""
    table = parse(text)
    _raise_errors(table, where)
    items = tuple(_item(one) for one in table.tables("item"))
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            table.wrong("item", f"{item.id!r} is there twice")
        seen.add(item.id)
    table.done()
    _raise_errors(table, where)
    return Checklist(items, cues or {})


def read_cues(text: str, where: str) -> Cues:
    """The words by which it is known what came up in a call. Raises RingbackError with all that is wrong."""
    table = parse(text)
    _raise_errors(table, where)
    cues = {occasion: _by_kind(table.table(occasion)) for occasion in Occasion if occasion in table}
    table.done()
    _raise_errors(table, where)
    return cues


def check_placeholders(table: Table, key: str, line: str, known: frozenset[str]) -> None:
    """Notes what is wrong with the names in braces in a line."""
    try:
        for name in placeholders(line):
            if name not in known:
                table.wrong(key, unknown(f"{{{name}}}", (f"{{{one}}}" for one in known)))
    except ValueError as error:
        table.wrong(key, f"has braces that do not fit: {error}")


def _raise_errors(table: Table, where: str) -> None:
    if table.errors:
        raise RingbackError("\n".join(table.errors), where=where, remedy="Mend the file, then try again.")


def _by_kind(table: Table) -> Mapping[ScenarioKind, re.Pattern[str]]:
    every = [_EVERY] if _EVERY in table else []
    words = {kind: [kind.value, *every] if kind in table else every for kind in ScenarioKind}
    for key in table.names:
        if key not in (_EVERY, *ScenarioKind):
            table.wrong(key, unknown(key, (_EVERY, *ScenarioKind)))
    patterns = {kind: _pattern(table, *keys) for kind, keys in words.items() if keys}
    table.done()
    return patterns


def _pattern(table: Table, *keys: str) -> re.Pattern[str]:
    """The regular expressions of these keys as one, whatever the case of the letters."""
    return _compiled(table, keys[0], "|".join(f"(?:{one})" for key in keys for one in table.texts(key)))


def _compiled(table: Table, key: str, expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression, re.IGNORECASE)
    except re.error as error:
        table.wrong(key, f"is no regular expression: {error}")
        return _NEVER


def _item(table: Table) -> Item:
    item = Item(
        id=table.text("id"),
        kind=table.choice("kind", ItemKind),
        title=table.text("title"),
        stage=table.choice("stage", Stage),
        weight=_weight(table),
        again=table.number("again", 0, 2, _AGAIN),
        optional=table.choices("optional", ScenarioKind),
        due=table.choices("due", Circumstance),
        waived=table.choices("waived", Circumstance),
        needs=_occasion(table, "needs"),
        after=_occasion(table, "after"),
        spared_by=table.choices("spared_by", Occasion),
        opens=_occasion(table, "opens"),
        asked_for=_occasion(table, "asked_for"),
        condition=_condition(table.table("condition")),
        advice=table.text("advice"),
        better=_example(table),
        source=table.texts("source"),
        wordings=tuple(_wording(one) for one in table.tables("wording")) if "wording" in table else (),
        rewordings=tuple(_rewording(one) for one in table.tables("reword")) if "reword" in table else (),
    )
    for source in item.source:
        if source not in _SOURCES:
            table.wrong("source", unknown(source, _SOURCES))
    table.done()
    return item


def _occasion(table: Table, key: str) -> Occasion | None:
    return table.choice(key, Occasion) if key in table else None


def _example(table: Table, *, default: str | None = None, more: frozenset[str] = frozenset()) -> str:
    line = table.text("better", default)
    check_placeholders(table, "better", line, frozenset(example_values(Facts())) | more)
    return line


def _scope(table: Table) -> Scope:
    return Scope(
        kinds=table.choices("kinds", ScenarioKind),
        circumstances=table.choices("circumstances", Circumstance),
        occasions=table.choices("occasions", Occasion),
        before=table.choices("before", Occasion),
    )


def _wording(table: Table) -> Wording:
    wording = Wording(_scope(table), table.text("advice", ""), _example(table, default=""), table.text("title", ""))
    table.done()
    return wording


def _rewording(table: Table) -> tuple[Scope, Rewording]:
    scope = _scope(table)
    said = _compiled(table, "said", table.text("said"))
    instead = table.table("instead") if "instead" in table else None
    swaps = tuple((_compiled(instead, old, old), str(instead.value(old))) for old in instead.names) if instead else ()
    better = _example(table, default="", more=frozenset(said.groupindex))
    if bool(better) is bool(swaps):
        table.wrong("better", "or instead, one of both, must be there")
    table.done()
    return scope, Rewording(said, better, swaps)


def _weight(table: Table) -> Mapping[ScenarioKind, float]:
    highest = 1 if table.value("kind") == ItemKind.DONT else 100
    if not isinstance(table.value("weight"), dict):
        return dict.fromkeys(ScenarioKind, table.number("weight", 0, highest))
    weights = table.table("weight")
    for key in weights.names:
        if key not in list(ScenarioKind):
            weights.wrong(key, unknown(key, ScenarioKind))
    return {kind: weights.number(kind, 0, highest) for kind in ScenarioKind if kind in weights}


def _acts(table: Table, key: str = "acts") -> frozenset[DialogueAct]:
    acts = table.choices(key, DialogueAct)
    if not acts:
        table.wrong(key, "names no act")
    return acts


def _performs(table: Table) -> Performs:
    return Performs(
        acts=_acts(table),
        within=int(table.number("within", 1, 100)) if "within" in table else None,
        not_words=_pattern_if_any(table, "not_words"),
        slight=_pattern_if_any(table, "slight"),
        shown_by=_pattern_if_any(table, "shown_by"),
        must_show=table.flag("must_show") if "must_show" in table else False,
        loses_to=table.choices("loses_to", DialogueAct),
        undone_by=table.choices("undone_by", DialogueAct),
        unless=table.choices("unless", DialogueAct),
    )


def _pattern_if_any(table: Table, key: str) -> re.Pattern[str] | None:
    return _pattern(table, key) if key in table else None


def _says(table: Table) -> Says:
    return Says(
        words=_pattern(table, "words"),
        within=int(table.number("within", 1, 100)) if "within" in table else None,
        until=_occasion(table, "until"),
        loses_to=table.choices("loses_to", DialogueAct),
    )


def _accepts(table: Table) -> Accepts:
    return Accepts(table.choice("offer", Occasion), _acts(table))


def _replies(table: Table) -> Replies:
    return Replies(table.choice("to", Occasion), _pattern(table, "not_words"))


def _introduces(table: Table) -> Introduces:
    return Introduces(_acts(table), int(table.number("within", 1, 100)), table.choices("before", DialogueAct))


def _ends(table: Table) -> Ends:
    return Ends(table.choice("by", Occasion))


def _lacks(table: Table) -> Lacks:
    return Lacks(_condition(table.table("wanted")))


def _repeats(table: Table) -> Repeats:
    return Repeats(
        _acts(table),
        int(table.number("most", 1, 100)),
        _occasion(table, "answered"),
        _pattern_if_any(table, "other_questions"),
        _pattern_if_any(table, "putting_right"),
    )


def _either(table: Table) -> Either:
    return Either(tuple(_condition(one) for one in table.tables("of")))


def _amends(table: Table) -> Amends:
    return Amends(_acts(table, "slips"))


def _rambles(table: Table) -> Rambles:
    words, call, turns, idle = (
        int(table.number(key, 1, 10_000)) for key in ("turn_words", "call_words", "call_turns", "idle_words")
    )
    return Rambles(words, call, turns, idle)


#: The kinds of condition by their names in the checklist.
CONDITIONS: Mapping[str, Callable[[Table], Condition]] = {
    "performs": _performs,
    "says": _says,
    "accepts": _accepts,
    "introduces": _introduces,
    "ends": _ends,
    "lacks": _lacks,
    "repeats": _repeats,
    "replies": _replies,
    "either": _either,
    "amends": _amends,
    "rambles": _rambles,
}


def _condition(table: Table) -> Condition:
    kind = table.text("kind")
    if kind not in CONDITIONS:
        table.wrong("kind", unknown(kind, CONDITIONS))
        return Lacks(Performs(frozenset()))
    condition = CONDITIONS[kind](table)
    table.done()
    return condition
