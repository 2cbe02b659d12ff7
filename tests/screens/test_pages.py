"""Every page, in each language on offer, without a browser."""

from __future__ import annotations

import re

import pytest

from taazur.dashboard.reader import OFFERED, PAGES
from tests.screens.opened import VIEWS, Screen

WITH_TABLE = {
    "home": {},
    "network": {"node": "programme/ct-travel"},
    "programme": {"id": "programme/ct-travel"},
    "partner": {"id": "partner/cted"},
    "state": {"id": "state/CIV"},
    "resolution": {"id": "resolution/2396", "provision": "provision/2396/11"},
    "question": {"name": "programme-partners"},
}
OUTSIDE = re.compile(
    r"""(?:\bsrc|\bsrcset|<link[^>]*\bhref|<form[^>]*\baction)\s*=\s*["']?(?:https?:)?//|url\(|@import"""
)


def test_each_page_is_tried() -> None:
    assert set(VIEWS) == set(WITH_TABLE)


@pytest.mark.parametrize("lang", OFFERED)
@pytest.mark.parametrize("page", VIEWS)
def test_page_draws(screen: type[Screen], page: str, lang: str) -> None:
    drawn = screen(page, lang=lang, **WITH_TABLE[page])

    assert not drawn.test.exception
    assert 'role="alert"' not in drawn.html
    first = drawn.html.split('<table class="tz-table">')[1]
    assert first.split("</table>")[0].count("<tr>") > 1
    assert not OUTSIDE.search(drawn.html)


@pytest.mark.parametrize("label", PAGES)
def test_page_without_an_id_lists_all(screen: type[Screen], label: str) -> None:
    drawn = screen(PAGES[label], lang="en")

    assert not drawn.test.exception
    assert drawn.html.count("<li>") > 50


def test_claims_of_two_sources_both_show(screen: type[Screen]) -> None:
    drawn = screen("programme", lang="en", id="programme/ct-travel")

    partners = drawn.table("Partners and roles")
    assert "Arabic version" in partners
    assert "ountering-terrorist-travel" in partners
    assert "implementing partner" in partners


def test_state_page_says_that_more_may_exist(screen: type[Screen]) -> None:
    drawn = screen("state", lang="en", id="state/SWE")

    assert "No inference should be drawn from its absence." in drawn.html
    assert "Needs on record" not in drawn.html


def test_custodian_sees_needs_by_state(screen: type[Screen], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAAZUR_AUDIENCE", "custodian")
    monkeypatch.setattr("taazur.dashboard.answers.st.get_option", lambda _: "127.0.0.1")

    drawn = screen("state", lang="en", id="state/CIV")

    assert "Needs on record" in drawn.html


def test_custodian_is_refused_beyond_this_machine(screen: type[Screen], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAAZUR_AUDIENCE", "custodian")
    monkeypatch.setattr("taazur.dashboard.answers.st.get_option", lambda _: "0.0.0.0")

    drawn = screen("home", lang="en")

    assert "is not served beyond this machine" in drawn.html
    assert "<table" not in drawn.html


def test_facilitators_are_not_providers(screen: type[Screen]) -> None:
    assert "they are not providers of it" in screen("partner", lang="en", id="partner/cted").html
    assert "they are not providers of it" not in screen("partner", lang="en", id="partner/icao").html


def test_unknown_id_says_what_to_do(screen: type[Screen]) -> None:
    drawn = screen("partner", lang="en", id="partner/<b>nobody</b>")

    assert "Choose from the list." in drawn.html
    assert "<b>nobody</b>" not in drawn.html


def test_one_failing_panel_leaves_the_others(screen: type[Screen], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("taazur.dashboard.sheet.table", broken)

    drawn = screen("programme", lang="en", id="programme/ct-travel")

    assert not drawn.test.exception
    assert "could not be drawn" in drawn.html
    assert "on purpose" not in drawn.html
    assert "Data version" in drawn.html


def test_without_a_graph_it_says_how_to_make_one(
    screen: type[Screen], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("TAAZUR_WORKSPACE", str(tmp_path))

    drawn = screen("home", lang="en")

    assert not drawn.test.exception
    assert "Make one with `taazur build`." in drawn.html
