"""A test left out on CI is a failure, unless it says that it may be."""

from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent.parent / "conftest.py"
SUITE = """
import pytest
def test_runs(): pass
def test_skips(): pytest.skip("no server here")
@pytest.mark.nightly
def test_long(): pass
@pytest.mark.chromium
def test_screen(): pass
@pytest.mark.xfail(reason="known", strict=True)
def test_known(): assert False
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PATH", "")
    for name in ("CI", "TAAZUR_NIGHTLY", "TAAZUR_CHROMIUM"):
        monkeypatch.delenv(name, raising=False)
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(SUITE)
    return pytester


def test_laptop_skips_by_name(suite: pytest.Pytester) -> None:
    result = suite.runpytest_inprocess("-rs")

    result.assert_outcomes(passed=1, skipped=3, xfailed=1)
    result.stdout.fnmatch_lines(["*chromium: needs a browser*"])


def test_ci_fails_what_is_left_out(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    result = suite.runpytest_inprocess()

    result.assert_outcomes(passed=1, skipped=1, failed=1, errors=1, xfailed=1)
    result.stdout.fnmatch_lines(["*skipped, and on CI nothing may be: no server here*"])


def test_ci_fails_a_whole_file_left_out(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    suite.makepyfile(test_other="import pytest\npytest.skip('no driver', allow_module_level=True)\n")

    result = suite.runpytest_inprocess("test_other.py")

    result.assert_outcomes(errors=1)
    assert result.ret != 0
