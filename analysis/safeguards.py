"""What must be checked before an offer: which safeguards apply to a need, and to a programme beside it.

The list is data (``data/safeguards.toml``), each with its document and whether
that was seen; the words to show are in ``data/sentences``. More than one safeguard
may say the same thing twice; none is left out for that.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from taazur.analysis.facts import Facts, Need, Programme

LIST = Path(__file__).resolve().parent.parent / "data" / "safeguards.toml"


@dataclass(frozen=True, slots=True)
class Safeguard:
    """One thing to check: for which themes, types and words, and after which document.

    ``themes`` and ``types`` are ids; ``always`` means for every need.
    """

    id: str
    themes: frozenset[str]
    types: frozenset[str]
    words: tuple[str, ...]
    always: bool
    source: str
    locator: str
    verified: bool
    grade: str
    basis: str
    note: str

    def applies(self, themes: frozenset[str], types: frozenset[str], text: str) -> bool:
        """Whether it is to be checked for these themes and types, or for what a text says."""
        return self.always or bool(self.themes & themes or self.types & types) or self.id in _worded(text)


@cache
def safeguards() -> tuple[Safeguard, ...]:
    """All safeguards, in the order in which they are shown."""
    return tuple(_safeguard(said) for said in _list()["safeguard"])


@cache
def _list() -> dict[str, Any]:
    return tomllib.loads(LIST.read_text("utf-8"))


@lru_cache(maxsize=4096)
def _worded(text: str) -> frozenset[str]:
    """The safeguards that have a word in a text; a need is put to many programmes, and read once."""
    return frozenset(
        one.id
        for one in safeguards()
        if one.words and re.search(rf"\b(?:{'|'.join(map(re.escape, one.words))})\b", text, re.IGNORECASE)
    )


def rule() -> str:
    """The version of the list, such as ``safeguards-1``."""
    return str(_list()["rule"])


def _safeguard(said: dict[str, Any]) -> Safeguard:
    return Safeguard(
        id=said["id"],
        themes=frozenset(f"theme/{word}" for word in said.get("themes", ())),
        types=frozenset(f"assistance-type/{word}" for word in said.get("types", ())),
        words=tuple(said.get("words", ())),
        always=said.get("always", False),
        source=said["source"],
        locator=said["locator"],
        verified=said["verified"],
        grade=said["grade"],
        basis=said["basis"],
        note=said.get("note", ""),
    )


def to_check(facts: Facts, need: Need, programme: Programme | None = None) -> list[str]:
    """The ids of the safeguards for a need, or for a need and a programme that could answer it.

    Parameters
    ----------
    facts : the released facts; only the line of broader and narrower themes is read.
    need : whose themes, types and words are looked at.
    programme : its types, and those of its themes that lie on one line with a theme of the need.

    Returns
    -------
    Ids in the order of the list, never empty.

    Notes
    -----
    Where neither side has a theme on record nothing may be ruled out, and all are given.
    """
    near = {theme for one in need.themes for theme in facts.line.get(one, ())}
    of_programme = programme.themes & near if programme else frozenset[str]()
    themes = need.themes | of_programme
    types = need.types | (programme.types if programme else frozenset())
    text = " ".join((need.name, need.institution_as_worded or ""))
    return [one.id for one in _applying(themes, types, text)]


def _applying(themes: frozenset[str], types: frozenset[str], text: str) -> Iterable[Safeguard]:
    if not themes:
        return safeguards()
    return (one for one in safeguards() if one.applies(themes, types, text))
