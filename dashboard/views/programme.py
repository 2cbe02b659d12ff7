"""One programme: what it is, who takes part, where it works, what it delivered, and how to ask for it."""

from __future__ import annotations

import streamlit as st

from taazur.dashboard import frame, show
from taazur.dashboard.answers import name_of
from taazur.dashboard.marks import badge
from taazur.dashboard.words import t


def main() -> None:
    """Draws the page."""
    asked = st.query_params.get("id", "")
    name = name_of(asked) if asked.startswith("programme/") else t("Programmes")
    lead = t(
        "What is on record about a programme: partners and their roles, places, deliveries, and how a State may ask for it."
    )
    frame.title(name, lead, badge("Programme"))
    id_ = show.chosen("Programme", "programme", t("Programme"))
    if not id_:
        return
    show.details("programme-details", "Programme", programme=id_)
    show.panel(
        "programme-partners", t("Partners and roles"), programme=id_, drop=["acronym"],
        lead=t("One row for each source that says so. Where sources differ, all are shown; the preferred one comes first."),
    )  # fmt: skip
    show.panel(
        "programme-places", t("Where it works"), programme=id_, drop=["place_is_a"],
        nothing=t("No State is on record for this programme. It may be available on request; its presence is not known."),
    )  # fmt: skip
    show.panel("programme-activities", t("Deliveries on record"), programme=id_)
    show.evidence(id_)


main()
