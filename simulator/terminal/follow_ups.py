"""`ringback log` and `ringback debrief`: noting what really happened, and what follows."""

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from simulator.advice import day_in_words, reasons_in_words
from simulator.bootstrap import open_history, open_jobs, today
from simulator.core.follow_up import MOST, Answer, FollowUp
from simulator.core.job import Job
from simulator.core.medium import Medium, medium_of
from simulator.core.outcomes import rehearsed
from simulator.core.scenario_kind import ScenarioKind
from simulator.errors import RingbackError
from simulator.job_fields import read_day, read_text
from simulator.terminal import job_wording as wording
from simulator.terminal.asking import Asker, asker
from simulator.terminal.planning import headline, plan_of, the_job
from simulator.terminal.practice import practice_for

if TYPE_CHECKING:
    from simulator.storage import JobStore, KeptJob

Given = dict[str, str]
"""What was written, by the names in `FollowUp`."""


def add_entry(name: str | None, given: Given, *, thank_you: bool) -> None:
    """Asks for what is not given, if somebody is there to answer. Raises RingbackError for dates that cannot be."""
    store = open_jobs()
    kept = _found(store, name)
    if not given and not thank_you:
        given = _ask_entry(kept.job, asker()) if sys.stdin.isatty() else given
        if not given:
            raise click.UsageError(wording.SAY_WHAT_HAPPENED)
    medium = given.get("medium", Medium.EMAIL if thank_you else Medium.CALL)
    entry = _entry(kept.job, {"medium": medium, **given}, thank_you=thank_you)
    if not thank_you and entry.answer is not Answer.NO_ANSWER:
        _warn_of_one_too_many(kept)
    store.log(kept.id, entry)
    click.echo(wording.ENTRY_KEPT.format(name=kept.job.name))
    _next_step(store, kept)


def debrief_call(name: str | None, given: Given) -> None:
    """Notes a real call and how it went; in place of a note of the same call, if there is one."""
    store = open_jobs()
    kept = _found(store, name)
    if "branch" not in given:
        if not sys.stdin.isatty():
            raise click.UsageError(wording.SAY_HOW_IT_WENT)
        given = {**given, **_ask_debrief(kept.job, asker(), given)}
    entry = _entry(kept.job, {"medium": Medium.CALL, **given}, thank_you=False)
    noted = next((one for one in kept.log if _is_same_call(one, entry)), None)
    if noted is None:
        _warn_of_one_too_many(kept)
        store.log(kept.id, entry)
    else:
        store.relog(noted.id, _merged(noted, entry))
    click.echo(wording.ENTRY_KEPT.format(name=kept.job.name))
    _compare(kept, entry)
    _next_step(store, kept)


def _found(store: "JobStore", name: str | None) -> "KeptJob":
    return store.find(name) if name is not None else the_job(store.all())


def _is_same_call(noted: FollowUp, entry: FollowUp) -> bool:
    return (noted.on, noted.medium, noted.branch, noted.thank_you) == (entry.on, entry.medium, None, False)


def _merged(noted: FollowUp, entry: FollowUp) -> FollowUp:
    """What was noted before stays where the debrief says nothing."""
    return replace(
        entry,
        whom=entry.whom or noted.whom,
        promised=entry.promised or noted.promised,
        notes="; ".join(dict.fromkeys(filter(None, (noted.notes, entry.notes)))),
    )


def _warn_of_one_too_many(kept: "KeptJob") -> None:
    done = sum(one.counts for one in kept.log)
    if done >= MOST:
        click.echo(wording.ONE_TOO_MANY.format(number=done + 1, name=kept.job.name), err=True)


def _entry(job: Job, given: Given, *, thank_you: bool) -> FollowUp:
    values: dict[str, Any] = {}
    for name, text in given.items():
        try:
            values[name] = _READERS[name](text, today())
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint=f"--{name}") from error
    branch, medium = values.get("branch"), values["medium"]
    values.setdefault("on", today())
    values.setdefault("answer", _answer(branch, medium))
    entry = FollowUp(thank_you=thank_you, **values)
    if wrong := _fault(job, entry):
        raise RingbackError(wrong, where=job.name, remedy=wording.NOTHING_NOTED)
    return entry


def _answer(branch: ScenarioKind | None, medium: Medium) -> Answer:
    if branch is ScenarioKind.VOICEMAIL:
        return Answer.VOICEMAIL
    if branch is ScenarioKind.RECEPTIONIST:
        return Answer.MESSAGE
    written = medium in (Medium.EMAIL, Medium.TEXT, Medium.LINKEDIN, Medium.LETTER)
    return Answer.SENT if written and branch is None else Answer.REACHED


def _fault(job: Job, entry: FollowUp) -> str:
    if entry.on > today():
        return wording.NOT_YET.format(on=day_in_words(entry.on))
    if job.interviewed and entry.on < job.interviewed:
        return wording.BEFORE_INTERVIEW.format(on=day_in_words(entry.on), interviewed=day_in_words(job.interviewed))
    if entry.promised and entry.promised < entry.on:
        return wording.PROMISED_BEFORE.format(promised=day_in_words(entry.promised), on=day_in_words(entry.on))
    return ""


def _read_medium(text: str, _today: date) -> Medium:
    if found := medium_of(text):
        return found
    raise ValueError(f"One of: {', '.join(Medium)}.")


def _read_answer(text: str, _today: date) -> Answer:
    word = "_".join(text.lower().split())
    if word in list(Answer):
        return Answer(word)
    raise ValueError(f"One of: {', '.join(Answer)}.")


def _read_branch(text: str, _today: date) -> ScenarioKind:
    word = "_".join(text.lower().split())
    if word in list(ScenarioKind):
        return ScenarioKind(word)
    raise ValueError(f"One of: {', '.join(ScenarioKind)}.")


def _read_feeling(text: str, _today: date) -> int:
    if text.strip() in ("1", "2", "3", "4", "5"):
        return int(text)
    raise ValueError("A number from 1 (bad) to 5 (good).")


_READERS: dict[str, Any] = {
    "on": read_day,
    "medium": _read_medium,
    "answer": _read_answer,
    "whom": read_text,
    "promised": read_day,
    "branch": _read_branch,
    "feeling": _read_feeling,
    "notes": read_text,
}
_Question = tuple[str, str, str, str]
"""Name, question, example, what stands there already."""


def _ask_entry(job: Job, ask: Asker) -> Given:
    click.echo(wording.NEW_ENTRY.format(name=job.name))
    questions: list[_Question] = [
        ("on", wording.ASK_WHEN, "2026-11-28, or yesterday", today().isoformat()),
        ("medium", wording.ASK_HOW, ", ".join(Medium), Medium.CALL),
        ("answer", wording.ASK_ANSWER, ", ".join(Answer), Answer.REACHED),
        ("whom", wording.ASK_WHOM, "Ms. Jane Smith", ""),
        ("promised", wording.ASK_PROMISED, "2026-12-04, or next Friday", ""),
        ("notes", wording.ASK_NOTES, "", ""),
    ]
    return _ask(questions, ask)


def _ask_debrief(job: Job, ask: Asker, given: Given) -> Given:
    click.echo(wording.NEW_DEBRIEF.format(name=job.name))
    questions: list[_Question] = [
        ("on", wording.ASK_WHEN, "2026-11-28, or yesterday", today().isoformat()),
        ("branch", wording.ASK_BRANCH, ", ".join(ScenarioKind), ""),
        ("whom", wording.ASK_WHOM, "Ms. Jane Smith", job.interviewer),
        ("promised", wording.ASK_PROMISED, "2026-12-04, or next Friday", ""),
        ("feeling", wording.ASK_FEELING, "1 bad, 5 good", ""),
        ("notes", wording.ASK_NOTES, "", ""),
    ]
    return _ask([one for one in questions if one[0] not in given], ask)


def _ask(questions: list[_Question], ask: Asker) -> Given:
    answers: Given = {}
    for name, question, example, default in questions:

        def check(text: str, name: str = name) -> str:
            if not text.strip():
                if name == "branch":
                    raise ValueError(f"One of: {', '.join(ScenarioKind)}.")
                return ""
            value = _READERS[name](text, today())
            return day_in_words(value) if isinstance(value, date) else ""

        if text := ask(question, example, default, check).strip():
            answers[name] = text
    return answers


def _compare(kept: "KeptJob", entry: FollowUp) -> None:
    """The rehearsals of what really came, up to that day."""
    if entry.branch is None:
        return
    practice = practice_for(open_history().calls(), kept.id)
    done = rehearsed(practice, entry.branch, until=entry.on)
    branch = wording.BRANCHES[entry.branch]
    if done.count == 0 or done.best is None or done.last is None:
        click.echo(wording.NOT_REHEARSED.format(branch=branch, kind=entry.branch))
    else:
        times = wording.counted(done.count, "time")
        click.echo(wording.REHEARSED.format(branch=branch, times=times, best=done.best, last=done.last))


def _next_step(store: "JobStore", kept: "KeptJob") -> None:
    try:
        result = plan_of(store.find(kept.job.name))
    except RingbackError as error:
        # The contact is kept, whatever is missing for a plan.
        click.echo(str(error), err=True)
        return
    click.echo(wording.NEXT_STEP.format(step=headline(result.plan), why=reasons_in_words(result.plan)[0][0]))
