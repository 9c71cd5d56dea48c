"""Progress as a page, with a picture for each trend."""

from simulator.core.progress import SESSIONS, Progress
from simulator.reports.dates import day
from simulator.reports.names import KINDS
from simulator.reports.page import page
from simulator.reports.pictures import score_line, sparkline
from simulator.reports.practice_words import goal, of_recent

_MOST = 3


def progress_page(progress: Progress) -> str:
    return page(
        "progress.html",
        progress=progress,
        target=SESSIONS,
        goal=goal(progress),
        best=f"{progress.best.score} points, {day(progress.best.began)}" if progress.best else "",
        weakest=progress.to_practise(_MOST),
        grown=progress.grown(_MOST),
        picture=score_line(
            [(_label(progress, index), attempt.score) for index, attempt in enumerate(progress.attempts)],
            "Scores of all calls, the oldest first: " + _listed([attempt.score for attempt in progress.attempts]),
        ),
        kinds=[
            {
                "title": KINDS[trend.kind],
                "trend": trend,
                "picture": score_line(
                    [(f"{attempt.began.day} {attempt.began:%b}", attempt.score) for attempt in trend.attempts],
                    f"{KINDS[trend.kind]}, scores, the oldest first: {_listed(trend.scores)}",
                    small=True,
                ),
                "best_on": day(trend.best.began),
            }
            for trend in progress.kinds
            if len(trend.scores) > 1
        ],
        once=", ".join(
            f"{KINDS[trend.kind]} ({trend.best.score} points)" for trend in progress.kinds if len(trend.scores) == 1
        ),
        items=[
            {
                "title": trend.item.title,
                "recent": f"{sum(trend.recent)} of {len(trend.recent)}",
                "change": f"{trend.change * 100:+.0f} %".replace("-", "−") if round(trend.change, 2) else "",
                "grew": trend.change > 0,
                "picture": sparkline(trend.rolling, f"{trend.item.title}: {of_recent(trend)}"),
            }
            for trend in progress.items
        ],
    )


def _label(progress: Progress, index: int) -> str:
    began = progress.attempts[index].began
    return f"{began.day} {began:%b}"


def _listed(scores: "list[int] | tuple[int, ...]") -> str:
    return ", ".join(map(str, scores)) + "."
