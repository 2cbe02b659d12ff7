"""One State: the assistance recorded, visits, consultations and references. Never a verdict, a rank or a colour."""

from __future__ import annotations

import streamlit as st

from taazur.dashboard import frame, show
from taazur.dashboard.answers import graph, name_of
from taazur.dashboard.boundary import notice
from taazur.dashboard.marks import badge
from taazur.dashboard.words import N_, t

ON_REQUEST = "available on request, presence not known"

NOT_RELEASED = N_(
    "Information on needs of {state} is shown only as far as it has been released to this audience. "
    "No inference should be drawn from its absence."
)


def main() -> None:
    """Draws the page."""
    asked = st.query_params.get("id", "")
    name = name_of(asked) if asked.startswith("state/") else t("States")
    frame.title(
        name, t("Assistance recorded for a State, by which source, and what else is on public record."), badge("State")
    )
    id_ = show.chosen("State", "state", t("State"))
    if not id_:
        return
    notice(t(NOT_RELEASED, state=name))
    show.details("state-details", "State", drop=["cted_confidence", "ldc", "lldc", "sids"], state=id_)
    programmes(id_)
    show.panel("activities-in-state", t("Deliveries on record"), state=id_)
    show.panel("institutions-of-state", t("Institutions that took part"), state=id_)
    show.panel("visits-of-state", t("Visits of the Committee announced in public"), state=id_)
    show.panel(
        "consultations-of-state", t("Capacity consultations and milestones"), drop=["state", "state_name"], state=id_
    )
    # Everybody sees the same panels of the same graph; this one is only for the custodian's own machine.
    if graph().audience == "custodian":
        show.panel("needs-of-state", t("Needs on record"), state=id_)
    show.panel(
        "references-of-state", t("References"), state=id_,
        lead=t("Ratings and items of action plans, dated. They are neither requests for assistance nor statements by the State."),
    )  # fmt: skip
    show.evidence(id_)


def programmes(id_: str) -> None:
    """Programmes that a source places here; apart from them, folded, what the State may ask for."""
    show.panel(
        "programmes-in-state", t("Programmes on record"), keep=lambda row: row["presence"] != ON_REQUEST, state=id_
    )
    with st.expander(t("Programmes available on request, presence not known")):
        show.panel(
            "programmes-in-state", t("Available on request"), keep=lambda row: row["presence"] == ON_REQUEST, fold=False,
            drop=["presence", "relation"], state=id_,
            lead=t("Offered to the region or the world. Whether they are active in this State is not known."),
        )  # fmt: skip


main()
