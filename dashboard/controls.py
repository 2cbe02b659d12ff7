"""What stands above the network: the search, and what is drawn. Each choice is a link, so that the address has it."""

from __future__ import annotations

from html import escape

import streamlit as st

from taazur.dashboard import cells
from taazur.dashboard.answers import ask, named
from taazur.dashboard.boundary import empty
from taazur.dashboard.ego import CAP, KINDS, MORE_KINDS, Ego
from taazur.dashboard.marks import mark
from taazur.dashboard.reader import link
from taazur.dashboard.words import number, t


def search() -> None:
    """A box to find anything by name; what was found are links."""
    text = st.text_input(t("Find by name, acronym or symbol, in any language"), key="q", bind="query-params", width=560)
    if not text:
        return
    hits = ask("find", text=text, limit=12).records()
    if not hits:
        empty(t("Nothing on record bears a name like {text}.", text=text))
        return
    names = named(str(hit["id"]) for hit in hits)
    found = (
        cells.entity(str(hit["id"]), *names.get(str(hit["id"]), (str(hit["name"]), "")), to="network") for hit in hits
    )
    st.html('<ul class="tz-index">' + "".join(f"<li>{one}</li>" for one in found) + "</ul>")


def filters(ego: Ego, kinds: list[str], now: dict[str, object]) -> None:
    """What is drawn: kinds with how many there are nearby, and how far to go. Each is a link, so the address has it."""
    chips = [chip(f"{t(mark(k).many)} {number(ego.kinds[k])}", k in kinds, now | {"kinds": toggled(kinds, k)})
             for k in (*KINDS, *MORE_KINDS) if ego.kinds.get(k)]  # fmt: skip
    reach = [
        chip(t("Neighbours"), now["steps"] == 1, now | {"steps": 1}),
        chip(t("Their neighbours too"), now["steps"] == 2, now | {"steps": 2}),
    ]
    st.html(f'<div class="tz-chips" role="group" aria-label="{escape(t("Kinds drawn"), quote=True)}">{"".join(chips)}</div>'
            f'<div class="tz-chips" role="group" aria-label="{escape(t("How far"), quote=True)}">{"".join(reach)}</div>')  # fmt: skip
    if ego.left_out:
        more = link("network", **now | {"most": CAP})
        said = t("{drawn} nodes are drawn; {left} more are in reach.", drawn=len(ego.drawn), left=ego.left_out)
        st.html(
            f'<p class="tz-p">{escape(said)} <a href="{escape(more, quote=True)}" data-go>{escape(t("Draw more"))}</a></p>'
        )


def toggled(kinds: list[str], kind: str) -> str:
    """The kinds without one that is there, or with one that is not."""
    return ",".join(k for k in kinds if k != kind) if kind in kinds else ",".join([*kinds, kind])


def chip(words: str, on: bool, where: dict[str, object]) -> str:
    """A switch that is a link."""
    target = escape(link("network", **where), quote=True)
    return (
        f'<a class="tz-chip" role="button" aria-pressed="{str(on).lower()}" href="{target}" data-go>{escape(words)}</a>'
    )
