"""The programmes on record, and what is claimed of them."""

from collections import Counter

import pytest

from taazur.loaders.card import SHIPPED, Card
from taazur.loaders.programmes import ON_REQUEST, tidy
from tests.data.known import rows, states

CTC_PAGE = "https://www.un.org/securitycouncil/ctc/content/facilitation-technical-assistance"
CTC_ROLES = {
    ("ct-travel", 26): "unoct lead, unodc icao oict interpol implementing-partner",
    ("salw-nexus", 27): "uncct unodc co-lead, cted unoda interpol wco cooperating",
    ("vulnerable-targets", 28): "unoct lead, unaoc unicri implementing-partner, cted interpol consulted",
    ("fusion-cells", 29): "unoct lead, cted unpol interpol acsrt implementing-partner",
}
"""What the Committee's page says (Arabic version): programme and line → partners and the role they have."""


@pytest.fixture(scope="module")
def made():
    draft = tidy(Card.read(SHIPPED / "programmes"))
    assert all(line.rejected == line.merged == 0 for line in draft.ledger())
    return {kind: table.to_pylist() for kind, table in draft.tables().items()}


def expected():
    """The claims of the Committee's page as (partner, programme, role, locator)."""
    for (programme, line), said in CTC_ROLES.items():
        for part in said.split(", "):
            *partners, role = part.split()
            for partner in partners:
                yield f"partner/{partner}", f"programme/{programme}", role, f"Arabic version, line {line}"


def test_every_row_is_there(made):
    assert {kind: len(made[kind]) for kind in ("Programme", "TAKES_PART", "ASSISTS", "WITH_PARTNER_STATE")} == {
        "Programme": 169,
        "TAKES_PART": 542,
        "ASSISTS": 657,
        "WITH_PARTNER_STATE": 10,
    }
    assert {kind: len(made[kind]) for kind in ("IMPLEMENTS", "PART_OF", "PROVIDES")} == {
        "IMPLEMENTS": 72,
        "PART_OF": 16,
        "PROVIDES": 360,
    }


def test_the_claims_of_the_committees_page_are_there_with_their_line(made):
    found = {
        (edge["from_id"], edge["to_id"], edge["role"], edge["locator"])
        for edge in made["TAKES_PART"]
        if edge["source"] == CTC_PAGE and edge["verified"]
    }
    consultations = {("partner/cted", "programme/capacity-consultations", "lead", "Arabic version, line 24")}

    assert len(set(expected())) == 21
    assert found == set(expected()) | consultations


def test_they_stand_beside_what_the_programmes_own_page_says(made):
    own = "https://www.un.org/counterterrorism/countering-terrorist-travel"
    claims = [edge for edge in made["TAKES_PART"] if edge["to_id"] == "programme/ct-travel"]

    for partner in ("unoct", "unodc", "icao", "oict", "interpol"):
        said = {edge["source"]: edge["preferred"] for edge in claims if edge["from_id"] == f"partner/{partner}"}
        assert said == {own: True, CTC_PAGE: False}


def test_leading_the_consultations_is_not_leading_the_programme(made):
    leads = {
        edge["to_id"]
        for edge in made["TAKES_PART"]
        if edge["from_id"] == "partner/cted" and edge["role"] in ("lead", "co-lead")
    }

    assert "programme/capacity-consultations" in leads
    assert not leads & {f"programme/{programme}" for programme, _ in CTC_ROLES}


def test_a_role_that_the_page_does_not_state_is_not_verified(made):
    doubtful = [edge for edge in made["TAKES_PART"] if edge["source"] == CTC_PAGE and not edge["verified"]]

    assert {edge["to_id"] for edge in doubtful} == {"programme/gct-platform", "programme/capacity-consultations"}
    assert all(edge["basis"].startswith("the page says") for edge in doubtful)


def test_where_sources_differ_both_are_there_and_one_is_preferred(made):
    cted = [e for e in made["TAKES_PART"] if e["to_id"] == "programme/vulnerable-targets" and "cted" in e["from_id"]]

    assert sorted((edge["role"], edge["preferred"]) for edge in cted) == [
        ("consulted", False),
        ("implementing-partner", False),
        ("implementing-partner", True),
    ]
    said = {(edge["from_id"], edge["to_id"], edge["role"] == "donor") for edge in made["TAKES_PART"]}
    assert sum(edge["preferred"] for edge in made["TAKES_PART"]) == len(said)


def test_only_programmes_are_of_that_kind(made):
    kinds = Counter(programme["kind"] for programme in made["Programme"])

    assert (kinds["programme"], kinds["appeal"], kinds.total()) == (143, 2, 169)
    appeals = [programme for programme in made["Programme"] if programme["kind"] == "appeal"]
    assert all("never counted" in programme["basis"] for programme in appeals)


def test_every_end_is_on_record(made):
    programmes = {programme["id"] for programme in made["Programme"]}
    partners = {row["id"] for row in rows("partners", "partners.csv")}

    assert {edge["from_id"] for edge in made["TAKES_PART"]} <= partners
    assert {edge["to_id"] for edge in made["TAKES_PART"] + made["PART_OF"]} <= programmes
    for kind in ("ASSISTS", "WITH_PARTNER_STATE", "IMPLEMENTS", "PART_OF", "DESCRIBES"):
        assert {edge["to_id" if kind == "DESCRIBES" else "from_id"] for edge in made[kind]} <= programmes
    placed = {edge["to_id"] for edge in made["ASSISTS"] + made["WITH_PARTNER_STATE"]}
    assert {place for place in placed if place.startswith("area/")} == {"area/XKX"}
    assert {place.removeprefix("state/") for place in placed if place.startswith("state/")} <= states()


def test_a_partner_state_is_not_assisted_by_the_same_programme(made):
    partners = {(edge["from_id"], edge["to_id"]) for edge in made["WITH_PARTNER_STATE"]}

    assert not partners & {(edge["from_id"], edge["to_id"]) for edge in made["ASSISTS"]}


def test_worldwide_without_states_is_on_request(made):
    listed = {
        edge["from_id"] for edge in made["ASSISTS"] + made["WITH_PARTNER_STATE"] if "region/" not in edge["to_id"]
    }
    world = [edge for edge in made["ASSISTS"] if edge["to_id"] == "region/world"]

    assert len(world) == 67
    for edge in world:
        assert (ON_REQUEST in (edge["note"] or "")) == (edge["from_id"] not in listed)


def test_of_two_starts_the_verified_one_that_says_more_is_shown(made):
    starts = {
        p["id"].removeprefix("programme/"): (str(p["start_date"]), p["start_precision"]) for p in made["Programme"]
    }

    assert starts["vulnerable-targets"] == ("2021-01-19", "day")
    assert starts["jclec-training"] == ("2004-07-03", "day")
    assert starts["osce-mtt"] == ("2016-01-01", "year")
    assert sum(precision != "unknown" for _, precision in starts.values()) == 112


def test_every_node_and_claim_says_where_it_was_read(made):
    for kind in ("Programme", "TAKES_PART", "ASSISTS", "WITH_PARTNER_STATE", "IMPLEMENTS"):
        for row in made[kind]:
            assert all(row[column] for column in ("source", "locator", "grade"))
            assert row["verified"] == (row["grade"] in ("seen", "copy"))
            assert "(read in" not in row["source"]
