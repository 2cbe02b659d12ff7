"""The source is formatted, linted and typed."""

import os
import subprocess
import sys
from pathlib import Path

PARTS = ("graph", "loaders", "queries", "analysis", "dashboard", "data")


def _run(root: Path, *command: str, **env: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, **env},
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout


def _as_installed(root: Path) -> Path:
    """Links that show mypy the package as a wheel has it: mypy does not run ``__path__`` code."""
    package = root / ".types" / "whole" / "taazur"
    package.mkdir(parents=True, exist_ok=True)
    wanted = [root / part for part in PARTS] + list((root / "taazur").glob("*.py*"))
    for old in package.iterdir():
        old.unlink()
    for path in wanted:
        if path.name != "__pycache__":
            (package / path.name).symlink_to(path)
    return package.parent


def test_lint(root: Path) -> None:
    _run(root, "ruff", "check", ".")


def test_format(root: Path) -> None:
    _run(root, "ruff", "format", "--check", ".")


def test_types(root: Path) -> None:
    _run(root, "mypy", "--cache-dir=.mypy_cache/whole", "-p", "taazur", MYPYPATH=str(_as_installed(root)))
