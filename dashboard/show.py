"""A panel: what is asked, the answer as a table, and, folded, how it was computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from taazur.dashboard import cells, sheet
from taazur.dashboard.answers import ask, graph, labelled, named
from taazur.dashboard.boundary import empty, guarded, wrong
from taazur.dashboard.frame import as_at
from taazur.dashboard.marks import dot
from taazur.dashboard.reader import lang, link
from taazur.dashboard.words import N_, number, t
from taazur.queries.names import Answer

MOST = 100
"""Rows that a page draws at once."""

NOTHING = N_("Nothing is on record in the sources loaded. This does not mean that there is nothing.")


def panel(
    name: str,
    head: str,
    *,
    drop: Iterable[str] = (),
    nothing: str = NOTHING,
    lead: str = "",
    fold: bool = True,
    keep: Callable[[dict[str, Any]], bool] | None = None,
    **params: Any,
) -> Answer | None:
    """One question with its answer; ``None`` where it failed.

    Parameters
    ----------
    drop : columns that the page has said already.
    nothing : what is said where there are no rows.
    fold : whether how it was computed stands below, folded.
    keep : which rows belong here, where a page shows one answer in two places.
    params : what the question is asked with.
    """
    with guarded():
        answer = ask(name, **params)
        if keep:
            answer = replace(answer, rows=tuple(tuple(row.values()) for row in answer.records() if keep(row)))
        st.html(
            f'<h2 class="tz-h2">{escape(head)}<small>{number(len(answer))}</small></h2>'
            + (f'<p class="tz-p">{escape(lead)}</p>' if lead else "")
        )
        if len(answer):
            rows(answer, head, drop=drop, key=f"{name}-{sorted(params.items())}")
        else:
            empty(t(nothing))
        if fold:
            computed(answer, params)
        return answer
    return None


def rows(answer: Answer, caption: str, *, key: str, drop: Iterable[str] = ()) -> None:
    """The table, its first rows only where there are many; the rest comes when it is asked for."""
    most = len(answer) if st.session_state.get(f"all-{key}") else MOST
    st.html(sheet.table(answer, caption, drop=drop, most=most))
    if len(answer) > most:
        left = t("{shown} of {all} rows are shown.", shown=most, all=len(answer))
        st.html(f'<p class="tz-empty">{escape(left)}</p>')
        st.button(t("Show all rows"), key=f"all-{key}")


def computed(answer: Answer, params: dict[str, Any]) -> None:
    """How the answer was computed: the question, what it cannot see, its text, its data."""
    if not (query := answer.query):
        return
    now = graph()
    with st.expander(t("How this was computed")):
        asked = [query.name, *(f"{name}={value}" for name, value in params.items())]
        said = t("Data version {version}, as at {date}.", version=now.version[:12], date=as_at(now))
        st.html(
            f'<p class="tz-p">{cells.prose(t(query.question))} {cells.prose(t(query.why))}</p>'
            f'<p class="tz-p"><code>{escape(" ".join(asked))}</code></p><p class="tz-p">{escape(said)}</p>'
        )
        if query.text:
            st.code(query.text, language="cypher", wrap_lines=True)
        cited = sources(answer)
        if cited:
            st.html(f'<h3 class="tz-h2">{escape(t("Sources"))}</h3>' + "<br>".join(map(cells.cited, cited)))


def sources(answer: Answer, most: int = 30) -> list[str]:
    """The documents that the rows cite, once each."""
    column = next((c for c in ("source", "sources") if c in answer.columns), "")
    cells = answer.column(column) if column else []
    return sorted({str(v) for cell in cells for v in (cell if isinstance(cell, list) else [cell]) if v})[:most]


def chosen(label: str, page: str, head: str) -> str:
    """The id that the address names, with a box to choose another; "" and the list of all where it names none."""
    id_ = st.query_params.get("id", "")
    options = labelled(label)

    def go() -> None:
        st.query_params["id"] = st.session_state[key]

    key = f"{page}-{id_}-{lang()}"
    ids = list(options)
    at = ids.index(id_) if id_ in options else None
    st.selectbox(
        head, ids, at, lambda one: options[one], key=key, placeholder=t("Type a name"), on_change=go, width=560
    )
    if id_ and id_ not in options:
        wrong(t("There is nothing with the id {id} here. Choose from the list.", id=id_))
    if id_ not in options:
        st.html(sheet.index(options))
        return ""
    return id_


def details(name: str, label: str, *, drop: Iterable[str] = (), **params: Any) -> Answer | None:
    """What is on record about one thing, as name and value; ``None`` where it failed."""
    with guarded():
        answer = ask(name, **params)
        own = label.lower()
        st.html(sheet.facts(answer, drop=[own, f"{own}_name", *drop]))
        around = escape(link("network", node=params[own]), quote=True)
        st.html(f'<p class="tz-p"><a href="{around}" data-go>{escape(t("Show it in the network"))}</a></p>')
        computed(answer, params)
        return answer
    return None


def evidence(id_: str) -> None:
    """The rows that were read about one thing, folded."""
    with st.expander(t("Evidence: the rows as they were read")):
        panel("evidence", t("Evidence"), id=id_, drop=["record"], fold=False)


def claims(rows: Iterable[dict[str, Any]], of: str) -> str:
    """Claims about one thing as a short list: the role, the other end, the source behind its dot."""
    ends = named({str(row["to"] if row["from"] == of else row["from"]) for row in rows})
    items = ""
    for row in rows:
        other = str(row["to"] if row["from"] == of else row["from"])
        name, language = ends.get(other, (other, ""))
        role = escape(t(str(row["role"] or row["edge"])))
        said = dot(row["grade"], row["verified"]) + " " + cells.cited(str(row["source"] or ""), row["locator"])
        items += f'<li><span class="tz-where">{role}</span> {cells.entity(other, name, language)}<br>{said}</li>'
    return f'<ul class="tz-claims">{items}</ul>'
