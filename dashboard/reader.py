"""Who reads, in which language, and where: the state of a page is its address.

Everything that a page shows follows from its address, so that a link restores
the view. The session only remembers the language while the reader moves about.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from taazur.graph.schema import SCHEMA

OFFERED = ("en", "ar")
"""Languages that have a catalogue. Another one is a ``locale/<code>`` folder and its code here."""

ENDONYMS = {"en": "English", "ar": "العربية", "fr": "Français", "es": "Español", "ru": "Русский", "zh": "中文"}
"""What each language calls itself."""

PAGES = {"Programme": "programme", "Partner": "partner", "State": "state", "Resolution": "resolution"}
"""Label → address of the page about one such thing. All others are shown in the network."""


@dataclass(frozen=True)
class Settings:
    """What the server was started with."""

    audience: str
    graph: str
    workspace: str

    @classmethod
    def read(cls) -> Settings:
        """From the environment; without one, the public release of the reader's own workspace."""
        asked = os.environ.get
        return cls(asked("TAAZUR_AUDIENCE") or "public", asked("TAAZUR_GRAPH") or "", asked("TAAZUR_WORKSPACE") or "")


def lang() -> str:
    """The reader's language: that of the address, else of this session, else of the browser, else English."""
    wished = (st.query_params.get("lang"), st.session_state.get("lang"), (st.context.locale or "")[:2])
    return next((code for code in wished if code in OFFERED), "en")


def direction(code: str) -> str:
    """``rtl`` for Arabic, else ``ltr``."""
    return "rtl" if code == "ar" else "ltr"


def link(page: str, **params: Any) -> str:
    """The address of a page of ours, relative, with the language kept; parameters without a value are left out."""
    asked = {name: str(value) for name, value in params.items() if value not in (None, "", [])}
    query = urlencode({**asked, "lang": params.get("lang") or lang()}, safe="/:", quote_via=quote)
    return f"./{page}?{query}"


def link_to(id_: str) -> str:
    """The address of the page about one node: its own page, or the network around it."""
    prefix, _, rest = id_.partition("/")
    if prefix == "provision":
        return link("resolution", id=f"resolution/{rest.split('/')[0]}", provision=id_)
    page = {node.prefix: PAGES[node.label] for node in SCHEMA.nodes if node.label in PAGES}.get(prefix)
    return link(page, id=id_) if page else link("network", node=id_)


def is_id(text: object) -> bool:
    """Whether a value looks like the id of a node that can be linked to."""
    if not isinstance(text, str) or "/" not in text or " " in text:
        return False
    return text.split("/", 1)[0] in _PREFIXES


def here(file: str) -> Path:
    """A file of this folder."""
    return Path(__file__).parent / file


_PREFIXES = frozenset(node.prefix for node in SCHEMA.nodes if node.label not in ("Record", "Source"))
