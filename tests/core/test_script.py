"""The script is a good call: played through the real program, it scores at least 95 in every kind."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest

from simulator.bootstrap import understanding
from simulator.catalog import load_catalog, load_checklist, load_shared_lines
from simulator.core.job import Job
from simulator.core.own_lines import fitting, own_lines
from simulator.core.scenario import Scenario
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.scoring import Scorecard, score
from simulator.core.script import GAPS, Script, ScriptLine, as_sentence, gaps, write_script
from simulator.core.transcript import Facts, Role, Speaker, Transcript, Turn
from simulator.errors import RingbackError
from simulator.playbook import load_playbook, read_playbook
from simulator.rehearsal import Rehearsal
from simulator.reports.script_report import SCRIPT_FORMATS

TODAY = date(2026, 11, 25)
JOB = Job(
    "acme",
    company="Acme Ltd",
    position="Night Porter",
    contact="Ms. Jane Smith, Mr. Tom Hale",
    candidate="Alex Brown",
    interviewed=date(2026, 11, 16),
    discussed="the new booking system",
    strengths="I ran the night shift alone for two years",
    own_phone="020 7946 0123",
)
OTHER = Job(
    "uhren",
    company="Zürcher Uhren AG",
    position="Watchmaker",
    contact="Mr. Reto Ammann",
    candidate="Maria Lopez",
    discussed="repairing old pocket watches",
    strengths="ten years at the bench",
    own_phone="+41 44 668 18 00",
)


def played(script: Script, kind: str, variant: int, scenario: Scenario, job: Job) -> Rehearsal:
    rehearsal = Rehearsal(scenario.about(job.facts(TODAY)), load_shared_lines(), understanding(), 1, lambda: 0)
    rehearsal.pick_up()
    for line in script.lines(kind, variant):
        if not rehearsal.over:
            rehearsal.say(line)
    rehearsal.hang_up()
    return rehearsal


def cases() -> Iterator[tuple[str, Scenario, Job, int]]:
    """Of every kind an easy call with every variant, and a hard one for another job; and a name that is forgotten."""
    scenarios = load_catalog().scenarios
    for kind in ScenarioKind:
        of_kind = [one for one in scenarios if one.kind is kind and not one.forgotten_name]
        yield from ((kind.value, of_kind[0], JOB, variant) for variant in range(3))
        yield kind.value, of_kind[-1], OTHER, 0
    forgetful = next(one for one in scenarios if one.forgotten_name)
    yield from (("forgotten_name", forgetful, JOB, variant) for variant in range(3))


@pytest.mark.parametrize(
    ("kind", "scenario", "job", "variant"),
    list(cases()),
    ids=lambda value: getattr(value, "id", getattr(value, "name", value)),
)
def test_the_script_scores_95_or_more_when_it_is_played(kind: str, scenario: Scenario, job: Job, variant: int) -> None:
    rehearsal = played(write_script(job, load_playbook(), TODAY), kind, variant, scenario, job)
    card = score(rehearsal.transcript, load_checklist(), understanding())
    assert card.score >= 95, [turn.text for turn in rehearsal.transcript.turns]


def test_a_script_covers_every_kind_of_call_and_a_forgotten_name() -> None:
    assert set(load_playbook().plays) == {*ScenarioKind, "forgotten_name"}
    used = {part for parts in load_playbook().plays.values() for part in parts}
    assert used == {part.id for part in load_playbook().parts}


def test_every_turn_can_be_said_in_several_ways() -> None:
    for part in load_playbook().parts:
        for step in part.steps:
            assert len(step.say) > 1
            assert len(set(step.say)) == len(step.say)


def test_what_is_not_known_is_a_gap_to_fill_in_by_hand() -> None:
    script = write_script(Job(""), load_playbook(), TODAY)
    found = {gap for kind in script.plays for line in script.lines(kind) for gap in gaps(line)}
    assert found <= set(GAPS.values())
    assert {GAPS["candidate"], GAPS["position"], GAPS["topic"]} <= found
    assert not any(
        gaps(line) for kind in script.plays for line in write_script(JOB, load_playbook(), TODAY).lines(kind)
    )


def test_without_a_date_nobody_says_when_they_met() -> None:
    script = write_script(OTHER, load_playbook(), TODAY)
    assert not any(GAPS["when"] in line for kind in script.plays for line in script.lines(kind))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I led a team.", "I led a team."),
        ("patience with old clocks", "I bring patience with old clocks."),
        ("I've led teams", "I've led teams."),
        ("iced coffee", "I bring iced coffee."),
        ("", ""),
    ],
)
def test_a_strength_becomes_a_sentence(text: str, said: str) -> None:
    assert as_sentence(text) == said


def test_speaking_takes_its_time_at_150_words_a_minute() -> None:
    assert ScriptLine(" ".join(["word"] * 150)).seconds == 60
    assert ScriptLine("Yes.").seconds == 1
    message = write_script(JOB, load_playbook(), TODAY).lines("voicemail")[0]
    assert ScriptLine(message).seconds <= 30


def call_with(*said: str, kind: ScenarioKind = ScenarioKind.PENDING) -> tuple[Transcript, Scorecard]:
    role = Role.INTERVIEWER
    turns = [Turn(Speaker.INTERVIEWER, "Jane Smith.", role=role)]
    for text in said:
        answer = "I'm afraid we gave it to somebody else." if "decision" in text else "I see."
        turns += [Turn(Speaker.CANDIDATE, text), Turn(Speaker.INTERVIEWER, answer, role=role)]
    transcript = Transcript(kind, Facts("Ms. Jane Smith", "Acme Ltd", "Night Porter", "Alex Brown"), tuple(turns))
    return transcript, score(transcript, load_checklist(), understanding())


def test_own_lines_that_did_well_are_proposed_first_and_hurting_ones_never() -> None:
    mine = "Hello Ms. Smith, it's Alex Brown, I interviewed for the Night Porter position."
    bad = "Hello Ms. Smith, this is Alex Brown about the Night Porter position. Why is this taking so long?"
    lines = own_lines([call_with(bad), call_with(mine, "Thank you for your time, goodbye.")])
    script = write_script(JOB, load_playbook(), TODAY, lambda part, items: fitting(lines, part, items))
    opening = next(part for part in script.parts if part.id == "opening").turns[0]
    assert opening.lines[0] == ScriptLine(mine, own=True)
    assert len(opening.lines) > 1
    assert all(bad != line.text for part in script.parts for turn in part.turns for line in turn.lines)


def test_what_was_said_to_other_news_is_not_proposed() -> None:
    sorry = "I'm sorry to hear that, but I understand, thank you for telling me."
    lines = own_lines([call_with("Has a decision been made yet?", sorry, kind=ScenarioKind.REJECTION)])
    assert fitting(lines, "rejection", ["accept_outcome"]) == (sorry,)
    assert fitting(lines, "on_hold", ["accept_outcome"]) == ()
    assert fitting(lines, "receptionist", ["accept_outcome"]) == ()


EVIL = Job(
    "x",
    company="<script>alert(1)</script>",
    position="*bold* [link](http://x)",
    contact="Ms. <b>Bold</b>",
    candidate='"><img src=x onerror=alert(1)>',
    discussed="{contact} & {0} [red]topic[/red]",
    strengths="\x1b[31mred\x1b[0m",
    concerns="</section><script>",
)


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_page_holds_no_markup_of_the_users_and_loads_nothing() -> None:
    page = SCRIPT_FORMATS["html"](EVIL, write_script(EVIL, load_playbook(), TODAY), TODAY)
    tags = Tags(page)
    assert not tags.tags & {"script", "img", "b", "link", "iframe"}
    assert not tags.attributes & {"src", "href", "onerror"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src 'none'" in page


def test_markdown_and_terminal_show_what_the_user_wrote_as_it_is() -> None:
    script = write_script(EVIL, load_playbook(), TODAY)
    markdown = SCRIPT_FORMATS["markdown"](EVIL, script, TODAY)
    assert "*bold* [link](http" not in markdown
    terminal = SCRIPT_FORMATS["terminal"](EVIL, script, TODAY)
    assert "[red]topic[/red]" in terminal
    assert "\x1b" not in terminal


@pytest.mark.parametrize("form", SCRIPT_FORMATS)
def test_every_format_has_every_branch_and_the_times(form: str) -> None:
    text = SCRIPT_FORMATS[form](JOB, write_script(JOB, load_playbook(), TODAY), TODAY)
    for part in load_playbook().parts:
        assert part.title in text
    assert " s)" in text
    assert "Ms. Smith" in text


def test_what_is_wrong_in_the_file_is_told_at_once() -> None:
    text = """
[plays]
pending = ["opening", "nowhere"]
[[part]]
id = "opening"
title = "They answer"
when = "Greet."
source = ["S7"]
[[part.step]]
items = ["greets"]
say = ["Hello {you}."]
"""
    with pytest.raises(RingbackError) as caught:
        read_playbook(text, "script.toml")
    for problem in ("nowhere", "S7", "greets", "{you}"):
        assert problem in caught.value.what
