"""Experts' judgements of how one theme influences another: one row, one judgement, one edge.

−3 to +3, the seven points of ICSU and SEI (analytics C5). Two judgements of one
pair are two edges; nothing is averaged, and what was not judged stays blank.
"""

from __future__ import annotations

from datetime import date

from taazur.loaders.card import Card, Row
from taazur.loaders.draft import Draft

RULE = "expert-scores-1"

SCALE = range(-3, 4)


def tidy(card: Card) -> Draft:
    """The judgements of ``scores.csv``: from, to, judgement, who (an office or a function), made, why, confidence."""
    draft = Draft(card)
    for row in draft.read("scores.csv"):
        reason = _refused(row)
        if reason:
            draft.reject(row, reason)
        else:
            _judgement(draft, row)
    return draft


def _judgement(draft: Draft, row: Row) -> None:
    draft.edge(
        "INFLUENCES",
        row,
        f"theme/{row['from']}",
        f"theme/{row['to']}",
        # The row is part of the claim: two experts may judge one pair in one sheet.
        locator=row.where,
        judgement=int(row["judgement"]),
        who=row["who"],
        made=date.fromisoformat(row["made"]),
        why=row["why"],
        confidence=row["confidence"],
    )


def _refused(row: Row) -> str:
    """Why a row is not a judgement; empty where it is one."""
    missing = [name for name in ("from", "to", "judgement", "who", "made", "why", "confidence") if not row[name]]
    if missing:
        return f"no {', '.join(missing)}: a judgement says who, when and why"
    if row["from"] == row["to"]:
        return "a theme does not influence itself"
    try:
        if int(row["judgement"]) not in SCALE:
            return "a judgement is a whole number from −3 to +3"
        date.fromisoformat(row["made"])
    except ValueError:
        return "the judgement is no whole number, or the day no day"
    return ""
