"""The journal: what people decided, in the order in which they did.

``journal.jsonl`` only grows. Each line carries its own SHA-256 and that of the
line before it, so that a changed, lost or moved line is found. A line is
written at once and synced before anybody is told that it is kept; what a crash
left of one has no end of line: it is set aside and reported, never read.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from taazur.graph.errors import SourceError

FIRST = "0" * 64
"""What the first line names as the hash of the line before it."""

_FIELDS = ("id", "when", "who", "why", "audience", "kind", "subject", "values", "previous")
_BLOCK = 65536


@dataclass(frozen=True)
class Decision:
    """One decision: who decided what about which subject, when, why, and who may see it.

    ``previous`` is the hash of the line before; ``hash`` that of this line without itself.
    """

    id: str
    when: str
    who: str
    why: str
    audience: str
    kind: str
    subject: str
    values: dict[str, Any]
    previous: str

    @property
    def hash(self) -> str:
        """SHA-256 (hex) of everything else in the line."""
        return hashlib.sha256(_text(vars(self)).encode()).hexdigest()

    @property
    def line(self) -> bytes:
        """The line of the journal, with its end."""
        return _text({**vars(self), "hash": self.hash}).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes, where: str) -> Decision:
        """The decision of a line (without its end), which must be written exactly so.

        Raises
        ------
        SourceError : the line was changed since it was written.
        """
        try:
            said = json.loads(line)
            decision = cls(**{field: said[field] for field in _FIELDS})
            whole = decision.line == line + b"\n"
        except (ValueError, KeyError, TypeError) as error:
            raise _broken(f"the line cannot be read ({type(error).__name__})", where) from error
        if not whole:
            raise _broken("the line is not as it was written", where)
        return decision


@dataclass(frozen=True)
class Verified:
    """What a check of the whole journal found: how many decisions, the hash of the last, the torn lines set aside."""

    decisions: int
    head: str
    torn: tuple[Path, ...]


class Journal:
    """The decisions of a workspace.

    Parameters
    ----------
    path : ``journal.jsonl``; it need not be there yet.
    say : told when a torn line is set aside.
    """

    def __init__(self, path: Path, say: Callable[[str], None] | None = None) -> None:
        self.path = path
        self._say = say or (lambda text: print(text, file=sys.stderr))

    def append(
        self,
        *,
        who: str,
        why: str,
        audience: str,
        kind: str,
        subject: str,
        values: Mapping[str, Any] | None = None,
        when: datetime | None = None,
    ) -> Decision:
        """Adds one decision; when this returns, it is on the disk. ``when`` is now unless said otherwise.

        Raises
        ------
        SourceError : the last line was changed since it was written.
        OSError : the disk refuses; the journal is then as it was.
        """
        at = (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        with self._lock():
            last = self._last()
            number = int(last.id.rsplit("/", 1)[1]) + 1 if last else 1
            previous = last.hash if last else FIRST
            id_ = f"decision/{number:06}"
            kept = json.loads(_text(values or {}))
            decision = Decision(id_, at, who, why, audience, kind, subject, kept, previous)
            _write(self.path, decision.line)
        return decision

    def __iter__(self) -> Iterator[Decision]:
        """All decisions, oldest first; each line is checked as it is read.

        Raises
        ------
        SourceError : a line was changed, or does not follow the one before it.
        """
        *lines, _unfinished = (self.path.read_bytes() if self.path.is_file() else b"").split(b"\n")
        previous = FIRST
        for number, line in enumerate(lines, 1):
            where = f"{self.path.name} line {number}"
            decision = Decision.of(line, where)
            if decision.previous != previous or decision.id != f"decision/{number:06}":
                raise _broken("the line does not follow the one before it: something was taken out or put in", where)
            previous = decision.hash
            yield decision

    def verify(self) -> Verified:
        """Checks every line, after a torn last one was set aside.

        Raises
        ------
        SourceError : the chain is broken; the message says at which line.

        Notes
        -----
        Whole lines cut off at the end leave a chain that is sound: compare ``head``
        with one noted elsewhere.
        """
        with self._lock():
            self._set_aside()
            decisions = list(self)
        head = decisions[-1].hash if decisions else FIRST
        return Verified(len(decisions), head, tuple(sorted(self.path.parent.glob("journal.torn-*"))))

    def _lock(self) -> FileLock:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(f"{self.path}.lock", poll_interval=0.005)

    def _last(self) -> Decision | None:
        """The last decision, after what a crash left behind it was set aside."""
        line = self._set_aside()
        return Decision.of(line, f"{self.path.name}, last line") if line is not None else None

    def _set_aside(self) -> bytes | None:
        """Moves a torn last line to a file of its own; gives the last whole line, without its end."""
        line, torn = _ending(self.path)
        if torn:
            taken = {path.name for path in self.path.parent.glob("journal.torn-*")}
            number = next(n for n in range(1, len(taken) + 2) if f"journal.torn-{n}" not in taken)
            aside = self.path.with_name(f"journal.torn-{number}")
            _write(aside, torn)
            os.truncate(self.path, self.path.stat().st_size - len(torn))
            self._say(f"The last line of {self.path.name} was not finished; it is set aside in {aside.name}.")
        return line


def _text(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _broken(found: str, where: str) -> SourceError:
    return SourceError(found, where, "Compare it with a copy that is known to be good, and restore that.")


def _ending(path: Path) -> tuple[bytes | None, bytes]:
    """The last whole line of a file, without its end, and what follows it."""
    data, start = b"", path.stat().st_size if path.is_file() else 0
    while start and data.count(b"\n") < 2:
        size = min(_BLOCK, start)
        start -= size
        with path.open("rb") as file:
            file.seek(start)
            data = file.read(size) + data
    *lines, torn = data.split(b"\n")
    return (lines[-1] if lines else None), torn


def _write(path: Path, data: bytes) -> None:
    """Appends bytes in one write and syncs them; where the disk refuses, the file is as it was."""
    is_new = not path.exists()
    with path.open("ab", buffering=0) as file:
        size = file.tell()
        try:
            if file.write(data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise
    if is_new and os.name == "posix":
        # The name of a new file is kept only once its folder is synced.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
