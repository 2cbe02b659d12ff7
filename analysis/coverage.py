"""Which documents cover a State and a theme: the denominator of every count and of every silence.

A document *covers a State* where a claim read from it records assistance to that
State (also participation in a delivery). It *covers a theme* where it records
assistance on that theme, to whomever. Of the *k* documents that cover a State,
those *m* that also cover the theme are the ones whose silence on the two
together says anything: they speak of the State and they speak of the theme.

Documents that only record needs or ratings cover nothing here: they would not
mention assistance if there were any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taazur.analysis.facts import Facts
from taazur.analysis.rules import rules


@dataclass(frozen=True)
class Coverage:
    """Documents by State, by theme, and by claim (edge id → document)."""

    of_state: dict[str, set[str]]
    of_theme: dict[str, set[str]]
    of_claim: dict[str, str]

    def counts(self, states: Iterable[str], themes: Iterable[str]) -> tuple[int, int]:
        """*m* of *k*: documents that cover one of the States, and those of them that cover one of the themes."""
        known = set[str]().union(*(self.of_state.get(state, set()) for state in states))
        on_theme = set[str]().union(*(self.of_theme.get(theme, set()) for theme in themes))
        return len(known & on_theme), len(known)

    def used(self, claims: Iterable[str], states: Iterable[str]) -> tuple[int, int]:
        """*m* of *k* of a pair: documents behind these claims that cover one of the States, of all that do."""
        known = set[str]().union(*(self.of_state.get(state, set()) for state in states))
        return len(known & {self.of_claim[claim] for claim in claims if claim in self.of_claim}), len(known)


def coverage(facts: Facts) -> Coverage:
    """Reads off which document records what."""
    left_out = set(rules("coverage")["not_documents"])
    of_state: dict[str, set[str]] = {}
    of_theme: dict[str, set[str]] = {}
    of_claim: dict[str, str] = {}
    themes = _themes(facts)
    for type_, id_, start, end, source in _claims(facts):
        if source and source not in left_out:
            of_claim[id_] = source
            if type_ in ("ASSISTS", "HELD_FOR"):
                if end.startswith("state/"):
                    of_state.setdefault(end, set()).add(source)
                for theme in themes.get(start, ()):
                    of_theme.setdefault(theme, set()).add(source)
            elif type_ == "CONCERNS" and start in themes:
                of_theme.setdefault(end, set()).add(source)
    return Coverage(of_state, of_theme, of_claim)


def _themes(facts: Facts) -> dict[str, set[str]]:
    """Programme or event → themes that its record is about; an event without its own has those of its programme."""
    own: dict[str, set[str]] = {}
    for type_, start, end in facts.claims:
        if type_ == "CONCERNS" and start.split("/", 1)[0] in ("programme", "activity"):
            own.setdefault(start, set()).add(end)
    for event in facts.events.values():
        if event.id not in own:
            own[event.id] = set[str]().union(*(own.get(programme, set()) for programme in event.programmes))
    return own


def _claims(facts: Facts) -> Iterator[tuple[str, str, str, str, str | None]]:
    for type_ in ("ASSISTS", "HELD_FOR", "CONCERNS", "PROVIDES", "TAKES_PART", "WITH_INSTITUTION"):
        table = facts.tables.get(type_)
        if table is not None:
            columns = (table[name].to_pylist() for name in ("id", "from_id", "to_id", "source"))
            yield from ((type_, *row) for row in zip(*columns, strict=True))
