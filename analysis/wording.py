"""How a result is said: one whole sentence from ``data/sentences``, in six languages.

Each value stands in a first-strong isolate (U+2068 … U+2069), so that a name in one
script cannot turn a sentence in another around. No sentence is built by joining;
a count stands after a label, so that no plural is needed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from taazur.graph.errors import QueryError, did_you_mean
from taazur.graph.schema import LANGUAGES

FOLDER = Path(__file__).resolve().parent.parent / "data" / "sentences"
OPEN, CLOSE = "\u2068", "\u2069"
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Said = str | int | float | date | Iterable[str] | None
"""A value of a sentence. A list is joined as the language does; none is *not recorded*, an empty list *none*."""

# Western digits in Arabic too, as in the sentences that were given; British order in English, as in the United Nations.
_LOCALES = {"en": "en_GB", "ar": "ar_EG@numbers=latn"}


@cache
def language(lang: str) -> dict[str, Any]:
    """Everything that is said in one language: ``sentences``, ``basis``, ``prompts``, ``words`` …

    Raises
    ------
    QueryError : there is no such language.
    """
    if lang not in LANGUAGES:
        raise QueryError(f'there is no language "{lang}"', "", f"It may be {', '.join(LANGUAGES)}.")
    return tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))


def word(table: str, key: str, lang: str) -> str:
    """One word or phrase, such as ``word("strengths", "theme", "fr")``; ``QueryError`` where there is none."""
    words: Mapping[str, str] = language(lang)[table]
    if key not in words:
        raise QueryError(f'there is no word "{key}" in [{table}]', f"{lang}.toml", did_you_mean(key, words))
    return words[key]


def placeholders(template: str) -> set[str]:
    """The names of the values that a template takes."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def sentence(name: str, lang: str, **values: Said) -> str:
    """A sentence with its values.

    Parameters
    ----------
    name : key of ``[sentences]``.
    values : exactly those that the template names.

    Raises
    ------
    QueryError : no such sentence or language, or a value is missing or not asked for.

    Examples
    --------
    >>> sentence("old_record", "en", date="March 2011").replace(OPEN, "<").replace(CLOSE, ">")
    'Recorded on <March 2011>; not confirmed since. Its present status is not known.'
    """
    template = word("sentences", name, lang)
    wanted = placeholders(template)
    if wanted != values.keys():
        found = f"the sentence takes {', '.join(sorted(wanted))} and was given {', '.join(sorted(values))}"
        raise QueryError(found, name, "Give exactly what it takes.")
    return template.format_map({key: said(value, lang) for key, value in values.items()})


def said(value: Said, lang: str) -> str:
    """One value as a reader sees it, in isolates; what would turn the text around is taken out of it."""
    if value is None or value == "":
        return isolate(word("words", "not_recorded", lang))
    if isinstance(value, date):
        return isolate(day(value, "day", lang))
    if isinstance(value, (str, int, float)):
        return isolate(str(value))
    items = [isolate(item) for item in value]
    return f"{OPEN}{word('words', 'between_items', lang).join(items)}{CLOSE}" if items else _none(lang)


def _none(lang: str) -> str:
    return isolate(word("words", "nothing", lang))


def isolate(text: str) -> str:
    """A text between isolates, without any controls of direction of its own."""
    return f"{OPEN}{_CONTROLS.sub('', text)}{CLOSE}"


def counted(counts: Mapping[str, int], table: str, lang: str) -> list[str]:
    """Each label with its number after it, zeros left out: values for a list in a sentence."""
    before = word("words", "before_count", lang)
    return [f"{word(table, key, lang)}{before}{number}" for key, number in counts.items() if number]


def day(on: date | None, precision: str, lang: str) -> str:
    """A date with no more of it than the source gives; *not recorded* where there is none.

    Examples
    --------
    >>> day(date(2020, 6, 1), "month", "en")
    'June 2020'
    """
    if on is None or precision == "unknown":
        return word("words", "not_recorded", lang)
    locale = _LOCALES.get(lang, lang)
    if precision == "day":
        shown = format_date(on, "long", locale=locale)
    else:
        shown = format_skeleton("yMMMM" if precision == "month" else "y", on, locale=locale)
    # The Russian word for year is an abbreviation: before the end of a sentence it would make two full stops.
    return re.sub(r"\s*г\.$", "", str(shown))


def share(value: float, lang: str) -> str:
    """A number from 0 to 1 with two decimals, as the language writes them."""
    return str(format_decimal(value, "0.00", locale=_LOCALES.get(lang, lang)))


def is_reviewed(name: str, lang: str) -> bool:
    """Whether a reader of the language has reviewed a sentence; all others are shown as unreviewed."""
    return name in language(lang)["reviewed"]


@cache
def _banned() -> dict[str, list[str]]:
    return tomllib.loads((FOLDER / "banned.toml").read_text("utf-8"))


def banned(text: str, lang: str) -> list[str]:
    """The words in a text that no sentence on a result may use; see ``data/sentences/banned.toml``.

    Where words take prefixes or stand without blanks (Arabic, Chinese) they are found
    anywhere; elsewhere at the beginning of a word.
    """
    lowered = text.casefold()
    edge = "" if lang in ("ar", "zh") else r"\b"
    return [one for one in _banned()[lang] if re.search(edge + re.escape(one.casefold()), lowered)]
