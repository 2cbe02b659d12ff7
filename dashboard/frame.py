"""What stands around every page: the head with its links, the language of the document, the foot with date and version."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

import streamlit as st

from taazur.dashboard.answers import Graph
from taazur.dashboard.reader import ENDONYMS, OFFERED, direction, here, lang, link
from taazur.dashboard.words import N_, day, t

ROOMS = {
    "": N_("Home"),
    "network": N_("Network"),
    "programme": N_("Programmes"),
    "partner": N_("Partners"),
    "state": N_("States"),
    "resolution": N_("Resolutions"),
    "question": N_("Questions"),
}
"""Address → name of each page, in the order of the head."""

# Streamlit always says that a page is English and left to right, and a link of ours would start
# a new session. This sets the one and follows the other as "back" and "forward" are followed: the
# address changes, Streamlit reads it and runs the page. A link opened in a new tab is left alone.
DOCUMENT = """
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  document.documentElement.dir = data.dir;
  const follow = (event) => {
    const link = event.target.closest?.('a[data-go]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, '', link.href);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}
"""
_document = st.components.v2.component("taazur_document", js=DOCUMENT)


def document() -> None:
    """Sets language, direction and look."""
    code = lang()
    st.session_state["lang"] = code
    if st.query_params.get("lang") != code:
        st.query_params["lang"] = code
    _document(key="doc", data={"lang": code, "dir": direction(code)})
    st.html(here("look.css"))


def head(page: str) -> None:
    """The head: the name, the pages, the languages."""
    rooms = "".join(_room(address, t(name), address == page) for address, name in ROOMS.items())
    tongues = "".join(_tongue(code, page) for code in OFFERED)
    st.html(
        f'<a class="tz-unseen tz-skip" href="#content">{escape(t("Skip to the content"))}</a><header class="tz-head">'
        f'<a class="tz-brand" href="{escape(link(""), quote=True)}" data-go>Taazur<span lang="ar">تآزر</span></a>'
        f'<nav aria-label="{escape(t("Pages"), quote=True)}">{rooms}</nav>'
        f'<nav class="tz-tongues" aria-label="{escape(t("Language"), quote=True)}">{tongues}</nav></header>'
    )


def _room(address: str, name: str, current: bool) -> str:
    here_ = ' aria-current="page"' if current else ""
    return f'<a href="{escape(link(address), quote=True)}" data-go{here_}>{escape(name)}</a>'


def _tongue(code: str, page: str) -> str:
    """The same view in another language."""
    kept: dict[str, Any] = {**st.query_params.to_dict(), "lang": code}
    current = ' aria-current="true"' if code == lang() else ""
    target = escape(link(page, **kept), quote=True)
    return f'<a href="{target}" data-go lang="{code}" hreflang="{code}"{current}>{ENDONYMS[code]}</a>'


def title(text: str, lead: str, mark: str = "") -> None:
    """The name of the page and the one sentence that says what it answers."""
    st.html(
        f'<h1 class="tz-title" id="content" tabindex="-1">{mark}<bdi>{escape(text)}</bdi></h1><p class="tz-lead">{escape(lead)}</p>'
    )


def foot(now: Graph) -> None:
    """As at when, from which data, for whom; and what the names of places do not mean."""
    audience = t("public release") if now.audience == "public" else t("workspace of the custodian, this machine only")
    said = t(
        "As at {date}. Data version {version}. Shown: {audience}.",
        date=as_at(now),
        version=now.version[:12],
        audience=audience,
    )
    st.html(f'<footer class="tz-foot">{escape(said)}<br>{escape(t(DESIGNATIONS))}</footer>')


def as_at(now: Graph) -> str:
    """The date of the data."""
    try:
        return day(date.fromisoformat(now.as_at[:10]))
    except ValueError:
        return t("not recorded")


DESIGNATIONS = N_(
    "The designations employed and the presentation of material do not imply the expression of any opinion concerning "
    "the legal status of any country, territory, city or area or of its authorities, or concerning the delimitation of "
    "its frontiers or boundaries."
)
