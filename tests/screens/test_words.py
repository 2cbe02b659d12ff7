"""The catalogues: every word that a screen can show is there, and its places agree."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from taazur.dashboard import words
from taazur.dashboard.messages import Message, messages, read
from taazur.dashboard.reader import OFFERED

OTHERS = [code for code in OFFERED if code != "en"]


def _catalogue(code: str) -> dict[Message, tuple[str, ...]]:
    """Message → its translation, or each of its plural forms; what is marked as doubtful is not there."""
    found = (message for message in read(code) if message.id and not message.fuzzy)
    return {m.id: (m.string,) if isinstance(m.string, str) else tuple(m.string) for m in found}


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_is_translated(code: str) -> None:
    known = _catalogue(code)

    missing = [message for message in messages() if not all(known.get(message, ("",)))]
    assert missing == [], "add them with `python -m taazur.dashboard.messages` and translate them"


@pytest.mark.parametrize("code", OFFERED)
def test_places_agree(code: str) -> None:
    places = re.compile(r"\{(\w+)\}")

    for message, strings in _catalogue(code).items():
        for string in strings:
            assert set(places.findall(string)) == set(places.findall("".join(message))), message


@pytest.mark.parametrize("code", OFFERED)
def test_nothing_is_translated_in_vain(code: str) -> None:
    assert set(_catalogue(code)) - set(messages()) == set(), "take them out with `python -m taazur.dashboard.messages`"


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the language of the words under test."""
    return lambda code: monkeypatch.setattr("taazur.dashboard.words.lang", lambda: code)


def test_values_are_isolated(speak: Callable[[str], None]) -> None:
    speak("ar")

    assert words.t("Network around {name}", name="CTED") == "الشبكة المحيطة بما يلي: \u2068CTED\u2069"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "صف"), (1, "صف واحد"), (2, "صفان"), (3, "صفوف"), (11, "صفاً"), (100, "صف")]
)
def test_arabic_has_six_plurals(speak: Callable[[str], None], count: int, said: str) -> None:
    speak("ar")

    assert said in words.n("{count} row", "{count} rows", count)


def test_dates_say_no_more_than_is_known(speak: Callable[[str], None]) -> None:
    speak("en")
    known = date(2024, 3, 9)

    assert words.day(known) == "9 Mar 2024"
    assert words.day(known, "month") == "Mar 2024"
    assert words.day(known, "year") == "2024"
    assert words.day(known, "unknown") == "not recorded"


def test_a_range_of_days_is_not_said_to_the_day(speak: Callable[[str], None]) -> None:
    speak("en")

    assert words.day(date(2024, 3, 9), "range") == "2024"
