"""The ledger: what became of every row, build by build.

``ledger.jsonl`` holds one line a build: its run id and time, the data version it
made, and one account a file. A line is appended whole and never changed.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from taazur.graph.errors import SourceError

COLUMNS = ("source", "file", "in", "kept", "merged", "rejected", "reasons")
"""The columns of a ledger as it is printed."""


@dataclass(frozen=True)
class LedgerLine:
    """The account of one file: rows in = kept + merged + rejected, and why (reason → rows).

    Raises
    ------
    SourceError : the account does not add up. Nothing may be lost without a word.
    """

    source: str
    file: str
    rows_in: int
    kept: int
    merged: int
    rejected: int
    reasons: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.rows_in != self.kept + self.merged + self.rejected:
            found = f"{self.rows_in} rows in, but {self.kept} kept + {self.merged} merged + {self.rejected} rejected"
            raise SourceError(found, f"{self.source}/{self.file}", "This is a fault of the loader.")

    def record(self) -> dict[str, Any]:
        """The line as it is printed: source, file, in, kept, merged, rejected, reasons."""
        counts = (self.source, self.file, self.rows_in, self.kept, self.merged, self.rejected, self.reasons)
        return dict(zip(COLUMNS, counts, strict=True))

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> LedgerLine:
        """The line that was printed so."""
        return cls(*(record[column] for column in COLUMNS))

    def rejecting(self, fates: Sequence[str], reasons: Mapping[str, int]) -> LedgerLine:
        """The account after rows of these fates were rejected too, for these reasons."""
        return replace(
            self,
            kept=self.kept - fates.count("kept"),
            merged=self.merged - fates.count("merged"),
            rejected=self.rejected + fates.count("kept") + fates.count("merged"),
            reasons={r: self.reasons.get(r, 0) + reasons.get(r, 0) for r in (*self.reasons, *reasons)},
        )


@dataclass(frozen=True)
class Entry:
    """One build as the ledger tells it. ``versions`` is audience → data version."""

    run: str
    when: str
    graph: str
    versions: dict[str, str]
    seconds: float
    lines: list[LedgerLine]


class Ledger:
    """The file ``ledger.jsonl`` of a workspace."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, graph: str, versions: Mapping[str, str], seconds: float, lines: Sequence[LedgerLine]) -> Entry:
        """Adds one build. The caller holds the workspace's lock."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        entry = Entry(uuid.uuid4().hex[:12], when, graph, dict(versions), round(seconds, 3), list(lines))
        text = json.dumps({**vars(entry), "lines": [line.record() for line in lines]}, ensure_ascii=False)
        with self.path.open("a+b") as file:
            # A build that was killed in mid-line leaves a torn one: it is ended here, and never read.
            file.write(b"\n" * _torn(file) + text.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        return entry

    def __iter__(self) -> Iterator[Entry]:
        """All builds, oldest first; a torn line is left out."""
        text = self.path.read_bytes() if self.path.is_file() else b""
        for line in text.split(b"\n"):
            try:
                said = json.loads(line)
            except ValueError:
                continue
            yield Entry(**{**said, "lines": [LedgerLine.of(record) for record in said["lines"]]})

    def last(self, version: str | None = None) -> Entry | None:
        """The last build, or the last that made a graph of this data version; ``None`` where there is none."""
        entries = [entry for entry in self if version is None or version in entry.versions.values()]
        return entries[-1] if entries else None


def _torn(file: BinaryIO) -> bool:
    """Whether a file's last line has no end."""
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"
