import pickle

import pytest

from simulator.errors import RingbackError, StorageError


def test_an_error_says_where_what_and_how_to_mend_it() -> None:
    error = RingbackError('unknown state "statsu".', where="hold.toml", remedy="Did you mean status?")
    assert str(error) == 'hold.toml: unknown state "statsu".\nDid you mean status?'


def test_what_is_not_known_leaves_no_trace() -> None:
    assert str(RingbackError("There is no call 7.")) == "There is no call 7."


def test_all_errors_of_a_file_are_told_each_with_the_file() -> None:
    error = RingbackError("title: is missing\nkind: is missing", where="hold.toml", remedy="See the README.")
    assert str(error).splitlines() == ["hold.toml: title: is missing", "hold.toml: kind: is missing", "See the README."]


def test_an_error_of_storage_is_one_of_the_family() -> None:
    with pytest.raises(RingbackError):
        raise StorageError("is locked.", where="history.db")


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(StorageError("is locked.", where="history.db", remedy="Wait.")))  # noqa: S301 - our own
    assert (type(error), error.what, error.where, error.remedy) == (StorageError, "is locked.", "history.db", "Wait.")
