"""What must be checked before an offer: every theme it names exists, and no need goes without a check."""

from __future__ import annotations

import csv
from pathlib import Path

from taazur.queries.safeguards import check_first, safeguards


def test_every_theme_is_one_of_the_vocabulary(root: Path) -> None:
    with (root / "data" / "sources" / "themes" / "themes.csv").open(encoding="utf-8", newline="") as file:
        known = {row["theme"] for row in csv.DictReader(file)}

    named = {theme for check in safeguards() for theme in check.themes} - {"*", ""}
    assert not named - known


def test_a_need_without_a_theme_may_concern_security_forces() -> None:
    assert any("Human rights due diligence" in check for check in check_first([]))


def test_what_the_design_asks_for_is_there() -> None:
    def said(theme: str) -> str:
        return " ".join(check_first([f"theme/{theme}"]))

    assert "data protection" in said("api-pnr")
    assert "data protection" in said("watchlists")
    assert "data protection" in said("biometrics")
    assert "arms embargoes" in said("weapons")
    assert "2664" in said("asset-freezing")
    assert "child" in said("children-affected")
    assert "Law before equipment" in said("border-management")
    assert "no supervision or enforcement" in said("non-profit-organisations")
