"""The locks cover the project file, carry hashes, and name no host and no place on a disk."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-neo4j.txt", "requirements-dev.txt", "requirements-uv.txt")


def _pins(path: Path) -> list[Requirement]:
    whole = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.split(" --hash=")[0] for line in whole.splitlines())
    return [Requirement(line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def _wanted(root: Path) -> dict[str, list[str]]:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    pyproject = tomllib.loads(text)
    base = pyproject["project"]["dependencies"] + pyproject["dependency-groups"]["build"]
    extras = pyproject["project"]["optional-dependencies"]
    neo4j = base + extras["neo4j-server"] + extras["py2neo"]
    dev = base + [entry for extra in extras.values() for entry in extra]
    dev += [entry for entry in pyproject["dependency-groups"]["dev"] if isinstance(entry, str)]
    return {"requirements.txt": base, "requirements-neo4j.txt": neo4j, "requirements-dev.txt": dev}


@pytest.mark.parametrize("lock", LOCKS[:3])
def test_lock_covers_the_project_file(root: Path, lock: str) -> None:
    pins: dict[str, list[Requirement]] = {}
    for pin in _pins(root / lock):
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)

    for text in _wanted(root)[lock]:
        wanted = Requirement(text)
        found = pins.get(canonicalize_name(wanted.name), [])
        assert found, f"{lock} lacks {text}; write it again with `./run lock`"
        for pin in found:
            version = next(iter(pin.specifier)).version
            assert wanted.specifier.contains(version), f"{lock} has {pin}, the project wants {text}: `./run lock`"


@pytest.mark.parametrize("lock", LOCKS[:2])
def test_smaller_locks_agree_with_the_largest(root: Path, lock: str) -> None:
    largest = {(pin.name, str(pin.specifier)) for pin in _pins(root / LOCKS[2])}

    assert {(pin.name, str(pin.specifier)) for pin in _pins(root / lock)} <= largest


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(root: Path, lock: str) -> None:
    entries = (root / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()

    unhashed = [entry for entry in entries if entry and not entry.startswith("#") and "--hash=sha256:" not in entry]
    assert not unhashed


@pytest.mark.parametrize("lock", LOCKS)
def test_no_host_and_no_place_on_a_disk(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")

    assert not re.search(r"://|^\s*--(index|extra-index|find-links|trusted-host)|(^|[\s'\"=])/\w", text, re.MULTILINE)
