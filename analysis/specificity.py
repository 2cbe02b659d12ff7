"""How specific a need is, 0 to 5, and what the State could be asked for.

Vague requests are what ended the forerunners: they cannot be matched (1540
Committee, Biological Weapons Convention; analytics C7.3). The number says how
much of a need is *on record*; it does not judge the need or who stated it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from taazur.analysis.facts import Facts, Need
from taazur.analysis.ground import Ground
from taazur.analysis.rules import rules


@dataclass(frozen=True, slots=True)
class Specificity:
    """Which elements are on record and which are not, each in the order in which a State is asked."""

    known: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def score(self) -> int:
        """How many elements are on record, 0 to 5."""
        return len(self.known)


def specificity(need: Need, ground: Ground) -> Specificity:
    """Which of five elements of a need are on record: provision, institution, type, target date, baseline.

    A resolution without its paragraph is no provision. Target date and baseline
    are those of a step of a roadmap that would meet the need.
    """
    has = _has(need, ground)
    elements: list[str] = rules("specificity")["elements"]
    return Specificity(tuple(e for e in elements if has[e]), tuple(e for e in elements if not has[e]))


def _has(need: Need, ground: Ground) -> Mapping[str, bool]:
    return {
        "provision": any(cited.startswith("provision/") for cited in need.cites),
        "institution": bool(need.institutions or need.institution_as_worded),
        "type": bool(need.types),
        "target_date": need.id in ground.target,
        "baseline": need.id in ground.baseline,
    }


def prompts(need: Need, ground: Ground) -> list[str]:
    """What to ask for, as keys of ``[prompts]`` in ``data/sentences``; first whose need it is, where no State is on record."""
    whose = [] if need.states else ["state"]
    return whose + list(specificity(need, ground).missing)


def distribution(facts: Facts, ground: Ground) -> dict[int, int]:
    """Specificity → how many needs."""
    scores = [specificity(need, ground).score for need in facts.needs.values()]
    return {score: scores.count(score) for score in range(len(rules("specificity")["elements"]) + 1)}
