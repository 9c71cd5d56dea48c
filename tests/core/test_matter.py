"""Questions that come up in any call, told apart by what they mean."""

import pytest

from simulator.bootstrap import understanding
from simulator.core.entities import Mentions
from simulator.core.matter import Matter
from simulator.core.matters_asked import with_matters
from simulator.core.utterance import Utterance


def matters(text: str, before: str = "") -> list[Matter]:
    heard = with_matters(Utterance(text, understanding().acts(text), Mentions()), before, understanding())
    return [one.matter for one in heard.of_any_call]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Could you tell me whether I'm still in contention?", [Matter.CHANCES]),
        ("Do I still have a chance?", [Matter.CHANCES]),
        ("Could you say honestly what my odds are?", [Matter.CHANCES]),
        ("Will you want to see me again for a second interview?", [Matter.ROUND]),
        ("Ok, and what happens next?", [Matter.STEP]),
        ("Who will ring me in the end?", [Matter.TELLER]),
        ("Will I hear it from you or from the office?", [Matter.TELLER]),
        ("Since when has that been clear?", [Matter.SINCE]),
        ("When did you find out?", [Matter.SINCE]),
        ("Do you have any other vacancies?", [Matter.POSTS]),
        ("Do you know of anybody who needs a welder?", [Matter.FIRMS]),
        ("Is there another bakery that is hiring around here?", [Matter.FIRMS]),
        ("And do I have to send you anything?", [Matter.NEEDED]),
        ("how did i do", [Matter.FEEDBACK]),
        ("how did i come across", [Matter.FEEDBACK]),
        ("Who will tell me, and will there be a second round?", [Matter.TELLER, Matter.ROUND]),
        ("Could you put in a good word for me?", [Matter.WORD]),
        ("Would you tell the director that I am still interested?", [Matter.WORD]),
        ("what's the email address, please", [Matter.ADDRESS]),
        ("Where should I send it?", [Matter.ADDRESS]),
        ("Could I come and read with the children for a week, without any payment?", [Matter.HELP]),
        ("Is there really nothing else?", [Matter.POSTS]),
        ("How old is the clock over your gate?", []),
        ("Have you decided about the wardrobe job yet?", []),
        ("Are there any concerns about me that I could answer?", []),
        ("When did you say you'd decide?", []),
        ("Another day would be fine.", []),
        ("I'm still in the running club.", []),
        ("Have you still got my number?", [Matter.MY_NUMBER]),
        ("Do you want me to leave you my mobile number?", [Matter.MY_NUMBER]),
        ("Is my number on file?", [Matter.MY_NUMBER]),
        ("Could you read that back to me?", [Matter.MY_NUMBER]),
        ("Shall I say it again?", [Matter.MY_NUMBER]),
        ("Did you get the flowers?", []),
        ("Is it in the same building?", [Matter.PLACE]),
        ("And where would I have to come?", [Matter.PLACE]),
        ("Where do we go from here?", [Matter.STEP]),
        ("Which time works best?", [Matter.TIME_OF_DAY]),
        ("What's a good time to try you again?", [Matter.TIME_OF_DAY]),
        ("What time does the bakery open?", []),
        ("Are there other candidates?", [Matter.OTHERS]),
        ("who do I say I spoke to?", [Matter.YOUR_NAME]),
        ("And whose voice is this, please?", [Matter.YOUR_NAME]),
        ("Is it a contract for the whole year or only for the season?", [Matter.LENGTH]),
        ("Give my best to your colleague, please.", [Matter.REGARDS]),
        ("Can I send you a pilot tape?", [Matter.MAY_SEND]),
        ("I've four weeks' notice to work.", [Matter.MY_START]),
        ("I was thinking more like eighteen hundred.", [Matter.MORE_PAY]),
        ("I'd hoped for better money than that.", [Matter.MORE_PAY]),
        ("Is there any give in that figure?", [Matter.MORE_PAY]),
        ("Would you want to see me a second time?", [Matter.ROUND]),
        ("It's a yes as long as the nights are voluntary.", [Matter.CONDITION]),
        (
            "What should I bring, who would I work with, and how long does it take?",
            [Matter.BRING, Matter.TEAM, Matter.DURATION],
        ),
    ],
)
def test_what_is_asked_is_known_in_the_order_in_which_it_is_asked(text: str, asked: list[Matter]) -> None:
    assert matters(text) == asked


@pytest.mark.parametrize(
    ("text", "taken_for"),
    [
        ("Is there nothing else I can do?", [Matter.POSTS]),
        ("and who should i say", [Matter.YOUR_NAME]),
    ],
)
def test_known_misreadings_are_still_misread_so_that_a_mend_removes_them(text: str, taken_for: list[Matter]) -> None:
    assert matters(text) == taken_for
