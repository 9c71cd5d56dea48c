"""How a word that no dictionary holds may sound, in the 39 phones of CMUdict.

By espeak-ng where it is installed, and by plain rules of spelling: names are often spelt as they sound, so that the
rules are a second opinion worth having.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

_ESPEAK: Mapping[str, str] = {
    "tS": "CH", "dZ": "JH", "aI@": "AY ER", "aI3": "AY ER", "aU@": "AW ER", "i@3": "IH R", "i@": "IY AH", "aI": "AY", "aU": "AW",
    "OI": "OY", "eI": "EY", "oU": "OW", "A@": "AA R", "o@": "AO R", "O@": "AO R", "e@": "EH R", "U@": "UH R",
    "A:": "AA", "O:": "AO", "i:": "IY", "u:": "UW", "3:": "ER", "@L": "AH L", "I2": "IH", "I#": "IH", "a#": "AE", "0#": "AA",
    "aa": "AE", "I": "IH", "i": "IY", "E": "EH", "a": "AE", "A": "AA", "0": "AA", "O": "AO", "V": "AH", "@": "AH", "U": "UH",
    "u": "UW", "3": "ER", "o": "OW", "e": "EY", "p": "P", "b": "B", "t": "T", "d": "D", "k": "K", "g": "G", "f": "F",
    "v": "V", "T": "TH", "D": "DH", "s": "S", "z": "Z", "S": "SH", "Z": "ZH", "h": "HH", "m": "M", "n": "N", "N": "NG",
    "l": "L", "L": "L", "r": "R", "R": "R", "j": "Y", "w": "W", "x": "K", "C": "SH", "Q": "G", "y": "UW", "W": "ER",
}  # fmt: skip
"""espeak-ng's own letters; the longest match counts."""
_SPELLING: Mapping[str, str] = {
    "tsch": "CH", "sch": "SH", "ough": "AO", "augh": "AO", "eigh": "EY", "tion": "SH AH N", "sion": "ZH AH N",
    "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "gh": "G", "kn": "N", "wr": "R", "wh": "W", "ck": "K", "qu": "K W", "ng": "NG",
    "dge": "JH", "tch": "CH", "ee": "IY", "ea": "IY", "ie": "IY", "ei": "AY", "ai": "EY", "ay": "EY", "ey": "IY", "oo": "UW",
    "ou": "UW", "ow": "OW", "oa": "OW", "oi": "OY", "oy": "OY", "au": "AO", "aw": "AO", "ue": "UW", "eu": "OY", "aa": "AA",
    "er": "ER", "ir": "ER", "ur": "ER", "ar": "AA R", "or": "AO R", "ce": "S EH", "ci": "S IH", "cy": "S IY", "ge": "JH EH",
    "bb": "B", "cc": "K", "dd": "D", "ff": "F", "gg": "G", "kk": "K", "ll": "L", "mm": "M", "nn": "N", "pp": "P", "rr": "R",
    "ss": "S", "tt": "T", "zz": "Z", "a": "AA", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH",
    "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "OW", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T", "u": "UW",
    "v": "V", "w": "W", "x": "K S", "y": "IY", "z": "Z",
}  # fmt: skip
_SILENT_END = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])e$")
_SECONDS = 5


@cache
def pronunciations(word: str) -> tuple[str, ...]:
    """Phones with spaces between, the likeliest first; empty if the word has no Latin letters."""
    found = [_by_espeak(word), _by_spelling(word)]
    return tuple(dict.fromkeys(phones for phones in found if phones))


def _by_espeak(word: str) -> str:
    program = shutil.which("espeak-ng")
    if not program:
        return ""
    try:
        spoken = subprocess.run(  # noqa: S603 - a fixed program, and the word is no option
            [program, "-q", "-v", "en-us", "-x", "--sep=_", "--", word],
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
        ).stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""  # the rules remain
    letters = [re.sub(r"[',%=|:;!?*-]+$|^[',%=|*]+", _length_only, part) for part in re.split(r"[_\s]+", spoken)]
    return " ".join(phones for part in letters if (phones := _longest_matches(part, _ESPEAK)))


def _length_only(mark: re.Match[str]) -> str:
    return ":" if mark[0].startswith(":") else ""


def _by_spelling(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    letters = re.sub(r"[^a-z]", "", plain)
    if len(letters) > 3:  # noqa: PLR2004 - "Lee", "Joe"
        letters = _SILENT_END.sub("", letters)
    return _longest_matches(letters, _SPELLING)


def _longest_matches(letters: str, phones: Mapping[str, str]) -> str:
    found: list[str] = []
    while letters:
        match = next((letters[:size] for size in range(4, 0, -1) if letters[:size] in phones), None)
        if match:
            found.append(phones[match])
        letters = letters[len(match or letters[0]) :]
    return " ".join(found)


def join(parts: Sequence[Sequence[str]], most: int) -> tuple[str, ...]:
    """Pronunciations of several words in a row, at most so many: the first of each, then with one of them otherwise."""
    if not all(parts):
        return ()
    found = [" ".join(one[0] for one in parts)]
    for at, one in enumerate(parts):
        before, after = [each[0] for each in parts[:at]], [each[0] for each in parts[at + 1 :]]
        found += [" ".join([*before, other, *after]) for other in one[1:]]
    return tuple(dict.fromkeys(found))[:most]
