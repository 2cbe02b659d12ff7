"""The server's process: how it is launched, known again, and ended.

Its number is kept in the server's home. A number alone proves nothing, for the
system gives it to another program later: a process is ours only if its command
line names our home. Nothing else is ever ended.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from taazur.graph.server_jars import not_installed

ENDS_WITHIN = 60
"""Seconds that a server has to write everything down before it is ended by force."""


@dataclass(frozen=True)
class Running:
    """A server that runs: number of its process, and the port on which it answers."""

    pid: int
    port: int


def find(home: Path) -> Running | None:
    """The server of this home, if it runs. A stale record is not believed."""
    try:
        record = Running(**json.loads(_record(home).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return record if _is_ours(record.pid, home) else None


def _record(home: Path) -> Path:
    return home / "server.json"


def home_argument(home: Path) -> str:
    """The argument by which a process is known as the server of this home."""
    return f"--home-dir={home.resolve()}"


def _is_ours(pid: int, home: Path) -> bool:
    process = _process(pid)
    return process is not None and home_argument(home) in _command_line(process)


def _psutil() -> Any:
    try:
        import psutil  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError as error:
        raise not_installed("psutil") from error
    return psutil


def _process(pid: int) -> Any:
    psutil = _psutil()
    return psutil.Process(pid) if psutil.pid_exists(pid) else None


def _command_line(process: Any) -> Sequence[str]:
    """Its arguments; none for one that has just ended or is not ours to look at."""
    try:
        return process.cmdline()  # type: ignore[no-any-return]
    except _psutil().Error:
        return ()


def launch(command: Sequence[str], home: Path, port: int) -> subprocess.Popen[bytes]:
    """Starts the server so that it outlives this program, and writes down which process it is."""
    with (home / "console.log").open("wb") as console:
        process = subprocess.Popen(
            command,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _record(home).write_text(json.dumps(asdict(Running(process.pid, port))), "utf-8")
    return process


def end(home: Path) -> None:
    """Ends the server of this home, if it runs: politely first, by force after a minute."""
    running = find(home)
    if running:
        psutil, process = _psutil(), _process(running.pid)
        try:
            process.terminate()
            process.wait(ENDS_WITHIN)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(ENDS_WITHIN)
        except psutil.NoSuchProcess:
            pass
    _record(home).unlink(missing_ok=True)
