"""Controlled lists: the values that a column may hold, in the words of the field.

A value that fits none of them is a reason in the ledger, never a guess. Where a
list follows a document, the document is named beside it.
"""

from __future__ import annotations

from taazur.graph.errors import SchemaError, did_you_mean

GRADES = ("seen", "copy", "secondary", "unverified")
"""How a fact was seen: in the cited source; in a copy of it; in somebody else's table or page; not at all."""

PRECISIONS = ("day", "month", "year", "range", "unknown")
"""How much of a date the source gives."""

VALUES: dict[str, tuple[str, ...]] = {
    "grade": GRADES,
    "start_precision": PRECISIONS,
    "end_precision": PRECISIONS,
    "observed_precision": PRECISIONS,
    "Resolution.kind": ("security-council", "general-assembly", "document"),
    "Guideline.kind": ("principle", "document", "topic"),
    "Programme.kind": (
        "programme",
        "tool",
        "network",
        "platform",
        "strategy",
        "initiative",
        "operation",
        "activity",
        "guideline",
        "appeal",
    ),
    "Institution.kind": ("named", "type"),
    # The kinds of design.md; `network` is a partner that is a membership, such as the Compact.
    "Partner.kind": (
        "un-entity",
        "un-body",
        "specialised-agency",
        "international-org",
        "regional-org",
        "government",
        "national-authority",
        "public-agency",
        "civil-society",
        "private-sector",
        "research",
        "network",
    ),
    # The Committee and CTED provide no assistance themselves (resolution 1377 (2001)): they facilitate it.
    # A trust fund only funds; an authority of the assisted State is its beneficiary.
    "Partner.part": ("provider", "facilitates", "assesses", "network", "appeal", "funds", "beneficiary"),
    "State.kind": ("member-state", "observer-state"),
    "Region.kind": (
        "m49-region",
        "m49-subregion",
        "m49-intermediate",
        "cted-region",
        "cted-subregion",
        "named",
        "world",
    ),
    "Visit.kind": ("comprehensive", "focused", "follow-up", "hybrid", "regional", "unknown"),
    "Need.kind": (
        "stated_by_states",
        "requested_by_state",
        "recommended_by_ctc",
        "recommended_by_cted",
        "agreed_programme",
    ),
    # What assessors rated, or what a State agreed with FATF to do: neither is a need that it stated.
    "Reference.kind": ("rating", "action-plan-item"),
    "Participation.kind": ("agreed-programme", "programme-objective"),
    "Milestone.kind": (
        "joined",
        "mou_signed",
        "national_consultation",
        "assessed",
        "roadmap_delivered",
        "software_agreement_signed",
        "training_delivered",
        "equipment_delivered",
        "goTravel_in_use",
        "under_way",
        "consulted",
        "beneficiary",
        "launched",
        "workshop",
        "needs_assessment",
        "strategic_partner",
    ),
    "Source.kind": ("dataset", "document"),
    "Provision.modality_norm": (
        "decides",
        "declares",
        "requests",
        "calls upon",
        "urges",
        "invites",
        "encourages",
        "other",
    ),
    # In the words of the CTC page on facilitation; `donor` only funds and is never counted as a provider.
    "TAKES_PART.role": ("lead", "co-lead", "implementing-partner", "cooperating", "consulted", "donor"),
    "ASSISTS.relation": ("assisted", "participated", "offered"),
    "HELD_FOR.relation": ("assisted", "participated"),
    "JOINED.role": ("lead", "participant"),
    # GAO-15-49SP, and what the records leave open (analytics C1).
    "OVERLAPS.label": (
        "overlap",
        "possible_duplication",
        "overlap_time_not_known",
        "successive",
        "joint_programme",
        "same_providers",
    ),
    "SYNERGY.synergy": ("sequence", "shared_asset", "complement", "bridge"),
    "HAS_PROVIDERS.label": ("fragmentation", "one_recorded_provider", "none_counted"),
    # What needs and assistance on record say together (analytics C6); silence of the sources is a value of its own.
    "STANDS_ON.standing": (
        "need_no_assistance",
        "available_on_request",
        "partial",
        "time_not_known",
        "under_way",
        "assistance_no_need",
        "not_known",
    ),
    "INFLUENCES.confidence": ("low", "medium", "high"),
    "COULD_MEET.strength": ("stated", "resolution", "theme"),
    "COULD_MEET.presence": ("assisted", "took part", "in its region", "offered to its region", "offered worldwide"),
    # A donor of a trust fund is recorded beside its members, and is none.
    "MEMBER_OF.standing": ("member", "observer", "donor", "not known"),
}
"""Column, or ``Label.column`` where labels differ, → the values it may hold. A column that is not here is free text."""


def check(kind: str, column: str, value: object) -> None:
    """Raises ``SchemaError`` where a value is not in the list of its column; a missing value passes."""
    allowed = VALUES.get(f"{kind}.{column}", VALUES.get(column))
    if allowed is not None and value is not None and value not in allowed:
        hint = did_you_mean(str(value), allowed) or f"It may be {', '.join(allowed)}."
        raise SchemaError(f'{column} is "{value}"', kind, hint)
