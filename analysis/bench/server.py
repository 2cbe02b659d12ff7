"""A Neo4j Community server with Graph Data Science, for as long as a measurement takes.

Its home is a folder of its own that is thrown away; it listens on the loopback address
alone, on a free port, without a password, for it holds made-up programmes only.
"""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from taazur.graph import server, server_jars, server_process
from taazur.graph.engine import Progress
from taazur.graph.errors import EngineError

VERSION = "2.13.9"
"""The release of Graph Data Science for Neo4j 5.26; among the last of its line that Maven Central has."""

STARTS_WITHIN = 300
SETTINGS = "dbms.security.auth_enabled=false\ndbms.security.procedures.unrestricted=gds.*\n"


def text(name: str) -> str:
    """A Cypher text of this folder."""
    return files("taazur.analysis.bench").joinpath(f"{name}.cypher").read_text("utf-8")


@contextmanager
def running(heap: str, progress: Progress) -> Iterator[Driver]:
    """A driver to the server, which is ended and removed afterwards."""
    with TemporaryDirectory(prefix="taazur-bench-") as folder:
        home = Path(folder)
        port = _launch(home, heap, progress)
        try:
            with _connected(home, port) as driver:
                yield driver
        finally:
            server_process.end(home)


def ask(driver: Driver, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of one of this folder's texts."""
    return [record.data() for record in driver.execute_query(text(name), parameters).records]


def _plugins(progress: Progress) -> list[Path]:
    """The jar files of Graph Data Science, downloaded where they are missing."""
    folder = server_jars.cache_dir().parent / f"gds-{VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    rows = files("taazur.analysis.bench").joinpath("gds_jars.txt").read_text("utf-8").splitlines()
    listed = (row.split() for row in rows if not row.startswith("#"))
    jars = [server_jars.Jar(sha256, int(size), name) for sha256, size, name in listed]
    missing = [jar for jar in jars if not (folder / jar.path).is_file()]
    if missing:
        server_jars._bring(missing, folder, progress)
    return [folder / jar.path for jar in jars]


def _launch(home: Path, heap: str, progress: Progress) -> int:
    jars, plugins = server_jars.download(progress=progress), _plugins(progress)
    (home / "conf").mkdir()
    (home / "plugins").mkdir()
    for plugin in plugins:
        shutil.copy(plugin, home / "plugins")
    with socket.socket() as probe:
        probe.bind((server.HOST, 0))
        port = int(probe.getsockname()[1])
    settings = server.SETTINGS.format(host=server.HOST, port=port, heap=heap) + SETTINGS
    (home / "conf" / "neo4j.conf").write_text(settings, "utf-8")
    options = home / "java.options"
    # On the class path too: GDS brings a part that Neo4j must find before it looks at plugins.
    options.write_text(server._options([*server.JAVA_OPTIONS, f"-Xmx{heap}"], [*jars, *plugins]), "utf-8")
    home_argument = server_process.home_argument(home)
    command = [str(server._java()), f"@{options}", server.MAIN, home_argument, f"--config-dir={home / 'conf'}"]
    # The end of the process is waited for by `server_process.end`.
    server_process.launch(command, home, port).returncode = 0
    return port


@contextmanager
def _connected(home: Path, port: int) -> Iterator[Driver]:
    began = time.monotonic()
    address = f"bolt://{server.HOST}:{port}"
    with GraphDatabase.driver(address, notifications_min_severity="OFF", telemetry_disabled=True) as driver:
        while True:
            try:
                driver.verify_connectivity()
                break
            except (DriverError, Neo4jError) as error:
                if server_process.find(home) is None or time.monotonic() - began > STARTS_WITHIN:
                    words = server.log_tail(home)
                    raise EngineError("Neo4j with GDS did not start", str(home), f"Its last words:\n{words}") from error
                time.sleep(0.5)
        yield driver
