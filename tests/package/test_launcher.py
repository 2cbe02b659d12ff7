"""``./run``, tried with a stand-in for uv that writes down what it was asked to do.

Each test has a checkout of its own, in a folder with a space in its name.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

SHELLS = [shell for shell in ("sh", "dash", "bash", "busybox") if shutil.which(shell)]
UV = """#!/bin/sh
[ "$1 $2" = "venv --help" ] && { echo --relocatable; exit 0; }
echo "$1 $2" >>"$UV_LOG"
case "$1 $2" in
"venv "*)
    for last; do :; done
    mkdir -p "$last/bin"
    ln -s "$REAL_PYTHON" "$last/bin/python"
    ;;
"pip sync")
    [ -z "${UV_FAILS:-}" ] || { echo "error: no such package"; exit 7; }
    sleep "${UV_SLEEPS:-0}"
    echo " + streamlit==1.67.0"
    echo "Downloading streamlit (10.7MiB)"
    ;;
"pip install")
    for last; do :; done
    cat >"$last/.venv/bin/taazur" <<'EOF'
#!/bin/sh
printf '%s|' "$PWD" "$TAAZUR_WORKSPACE" "$@"
exit "${EXIT:-0}"
EOF
    chmod +x "$last/.venv/bin/taazur"
    ;;
esac
"""


class Checkout:
    """A copy of the launcher and what it reads, with a uv of its own."""

    def __init__(self, root: Path, place: Path) -> None:
        self.path = place / "a checkout"
        self.bin = place / "bin"
        self.log = place / "uv.log"
        self.path.mkdir()
        self.bin.mkdir()
        for name in ["run", "pyproject.toml", *(path.name for path in root.glob("requirements*.txt"))]:
            shutil.copy(root / name, self.path / name)
        (self.bin / "uv").write_text(UV, encoding="utf-8")
        (self.bin / "uv").chmod(0o755)
        (self.bin / "python3").symlink_to(sys.executable)

    def env(self, **more: str) -> dict[str, str]:
        base = {"PATH": f"{self.bin}:/usr/bin:/bin", "UV_LOG": str(self.log), "REAL_PYTHON": sys.executable}
        return {**base, "TAAZUR_PYTHON": str(self.bin / "python3"), "HOME": str(self.path), **more}

    def run(self, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.path / "run"), *args]
        return subprocess.run(command, cwd="/", env=self.env(**env), check=False, text=True, capture_output=True)

    def asked(self) -> list[str]:
        """What uv was asked since the last time, without the folder."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [" ".join(line.split()[:2]).replace("venv --quiet", "venv") for line in lines]


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Checkout:
    return Checkout(root, tmp_path)


@pytest.mark.parametrize("shell", SHELLS)
def test_is_plain_shell(root: Path, shell: str) -> None:
    command = [shell, *(["sh"] if shell == "busybox" else []), "-n", str(root / "run")]

    subprocess.run(command, check=True)


def test_first_start_sets_up_and_the_second_does_not(checkout: Checkout) -> None:
    first = checkout.run("ask", "two words", "")
    asked = checkout.asked()
    second = checkout.run("ask")

    assert asked == ["venv", "pip sync", "pip install"]
    assert first.stdout == f"/|{checkout.path}/.taazur|ask|two words||"
    assert "Downloading streamlit" in first.stderr
    assert "+ streamlit" not in first.stderr
    assert checkout.asked() == []
    assert second.stderr == ""


def test_exit_code_and_workspace_pass_through(checkout: Checkout) -> None:
    done = checkout.run("ask", EXIT="3", TAAZUR_WORKSPACE="/else where")

    assert done.returncode == 3
    assert done.stdout == "/|/else where|ask|"


def test_changed_lock_installs_again(checkout: Checkout) -> None:
    checkout.run()
    checkout.asked()
    with (checkout.path / "requirements.txt").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")

    checkout.run()

    assert checkout.asked() == ["pip sync", "pip install"]


def test_moved_checkout_installs_again(checkout: Checkout) -> None:
    checkout.run()
    checkout.asked()
    checkout.path = checkout.path.rename(checkout.path.with_name("moved"))

    done = checkout.run()

    assert done.returncode == 0
    assert checkout.asked() == ["pip sync", "pip install"]


def test_neo4j_needs_more_and_then_suffices(checkout: Checkout) -> None:
    checkout.run("build")
    checkout.asked()

    checkout.run("neo4j", "start")
    more = checkout.asked()
    checkout.run("build")

    assert more == ["pip sync", "pip install"]
    assert checkout.asked() == []


def test_failed_set_up_says_so_and_starts_afresh(checkout: Checkout) -> None:
    failed = checkout.run("ask", UV_FAILS="1")
    checkout.asked()
    again = checkout.run("ask")

    assert failed.returncode == 1
    assert "error: no such package" in failed.stderr
    assert "Run this again" in failed.stderr
    assert failed.stdout == ""
    assert checkout.asked() == ["venv", "pip sync", "pip install"]
    assert again.returncode == 0


def test_killed_set_up_starts_afresh(checkout: Checkout) -> None:
    with subprocess.Popen(
        [checkout.path / "run", "ask"],
        cwd="/",
        env=checkout.env(UV_SLEEPS="60"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as started:
        while "pip sync" not in (checkout.log.read_text(encoding="utf-8") if checkout.log.exists() else ""):
            assert started.poll() is None
            time.sleep(0.02)
        os.killpg(started.pid, 9)
    checkout.asked()

    done = checkout.run("ask")

    assert done.returncode == 0
    assert checkout.asked() == ["venv", "pip sync", "pip install"]


def test_two_at_once_set_up_once(checkout: Checkout) -> None:
    command = [str(checkout.path / "run"), "ask"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    both = [subprocess.Popen(command, env=checkout.env(UV_SLEEPS="1"), text=True, **pipes) for _ in range(2)]

    said = [started.communicate(timeout=60) for started in both]

    assert [started.returncode for started in both] == [0, 0]
    assert checkout.asked() == ["venv", "pip sync", "pip install"]
    assert sum("waiting for it" in errors for _, errors in said) == 1


def test_no_python_says_what_to_install(checkout: Checkout) -> None:
    old = checkout.bin / "python3"
    old.unlink()
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)

    done = checkout.run("ask")

    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "apt install" in done.stderr


def test_no_venv_says_what_to_install(checkout: Checkout) -> None:
    (checkout.bin / "uv").unlink()
    bare = checkout.bin / "python3"
    bare.unlink()
    bare.write_text('#!/bin/sh\ncase "$*" in *ensurepip*) exit 1 ;; esac\n', encoding="utf-8")
    bare.chmod(0o755)

    done = checkout.run("ask")

    assert done.returncode == 1
    assert "venv and ensurepip are missing" in done.stderr
    assert "python3-venv" in done.stderr
