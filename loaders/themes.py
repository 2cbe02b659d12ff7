"""Themes (a small vocabulary in the manner of SKOS) and kinds of assistance.

Sources use their own words; ``theme_ids`` and ``assistance_type_id`` are how other
loaders turn those into nodes. A word that is on no list is an error, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from taazur.graph.schema import LANGUAGES
from taazur.loaders.card import SHIPPED, Card, Row
from taazur.loaders.draft import Draft
from taazur.loaders.words import look_up, names

RULE = "themes-1"

NO_THEME = "the word stands for no theme: it says how, not what about"
OWN_GROUPING = "our own grouping, not an official taxonomy"


def tidy(card: Card) -> Draft:
    """The themes, what each was derived from, the words that stand for them, and the kinds of assistance."""
    draft = Draft(card)
    derived = draft.read("derived_from.csv")
    for row in draft.read("themes.csv"):
        _theme(draft, row, [of for of in derived if of["theme"] == row["theme"]])
    for row in derived:
        draft.record(row, f"theme/{row['theme']}", fact="derived_from", value=_citation(row))
    for row in draft.read("crosswalk.csv"):
        if row["theme"]:
            draft.record(row, f"theme/{row['theme']}", fact="word", value=row["word"])
        else:
            draft.reject(row, NO_THEME)
    for row in draft.read("assistance_types.csv"):
        draft.node("AssistanceType", row, id=f"assistance-type/{row['type']}", **names(row))
    return draft


def theme_ids(words: Iterable[str]) -> list[str]:
    """The ids of the themes that words stand for, each once, in the order in which they come.

    A word is a word of ``crosswalk.csv`` or the id of a theme, in any case. A word
    that is known to stand for no theme gives none: keep it as a word of its source.

    Raises
    ------
    SourceError : a word is not known.

    Examples
    --------
    >>> theme_ids(["API/PNR", "training", "gender"])
    ['theme/api-pnr', 'theme/gender']
    """
    known = _themes()
    found = (look_up(word, known, "theme", "themes/crosswalk.csv") for word in words)
    return list(dict.fromkeys(f"theme/{theme}" for theme in found if theme))


def assistance_type_id(word: str) -> str:
    """The id of the kind of assistance that a word names.

    Raises
    ------
    SourceError : no kind of assistance is called so.

    Examples
    --------
    >>> assistance_type_id("equipment/software")
    'assistance-type/equipment-software'
    """
    found = look_up(word, _assistance_types(), "kind of assistance", "themes/assistance_types.csv")
    return f"assistance-type/{found}"


@cache
def _themes() -> dict[str, str]:
    """Word or theme id, without case → theme id, or "" for a word that stands for no theme."""
    card = Card.read(SHIPPED / "themes")
    ids = {row["theme"]: row["theme"] for row in card.rows("themes.csv")}
    return ids | {row["word"].casefold(): row["theme"] for row in card.rows("crosswalk.csv")}


@cache
def _assistance_types() -> dict[str, str]:
    """Word or id, without case → id of the kind of assistance."""
    rows = Card.read(SHIPPED / "themes").rows("assistance_types.csv")
    return {name.casefold(): row["type"] for row in rows for name in (row["type"], row["word"], row["name_en"])}


def _citation(row: Row) -> str:
    return ", ".join(part for part in (row["source"], row["locator"]) if part)


def _theme(draft: Draft, row: Row, derived: list[Row]) -> None:
    id_ = f"theme/{row['theme']}"
    draft.node(
        "Theme",
        row,
        id=id_,
        **names(row),
        aliases=[alias for lang in LANGUAGES for alias in row.list(f"aliases_{lang}")],
        definition=row["definition"] or None,
        derived_from=[_citation(of) for of in derived],
        labels_verified=row.flag("labels_verified"),
        sources=sorted({of["source"] for of in derived}),
    )
    if row["broader"]:
        claim = {"source": "Taazur", "locator": row.file, "verified": False, "grade": "unverified"}
        draft.edge("BROADER", row, id_, f"theme/{row['broader']}", basis=OWN_GROUPING, **claim)
