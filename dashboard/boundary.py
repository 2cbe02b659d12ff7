"""One failing panel never blanks the page: it says what was found and what to do, and the rest goes on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from taazur.dashboard.words import t
from taazur.graph.errors import TaazurError

LOG = logging.getLogger("taazur.dashboard")


@contextmanager
def guarded() -> Iterator[None]:
    """Shows an error in the place of a panel. Streamlit's own control of a run passes through."""
    try:
        yield
    except TaazurError as error:
        wrong(str(error))
    except Exception:
        # The reader is told; what happened goes to the log of the server, in full.
        LOG.exception("a panel failed")
        wrong(t("This part of the page could not be drawn. The rest is not affected. The server's log says why."))


def wrong(text: str) -> None:
    """What went wrong and what to do about it."""
    st.html(f'<p class="tz-notice wrong" role="alert">{escape(text)}</p>')


def notice(text: str) -> None:
    """A sentence that a reader must not miss."""
    st.html(f'<p class="tz-notice">{escape(text)}</p>')


def empty(why: str) -> None:
    """Why there is nothing to show. Nothing on record is not nothing."""
    st.html(f'<p class="tz-empty">{escape(why)}</p>')
