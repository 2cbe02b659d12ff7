"""The one door between the screens and the graph: which graph this reader sees, and what it answers.

Nothing here is shown; nothing else here reads. Each cache is keyed by audience and
data version, so that one reader's answer never reaches another audience and a new
build is seen at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from taazur.dashboard import audience
from taazur.dashboard.reader import Settings, lang
from taazur.graph.engine import Engine, is_server, open_graph
from taazur.graph.schema import SCHEMA
from taazur.loaders.build import without_password
from taazur.loaders.workspace import Workspace
from taazur.queries import catalogue as questions
from taazur.queries.names import Answer, choices, names


@dataclass(frozen=True)
class Graph:
    """The graph that this reader sees."""

    engine: Engine
    audience: str
    version: str
    as_at: str
    workspace: Path

    @property
    def key(self) -> tuple[str, str]:
        """What every cached value is kept under."""
        return self.audience, self.version


def graph() -> Graph:
    """The present graph of the audience that the server was started for.

    Raises
    ------
    EngineError : there is none, it is unfinished, or it is not for this audience.
    """
    settings = Settings.read()
    audience.known(settings.audience)
    audience.served_to(settings.audience, st.get_option("server.address"))
    workspace = Workspace(Path(settings.workspace) if settings.workspace else None)
    url = settings.graph or str(workspace.graph_path(settings.audience))
    engine = _open(settings.audience, _stamp(url), url)
    marker = engine.build()
    audience.released(marker, settings.audience, without_password(url))
    return Graph(engine, settings.audience, marker.get("data_version", ""), marker.get("as_at", ""), workspace.folder)


def _stamp(url: str) -> str:
    """What tells one file from another that takes its name; a server has none, and answers for itself."""
    path = Path(url)
    return f"{path.stat().st_ino}-{path.stat().st_mtime_ns}" if not is_server(url) and path.is_file() else ""


@st.cache_resource(max_entries=4, show_spinner=False)
def _open(audience: str, stamp: str, url: str) -> Engine:
    return open_graph(url)


def ask(name: str, **params: Any) -> Answer:
    """The answer to one question of the catalogue, in the reader's language."""
    now = graph()
    return _ask(*now.key, name, lang(), tuple(sorted(params.items())), now)


@st.cache_data(max_entries=3000, show_spinner=False)
def _ask(audience: str, version: str, name: str, code: str, params: tuple[tuple[str, Any], ...], _now: Graph) -> Answer:
    return questions.ask(_now.engine, name, code, workspace=_now.workspace, **dict(params))


def listed(label: str) -> dict[str, str]:
    """Id → name in the reader's language of everything of one kind, by name."""
    now = graph()
    return _listed(*now.key, label, lang(), now)


@st.cache_data(max_entries=100, show_spinner=False)
def _listed(audience: str, version: str, label: str, code: str, _now: Graph) -> dict[str, str]:
    found = choices(_now.engine, label, code)
    return dict(sorted(found.items(), key=lambda item: item[1].casefold()))


def labelled(label: str) -> dict[str, str]:
    """As ``listed``; resolutions by symbol, with the descriptive title after it, for that is not official."""
    names_ = listed(label)
    if label != "Resolution":
        return names_
    symbols = {str(row["id"]): str(row["short"]) for row in ask("short-names", ids=sorted(names_)).records()}
    told = {
        id_: f"{symbols[id_]} · {name}" if id_ in symbols and name not in symbols[id_] else name
        for id_, name in names_.items()
    }
    return dict(sorted(told.items(), key=lambda item: _number(item[0])))


def _number(id_: str) -> tuple[int, str]:
    """Resolutions in the order of their numbers, then the others by id."""
    rest = id_.split("/", 1)[1]
    return (int(rest), "") if rest.isdigit() else (10**6, rest)


def named(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Id → name to show and the language it is in; an id that is not in the graph is left out."""
    now = graph()
    by_label: dict[str, list[str]] = {}
    for id_ in sorted(set(ids)):
        by_label.setdefault(SCHEMA.label_of(id_), []).append(id_)
    parts = (_named(*now.key, label, tuple(some), lang(), now) for label, some in by_label.items())
    return {id_: name for part in parts for id_, name in part.items()}


@st.cache_data(max_entries=3000, show_spinner=False)
def _named(
    audience: str, version: str, label: str, ids: tuple[str, ...], code: str, _now: Graph
) -> dict[str, tuple[str, str]]:
    return names(_now.engine, label, ids, code)


def name_of(id_: str) -> str:
    """The name of one node in the reader's language, or the next; its id where it is not in the graph."""
    return named([id_]).get(id_, (id_, ""))[0]
