"""Questions that come up in any call, told apart by their words."""

import pytest

from simulator.core.process_question import Matter, process_questions


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("Could you tell me whether I'm still in contention?", [Matter.CHANCES]),
        ("Do I still have a chance?", [Matter.CHANCES]),
        ("I'd like to know if I am still being considered.", [Matter.CHANCES]),
        ("Will you want to see me again for a second interview?", [Matter.ROUND]),
        ("Ok, and what happens next?", [Matter.STEP]),
        ("Who's going to inform me, and was there anything you expect from me?", [Matter.TELLER, Matter.NEEDED]),
        ("Who will ring me in the end?", [Matter.TELLER]),
        ("Will I hear it from you or from the office?", [Matter.TELLER]),
        ("Since when has that been clear?", [Matter.SINCE]),
        ("When did you find out?", [Matter.SINCE]),
        ("Do you have any other vacancies?", [Matter.POSTS]),
        ("Do you know of anybody who needs a welder?", [Matter.FIRMS]),
        ("Is there another bakery that is hiring around here?", [Matter.FIRMS]),
        ("And do I have to send you anything?", [Matter.NEEDED]),
        ("how did i do", [Matter.FEEDBACK]),
        ("Who will tell me, and will there be a second round?", [Matter.TELLER, Matter.ROUND]),
        ("Could you put in a good word for me?", [Matter.WORD]),
        ("Would you tell the director that I am still interested?", [Matter.WORD]),
        ("what's the email address, please", [Matter.ADDRESS]),
        ("Where should I send it?", [Matter.ADDRESS]),
        ("Will you send it to my email address?", []),
        ("I would gladly read with the children without payment, should it help.", [Matter.HELP]),
        ("Is there really nothing else?", [Matter.POSTS]),
        ("Is there nothing else I can do?", []),
        ("When will you call me?", []),
        ("When did you say you'd decide?", []),
        ("Another day would be fine.", []),
        ("I'm still in the running club.", []),
        ("Are there other candidates?", []),
    ],
)
def test_what_is_asked_is_known_in_the_order_in_which_it_is_asked(text: str, matters: list[Matter]) -> None:
    assert [one.matter for one in process_questions(text)] == matters
