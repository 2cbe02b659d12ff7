"""What is released: a wheel made from the sdist, with all that runs and nothing else.

It is installed as the lock says, without developer tools, and used from another folder.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PARTS = ("graph", "loaders", "queries", "analysis", "dashboard", "data")
CODE = {".py", ".typed", ".cypher"}
FACTS = {".toml", ".csv", ".json", ".txt"}
SCREENS = {".po", ".css", ".js", ".html", ".svg", ".png", ".woff2"}


def _uv(*args: str, cwd: Path | None = None) -> None:
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        pytest.skip("uv: not on the PATH; `./run test` brings it")
    env = {name: text for name, text in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run([uv, *args], cwd=cwd, env=env, check=False, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a release is: the sdist first, the wheel from it."""
    out = tmp_path_factory.mktemp("dist")
    _uv("build", "--no-build-isolation", "--python", sys.executable, "--out-dir", str(out), str(root))
    assert len(list(out.glob("*.tar.gz"))) == 1
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a new environment that holds the lock and the wheel. Uses uv's cache alone."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    python = str(venv / "bin" / "python")
    _uv("venv", "--quiet", "--python", sys.executable, str(venv))
    _uv("pip", "sync", "--offline", "--python", python, "--require-hashes", str(root / "requirements.txt"))
    _uv("pip", "install", "--offline", "--python", python, "--no-deps", str(wheel))
    _uv("pip", "check", "--python", python)
    return venv / "bin"


def _run(installed: Path, *command: str) -> str:
    env = {name: text for name, text in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(installed / command[0]), *command[1:]], cwd="/", env=env, check=False, text=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _in_checkout(root: Path) -> set[str]:
    listed = {f"taazur/{path.name}" for path in (root / "taazur").iterdir() if path.is_file()}
    for part in PARTS:
        files = (path for path in (root / part).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        listed |= {f"taazur/{path.relative_to(root)}" for path in files}
    return listed


def test_wheel_lists_what_the_checkout_has(root: Path, wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    package = {name for name in names if ".dist-info/" not in name}
    assert package == _in_checkout(root)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_wheel_holds_no_strangers(wheel: Path) -> None:
    package = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]

    strange = [
        name for name in package if Path(name).suffix not in CODE | FACTS | SCREENS or "test" in name.split("/")[1]
    ]
    assert not strange
    assert {name.split("/")[0] for name in package} == {"taazur"}


def test_wheel_runs_without_developer_tools(installed: Path) -> None:
    version = _run(installed, "python", "-c", "import taazur; print(taazur.__version__)").strip()

    assert version in _run(installed, "taazur", "--version")
    assert not (installed / "pytest").exists()


def test_wheel_builds_and_answers(installed: Path) -> None:
    """The shipped facts, the questions and the schema are all inside."""
    rows = json.loads(_run(installed, "taazur", "build", "--format", "json"))
    answer = json.loads(
        _run(installed, "taazur", "ask", "programme-partners", "programme=programme/ct-travel", "--format", "json")
    )

    assert all(row["in"] == row["kept"] + row["merged"] + row["rejected"] for row in rows)
    assert any(row["kept"] for row in rows)
    assert answer
