"""A result in one sentence, from the row that a question of the catalogue gives.

Pure: names come with the row, in the reader's language where a source has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from taazur.analysis.eligible import CONDITIONS
from taazur.analysis.match_parts import PARTS
from taazur.analysis.rules import rules
from taazur.analysis.safeguards import safeguards
from taazur.analysis.verdicts import NOT_REVIEWED
from taazur.analysis.wording import counted, day, sentence, share, word
from taazur.graph.errors import QueryError

Record = Mapping[str, Any]
_COLUMNS = {"type": "assistance", "time": "period"}
"""Parts whose column in an answer has another name."""


def match(row: Record, state: str | None, lang: str) -> str:
    """The sentence of one row of ``matches-for-need``.

    Parameters
    ----------
    row : one record of the answer.
    state : the name of the State or region whose need it is; none is *not recorded*.
    lang : one of the six languages.
    """
    return sentence(
        "match",
        lang,
        programme=row["programme_name"],
        state=state,
        reasons=[word("presence", str(row["presence"]), lang), *_fits(row, lang)],
        need_source=row["need_source"],
        via=row["via_name"],
        programme_source=row["programme_source"],
        link_basis=word("strengths", str(row["strength"]), lang),
        missing=[word("parts", part, lang) for part in PARTS if part in (row["not_comparable"] or ())],
        safeguards=[word("safeguards", one.id, lang) for one in safeguards() if one.id in row["safeguards"]],
    )


def _fits(row: Record, lang: str) -> list[str]:
    """The parts that speak for it, each with its share after it; 0 is known, and no reason."""
    known = ((part, row[_COLUMNS.get(part, part)]) for part in PARTS)
    before = word("words", "before_count", lang)
    return [f"{word('parts', part, lang)}{before}{share(value, lang)}" for part, value in known if value]


def no_match(row: Record, lang: str) -> str:
    """The sentence of a row of ``needs-to-specify`` for which nothing is proposed: what each condition set aside."""
    return sentence("no_match", lang, removed=counted({c: row[c] for c in CONDITIONS}, "removed", lang))


def specificity(row: Record, lang: str) -> str:
    """The sentence of a row of ``needs-to-specify``: how much of the need is on record, and what to ask."""
    # Lists of an answer are sorted by name; here they stand in the order in which a State is asked.
    elements: list[str] = rules("specificity")["elements"]
    to_ask = [key for key in ("state", *elements) if key in (row["to_ask"] or ())]
    return sentence(
        "specificity",
        lang,
        known=row["specificity"],
        total=len(elements),
        prompts=[word("prompts", key, lang).rstrip(".。") for key in to_ask],
    )


def evidence(row: Record, as_at: Any, lang: str, review: str = NOT_REVIEWED) -> str:
    """What stands under every result: rule, inputs, coverage, day of the data and state of the review.

    Parameters
    ----------
    row : with ``rule``, ``inputs``, ``sources_used`` and ``sources_known``.
    as_at : the day of the data.
    review : a verdict, or that there is none.
    """
    return sentence(
        "result",
        lang,
        rule=row["rule"],
        inputs=len(row["inputs"] or ()),
        m=row["sources_used"],
        k=row["sources_known"],
        date=day(as_at, "day", lang),
        review=word("reviews", review, lang),
    )


def safeguard(id_: str, lang: str) -> str:
    """One safeguard with its document, and whether that was seen.

    Raises
    ------
    QueryError : there is no such safeguard.
    """
    one = next((s for s in safeguards() if s.id == id_), None)
    if one is None:
        raise QueryError(f'there is no safeguard "{id_}"', "data/safeguards.toml", "Take an id of that list.")
    seen = word("words", one.grade if one.verified else "not_seen", lang)
    source = f"{one.source}, {one.locator}"
    return sentence("safeguard", lang, text=word("safeguards", id_, lang), source=source, seen=seen)
