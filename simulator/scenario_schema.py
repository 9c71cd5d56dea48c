"""The scenario format as a JSON Schema (2020-12), for editors."""

from typing import Any

from simulator.catalog import load_personas
from simulator.core.lines import PLACEHOLDERS
from simulator.core.moves import Move
from simulator.core.scenario_kind import ScenarioKind
from simulator.core.temper import Tone


def scenario_schema() -> dict[str, Any]:
    """What a scenario file may hold. What it must not say is told by `ringback scenario check`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ringback scenario",
        "type": "object",
        "additionalProperties": False,
        "required": ["title", "kind", "difficulty", "goal", "facts"],
        "properties": {
            "title": _text("what the call is called in lists"),
            "kind": {"enum": [kind.value for kind in ScenarioKind], "description": "what the candidate meets"},
            "difficulty": {"enum": [1, 2, 3], "description": "1 easy, 2 medium, 3 hard"},
            "goal": _text("what the candidate should achieve, in one or two sentences"),
            "background": _text(
                "what they know of the candidate's past, for the card; with this file's own facts only"
            ),
            "persona": {"enum": list(load_personas()), "description": "how they talk"},
            "forgotten_name": {"type": "boolean", "description": "the candidate does not know whom they call"},
            "record_seconds": _number(10, 300, "how long a machine records, in seconds; 60 if left out"),
            "facts": _facts(),
            "temper": _temper(),
            "lines": _lines("what they say, true whatever the facts are"),
            "story": _lines("what they say with this file's own facts only"),
            "details": {
                "type": "array",
                "description": "what they can tell when asked, with this file's own facts only",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["about", "lines"],
                    "properties": {
                        "about": _texts("words or phrases of questions that it answers"),
                        "asked": _texts("examples of such questions, best in three wordings unlike each other"),
                        "lines": _texts("variants of the answer; none is said twice in a call"),
                        "plainly": _text("what the answer means in plain words, for who did not get it or asks again"),
                    },
                },
            },
            "people": {
                "type": "object",
                "description": "who is who among those whom they name, by name, with this file's own facts only",
                "additionalProperties": _text("who that is"),
            },
            "front_desk": {
                "type": "object",
                "description": "who picks up first and puts the caller through",
                "additionalProperties": False,
                "properties": {
                    "screens": {"type": "boolean", "description": "whether they ask what it is about first"},
                    "temper": _temper(),
                    "lines": _lines("what they say at the front desk"),
                },
            },
        },
    }


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "description": description}


def _texts(description: str) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}, "description": description}


def _number(low: float, high: float, description: str) -> dict[str, Any]:
    return {"type": "number", "minimum": low, "maximum": high, "description": description}


def _facts() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["contact", "company", "position", "candidate", "discussion_topic", "interviewed"],
        "properties": {
            "contact": _text("the person called, as one would address them: Ms. Jane Smith"),
            "company": _text("where they work"),
            "position": _text("the position that the interview was for"),
            "candidate": _text("a name for candidates who don't use their own"),
            "discussion_topic": _text("something that was discussed in the interview"),
            "interviewed": _text("when the interview was, as one says it: last Thursday"),
            "promised": _text("when an answer was promised, as one says it: this Friday"),
        },
    }


def _temper() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "how they are disposed when they pick up; left out, kind and persona decide",
        "additionalProperties": False,
        "required": ["mood", "patience"],
        "properties": {
            "mood": _number(-1, 1, "-1 hostile, 1 delighted"),
            "patience": _number(0.1, 1, "how much it takes until they end the call"),
        },
    }


def _lines(description: str) -> dict[str, Any]:
    names = ", ".join(sorted(PLACEHOLDERS))
    variants = _texts(f"variants; none is said twice in a call; in braces: {names}")
    by_tone = {
        "type": "object",
        "additionalProperties": False,
        "properties": {tone.value: variants for tone in Tone},
    }
    return {
        "type": "object",
        "description": description,
        "additionalProperties": False,
        "properties": {move.value: {"description": move.meaning, "anyOf": [variants, by_tone]} for move in Move},
    }
