"""A source made tidy, and kept so: only what changed is tidied again.

What is kept is named after everything it was made from: the card, the files,
the code that read them, and the shipped cards that this code may look into.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
from pyarrow import feather

import taazur.graph
import taazur.loaders
from taazur.graph.errors import SourceError, did_you_mean
from taazur.graph.version import with_hashes
from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.draft import Draft
from taazur.loaders.ledger import LedgerLine

Where = tuple[str, int]
"""File (``partners/partners.csv``) and line of a row."""


@dataclass(frozen=True)
class Tidied:
    """One source, ready to be joined with the others.

    ``tables`` carry ``row_hash``. ``origins`` says from which row each node and
    edge was made, ``fates`` what became of each row. ``rule`` is the version of
    the loader's rule.
    """

    name: str
    rule: str
    tables: dict[str, pa.Table]
    ledger: list[LedgerLine]
    origins: dict[str, Where]
    fates: dict[Where, str]


def tidied(card: Card, kept: Path | None = None) -> Tidied:
    """A source as its loader tidies it, from ``kept`` (a folder) where nothing changed.

    Raises
    ------
    SourceError : there is no such loader, or the card, a file or a row cannot be used.
    """
    loader = _loader(card)
    if kept is None:
        return _tidy(card, loader)
    folder = kept / f"{card.name}.{_made_from(card)[:24]}"
    found = _read(folder)
    if found is None:
        found = _tidy(card, loader)
        _write(folder, found)
    return found


def _loader(card: Card) -> Any:
    known = sorted(path.stem for path in Path(taazur.loaders.__path__[0]).glob("*.py"))
    where = str(card.folder / "card.toml")
    if card.loader not in known:
        raise SourceError(f'there is no loader "{card.loader}"', where, did_you_mean(card.loader, known))
    module = importlib.import_module(f"taazur.loaders.{card.loader}")
    if not (hasattr(module, "tidy") and hasattr(module, "RULE")):
        raise SourceError(f'"{card.loader}" is not a loader', where, "A loader has tidy(card) and RULE.")
    return module


def _tidy(card: Card, loader: Any) -> Tidied:
    draft: Draft = loader.tidy(card)
    tables = {kind: with_hashes(kind, table) for kind, table in sorted(draft.tables().items())}
    return Tidied(card.name, loader.RULE, tables, draft.ledger(), draft.origins, draft.fates())


def _made_from(card: Card) -> str:
    """SHA-256 (hex) of everything that a tidied source depends on."""
    digest = hashlib.sha256(code(taazur.loaders, taazur.graph).encode())
    for path in _files(card):
        # A file that is missing is not an error here: the loader says so, with what to do.
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.name} {len(data)} ".encode() + data)
    return digest.hexdigest()


def _files(card: Card) -> Iterable[Path]:
    yield card.folder / "card.toml"
    yield from (card.folder / file.name for file in card.files)
    # A loader may look up States, regions or partners in the shipped sources; their cards carry the checksums.
    yield from sorted(SHIPPED.glob("*/card.toml"))


@cache
def code(*packages: ModuleType) -> str:
    """SHA-256 (hex) of the code of these packages: no one need remember to name a new version."""
    digest = hashlib.sha256()
    for path in sorted(path for package in packages for path in Path(package.__path__[0]).glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(folder: Path, made: Tidied) -> None:
    """Keeps a tidied source; the folder appears whole or not at all, and replaces older ones of the source."""
    new = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        for kind, table in made.tables.items():
            feather.write_feather(table, new / f"{kind}.arrow", compression="uncompressed")
        about = {
            "name": made.name,
            "rule": made.rule,
            "tables": list(made.tables),
            "ledger": [line.record() for line in made.ledger],
            "origins": made.origins,
            "fates": [[*where, fate] for where, fate in made.fates.items()],
        }
        (new / "about.json").write_text(json.dumps(about, ensure_ascii=False), "utf-8")
        for old in folder.parent.iterdir():
            if _source_of(old) == made.name:
                shutil.rmtree(old)
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _source_of(folder: Path) -> str:
    return folder.name.rpartition(".")[0]


def forget(kept: Path, names: Collection[str]) -> None:
    """Removes what is kept of sources other than these, and what a killed build left behind."""
    for folder in kept.iterdir() if kept.is_dir() else ():
        if _source_of(folder) not in names:
            shutil.rmtree(folder)


def _read(folder: Path) -> Tidied | None:
    """A tidied source that was kept; ``None`` where it is missing or damaged, for it can be made again."""
    try:
        about = json.loads((folder / "about.json").read_text("utf-8"))
        return Tidied(
            about["name"],
            about["rule"],
            {kind: feather.read_table(folder / f"{kind}.arrow", memory_map=False) for kind in about["tables"]},
            [LedgerLine.of(record) for record in about["ledger"]],
            {id_: (file, line) for id_, (file, line) in about["origins"].items()},
            {(file, line): fate for file, line, fate in about["fates"]},
        )
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return None
