from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.visits import INFERRED, tidy
from tests.unit.made_up import card_of, csv_of, ends, rows_of

COLUMNS = (
    "id name states start end kind kind_verified mode on_behalf_of lead_id participants partner_ids "
    "source sources locator verified grade read_via note"
)
VISIT = {
    "id": "visit/mar/2005-03",
    "name": "Visit to Morocco, March 2005",
    "states": "MAR",
    "start": "2005-03",
    "end": "2005-03",
    "kind": "comprehensive",
    "kind_verified": "yes",
    "mode": "on-site",
    "on_behalf_of": "CTC",
    "lead_id": "partner/cted",
    "source": "https://example.org/a",
    "verified": "yes",
    "grade": "seen",
    "read_via": "page itself",
}
TOTAL = {"as_of": "2024-09", "visits": "205", "states": "119", "verified": "yes", "grade": "copy"}


def tidied(folder, *visits):
    totals = csv_of("as_of visits states verified grade note", TOTAL)
    return rows_of(tidy(card_of(folder / "made-up", {"visits.csv": csv_of(COLUMNS, *visits), "totals.csv": totals})))


def test_a_visit_its_state_and_who_led_it(tmp_path):
    made = tidied(tmp_path, VISIT)

    (visit,) = made["Visit"]
    assert (visit["id"], visit["kind"], visit["kind_verified"], visit["basis"]) == (
        "visit/mar/2005-03",
        "comprehensive",
        True,
        None,
    )
    assert (visit["start_date"], visit["start_precision"], visit["end_date"]) == (
        date(2005, 3, 1),
        "month",
        date(2005, 3, 31),
    )
    assert visit["participants"] is None
    assert ends(made["VISITED"]) == [("visit/mar/2005-03", "state/MAR")]
    assert ends(made["JOINED"], "role") == [("partner/cted", "visit/mar/2005-03", "lead")]


def test_a_kind_that_the_source_does_not_state_says_so(tmp_path):
    inferred = VISIT | {"kind_verified": "no"}
    unknown = inferred | {"id": "visit/bfa/2018", "kind": "unknown", "start": "2018/2023", "end": "2018/2023"}

    first, second = tidied(tmp_path, inferred, unknown)["Visit"]

    assert (first["kind"], first["kind_verified"], first["basis"]) == ("comprehensive", False, INFERRED)
    assert (second["kind"], second["kind_verified"], second["basis"]) == ("unknown", False, None)
    assert (second["start_date"], second["end_date"]) == (date(2018, 1, 1), date(2023, 12, 31))
    assert (second["start_precision"], second["end_precision"]) == ("range", "range")


def test_one_visit_to_several_states_with_several_partners(tmp_path):
    made = tidied(
        tmp_path,
        VISIT | {"states": "CMR | TCD", "participants": "UNOCA | UNOWAS", "partner_ids": "partner/unoca"},
    )

    assert ends(made["VISITED"]) == [("visit/mar/2005-03", "state/CMR"), ("visit/mar/2005-03", "state/TCD")]
    assert ends(made["JOINED"], "role") == [
        ("partner/cted", "visit/mar/2005-03", "lead"),
        ("partner/unoca", "visit/mar/2005-03", "participant"),
    ]
    assert made["Visit"][0]["participants"] == ["UNOCA", "UNOWAS"]


def test_a_published_total_is_a_record_of_its_own(tmp_path):
    made = tidied(tmp_path, VISIT)

    (total,) = [record for record in made["Record"] if record["kind"] == "fact"]
    assert (total["field"], total["value"]) == ("total of visits", "205 visits to 119 States, as of 2024-09")
    assert (total["id"], "partner/cted") in ends(made["DESCRIBES"])


def test_a_kind_that_is_on_no_list_is_refused(tmp_path):
    with pytest.raises(SourceError, match=r'made-up/visits.csv line 2: kind is "courtesy"'):
        tidied(tmp_path, VISIT | {"kind": "courtesy"})


def test_what_is_no_date_is_named_with_its_row(tmp_path):
    with pytest.raises(SourceError, match=r"made-up/visits.csv line 2, start: \"March\" is not a date"):
        tidied(tmp_path, VISIT | {"start": "March"})
