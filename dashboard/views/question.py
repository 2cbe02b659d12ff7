"""The catalogue: choose a question, fill in what it asks, read the answer, its text and its limits, take it away."""

from __future__ import annotations

from html import escape

import streamlit as st

from taazur.dashboard import frame, show
from taazur.dashboard.answers import ask
from taazur.dashboard.boundary import empty, guarded
from taazur.dashboard.downloads import as_csv, as_json
from taazur.dashboard.form import fill_in, given
from taazur.dashboard.reader import link
from taazur.dashboard.words import n, t
from taazur.queries.catalogue import GROUPS, catalogue, question
from taazur.queries.header import Query


def main() -> None:
    """Draws the list, or the question that the address names."""
    name = st.query_params.get("name", "")
    if name not in catalogue():
        frame.title(t("Questions"), t("What can be asked of the graph. Each question says what it cannot see."))
        for group in GROUPS:
            st.html(listing(group))
        return
    query = question(name)
    frame.title(t(query.title), t(query.question))
    back = escape(link("question"), quote=True)
    st.html(f'<p class="tz-p"><a href="{back}" data-go>{escape(t("All questions"))}</a></p>')
    values = fill_in(query, given(query, st.query_params.to_dict()))
    with guarded():
        answer = ask(name, **values)
        count = n("{count} row", "{count} rows", len(answer))
        st.html(f'<h2 class="tz-h2">{escape(t("Answer"))}<small>{escape(count)}</small></h2>')
        if len(answer):
            show.rows(answer, t(query.title), key=f"{name}-{sorted(values.items())}")
            left, right, _ = st.columns([1, 1, 4])
            left.download_button(
                t("Download CSV"), lambda: as_csv(answer), f"{name}.csv", "text/csv", on_click="ignore"
            )
            right.download_button(
                t("Download JSON"), lambda: as_json(answer), f"{name}.json", "application/json", on_click="ignore"
            )
        else:
            empty(t(show.NOTHING))
        show.computed(answer, values)


def listing(group: str) -> str:
    """The questions of one group, each a link with what it answers."""
    items = "".join(item(query) for query in catalogue().values() if query.group == group)
    return f'<h2 class="tz-h2">{escape(t(group.capitalize()))}</h2><ul class="tz-questions">{items}</ul>'


def item(query: Query) -> str:
    target = escape(link("question", name=query.name), quote=True)
    return f'<li><a href="{target}" data-go>{escape(t(query.title))}</a><span>{escape(t(query.question))}</span></li>'


main()
