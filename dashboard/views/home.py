"""What is in the graph, how much of it was seen in its source, how old it is, and where to begin."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from taazur.dashboard import frame, show
from taazur.dashboard.answers import ask, graph
from taazur.dashboard.boundary import guarded
from taazur.dashboard.marks import badge, mark
from taazur.dashboard.reader import link
from taazur.dashboard.words import N_, number, share, t

COUNTED = ("Programme", "Partner", "State", "Resolution", "Provision", "Activity", "Visit", "Need")

Way = tuple[str, str, dict[str, str]]
DOORS: tuple[tuple[str, str, tuple[Way, ...]], ...] = (
    (N_("Analyst"), N_("Browse who works with whom, follow a path, and take the evidence with you."),
     ((N_("The network of partners"), "network", {}), (N_("The path between two partners"), "question", {"name": "path-between"}),
      (N_("Where sources differ"), "question", {"name": "sources-that-differ"}))),
    (N_("Coordinator"), N_("Find programmes that share ground, or that could answer a need."),
     ((N_("Programmes on shared ground"), "question", {"name": "shared-ground"}), (N_("Programmes by theme"), "question", {"name": "programmes-by-theme"}),
      (N_("Programmes in a State"), "state", {}))),
    (N_("Leadership"), N_("See what is on record, and how sure it is, before a meeting."),
     ((N_("One State on a page"), "state", {}), (N_("Partners that could be a bridge"), "question", {"name": "bridging-partners"}),
      (N_("How much is verified"), "question", {"name": "verification-share"}))),
)  # fmt: skip


def main() -> None:
    """Draws the page."""
    frame.title(
        t("Who helps whom with which provision"),
        t(
            "Counter-terrorism technical assistance as public documents record it: partners, programmes, States and the resolutions they serve."
        ),
    )
    with guarded():
        figures()
    st.html(f'<div class="tz-cards">{"".join(door(*one) for one in DOORS)}</div>')
    with guarded():
        show.panel("sources-and-age", t("Sources and their age"), drop=["checksum", "source", "licence", "url"])
    with st.expander(t("How much is verified, kind by kind")):
        lead = t("Nodes and claims that were seen in the document they cite.")
        show.panel("verification-share", t("How much is verified"), drop=["is_node"], lead=lead, fold=False)
    if graph().audience == "custodian":
        show.panel("load-ledger", t("Load ledger"))


def figures() -> None:
    """How many of each kind there are, and how many of them were seen in a source."""
    rows = {str(row["kind"]): row for row in ask("verification-share").records()}
    shown = "".join(figure(kind, rows[kind]) for kind in COUNTED if kind in rows)
    st.html(f'<div class="tz-figures">{shown}</div>')


def figure(kind: str, row: Mapping[str, object]) -> str:
    """One count with what share of it is confirmed."""
    total, sure = int(str(row["total"])), int(str(row["verified"]))
    said = t("{share} confirmed", share=share(sure, total))
    return f"<div><b>{number(total)}</b>{badge(kind)}<span>{escape(t(mark(kind).many))}</span><br><span>{escape(said)}</span></div>"


def door(who: str, why: str, ways: tuple[Way, ...]) -> str:
    """Where one kind of reader begins."""
    links = "".join(
        f'<li><a href="{escape(link(page, **params), quote=True)}" data-go>{escape(t(words))}</a></li>'
        for words, page, params in ways
    )
    return f"<section><h3>{escape(t(who))}</h3><p>{escape(t(why))}</p><ul>{links}</ul></section>"


main()
