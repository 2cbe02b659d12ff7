"""Safeguards: each has its source and says whether it was seen; a pair shows those of both sides."""

import pytest

from taazur.analysis.safeguards import rule, safeguards, to_check
from taazur.graph.vocabulary import GRADES
from taazur.loaders.card import SHIPPED
from tests.data.known import rows
from tests.unit.drawn import drawn


def _checked(edges, **nodes):
    facts = drawn(
        {key.replace("_", "/"): values for key, values in nodes.items()}, "NEED_OF need/1 state/AAA\n" + edges
    )
    return to_check(facts, facts.needs["need/1"], facts.programmes.get("programme/a"))


def test_each_has_a_source_a_place_and_a_grade_that_fits() -> None:
    assert SHIPPED.is_dir()
    for one in safeguards():
        assert one.source, one.id
        assert one.locator, one.id
        assert one.basis, one.id
        assert one.grade in GRADES, one.id
        assert one.verified == (one.grade in ("seen", "copy")), one.id


def test_ids_are_different_and_one_always_applies() -> None:
    ids = [one.id for one in safeguards()]

    assert len(ids) == len(set(ids))
    assert [one.id for one in safeguards() if one.always] == ["request-of-state"]
    assert rule() == "safeguards-1"


def test_themes_and_types_are_those_of_the_vocabulary() -> None:
    themes = {f"theme/{row['theme']}" for row in rows("themes", "themes.csv")}
    types = {f"assistance-type/{row['type']}" for row in rows("themes", "assistance_types.csv")}

    for one in safeguards():
        assert one.themes <= themes, one.id
        assert one.types <= types, one.id


def test_every_need_is_first_a_matter_for_the_state() -> None:
    assert _checked("CONCERNS need/1 theme/gender") == ["request-of-state"]


@pytest.mark.parametrize(
    ("theme", "safeguard"),
    [
        ("law-enforcement", "human-rights-due-diligence"),
        ("api-pnr", "legal-basis-and-data-protection"),
        ("watchlists", "legal-basis-and-data-protection"),
        ("biometrics", "law-before-equipment"),
        ("salw", "sanctions-and-arms-embargoes"),
        ("terrorist-financing", "humanitarian-action"),
        ("non-profit-organisations", "non-profits-risk-based"),
        ("children-affected", "rights-of-the-child"),
        ("border-management", "no-discriminatory-profiling"),
    ],
)
def test_a_theme_has_its_safeguards(theme: str, safeguard: str) -> None:
    assert safeguard in _checked(f"CONCERNS need/1 theme/{theme}")


def test_armed_forces_in_the_words_of_a_need_call_for_due_diligence() -> None:
    said = {"name": "Stronger security and defence forces"}

    assert "human-rights-due-diligence" in _checked("CONCERNS need/1 theme/civil-society", need_1=said)
    assert "human-rights-due-diligence" not in _checked("CONCERNS need/1 theme/civil-society")


def test_a_word_is_a_whole_word() -> None:
    assert _checked("CONCERNS need/1 theme/gender", need_1={"name": "Childlike armyless policed"}) == [
        "request-of-state"
    ]


def test_equipment_of_the_programme_calls_for_law_first() -> None:
    edges = "CONCERNS need/1 theme/gender\nPROVIDES programme/a assistance-type/equipment-software"

    assert _checked(edges) == ["request-of-state", "law-before-equipment", "sanctions-and-arms-embargoes"]


def test_a_theme_of_the_programme_counts_where_it_goes_with_the_need() -> None:
    line = "CONCERNS need/1 theme/new-area\nBROADER theme/salw theme/new-area\nBROADER theme/prisons theme/other"
    both = f"{line}\nCONCERNS programme/a theme/salw\nCONCERNS programme/a theme/prisons"

    found = _checked(both)

    assert "sanctions-and-arms-embargoes" in found
    assert "treatment-of-prisoners" not in found


def test_where_no_theme_is_on_record_nothing_is_ruled_out() -> None:
    assert _checked("NEED_OF need/1 state/AAA") == [one.id for one in safeguards()]
