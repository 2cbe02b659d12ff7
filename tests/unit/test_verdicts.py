"""Verdicts: about a pair, in the journal, shown at once, counted by rule."""

from datetime import UTC, datetime

import pytest

from taazur.analysis.verdicts import counts, pair_key, verdict, verdicts, with_verdicts
from taazur.graph.errors import QueryError
from taazur.graph.table import Table
from taazur.loaders.journal import Journal

A, B, N = "programme/a", "programme/b", "need/1"


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal.jsonl")


def _say(journal, kind, pair, said, *, why="because", audience="custodian", rule="match-1", result="r1"):
    values = {"verdict": said, "rule": rule, "result": result}
    journal.append(who="office", why=why, audience=audience, kind=kind, subject=pair, values=values,
                   when=datetime(2026, 11, 23, tzinfo=UTC))  # fmt: skip


def test_a_pair_has_one_name_whichever_end_comes_first() -> None:
    assert pair_key("overlap", A, B) == pair_key("overlap", B, A) == "overlap programme/a programme/b"
    assert pair_key("synergy", A, B, "bridge") != pair_key("synergy", A, B, "sequence")


def test_the_last_verdict_on_a_pair_counts(journal) -> None:
    pair = pair_key("match", A, N)
    _say(journal, "match", pair, "useful")
    _say(journal, "match", pair, "declined", why="no request by the State")

    (found,) = verdicts(journal).values()

    assert (found.verdict, found.why, found.who, found.rule) == (
        "declined",
        "no request by the State",
        "office",
        "match-1",
    )
    assert len(list(journal)) == 2


def test_a_verdict_survives_a_rebuild_and_a_new_rule(journal) -> None:
    _say(journal, "match", pair_key("match", A, N), "declined", result="id-under-match-1")
    rebuilt = Table.of(("programme", "need", "result"), [(A, N, "another-id-under-match-2")])

    shown = with_verdicts(rebuilt, verdicts(journal), "match", "programme", "need")

    assert shown.records() == [
        {
            "programme": A, "need": N, "result": "another-id-under-match-2",
            "review": "declined", "review_why": "because", "review_when": "2026-11-23T00:00:00+00:00",
        }
    ]  # fmt: skip


def test_what_nobody_spoke_of_is_not_reviewed(journal) -> None:
    _say(journal, "overlap", pair_key("overlap", A, "programme/c"), "joint", rule="overlap-1")
    table = Table.of(("one", "other"), [(A, B), ("programme/c", A)])

    shown = with_verdicts(table, verdicts(journal), "overlap", "one", "other")

    assert shown.column("review") == ["not reviewed", "joint"]


def test_results_of_one_kind_between_the_same_two_are_told_apart(journal) -> None:
    _say(journal, "synergy", pair_key("synergy", A, B, "bridge"), "useful", rule="synergy-1")
    table = Table.of(("one", "other", "synergy"), [(A, B, "bridge"), (A, B, "sequence")])

    shown = with_verdicts(table, verdicts(journal), "synergy", "one", "other", "synergy")

    assert shown.column("review") == ["useful", "not reviewed"]


def test_a_verdict_of_one_kind_is_none_on_another(journal) -> None:
    _say(journal, "match", pair_key("match", A, B), "wrong")

    shown = with_verdicts(Table.of(("one", "other"), [(A, B)]), verdicts(journal), "overlap", "one", "other")

    assert shown.column("review") == ["not reviewed"]


def test_an_audience_sees_its_own_and_the_public_ones(journal) -> None:
    _say(journal, "match", pair_key("match", A, N), "wrong", audience="custodian")
    _say(journal, "match", pair_key("match", B, N), "useful", audience="public")

    assert [v.verdict for v in verdicts(journal, "public").values()] == ["useful"]
    assert sorted(v.verdict for v in verdicts(journal, "custodian").values()) == ["useful", "wrong"]


def test_other_decisions_are_passed_over(journal) -> None:
    journal.append(who="o", why="w", audience="custodian", kind="identity", subject="x", values={"same": True})

    assert verdicts(journal) == {}


def test_verdicts_are_counted_by_rule(journal) -> None:
    for programme, said, rule in (
        (A, "useful", "match-1"),
        (B, "wrong", "match-1"),
        ("programme/c", "useful", "match-2"),
    ):
        _say(journal, "match", pair_key("match", programme, N), said, rule=rule)
    _say(journal, "match", pair_key("match", B, N), "known already")

    assert counts(journal) == {"match-1": {"known already": 1, "useful": 1}, "match-2": {"useful": 1}}


def test_only_what_may_be_said_is_kept() -> None:
    assert verdict("overlap", "not an overlap") == "not an overlap"
    with pytest.raises(QueryError, match='Did you mean "joint"'):
        verdict("overlap", "joined")
