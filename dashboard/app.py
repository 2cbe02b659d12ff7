"""The explorer: one frame, and a page for each kind of thing."""

from __future__ import annotations

import streamlit as st

from taazur.dashboard import frame
from taazur.dashboard.answers import graph
from taazur.dashboard.boundary import guarded
from taazur.dashboard.reader import here
from taazur.dashboard.words import t


def main() -> None:
    """Draws the frame around the page that the address names."""
    st.set_page_config(page_title="Taazur", page_icon=str(here("static/favicon.png")), layout="wide")
    views = [
        st.Page(here(f"views/{address or 'home'}.py"), title=t(name), url_path=address, default=not address)
        for address, name in frame.ROOMS.items()
    ]
    page = st.navigation(views, position="hidden")
    frame.document()
    frame.head(page.url_path)
    with guarded():
        # Without a graph for this reader there is one message, and no page.
        now = graph()
        with guarded():
            page.run()
        frame.foot(now)


main()
