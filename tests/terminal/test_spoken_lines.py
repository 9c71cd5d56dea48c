"""What of a line is spoken."""

from itertools import chain

from simulator.catalog import load_catalog
from simulator.terminal.spoken_lines import BEEP, spoken_parts


def test_a_line_without_brackets_is_spoken_as_it_is() -> None:
    assert list(spoken_parts("Hello? Who is this?")) == ["Hello? Who is this?"]


def test_a_beep_is_a_beep_wherever_it_stands() -> None:
    assert list(spoken_parts("Leave a message. (beep)")) == ["Leave a message.", BEEP]
    assert list(spoken_parts("(beep) Message saved. Goodbye.")) == [BEEP, "Message saved. Goodbye."]
    assert list(spoken_parts("(A short beep. Your message has been saved.)")) == [BEEP]


def test_what_happens_is_only_shown() -> None:
    assert list(spoken_parts("(sighs) Go on.")) == ["Go on."]
    assert list(spoken_parts("")) == []


def test_no_bracket_of_any_scenario_is_spoken() -> None:
    for call in load_catalog().scenarios:
        for tones in chain(call.lines.values(), call.story.values()):
            for line in chain.from_iterable(tones.values()):
                for part in spoken_parts(line):
                    assert part == BEEP or not {"(", ")"} & set(part), line
