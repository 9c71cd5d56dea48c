"""Progress as JSON, as docs/reports.md describes it."""

from typing import Any

from simulator.core.attempt import Attempt
from simulator.core.progress import SESSIONS, Progress

FORMAT = 1


def progress_json(progress: Progress) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "sessions": progress.sessions,
        "goal": SESSIONS,
        "to_go": progress.to_go,
        "streak": {"days": progress.streak.now, "longest": progress.streak.longest},
        "best": _attempt(progress.best) if progress.best else None,
        "kinds": [
            {
                "kind": trend.kind,
                "calls": [_attempt(attempt) for attempt in trend.attempts],
                "best": _attempt(trend.best),
                "change": trend.change,
            }
            for trend in progress.kinds
        ],
        "items": [
            {
                "id": trend.item.id,
                "kind": trend.item.kind,
                "title": trend.item.title,
                "went_right": list(trend.went_right),
                "now": round(trend.now, 3),
                "change": round(trend.change, 3),
            }
            for trend in progress.items
        ],
    }


def _attempt(attempt: Attempt) -> dict[str, Any]:
    return {"id": attempt.id, "began": attempt.began.isoformat(), "score": attempt.score}
