"""The words of the screens: gettext catalogues, plural forms, dates and numbers.

The source strings are English; ``locale/<code>/LC_MESSAGES/taazur.po`` has the
others and is read as it stands, so there is nothing to build. A sentence is one
message with named places; it is never joined from parts. Each value that goes
into one is isolated, so that an English acronym does not turn an Arabic sentence
about.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from taazur.dashboard.messages import heading_of
from taazur.dashboard.reader import lang

REGIONAL = {"en": "en_GB"}
"""Whose dates and numbers a language uses, where that is not its own: the United Nations writes 23 November 2026."""

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "taazur"

# First Strong Isolate and Pop Directional Isolate: they keep a value's direction to itself and cannot be seen.
FSI, PDI = "\u2068", "\u2069"


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """The messages of one language; a language without a file speaks English."""
    path = LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open(encoding="utf-8") as file:
        messages = read_po(file, locale=code, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def isolate(value: object) -> str:
    """A value that does not touch the direction of what stands around it."""
    return f"{FSI}{value}{PDI}"


def t(message: str, **values: object) -> str:
    """A message in the reader's language, with its values put in their places."""
    text = catalogue(lang()).gettext(message) if message else ""
    return text.format(**{name: isolate(shown(value)) for name, value in values.items()}) if values else text


def n(one: str, many: str, count: int, **values: object) -> str:
    """A message in the plural form that the reader's language has for ``count``, which it may name as ``{count}``."""
    text = catalogue(lang()).ngettext(one, many, count)
    return text.format(**{name: isolate(shown(value)) for name, value in {"count": count, **values}.items()})


def N_(message: str) -> str:
    """Marks a message that is translated where it is shown."""
    return message


def shown(value: object) -> str:
    """A number or a date as the reader's language writes it; anything else as it is."""
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, int):
        return number(value)
    if isinstance(value, float):
        return str(format_decimal(round(value, 2), locale=region()))
    return day(value) if isinstance(value, date) else str(value)


def region() -> str:
    """The locale whose dates and numbers the reader sees."""
    return REGIONAL.get(lang(), lang())


def number(value: int) -> str:
    """A whole number with the language's thousands separators."""
    return str(format_decimal(value, locale=region()))


def share(part: int, whole: int) -> str:
    """A part of a whole in per cent; a dash where there is no whole."""
    return str(format_percent(part / whole, locale=region())) if whole else "–"


def percent(value: float) -> str:
    """A share that is already in per cent, as the language writes it."""
    return str(format_percent(value / 100, locale=region(), format="#,##0.#%"))


def day(value: date | None, precision: str = "day") -> str:
    """A date with no more precision than its source gives."""
    if value is None or precision == "unknown":
        return t("not recorded")
    if precision == "day":
        # The middle form of Arabic is all figures; months in words cannot be misread.
        return str(format_date(value, format="long" if lang() == "ar" else "medium", locale=region()))
    skeleton = "yMMM" if precision == "month" else "y"
    return str(format_skeleton(skeleton, value, locale=region()))


def heading(column: str) -> str:
    """What stands above a column of an answer: its name in words."""
    return t(heading_of(column))


def listed(parts: Sequence[str]) -> str:
    """Several things in one line, as the language lists them."""
    return str(format_list(list(parts), style="unit", locale=region()))


def language_name(code: str) -> str:
    """The name of a language, in the reader's."""
    return str(Locale(lang()).languages.get(code, code))
