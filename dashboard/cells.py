"""What stands in a cell, as HTML: a name with its link, an address, a plain value."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import unquote

from taazur.dashboard.marks import badge
from taazur.dashboard.reader import is_id, lang, link, link_to
from taazur.dashboard.words import language_name, shown, t
from taazur.graph.schema import SCHEMA

__all__ = ["address", "cited", "entity", "is_id", "none", "text"]


SHORT = 34
"""Letters of an address that are shown; the whole of it is in the link."""


def none() -> str:
    """What stands where nothing is on record."""
    return f'<span class="tz-none" title="{escape(t("not recorded"), quote=True)}">–</span>'


def text(value: Any) -> str:
    """A plain value: addresses are links, lists stand one below the other, the rest is text."""
    if isinstance(value, list):
        return "<br>".join(map(text, value))
    if isinstance(value, str):
        return address(value) if value.startswith(("http://", "https://")) else f"<bdi>{escape(value)}</bdi>"
    return escape(shown(value))


def entity(id_: str, name: str, language: str = "", *, to: str = "") -> str:
    """A thing by its name: its mark, a link to its page, and the language of the name where that is another one."""
    other = language if language not in ("", lang()) else ""
    tag = f' <span class="tz-lang">{escape(language_name(other))}</span>' if other else ""
    spoken = f' lang="{escape(other, quote=True)}"' if other else ""
    target = escape(link(to, node=id_) if to else link_to(id_), quote=True)
    mark = badge(SCHEMA.label_of(id_))
    return f'<span class="tz-entity">{mark}<span><a href="{target}" data-go><bdi{spoken}>{escape(name)}</bdi></a>{tag}</span></span>'


def cited(source: str, locator: object = None) -> str:
    """A source: its host as a link to the document, or its symbol; and where in it."""
    where = f' <span class="tz-where"><bdi>{escape(str(locator))}</bdi></span>' if _tells(locator) else ""
    return (address(source) if source.startswith(("http://", "https://")) else f"<bdi>{escape(source)}</bdi>") + where


def _tells(locator: object) -> bool:
    """Whether a locator says more than in which of our own files the row stands."""
    return bool(locator) and not str(locator).endswith(".csv")


def address(url: str) -> str:
    """A document elsewhere, by host and end of path; a new tab, which is not told where the reader comes from."""
    bare = unquote(url.split("://", 1)[1]).removeprefix("www.").rstrip("/")
    host = bare.split("/")[0]
    short = bare if len(bare) <= SHORT else f"{host}/…{bare[len(host) + 1 :][-max(6, SHORT - len(host) - 2) :]}"
    safe = escape(url, quote=True)
    rel = 'target="_blank" rel="noopener noreferrer"'
    return f'<a class="tz-out" href="{safe}" title="{safe}" {rel}><bdi dir="ltr">{escape(short)}</bdi></a>'


def prose(said: str) -> str:
    """A text of ours with its emphasis: ``*word*`` and names of columns in backticks."""
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(said))
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", marked)
