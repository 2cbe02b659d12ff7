"""Experts' judgements: each is an edge of its own, and what is none says why."""

from taazur.loaders import expert_scores
from taazur.loaders.card import SHIPPED, Card
from tests.unit.made_up import card_of, csv_of, rows_of

COLUMNS = "from to judgement who made why confidence"
GOOD = {
    "from": "legislation", "to": "api-pnr", "judgement": "2", "who": "an office", "made": "2026-01-31",
    "why": "no collection without a law", "confidence": "high",
}  # fmt: skip


def drafted(tmp_path, *rows):
    return expert_scores.tidy(card_of(tmp_path / "x", {"scores.csv": csv_of(COLUMNS, *rows)}))


def test_two_judgements_of_one_pair_are_two_edges(tmp_path):
    made = rows_of(drafted(tmp_path, GOOD, {**GOOD, "judgement": "-1", "who": "another office"}))

    assert [(e["from_id"], e["to_id"], e["judgement"], e["who"]) for e in made["INFLUENCES"]] == [
        ("theme/legislation", "theme/api-pnr", 2, "an office"),
        ("theme/legislation", "theme/api-pnr", -1, "another office"),
    ]


def test_what_is_no_judgement_is_rejected_with_its_reason(tmp_path):
    bad = [{"judgement": "4"}, {"judgement": "1.5"}, {"why": ""}, {"to": "legislation"}, {"made": "soon"}]

    (line,) = drafted(tmp_path, *({**GOOD, **cells} for cells in bad)).ledger()

    assert (line.kept, line.rejected) == (0, 5)
    assert line.reasons["a judgement is a whole number from −3 to +3"] == 1
    assert line.reasons["no why: a judgement says who, when and why"] == 1


def test_none_is_shipped():
    made = rows_of(expert_scores.tidy(Card.read(SHIPPED / "expert_scores")))

    assert set(made) == {"Source"}
