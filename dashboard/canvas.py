"""The network picture: pyvis holds the nodes and edges, our own component draws them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from textwrap import wrap
from typing import Any

import streamlit as st
from pyvis.network import Network

from taazur.dashboard.marks import mark
from taazur.dashboard.places import places
from taazur.dashboard.reader import here
from taazur.dashboard.words import n, t
from taazur.graph.schema import SCHEMA

WIDTH = 20
"""Letters of a line of a label, which has two; the whole name is in the tooltip, the table and the panel."""

_component = st.components.v2.component(
    "taazur_network",
    html='<div class="network">\n<div class="stage"></div><div class="tools"><button type="button">+</button>'
    '<button type="button">−</button><button type="button">⤢</button></div></div>',
    css=here("network.css").read_text("utf-8"),
    js=here("network.js").read_text("utf-8"),
)


def network(
    names: dict[str, str], short: dict[str, str], claims: list[dict[str, Any]], centre: str, centred: bool = True
) -> Network:
    """Nodes with their places and looks, and one line for all claims about two nodes, as pyvis keeps them.

    Parameters
    ----------
    names : id → name to show.
    short : id → acronym, for those that have one; it stands for the name in the picture.
    claims : dicts with ``from``, ``to``, ``words`` and ``verified``.
    """
    net = Network(directed=False, cdn_resources="in_line")
    lines = _lines(names, claims)
    links: dict[str, int] = dict.fromkeys(names, 0)
    for pair in lines:
        for id_ in pair:
            links[id_] += 1
    kinds = {id_: SCHEMA.label_of(id_) for id_ in names}
    at = places(list(names), list(kinds.values()), list(lines))
    for id_, name in names.items():
        _node(net, id_, name, short.get(id_, name), kinds[id_], at[id_], links[id_], centred and id_ == centre)
    for (a, b), (words, sure, count) in lines.items():
        net.add_edge(a, b, title=" · ".join(words), dashes=not sure, width=min(4.0, 1.0 + 0.5 * (count - 1)))
    return net


def _node(
    net: Network, id_: str, name: str, short: str, label: str, at: tuple[float, float], links: int, centre: bool
) -> None:
    look = mark(label)
    lines = wrap(short, WIDTH, max_lines=2, placeholder="…") or [short]
    spoken = n("{name}, {kind}, {count} link", "{name}, {kind}, {count} links", links, name=name, kind=t(look.one))
    net.add_node(
        id_, label=lines, spoken=spoken, x=at[0], y=at[1], color=look.color, ink=look.ink, letter=t(look.letter),
        shape=look.shape, size=1.5 if centre else 1.0, links=links, centre=centre,
    )  # fmt: skip


def _lines(names: dict[str, str], claims: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[list[str], bool, int]]:
    """One line for each pair of nodes: what is claimed, whether any claim is confirmed, how many there are."""
    lines: dict[tuple[str, str], tuple[list[str], bool, int]] = {}
    for claim in claims:
        pair = (min(claim["from"], claim["to"]), max(claim["from"], claim["to"]))
        if pair[0] in names and pair[1] in names and pair[0] != pair[1]:
            words, sure, count = lines.get(pair, ([], False, 0))
            more = [] if claim["words"] in words else [claim["words"]]
            lines[pair] = ([*words, *more], sure or bool(claim["verified"]), count + 1)
    return lines


def draw(net: Network, *, label: str, selected: str, picked: Callable[[str], None], height: int = 560) -> None:
    """Draws the network; ``picked`` is called with the id of a node that was chosen."""
    nodes, edges = net.nodes, net.edges
    data = {
        "nodes": nodes,
        "edges": [{"from": e["from"], "to": e["to"], "title": e["title"], "dashed": e["dashes"], "width": e["width"]} for e in edges],
        "signature": hashlib.sha256(json.dumps([nodes, edges], sort_keys=True).encode()).hexdigest(),
        "selected": selected, "label": label, "height": height,
        "words": [t("Zoom in"), t("Zoom out"), t("Show all of it")],
    }  # fmt: skip
    _component(
        key="network", data=data, height=height, on_picked_change=lambda: picked(st.session_state["network"].picked)
    )
