"""Forms of a word, from whatever thread they are asked for."""

from concurrent.futures import ThreadPoolExecutor

from simulator.core.word_forms import stems

WORDS = [
    f"{start}{end}"
    for start in ("nation", "decid", "train", "commit", "real")
    for end in ("al", "ation", "ing", "ly", "s")
]


def test_forms_of_one_word_are_one() -> None:
    assert stems(["decide"]) == stems(["deciding"]) == stems(["decided"])
    assert stems(["interview"]).isdisjoint(stems(["internet"]))


def test_a_slip_in_a_long_word_is_forgiven_where_a_known_one_is_meant() -> None:
    assert stems(["certificates"]) <= stems(["certifcates"], ("certificates",))
    assert stems(["cold"]).isdisjoint(stems(["could"], ("cold",)))


def test_several_threads_may_ask_at_once() -> None:
    alone = [stems([f"{word}{number}x"]) for number in range(20) for word in WORDS]
    with ThreadPoolExecutor(8) as threads:
        together = list(
            threads.map(lambda word: stems([word]), (f"{word}{number}y" for number in range(200) for word in WORDS))
        )
    assert len(together) == 200 * len(WORDS)
    assert all(len(one) == 1 for one in (*alone, *together))
