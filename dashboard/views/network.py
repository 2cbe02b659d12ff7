"""The network around one partner, programme, State or text: search, picture, what was chosen, and all of it as a table."""

from __future__ import annotations

from html import escape

import streamlit as st

from taazur.dashboard import canvas, cells, controls, frame, show
from taazur.dashboard.answers import name_of, named
from taazur.dashboard.boundary import guarded
from taazur.dashboard.ego import CAP, DEFAULT_MOST, KINDS, MORE_KINDS, Ego, around, short_names
from taazur.dashboard.marks import key_to_dots, key_to_marks, mark
from taazur.dashboard.reader import link
from taazur.dashboard.words import n, t
from taazur.graph.schema import SCHEMA

FIRST = "partner/unoct"


def main() -> None:
    """Draws the page from its address: ``node``, ``pick``, ``kinds``, ``steps``, ``most``."""
    asked = st.query_params
    centre = asked.get("node") or FIRST
    kinds = [k for k in asked.get("kinds", ",".join(KINDS)).split(",") if k in (*KINDS, *MORE_KINDS)]
    steps = 2 if asked.get("steps") == "2" else 1
    most = min(CAP, int(asked["most"])) if asked.get("most", "").isdigit() else DEFAULT_MOST
    frame.title(
        t("Network"), t("What the sources say directly about one thing, and about its neighbours among themselves.")
    )
    with guarded():
        controls.search()
    with guarded():
        ego = around(centre, kinds, steps, most)
        now = {"node": centre, "kinds": ",".join(kinds), "steps": steps, "most": most}
        controls.filters(ego, kinds, now)
        picture(ego, centre)
    with guarded():
        count = n("{count} claim drawn", "{count} claims drawn", len(ego.rows()))
        st.html(f'<h2 class="tz-h2">{escape(t("The same as a table"))}<small>{escape(count)}</small></h2>')
        show.rows(ego.table(), t("Claims drawn in the network"), key=f"claims-{centre}")
        show.computed(ego.claims, {"ids": centre})


def picture(ego: Ego, centre: str) -> None:
    """The picture, and beside it what was chosen."""
    left, right = st.columns([7, 3], gap="medium")
    names = {id_: name for id_, (name, _) in named(ego.drawn).items()}
    chosen = st.query_params.get("pick", "")
    with left:
        claims = [{**row, "words": t(str(row["role"] or row["edge"]))} for row in ego.rows()]
        net = canvas.network(names, short_names(names), claims, centre)
        label = t("Network around {name}", name=names.get(centre, centre))
        canvas.draw(net, label=label, selected=chosen, picked=pick)
        shown = sorted({SCHEMA.label_of(id_) for id_ in names}, key=[*KINDS, *MORE_KINDS, "Source"].index)
        st.html(key_to_marks(shown) + f'<span class="tz-key">┄ {escape(t("dashed: not confirmed in a source"))}</span>')
    with right, guarded():
        panel(ego, chosen or centre)


def pick(id_: str) -> None:
    """A node was chosen: the address says so."""
    st.query_params["pick"] = id_


def panel(ego: Ego, id_: str) -> None:
    """What was chosen: its name, its page, the claims about it that are drawn, and its evidence."""
    name = name_of(id_)
    st.html(
        f'<h2 class="tz-h2">{cells.entity(id_, name)}</h2><p class="tz-p">{escape(t(mark(SCHEMA.label_of(id_)).one))}</p>'
    )
    here = escape(link("network", node=id_, kinds=st.query_params.get("kinds")), quote=True)
    st.html(f'<p class="tz-p"><a href="{here}" data-go>{escape(t("Centre the network here"))}</a></p>')
    about = [row for row in ego.rows() if id_ in (row["from"], row["to"])]
    st.html(show.claims(about, id_) + f"<p>{key_to_dots()}</p>")
    show.evidence(id_)


main()
