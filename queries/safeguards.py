"""What must be checked before an offer, read off the themes of a need.

The list is data: ``safeguards.toml``. A theme of "*" means every need, "" a
need without a theme, for which nothing may be ruled out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).resolve().parent / "safeguards.toml"


@dataclass(frozen=True)
class Check:
    """One thing to check: in words, after which document, for which themes (without their prefix)."""

    text: str
    source: str
    verified: bool
    themes: tuple[str, ...]


@cache
def safeguards() -> tuple[Check, ...]:
    """All checks, in the order in which they are shown."""
    said = tomllib.loads(LIST.read_text("utf-8"))["check"]
    return tuple(Check(each["text"], each["source"], each["verified"], tuple(each["themes"])) for each in said)


def check_first(themes: Iterable[str]) -> list[str]:
    """The checks for a need with these themes (ids), each with its document.

    Examples
    --------
    >>> check_first(["theme/children-affected"])[-1]
    'Rights of the child (Convention on the Rights of the Child)'
    """
    words = {theme.removeprefix("theme/") for theme in themes} or {""}
    return [
        f"{check.text} ({check.source})" for check in safeguards() if words & set(check.themes) or "*" in check.themes
    ]
