"""The numbers and words of the analysis, which are data: ``data/analysis.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from taazur.graph.errors import SourceError, did_you_mean

RULES = Path(__file__).resolve().parent.parent / "data" / "analysis.toml"


@cache
def _all() -> dict[str, dict[str, Any]]:
    return tomllib.loads(RULES.read_text("utf-8"))


def rules(part: str) -> dict[str, Any]:
    """The table of one part: ``overlap``, ``synergy``, ``gap`` …

    Raises
    ------
    SourceError : there is no such table.
    """
    if part not in _all():
        raise SourceError(f'there is no table "{part}"', str(RULES), did_you_mean(part, _all()))
    return _all()[part]


def rule_versions() -> tuple[str, ...]:
    """The version of each rule, such as ``overlap-1``; part of every data version."""
    return tuple(sorted(str(table["rule"]) for table in _all().values() if "rule" in table))
