"""A workspace: the folder in which the graph of one team lives.

::

    sources/        sources of its own, beside the shipped facts
    cache/          tidied sources, made again when they are missing
    graphs/         a graph file and a search index for each audience and version
    current         which of them are the present ones; swapped in one step
    ledger.jsonl    what became of every row, build by build
    journal.jsonl   what people decided

One process at a time may change it. Readers take no lock: they open what
``current`` names, and a graph file never changes once it is named there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from taazur.graph.errors import EngineError, SourceError, TaazurError, did_you_mean
from taazur.graph.find import index_path
from taazur.loaders.card import Card, shipped
from taazur.loaders.journal import Journal
from taazur.loaders.ledger import Ledger

AUDIENCES = {"custodian": "workspace", "public": "public"}
"""Audience → the name under which ``current`` keeps its graph. The custodian sees all."""


@dataclass(frozen=True)
class Current:
    """The present graphs: file (below the workspace) and data version of each audience, and the files before them.

    ``made_from`` is a hash of the sources and rules that they were made from.
    """

    workspace: str
    public: str
    data_version: str
    public_version: str
    previous: tuple[str, ...] = ()
    made_from: str = ""

    @property
    def files(self) -> set[str]:
        """What belongs to the present graphs: the graph files and their search indexes."""
        return {self.workspace, self.public, _index(self.data_version), _index(self.public_version)}


class Workspace:
    """A workspace in a folder, which is made where it is missing.

    Parameters
    ----------
    folder : else ``TAAZUR_WORKSPACE``, else the user's data folder of the platform (``~/.local/share/taazur``).
    """

    def __init__(self, folder: Path | None = None) -> None:
        named = os.environ.get("TAAZUR_WORKSPACE")
        self.folder = folder or (Path(named) if named else user_data_path("taazur", appauthor=False))
        self.sources, self.cache, self.graphs = (self.folder / name for name in ("sources", "cache", "graphs"))
        self.ledger = Ledger(self.folder / "ledger.jsonl")
        self.journal = Journal(self.folder / "journal.jsonl")

    def cards(self) -> list[Card]:
        """The cards of all sources: the shipped ones by name, then the workspace's own by name.

        Raises
        ------
        SourceError : a card cannot be read, or two sources have one name.
        """
        own = [Card.read(path) for path in sorted(self.sources.glob("*/card.toml"))]
        cards = [*shipped(), *own]
        seen: dict[str, Card] = {}
        for card in cards:
            if card.name in seen:
                there = f"it is also {seen[card.name].folder}"
                raise SourceError(f'two sources are named "{card.name}": {there}', str(card.folder), "Rename one.")
            seen[card.name] = card
        return cards

    def current(self) -> Current | None:
        """What ``current`` says; ``None`` before the first build.

        Raises
        ------
        EngineError : the file is there and cannot be read.
        """
        path = self.folder / "current"
        try:
            said = json.loads(path.read_text("utf-8"))
            return Current(**{**said, "previous": tuple(said["previous"])})
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            raise EngineError("this file cannot be read", str(path), "Make it anew with `taazur build`.") from error

    def graph_path(self, audience: str = "public") -> Path:
        """The present graph file of an audience.

        Raises
        ------
        EngineError : there is no such audience, or no graph yet.
        """
        if audience not in AUDIENCES:
            raise EngineError(f'there is no audience "{audience}"', "", did_you_mean(audience, AUDIENCES))
        current = self.current()
        if current is None:
            raise EngineError("there is no graph", str(self.folder), "Make one with `taazur build`.")
        return self.folder / str(getattr(current, AUDIENCES[audience]))

    def point_to(self, paths: Mapping[str, Path], versions: Mapping[str, str], made_from: str = "") -> None:
        """Makes these graphs (audience → file, audience → data version) the present ones, in one step.

        The graphs before them stay, for a reader may be about to open one; older
        ones, and what a killed build left behind, are removed. The caller holds
        the lock.
        """
        before = self._before()
        old = before.files if before else set()
        whole, public = (paths[audience].relative_to(self.folder).as_posix() for audience in AUDIENCES)
        now = Current(whole, public, versions["custodian"], versions["public"], made_from=made_from)
        # A build that changes nothing must not forget which files came before.
        previous = before.previous if before and now.files == old else sorted(old - now.files)
        write_whole(self.folder / "current", json.dumps({**asdict(now), "previous": list(previous)}, indent=1))
        self._remove_other_than({*now.files, *previous, *self._indexes()})

    def _indexes(self) -> set[str]:
        """The search indexes of the graphs that were built last at each address: a server keeps none itself."""
        versions = {entry.graph: entry.versions.values() for entry in self.ledger}
        return {_index(version) for last in versions.values() for version in last}

    def _before(self) -> Current | None:
        """What ``current`` says; one that cannot be read names nothing that must stay."""
        try:
            return self.current()
        except EngineError:
            return None

    def _remove_other_than(self, kept: set[str]) -> None:
        for path in self.graphs.iterdir():
            if path.is_file() and path.relative_to(self.folder).as_posix() not in kept:
                # Windows keeps a file that somebody has open: the next build removes it.
                with suppress(PermissionError):
                    path.unlink()

    @contextmanager
    def lock(self, doing: str) -> Iterator[None]:
        """Keeps every other process from changing the workspace; ends with this one, however that ends.

        Raises
        ------
        TaazurError : another process holds it; the message says which, and since when.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        holder = self.folder / "lock.holder"
        lock = FileLock(self.folder / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise TaazurError(
                f"somebody else works on this workspace: {_held_by(holder)}",
                str(self.folder),
                "Wait until that has ended.",
            ) from error
        try:
            since = datetime.now(UTC).isoformat(timespec="seconds")
            holder.write_text(f"{doing} (process {os.getpid()}, since {since})", "utf-8")
            yield
        finally:
            holder.unlink(missing_ok=True)
            lock.release()


def _index(version: str) -> str:
    return index_path(Path("graphs"), version).as_posix()


def _held_by(holder: Path) -> str:
    try:
        return holder.read_text("utf-8") or "not known who"
    except FileNotFoundError:
        return "not known who"


def write_whole(path: Path, text: str) -> None:
    """Writes a small file in one step: readers see the old text or the new one."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)
