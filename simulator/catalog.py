"""From data files to the core's objects. Every error of a file is reported at once, with its path."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from platformdirs import user_config_path

from simulator.checklist_file import check_placeholders, read_checklist, read_cues
from simulator.core.checklist import Checklist
from simulator.core.detail import Detail
from simulator.core.lines import PLACEHOLDERS, Lines
from simulator.core.moves import MATTER, Move
from simulator.core.persona import Persona
from simulator.core.scenario import FrontDesk, Scenario, SharedLines
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Temper, Tone
from simulator.core.transcript import Facts, Transcript
from simulator.document import Table, parse, unknown
from simulator.errors import RingbackError

_SOURCES = frozenset({"S0", "S1", "S2", "S3", "S4"})
_HARDEST = 3


@dataclass(frozen=True, slots=True)
class Catalog:
    """The scenarios that could be read, in the order of kind and difficulty, and what is wrong with the others."""

    scenarios: tuple[Scenario, ...]
    errors: tuple[str, ...]
    """One a problem: "file: path: what"."""

    def find(self, scenario_id: str) -> Scenario:
        """The scenario of that id. Raises RingbackError if there is none."""
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        broken = [error for error in self.errors if error.startswith(f"{scenario_id}.toml:")]
        if broken:
            raise RingbackError("\n".join(broken), where="scenarios", remedy="Mend the file, then try again.")
        problem = unknown(scenario_id, (scenario.id for scenario in self.scenarios))
        raise RingbackError(f"{problem}.", where="scenario", remedy="`ringback scenarios` lists what can be rehearsed.")


@cache
def load_catalog() -> Catalog:
    """The scenarios that come with the program, and the user's own."""
    return read_scenarios(resources.files("scenarios"), own_scenarios())


def own_scenarios() -> Path:
    """Where the user's scenarios lie."""
    return user_config_path("ringback", appauthor=False) / "scenarios"


def read_scenarios(*folders: Traversable) -> Catalog:
    """All scenario files of some folders. Broken ones are left out, and all their errors reported; of two with one id
    the later is left out, too."""
    scenarios: list[Scenario] = []
    errors: list[str] = []
    files = [
        file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir(), key=lambda one: one.name)
    ]
    for file in files:
        if file.name.endswith(".toml"):
            scenario, wrong = read_scenario(file)
            if scenario and any(scenario.id == one.id for one in scenarios):
                wrong = (f"another scenario has the id {scenario.id!r}: rename the file",)
            errors += [f"{file.name}: {error}" for error in wrong]
            if scenario and not wrong:
                scenarios.append(scenario)
    kinds = list(ScenarioKind)
    scenarios.sort(key=lambda scenario: (kinds.index(scenario.kind), scenario.difficulty, scenario.id))
    return Catalog(tuple(scenarios), tuple(errors))


def read_scenario(file: Traversable) -> tuple[Scenario | None, tuple[str, ...]]:
    """The scenario in a file, and all that is wrong with it: "path: what"."""
    try:
        table = parse(_text(file))
    except OSError as error:
        return None, (f"cannot be read: {error.strerror}",)
    scenario = None if table.errors else _scenario(table, file.name.removesuffix(".toml"))
    return (None if table.errors else scenario), tuple(table.errors)


def scenario_of(transcript: Transcript) -> Scenario:
    """The scenario of a call as it was made; for one that was not rehearsed here, or whose scenario is gone, somebody
    of the usual temper, without words."""
    kind = transcript.kind
    known = next((one for one in load_catalog().scenarios if (one.id, one.kind) == (transcript.scenario, kind)), None)
    if known is None:
        return Scenario(transcript.scenario, kind, "", 1, transcript.facts, "", _usual_temper(kind), lines={})
    persona = load_personas().get(transcript.persona)
    return (known.in_manner_of(persona) if persona else known).about(
        {name: value for name, value in asdict(transcript.facts).items() if value != getattr(known.facts, name)}
    )


@cache
def load_personas() -> Mapping[str, Persona]:
    """The personas that come with the program, by id."""
    table = parse(_text(_data("personas.toml")))
    personas = {name: _persona(table.table(name), name) for name in table.names}
    _raise_errors(table, "personas.toml")
    return personas


def find_persona(persona_id: str) -> Persona:
    """The persona of that id. Raises RingbackError if there is none."""
    personas = load_personas()
    if persona_id not in personas:
        known = ", ".join(personas)
        raise RingbackError(f"{unknown(persona_id, personas)}.", where="persona", remedy=f"There are {known}.")
    return personas[persona_id]


@cache
def load_checklist() -> Checklist:
    """The checklist that comes with the program."""
    cues = read_cues(_text(_data("cues.toml")), "cues.toml")
    return read_checklist(_text(_data("checklist.toml")), "checklist.toml", cues)


@cache
def load_shared_lines() -> SharedLines:
    """The lines that scenarios share: everywhere.toml, and one file for each kind of call that has such."""
    by_place: dict[str, Lines] = {}
    for file in _data("lines").iterdir():
        table = parse(_text(file))
        by_place[file.name.removesuffix(".toml")] = _lines(table)
        _raise_errors(table, f"lines/{file.name}")
    return SharedLines(by_place.pop("everywhere"), by_place)


def _text(file: Traversable) -> str:
    return file.read_bytes().decode("utf-8", errors="replace")


def _data(name: str) -> Traversable:
    return resources.files("simulator") / "data" / name


def _raise_errors(table: Table, where: str) -> None:
    if table.errors:
        raise RingbackError("\n".join(table.errors), where=where, remedy="Mend the file, then try again.")


def _scenario(table: Table, scenario_id: str) -> Scenario:
    facts = table.table("facts")
    kind = table.choice("kind", ScenarioKind)
    persona = _own_persona(table)
    scenario = Scenario(
        id=scenario_id,
        kind=kind,
        title=table.text("title"),
        difficulty=int(table.number("difficulty", 1, _HARDEST)),
        facts=Facts(
            contact=facts.text("contact"),
            company=facts.text("company"),
            position=facts.text("position"),
            candidate=facts.text("candidate"),
            discussion_topic=facts.text("discussion_topic"),
            interviewed=facts.text("interviewed"),
            promised=facts.text("promised", ""),
        ),
        goal=table.text("goal"),
        background=table.text("background", ""),
        temper=_temper(table, _usual_temper(kind), persona),
        lines=_lines(table.table("lines")) if "lines" in table else {},
        story=_lines(table.table("story")) if "story" in table else {},
        details=tuple(_details(table)) if "details" in table else (),
        people=tuple(_people(table.table("people"))) if "people" in table else (),
        words=load_words(),
        persona=persona,
        front_desk=_front_desk(table.table("front_desk")) if "front_desk" in table else None,
        forgotten_name=table.flag("forgotten_name"),
        record_seconds=int(table.number("record_seconds", 10, 300, 60)),
    )
    for part in (facts, table):
        part.done()
    return scenario


def _usual_temper(kind: ScenarioKind) -> Temper:
    """Mood and patience, where neither the file nor the persona says more."""
    return Temper(-0.6, 0.7) if kind is ScenarioKind.RUDE else Temper(0.1, 0.8)


def _temper(table: Table, usual: Temper, persona: Persona | None) -> Temper:
    if "temper" not in table:
        return usual.shifted(persona.mood, persona.patience) if persona else usual
    given = table.table("temper")
    temper = Temper(given.number("mood", -1, 1), given.number("patience", 0.1, 1))
    given.done()
    return temper


def _own_persona(table: Table) -> Persona | None:
    if "persona" not in table:
        return None
    name = table.text("persona")
    if name and name not in load_personas():
        table.wrong("persona", unknown(name, load_personas()))
    return load_personas().get(name)


def _details(table: Table) -> Iterator[Detail]:
    for detail in table.tables("details"):
        asked = detail.texts("asked") if "asked" in detail else ()
        plainly = detail.text("plainly", "")
        check_placeholders(detail, "plainly", plainly, PLACEHOLDERS)
        yield Detail(detail.texts("about"), _variants(detail, "lines"), asked, plainly)
        detail.done()


def _people(table: Table) -> Iterator[Detail]:
    """Who is who; somebody of two names stands under each, with the same words."""
    names: dict[str, list[str]] = {}
    for name in table.names:
        names.setdefault(table.text(name), []).append(name)
        check_placeholders(table, name, table.text(name), PLACEHOLDERS)
    table.done()
    yield from (Detail(tuple(called), (who,)) for who, called in names.items())


@cache
def load_words() -> tuple[Detail, ...]:
    """What words of the phone and of work mean, whoever is asked."""
    table = parse(_text(_data("words.toml")))
    words = tuple(Detail(tuple(key.split(", ")), (table.text(key),)) for key in table.names)
    _raise_errors(table, "words.toml")
    return words


def _front_desk(table: Table) -> FrontDesk:
    desk = FrontDesk(
        screens=table.flag("screens"),
        temper=_temper(table, Temper(0.2, 0.9), None),
        lines=_lines(table.table("lines")) if "lines" in table else {},
    )
    table.done()
    return desk


def _persona(table: Table, name: str) -> Persona:
    lines = table.table("lines")
    persona = Persona(
        id=name,
        title=table.text("title"),
        meaning=table.text("meaning"),
        mood=table.number("mood", -1, 1),
        patience=table.number("patience", -1, 1),
        lines=_lines(lines),
    )
    for move in persona.lines:
        if move in MATTER:
            lines.wrong(move, "depends on what the call is about, so it belongs into a scenario")
    table.done()
    return persona


def _lines(table: Table) -> Lines:
    lines: dict[Move, Mapping[Tone, tuple[str, ...]]] = {}
    for key in table.names:
        if key not in list(Move):
            table.value(key)
            table.wrong(key, unknown(key, Move))
        elif isinstance(table.value(key), dict):
            tones = table.table(key)
            lines[Move(key)] = {tone: _variants(tones, tone) for tone in Tone if tone in tones}
            for tone in Tone:
                tones.value(tone)
            tones.done()
        else:
            # Variants without a tone are said in any.
            lines[Move(key)] = dict.fromkeys(Tone, _variants(table, key))
    return lines


def _variants(table: Table, key: str) -> tuple[str, ...]:
    variants = table.texts(key)
    for index, line in enumerate(variants):
        check_placeholders(table, f"{key}[{index}]", line, PLACEHOLDERS)
    return variants
