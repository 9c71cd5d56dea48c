"""What is exported comes back as it was, whatever the words are; and nothing is there twice."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.archive.transfer import WRITERS, Tally, add, export
from simulator.core.follow_up import Answer, FollowUp
from simulator.core.job import Job
from simulator.core.medium import Medium
from simulator.core.repetition import Grade, Repetition, reviewed
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.transcript import Circumstance, Facts, Role, Speaker, Transcript, Turn
from simulator.errors import RingbackError
from simulator.storage import Drills, History, JobStore, Try
from simulator.storage.engine import open_engine
from simulator.storage.record_forms import clean
from simulator.storage.record_kinds import KINDS
from simulator.storage.records import Fate, Record, Records
from simulator.storage.schema import bring_up_to_date
from simulator.storage.tables import metadata
from simulator.terminal import wording

FORMATS = list(WRITERS)
BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FORMULAS = ["a;=1+1", "a\n@b;'c", "=1+1", "-3", "+44 20", "@home", "\t=x", "＝SUM(A1)", "\n=1"]
ODD = ["", " ", "'tis", "''", "a\nb", "\r\n", "“nein”, sagte sie; 'und'", '"', "null", "true", "1e5"]
SCRIPTS = ["こんにちは、先週の面接の件で", "שלום, אני מתקשר", "مرحبا", "नमस्ते", "👩🏽‍🚀 e\u0301"]


class Database:
    """An empty database in memory, with all that looks into it."""

    def __init__(self) -> None:
        self.engine = open_engine("sqlite://")
        bring_up_to_date(self.engine)
        self.history = History(self.engine)
        self.drills = Drills(self.engine)

    @property
    def records(self) -> Records:
        return Records(self.engine)

    def all(self) -> list[Record]:
        return list(self.records)

    def exported(self, form: str) -> str:
        text = StringIO()
        text.writelines(WRITERS[form](self.records))
        return text.getvalue()

    def emptied(self) -> "Database":
        with self.engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
        return self

    def imported(self, text: str, folder: Path) -> Tally:
        path = folder / "archive"
        path.write_text(text, encoding="utf-8", newline="")
        return add(self.records, str(path), lambda _: None)


@pytest.fixture
def new() -> Iterator[Callable[[], Database]]:
    made: list[Database] = []

    def database() -> Database:
        made.append(Database())
        return made[-1]

    yield database
    for one in made:
        one.engine.dispose()


@pytest.fixture
def pair(new: Callable[[], Database]) -> tuple[Database, Database]:
    return new(), new()


def call(*said: str, seed: int = 1) -> Transcript:
    turns = [Turn(Speaker.INTERVIEWER, "Hello?"), *(Turn(Speaker.CANDIDATE, text) for text in said)]
    return Transcript(ScenarioKind.PENDING, Facts("Ms. Sorley"), tuple(turns), "lighthouse-captions", seed)


def filled(database: Database, *calls: Transcript) -> Database:
    """With calls a day apart, a practised item, and a try at the last of them."""
    for number, one in enumerate(calls):
        call_id = database.history.begin(one, BEGAN + timedelta(days=number))
        database.history.finish(call_id, 50 + number)
        last = call_id
    database.drills.review("greet", reviewed(None, Grade.GOOD, BEGAN))
    database.drills.add(Try(last, 1, "greet", "Good morning!", is_right=True, tried_at=BEGAN))
    return database


TEXTS = st.sampled_from([*FORMULAS, *ODD, *SCRIPTS]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=30
).map(clean)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
MS = st.none() | st.integers(0, 10**8)
TURNS = st.builds(Turn, st.sampled_from(Speaker), TEXTS, MS, MS, st.none() | st.sampled_from(Role))
CALLS = st.builds(
    Transcript,
    st.sampled_from(ScenarioKind),
    st.builds(Facts, *[TEXTS] * 7),
    st.lists(TURNS, max_size=4).map(tuple),
    TEXTS,
    st.integers(0, 2**70),
    circumstances=st.frozensets(st.sampled_from(Circumstance)),
    persona=TEXTS,
)
KEPT = st.tuples(CALLS, TIMES, st.none() | st.floats(0, 100), st.booleans())
REPETITIONS = st.builds(
    Repetition, TIMES, TIMES, st.integers(1, 3), st.none() | st.integers(0, 3), st.floats(0, 1e5), st.floats(1, 10)
)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    calls=st.lists(KEPT, max_size=3, unique_by=lambda kept: kept[1]),
    repetitions=st.dictionaries(st.sampled_from(["greet", "thank"]), REPETITIONS),
    tries=st.lists(st.tuples(TEXTS, st.booleans(), TIMES), max_size=2, unique_by=lambda one: one[2]),
)
def test_every_record_comes_back_as_it_was(  # noqa: PLR0913, PLR0917 - what is drawn, and where it goes
    form: str,
    pair: tuple[Database, Database],
    tmp_path: Path,
    calls: Sequence[tuple[Transcript, datetime, float | None, bool]],
    repetitions: dict[str, Repetition],
    tries: Sequence[tuple[str, bool, datetime]],
) -> None:
    here, there = (database.emptied() for database in pair)
    ids = []
    for kept, began, score, finished in calls:
        ids.append(here.history.begin(kept, began))
        if finished:
            here.history.finish(ids[-1], score)
    for item, repetition in repetitions.items():
        here.drills.review(item, repetition)
    for said, is_right, at in tries if ids else []:
        here.drills.add(Try(ids[-1], 1, "greet", said, is_right, at))
    assert there.imported(here.exported(form), tmp_path).problems == []
    assert there.all() == here.all()
    assert [there.history.transcript(one) for one in ids] == [here.history.transcript(one) for one in ids]
    assert there.exported(form) == here.exported(form)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_imported_twice_is_noticed(form: str, new: Callable[[], Database], tmp_path: Path) -> None:
    database = filled(new(), call("Hello."), call("Hello.", seed=2))
    before = database.all()
    tally = database.imported(database.exported(form), tmp_path)
    assert dict(tally.fates) == {("call", Fate.KNOWN): 2, ("drill_item", Fate.KNOWN): 1, ("drill_try", Fate.KNOWN): 1}
    assert database.all() == before


@pytest.mark.parametrize("form", FORMATS)
def test_a_number_that_is_taken_is_replaced_and_what_refers_to_it_follows(
    form: str, new: Callable[[], Database], tmp_path: Path
) -> None:
    theirs = filled(new(), call("One."), call("Two."))
    ours = new()
    ours.history.begin(call("Mine."), BEGAN)
    tally = ours.imported(theirs.exported(form), tmp_path)
    assert tally.problems == []
    said = {summary.id: ours.history.transcript(summary.id).turns[1].text for summary in ours.history.calls()}
    assert said[1] == "Mine."
    assert sorted(said.values()) == ["Mine.", "One.", "Two."]
    (attempt,) = ours.drills.tries()
    assert said[attempt.call_id] == "Two."
    assert ours.history.begin(call("Later."), BEGAN) not in said


def test_imported_calls_stand_in_the_history_by_their_time(new: Callable[[], Database], tmp_path: Path) -> None:
    theirs, ours = filled(new(), call("Old."), call("Older.")), new()
    ours.history.begin(call("New."), BEGAN + timedelta(days=9))
    ours.imported(theirs.exported("jsonl"), tmp_path)
    dates = [summary.started_at for summary in ours.history.calls()]
    assert dates == sorted(dates, reverse=True)


def test_of_two_states_of_an_item_the_later_is_kept(new: Callable[[], Database], tmp_path: Path) -> None:
    early, late = new(), new()
    early.drills.review("greet", reviewed(None, Grade.MISSED, BEGAN))
    late.drills.review("greet", reviewed(None, Grade.GOOD, BEGAN + timedelta(days=2)))
    files = [database.exported("csv") for database in (early, late)]
    assert list(early.imported(files[1], tmp_path).fates) == [("drill_item", Fate.RENEWED)]
    assert list(late.imported(files[0], tmp_path).fates) == [("drill_item", Fate.KNOWN)]
    assert early.drills.repetitions() == late.drills.repetitions()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_jobs_come_back_with_their_contacts_and_rehearsals(
    form: str, pair: tuple[Database, Database], tmp_path: Path
) -> None:
    here, there = pair
    store = JobStore(here.engine)
    job_id = store.add(
        Job("Acme", company="Acme & Söhne", interviewed=date(2026, 11, 3), media=frozenset({Medium.EMAIL}))
    )
    store.log(job_id, FollowUp(date(2026, 11, 12), Medium.CALL, Answer.VOICEMAIL, notes="left my number"))
    here.history.begin(call("Hello."), BEGAN, job_id)
    assert there.imported(here.exported(form), tmp_path).problems == []
    assert there.all() == here.all()
    assert JobStore(there.engine).find("acme") == store.find("acme")


def test_every_table_belongs_to_a_kind_of_record_that_the_program_has_a_word_for() -> None:
    tables = {kind.table.name for kind in KINDS} | {kind.parts.table.name for kind in KINDS if kind.parts}
    assert tables == set(metadata.tables)
    assert {kind.name for kind in KINDS} == set(wording.RECORDS)


def test_no_cell_is_a_formula_however_a_spreadsheet_divides_them(new: Callable[[], Database]) -> None:
    text = filled(new(), call(*FORMULAS)).exported("csv").removeprefix("\ufeff")
    cells = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    otherwise = re.split(r"[;\t\r\n]", text)
    assert [cell for cell in [*cells, *otherwise] if cell.startswith(("=", "+", "-", "@", "＝"))] == []
    assert [cell for cell in cells if cell.startswith(("\t", "\r", "\n"))] == []
    assert {"'=1+1", "a;'=1+1", "a\n'@b;''c"} <= set(cells)


def test_what_a_spreadsheet_writes_in_other_countries_is_read(new: Callable[[], Database], tmp_path: Path) -> None:
    here, there = filled(new(), call("Hello; you, there.")), new()
    rows = csv.reader(StringIO(here.exported("csv").removeprefix("\ufeff"), newline=""))
    saved = StringIO()
    writer = csv.writer(saved, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([cell.replace("true", "TRUE") for cell in row] for row in rows)
    assert there.imported("\ufeff" + saved.getvalue(), tmp_path).problems == []
    assert there.all() == here.all()


def test_what_steers_a_terminal_is_not_let_in(new: Callable[[], Database], tmp_path: Path) -> None:
    here, there = filled(new(), call("\x1b[31mred\x07\u202e")), new()
    there.imported(here.exported("jsonl"), tmp_path)
    assert there.history.transcript(1).turns[1].text == " [31mred  "


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_wrong_is_named_with_its_line_and_the_rest_is_added(
    form: str, new: Callable[[], Database], tmp_path: Path
) -> None:
    here, there = filled(new(), call("One."), call("Two.", "too"), call("Three.")), new()
    lines = here.exported(form).splitlines(keepends=True)
    bad = next(number for number, line in enumerate(lines) if "Two." in line)
    lines[bad] = re.sub(r'(?<="speaker": ")candidate|(?<=,)candidate(?=,)', "candydate", lines[bad], count=1)
    tally = there.imported("".join(lines), tmp_path)
    (problem,) = tally.problems
    assert f"line {bad + 1}: speaker" in problem.replace("turns[1].", "")
    assert "must be one of candidate, interviewer" in problem
    assert tally.fates["call", Fate.ADDED] == 2
    assert len(there.history.calls()) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{broken\n", "line 1: is not JSON"),
        ('{"record": "cal"}\n', "record: unknown 'cal' (did you mean 'call'?)"),
        ('{"id": 1}\n', "record: is missing"),
        ('{"record": "call", "turns": 5}\n', "turns: must be a list of objects"),
        ('{"record": "drill_item", "item": "greet", "mood": 1}\n', "mood: unknown 'mood'"),
        ('{"record": "drill_item", "item": "x", "state": true}\n', "state: must be a whole number"),
        ('{"record": "drill_item", "item": "x", "stability": NaN}\n', "stability: must be a number"),
        ('{"record": "drill_item", "item": "x", "due": "soon"}\n', "due: must be a time such as"),
        ("record,id\nturn,1\n", "this turn belongs to nothing before it"),
        ("record,item,due\ndrill_item,greet,soon\n", "due: must be a time such as"),
        ("record,id,item\ncall,1,greet\n", "item: unknown 'item'"),
    ],
)
def test_a_record_that_is_none_is_told_in_its_place(
    text: str, problem: str, new: Callable[[], Database], tmp_path: Path
) -> None:
    tally = new().imported(text, tmp_path)
    assert problem in "\n".join(tally.problems)
    assert not tally.fates


@pytest.mark.parametrize(
    ("text", "problem"),
    [("a,b\n1,2\n", "column unknown 'a'"), ("id,item\n1,x\n", "has no column 'record'")],
)
def test_a_file_that_is_no_archive_is_refused(
    text: str, problem: str, new: Callable[[], Database], tmp_path: Path
) -> None:
    with pytest.raises(RingbackError, match=problem) as caught:
        new().imported(text, tmp_path)
    assert str(tmp_path) in caught.value.where


def test_a_try_without_its_call_is_left_out(new: Callable[[], Database], tmp_path: Path) -> None:
    line = filled(new(), call("One.")).exported("jsonl").splitlines()[-1]
    tally = new().imported(line, tmp_path)
    assert "belongs to call 1, which did not come before it" in tally.problems[0]


def test_an_export_that_fails_leaves_the_file_that_was_there(new: Callable[[], Database], tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text("before", encoding="utf-8")

    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(filled(new(), call("One.")).records, "jsonl", path, interrupted)
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


# From the command line.


def ringback(*arguments: str, home: Path, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "XDG_DATA_HOME": str(home), "PYTHONWARNINGS": "error"},
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """With a call in the history."""
    history = History.open(f"sqlite:///{tmp_path}/here/ringback/history.sqlite3")
    history.finish(history.begin(call("Good morning, this is Maria Lopez.", "ありがとう"), BEGAN), 30)
    return tmp_path / "here"


def test_an_export_is_taken_to_another_computer(home: Path, tmp_path: Path) -> None:
    archive, there = tmp_path / "all.CSV", tmp_path / "there"
    assert ringback("export", "--output", str(archive), home=home).returncode == 0
    assert archive.read_bytes().startswith(b"\xef\xbb\xbfrecord,id,")
    assert archive.stat().st_mode & 0o077 == 0
    first = ringback("import", str(archive), home=there)
    assert (first.returncode, first.stdout, first.stderr) == (0, "1 call added\n", "")
    assert ringback("import", str(archive), home=there).stdout == "1 call here already\n"
    assert ringback("export", home=there).stdout == ringback("export", home=home).stdout


def test_an_export_as_json_lines_can_be_scored(home: Path) -> None:
    lines = ringback("export", home=home).stdout
    other = '{"record": "drill_item", "item": "greet"}\n'
    done = ringback("score", "--json", "-", home=home, stdin=lines + other)
    assert done.returncode == 0, done.stderr
    card = json.loads(done.stdout)
    assert {item["id"]: item["outcome"] for item in card["items"]}["introduce"] == "met"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "no-such-file"), "no-such-file: cannot be read"),
        (("import", sys.executable), "is not UTF-8 text"),
        (("export", "--output", "/proc/nowhere/x.csv"), "/proc/nowhere/x.csv: cannot be written"),
    ],
)
def test_files_that_cannot_be_used_are_named(arguments: Sequence[str], message: str, home: Path) -> None:
    done = ringback(*arguments, home=home)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_on_a_terminal_a_bar_shows_how_far_it_is(home: Path, tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "export", "--output", str(tmp_path / "all.jsonl")],
        env={**os.environ, "XDG_DATA_HOME": str(home), "TERM": "xterm-256color"},
        timeout=30,
    )
    child.expect("Writing.*100%")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
