"""The public names, pinned: one is renamed or dropped only after a release that warns of it."""

import ast
import importlib
from pathlib import Path

import pytest

PARTS = ("taazur", "graph", "loaders", "queries", "analysis", "dashboard", "data")
PUBLIC = {
    "taazur.dashboard.cells": ["address", "cited", "entity", "is_id", "none", "text"],
    "taazur.graph.bolt": ["Neo4jEngine", "Neo4jPublisher"],
}


def _declares(path: Path) -> bool:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    targets = (target for node in body if isinstance(node, ast.Assign) for target in node.targets)
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def _module(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts if parts[0] == "taazur" else ("taazur", *parts)).removesuffix(".__init__")


def test_every_list_of_public_names_is_pinned(root: Path) -> None:
    paths = (path for part in PARTS for path in (root / part).rglob("*.py"))

    assert {_module(root, path) for path in paths if _declares(path)} == PUBLIC.keys()


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names(module: str) -> None:
    found = importlib.import_module(module)

    assert sorted(found.__all__) == PUBLIC[module]
    assert all(hasattr(found, name) for name in found.__all__)
