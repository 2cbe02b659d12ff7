"""Build: from the sources to a graph that somebody may read.

The next graph is made whole, read back and compared before anyone is pointed to
it; when anything fails on the way, the old one is as it was. A graph is always
made from all sources, so a source that is gone takes its own rows and no others.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa

import taazur.analysis
import taazur.graph
import taazur.loaders
from taazur.analysis.derive import RULES as DERIVED_UNDER
from taazur.analysis.derive import derive
from taazur.analysis.region_gap import with_regions
from taazur.graph.engine import Engine, Progress, Tables, is_server, open_graph, publisher, silent
from taazur.graph.errors import EngineError
from taazur.graph.find import make_index
from taazur.graph.version import version_of, version_read_back
from taazur.loaders import release
from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.join import join
from taazur.loaders.ledger import LedgerLine
from taazur.loaders.tidied import Tidied, code, forget, tidied
from taazur.loaders.workspace import AUDIENCES, Workspace

RULE = "build-1"
"""The version of how sources are joined; part of every data version."""

ROOM = 256 * 2**20
"""Bytes that must be free, beside eight times the size of the rows, before a graph file is begun."""


@dataclass(frozen=True)
class Report:
    """What a build did.

    ``versions`` is audience → data version, ``graphs`` audience → file or
    address, ``counts`` kind → rows of the largest graph made, ``rules`` what the
    versions were made under.
    """

    versions: dict[str, str]
    graphs: dict[str, str]
    counts: dict[str, int]
    ledger: list[LedgerLine]
    rules: tuple[str, ...]
    seconds: float
    messages: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Made:
    """All rows, ready to be released to an audience."""

    tables: dict[str, pa.Table]
    rules: tuple[str, ...]
    as_at: str
    ledger: list[LedgerLine]
    messages: list[str]


def build(
    workspace: Workspace, url: str | None = None, audience: str = "custodian", progress: Progress = silent
) -> Report:
    """Makes the graphs of a workspace from its sources; or one graph at an address.

    Parameters
    ----------
    workspace : where sources, cache, graphs and ledger are.
    url : a server or a file that gets one graph, that of ``audience``; without
        it, the workspace gets one for each audience.
    progress : told of each step.

    Raises
    ------
    SourceError : a card, a file or a row cannot be used.
    EngineError : the graph cannot be written, holds something else than was written, or a server's is another audience's.
    TaazurError : another process works on the workspace.
    """
    started = time.monotonic()
    try:
        with workspace.lock("taazur build"):
            # Read first: what changes while the graph is made is noticed at the next start.
            origin = made_from(workspace)
            made = _make(workspace, progress)
            if url is None:
                return _build_here(workspace, made, origin, progress, started)
            return _build_there(workspace, made, url, audience, progress, started)
    except OSError as error:
        found = f"a file cannot be read or written ({error.strerror or error})"
        raise EngineError(found, str(error.filename or workspace.folder), "The old graph stays.") from error


def made_from(workspace: Workspace) -> str:
    """SHA-256 (hex) of all that the graphs of a workspace follow from: code, rules, and the cards of its sources."""
    digest = hashlib.sha256(code(taazur.loaders, taazur.graph, taazur.analysis).encode())
    cards = (card.folder / "card.toml" for card in workspace.cards())
    for path in (*sorted(SHIPPED.parent.glob("*.toml")), *cards):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_current(workspace: Workspace) -> bool:
    """Whether there is a graph that follows from the present sources, rules and code."""
    current = workspace.current()
    return current is not None and current.made_from == made_from(workspace)


def _make(workspace: Workspace, progress: Progress) -> _Made:
    cards = workspace.cards()
    parts: list[Tidied] = []
    for number, card in enumerate(cards):
        progress(f"reading {card.name}", number, len(cards))
        parts.append(tidied(card, workspace.cache))
    forget(workspace.cache, [card.name for card in cards])
    progress("joining the sources", len(cards), len(cards))
    joined = join(parts)
    rules = tuple(sorted({RULE, release.rule(), *DERIVED_UNDER, *(part.rule for part in parts)}))
    as_at = _as_at(cards)
    tables = release.count_needs(joined.tables)
    # What is told of sub-regions is made from all needs, before anything is hidden.
    tables = with_regions(tables, date.fromisoformat(as_at)) if as_at else tables
    return _Made(tables, rules, as_at, joined.ledger, joined.messages)


def derived(workspace: Workspace, audience: str, progress: Progress = silent) -> tuple[dict[str, pa.Table], str, float]:
    """What a build would write for an audience: the rows with all that is derived, the day, and the seconds that took.

    Nothing is written but the cache of tidied sources.
    """
    with workspace.lock("taazur analyse"):
        made = _make(workspace, progress)
    started = time.monotonic()
    return _released(made, audience, progress), made.as_at, time.monotonic() - started


def _released(made: _Made, audience: str, progress: Progress) -> dict[str, pa.Table]:
    """What an audience may see, and what follows from that alone."""
    tables = release.project(made.tables, audience)
    if not made.as_at:
        return tables
    progress("analysing", 0, 1)
    return derive(tables, date.fromisoformat(made.as_at), audience)


def _as_at(cards: Sequence[Card]) -> str:
    """The last day on which a source was read; not the day of the build, which says nothing of the data."""
    return max((card.retrieved.isoformat() for card in cards), default="")


def _build_here(workspace: Workspace, made: _Made, origin: str, progress: Progress, started: float) -> Report:
    """One graph for each audience, then ``current`` is pointed to them in one step."""
    paths, versions, largest = {}, {}, made.tables
    for audience, name in AUDIENCES.items():
        tables = _released(made, audience, progress)
        largest = tables if audience == "custodian" else largest
        versions[audience] = version_of(tables, made.rules)
        paths[audience] = workspace.graphs / f"{name}-{versions[audience][:16]}.lbug"
        marker = _marker(versions[audience], audience, made)
        _publish_file(paths[audience], tables, marker, made.rules, workspace.graphs, progress)
    report = _report(made, versions, {a: str(path) for a, path in paths.items()}, largest, started)
    # First the account, then the graph: a build that is killed in between has an account and no graph, never the reverse.
    workspace.ledger.append("workspace", versions, report.seconds, made.ledger)
    workspace.point_to(paths, versions, origin)
    return report


def _build_there(
    workspace: Workspace, made: _Made, url: str, audience: str, progress: Progress, started: float
) -> Report:
    """One graph at an address, and its search index in the workspace."""
    if is_server(url):
        _refuse_other_audience(url, audience)
    tables = _released(made, audience, progress)
    version = version_of(tables, made.rules)
    marker = _marker(version, audience, made)
    if is_server(url):
        publisher(url).publish(tables, marker, progress)
        _check(url, version, made.rules, workspace.graphs, progress)
    else:
        _publish_file(Path(url), tables, marker, made.rules, workspace.graphs, progress)
    report = _report(made, {audience: version}, {audience: without_password(url)}, tables, started)
    workspace.ledger.append(without_password(url), report.versions, report.seconds, made.ledger)
    return report


def _refuse_other_audience(url: str, audience: str) -> None:
    """A server keeps to one audience: its readers trust that, and what is deleted stays in its files."""
    try:
        engine = open_graph(url)
    except EngineError:
        # There is no graph yet, or an unfinished one; a server that does not answer is said when it is written to.
        return
    held = engine.build().get("audience", "")
    engine.close()
    if held in AUDIENCES and held != audience:
        found = f"the server holds the graph of the audience {held}, not of {audience}"
        raise EngineError(found, without_password(url), "Give each audience a server, or a file, of its own.")


def _marker(version: str, audience: str, made: _Made) -> dict[str, str]:
    return {"data_version": version, "audience": audience, "as_at": made.as_at}


def _report(made: _Made, versions: dict[str, str], graphs: dict[str, str], tables: Tables, started: float) -> Report:
    counts = {kind: table.num_rows for kind, table in sorted(tables.items())}
    seconds = round(time.monotonic() - started, 3)
    return Report(versions, graphs, counts, made.ledger, made.rules, seconds, made.messages)


def _publish_file(
    path: Path, tables: Tables, marker: Mapping[str, str], rules: Sequence[str], indexes: Path, progress: Progress
) -> None:
    """Writes a graph file beside its place, reads it back, and only then puts it there.

    A file that is there and holds the same data under the same marker stays: it
    may be open.
    """
    version = marker["data_version"]
    if _is_published(path, marker, rules, indexes, progress):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    _check_room(path.parent, sum(table.nbytes for table in tables.values()))
    new = path.with_name(f".{path.name}.{os.getpid()}.made")
    try:
        publisher(new).publish(tables, marker, progress)
        _check(new, version, rules, indexes, progress)
        _sync(new)
        os.replace(new, path)
        Path(f"{path}.wal").unlink(missing_ok=True)
    finally:
        new.unlink(missing_ok=True)


def _check_room(folder: Path, size: int) -> None:
    """Refuses to begin where the disk is all but full: Ladybug may then end the whole process, without a word."""
    free = shutil.disk_usage(folder).free
    if free < ROOM + 8 * size:
        raise EngineError(f"only {free // 2**20} MB are free", str(folder), "Make room, then try again.")


def _is_published(
    path: Path, marker: Mapping[str, str], rules: Sequence[str], indexes: Path, progress: Progress
) -> bool:
    """Whether a file already holds what would be written."""
    if not path.is_file():
        return False
    try:
        _check(path, marker["data_version"], rules, indexes, progress, marker)
    except EngineError:
        return False
    return True


def _check(
    url: str | Path,
    version: str,
    rules: Sequence[str],
    indexes: Path,
    progress: Progress,
    marker: Mapping[str, str] | None = None,
) -> None:
    """Compares what a graph really holds with what was meant, and makes its search index.

    Raises
    ------
    EngineError : it holds something else.
    """
    progress("reading it back", 0, 1)
    engine = open_graph(url)
    try:
        if marker and any(engine.build().get(key) != value for key, value in marker.items()):
            raise EngineError("the graph has another marker", without_password(str(url)))
        _compare(engine, version, rules, str(url))
        make_index(engine, indexes)
    finally:
        engine.close()
    progress("reading it back", 1, 1)


def _compare(engine: Engine, version: str, rules: Sequence[str], url: str) -> None:
    found = version_read_back(engine, rules)
    if found != version:
        raise EngineError(
            f"the graph holds data version {found[:16]} where {version[:16]} was written",
            without_password(url),
            "Nobody is pointed to it; try `taazur build` again.",
        )


def _sync(path: Path) -> None:
    """Has the system put a file on the disk before its name is."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def without_password(url: str) -> str:
    """An address as it may be written down.

    Examples
    --------
    >>> without_password("bolt://neo4j:secret@example.org:7687")
    'bolt://example.org:7687'
    """
    split = urlsplit(url)
    return split._replace(netloc=split.netloc.rpartition("@")[2]).geturl() if is_server(url) else url
