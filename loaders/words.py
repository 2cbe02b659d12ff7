"""The words and names of a row, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from taazur.graph.errors import SourceError, did_you_mean
from taazur.graph.schema import LANGUAGES
from taazur.loaders.card import Row

Word = TypeVar("Word")
Found = TypeVar("Found")


def look_up(word: str, known: Mapping[str, str], what: str, file: str) -> str:
    """The value of a word in a mapping whose keys are without case.

    Parameters
    ----------
    known : ``str.casefold`` of each word → its value.
    what : what the values are, in the singular, for the message.
    file : where a word can be added, under ``data/sources``.

    Raises
    ------
    SourceError : the word is not known; it offers the nearest that are.
    """
    key = word.strip().casefold()
    if key not in known:
        hint = did_you_mean(key, known) or f"Add it to data/sources/{file}."
        raise SourceError(f'no {what} is called "{word}"', "", hint)
    return known[key]


def in_row(row: Row, find: Callable[[Word], Found], word: Word) -> Found:
    """What ``find`` makes of a word of a row; where it knows none, the error says in which row."""
    try:
        return find(word)
    except SourceError as error:
        raise SourceError(error.found, row.where, error.do) from error


def names(row: Row) -> dict[str, str | None]:
    """The name to show and the names in six languages; an empty cell is a missing name."""
    return {"name": row["name_en"], **{f"name_{lang}": row[f"name_{lang}"] or None for lang in LANGUAGES}}
