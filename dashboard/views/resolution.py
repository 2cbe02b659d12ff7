"""One resolution: its paragraphs, and the assistance recorded under each. Not a judgement of compliance."""

from __future__ import annotations

import streamlit as st

from taazur.dashboard import frame, show
from taazur.dashboard.answers import labelled
from taazur.dashboard.marks import badge
from taazur.dashboard.words import t


def main() -> None:
    """Draws the page."""
    asked = st.query_params.get("id", "")
    name = labelled("Resolution").get(asked) or t("Resolutions")
    frame.title(name, t("Provisions of a resolution and the assistance recorded under each."), badge("Resolution"))
    id_ = show.chosen("Resolution", "resolution", t("Resolution"))
    if not id_:
        return
    show.details("resolution-details", "Resolution", resolution=id_)
    show.panel(
        "resolution-provisions", t("Operative paragraphs"), drop=["paragraph_verified", "verification"], resolution=id_,
        lead=t("Verbs are verbatim. Summaries are our own; the text of the document is authoritative."),
    )  # fmt: skip
    provision = st.query_params.get("provision", "")
    if provision.startswith("provision/"):
        where = t("Paragraph {paragraph}", paragraph=provision.rsplit("/", 1)[-1])
        show.panel("who-implements", f"{where} · {t('Programmes that cite it')}", provision=provision)
        show.panel("good-practices-for-provision", f"{where} · {t('Good practices')}", provision=provision)
    show.panel("programmes-citing", t("Programmes that cite it"), resolution=id_)
    show.panel("mandate-chain", t("What it rests on"), resolution=id_)
    show.panel("referred-to-by", t("What refers to it"), resolution=id_)
    show.evidence(id_)


main()
