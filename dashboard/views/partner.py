"""One partner: what it is, where it belongs, in which programmes it takes part and in which role."""

from __future__ import annotations

import streamlit as st

from taazur.dashboard import frame, show
from taazur.dashboard.answers import name_of
from taazur.dashboard.boundary import notice
from taazur.dashboard.marks import badge
from taazur.dashboard.words import N_, t

FACILITATORS = N_(
    "The Counter-Terrorism Committee and its Executive Directorate facilitate technical assistance; "
    "they are not providers of it."
)


def main() -> None:
    """Draws the page."""
    asked = st.query_params.get("id", "")
    name = name_of(asked) if asked.startswith("partner/") else t("Partners")
    frame.title(
        name, t("What a partner is, to what it belongs, and in which programmes it takes part."), badge("Partner")
    )
    id_ = show.chosen("Partner", "partner", t("Partner"))
    if not id_:
        return
    answer = show.details("partner-details", "Partner", partner=id_)
    record = answer.records()[0] if answer and len(answer) else {}
    if record.get("part") in ("facilitates", "assesses"):
        notice(t(FACILITATORS))
    show.panel("partner-programmes", t("Programmes and roles"), partner=id_)
    if record.get("kind") == "network":
        show.panel("network-members", t("Members and observers"), network=id_)
    show.evidence(id_)


main()
