"""The network around one partner, programme, State or text: search, picture, what was chosen, and all of it as a table."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from taazur.dashboard import canvas, cells, frame, show
from taazur.dashboard.answers import ask, name_of, named
from taazur.dashboard.boundary import empty, guarded
from taazur.dashboard.ego import CAP, DEFAULT_MOST, KINDS, MORE_KINDS, Ego, around
from taazur.dashboard.marks import key_to_dots, key_to_marks, mark
from taazur.dashboard.reader import link
from taazur.dashboard.words import n, number, t
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
        search()
    with guarded():
        ego = around(centre, kinds, steps, most)
        now = {"node": centre, "kinds": ",".join(kinds), "steps": steps, "most": most}
        filters(ego, kinds, now)
        picture(ego, centre)
    with guarded():
        count = n("{count} claim drawn", "{count} claims drawn", len(ego.rows()))
        st.html(f'<h2 class="tz-h2">{escape(t("The same as a table"))}<small>{escape(count)}</small></h2>')
        show.rows(ego.table(), t("Claims drawn in the network"), key=f"claims-{centre}")
        show.computed(ego.claims, {"ids": centre})


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


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Id → acronym, symbol or number of those that are known by one."""
    ids = sorted(id_ for id_ in names if SCHEMA.label_of(id_) in ("Partner", "Programme", "Resolution"))
    known = {str(row["id"]): str(row["short"]) for row in ask("short-names", ids=ids).records()} if ids else {}
    provisions = (id_.split("/") for id_ in names if id_.startswith("provision/"))
    return known | {
        "/".join(parts): f"{parts[1]} §{parts[2] if parts[2][0].isdigit() else '?'}" for parts in provisions
    }


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
