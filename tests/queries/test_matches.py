"""The questions on matches, on the sample graph with what is derived from it: answers worked out by hand.

Weights: provision 3, resolution 1, theme 3, type 2, region 1.5, past 1.5, time 1; decay 0.5.
need/1 (AAA, api-pnr, under provision/1/1, seeks training) is met by

- alpha: cites the paragraph; all that is known is 1, and only its end is not known;
- beta: cites the resolution; theme 0 (cve), type 1 (its activity was a training), region 1: 4.5 / 7.5;
- epsilon: api-pnr in AAA; theme 1, region 1;
- gamma: offered to the world; theme 0.5 (travel is broader), no State on record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner

from taazur.analysis.coverage import coverage
from taazur.analysis.derived import table
from taazur.analysis.explain import evidence, match, no_match, safeguard, specificity
from taazur.analysis.facts import facts
from taazur.analysis.match import match_edges
from taazur.analysis.review import reviewed
from taazur.analysis.verdicts import verdicts, with_verdicts
from taazur.analysis.wording import CLOSE, OPEN, banned
from taazur.cli import main
from taazur.graph.errors import QueryError
from taazur.graph.ladybug import LadybugEngine, LadybugPublisher
from taazur.graph.schema import LANGUAGES
from taazur.graph.version import version_of
from taazur.loaders.journal import Journal
from taazur.queries.catalogue import ask
from tests.queries import sample

TODAY = date(2026, 11, 23)
A, B, G, E = (f"programme/{name}" for name in ("alpha", "beta", "gamma", "epsilon"))
PNR, CVE, TRAVEL, PARAGRAPH = "theme/api-pnr", "theme/cve", "theme/travel", "provision/1/1"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    rows = sample.tables()
    known = facts(rows)
    rows |= {type_: table(type_, made) for type_, made in match_edges(known, coverage(known), TODAY).items()}
    path = tmp_path_factory.mktemp("matches") / "sample.lbug"
    LadybugPublisher(path).publish(rows, {"data_version": version_of(rows), "audience": "x", "as_at": "2026-11-23"})
    return str(path)


@pytest.fixture(scope="module")
def graph(address: str) -> Iterator[LadybugEngine]:
    engine = LadybugEngine(address)
    yield engine
    engine.close()


ANSWERS: list[tuple[str, dict[str, Any], str, list[tuple[Any, ...]]]] = [
    (
        "matches-for-need",
        {"need": "need/1"},
        "place programme strength via via_programme presence score elements_known",
        [
            (1, A, "stated", PARAGRAPH, PARAGRAPH, "assisted", 1.0, 6),
            (2, B, "resolution", PARAGRAPH, "resolution/1", "assisted", 0.6, 4),
            (3, E, "theme", PNR, PNR, "assisted", 1.0, 2),
            (4, G, "theme", PNR, TRAVEL, "offered worldwide", 0.5, 1),
        ],
    ),
    ("matches-for-need", {"need": "need/3"}, "programme", []),
    (
        "matches-for-need",
        {"need": "need/4"},
        "programme theme region past assistance not_comparable",
        [(B, 1.0, 1.0, 1.0, None, ["provision", "resolution", "time", "type"])],
    ),
    (
        "matches-for-programme",
        {"programme": G},
        "need whose place presence specificity",
        [("need/5", "state/CCC", 1, "offered worldwide", 0), ("need/1", "state/AAA", 4, "offered worldwide", 2)],
    ),
    (
        "matches-for-programme",
        {"programme": A},
        "need strength to_ask",
        [("need/1", "stated", ["baseline", "institution", "target_date"])],
    ),
    ("matches-for-programme", {"programme": "programme/delta"}, "need", []),
    (
        "needs-to-specify",
        {},
        "need specificity proposed considered elsewhere no_link",
        [
            ("need/2", 0, 2, 4, 0, 2),
            ("need/3", 0, 0, 4, 2, 2),
            ("need/4", 0, 1, 4, 2, 1),
            ("need/5", 0, 1, 4, 2, 1),
            ("need/1", 2, 4, 4, 0, 0),
        ],
    ),
    ("needs-to-specify", {"at_most": 1}, "need", [("need/2",), ("need/3",), ("need/4",), ("need/5",)]),
    ("results", {"result": "nothing"}, "one", []),
]


@pytest.mark.parametrize(("name", "params", "columns", "expected"), ANSWERS)
def test_answer_is_the_one_worked_out_by_hand(
    graph: LadybugEngine, name: str, params: dict[str, Any], columns: str, expected: list[tuple[Any, ...]]
) -> None:
    records = ask(graph, name, **params).records()

    assert [tuple(record[column] for column in columns.split()) for record in records] == expected


def _rows(graph: LadybugEngine, lang: str = "en") -> list[dict[str, Any]]:
    return ask(graph, "matches-for-need", lang, need="need/1").records()


def test_a_result_can_be_looked_up_by_its_id(graph: LadybugEngine) -> None:
    first = _rows(graph)[0]

    (found,) = ask(graph, "results", result=first["result"]).records()

    assert (found["edge"], found["one"], found["other"], found["rule"]) == ("COULD_MEET", A, "need/1", "match-1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_result_is_one_sentence_in_each_language(graph: LadybugEngine, lang: str) -> None:
    row, need = _rows(graph, lang)[3], ask(graph, "needs-to-specify", lang).records()[1]

    said = [
        match(row, "Aaa", lang), evidence(row, TODAY, lang), specificity(need, lang), no_match(need, lang),
        safeguard("fair-trial", lang),
    ]  # fmt: skip

    for sentence in said:
        assert "{" not in sentence
        assert sentence.count(OPEN) == sentence.count(CLOSE) > 0
        assert banned(sentence, lang) == []


def test_the_sentence_names_path_basis_doubt_and_safeguards(graph: LadybugEngine) -> None:
    said = match(_rows(graph)[3], "Aaa", "en").replace(OPEN, "").replace(CLOSE, "")

    assert said.startswith(
        "Gamma could be considered in response to this need, subject to the request and agreement of Aaa."
    )
    assert "available worldwide, on request; presence in the State not known; theme: 0.50." in said
    assert "this link is inferred from a shared theme" in said
    assert "To be confirmed: paragraph; resolution; type of assistance; region; deliveries on record; period." in said
    assert "the request and agreement of the State concerned; human rights due diligence" in said


def test_what_stands_under_a_result_is_rule_inputs_coverage_day_and_review(graph: LadybugEngine) -> None:
    said = evidence(_rows(graph)[0], TODAY, "en", "declined").replace(OPEN, "").replace(CLOSE, "")

    assert said == (
        "Rule: match-1. Claims on record that it rests on: 9. Based on 2 of 2 known sources, as at 23 November 2026. "
        "Review: declined."
    )


def test_a_safeguard_that_is_not_there_is_refused() -> None:
    with pytest.raises(QueryError, match='no safeguard "nothing"'):
        safeguard("nothing", "en")


def _verdict(tmp_path: Any, address: str, *words: str) -> Any:
    return CliRunner().invoke(main, ["verdict", *words, "--graph", address, "--workspace", str(tmp_path)])


def test_a_declined_match_is_remembered_with_its_reason(graph: LadybugEngine, address: str, tmp_path: Any) -> None:
    second = str(_rows(graph)[1]["result"])

    done = _verdict(tmp_path, address, second, "declined", "--why", "no request by the State", "--who", "UNOCT desk")

    assert (done.exit_code, done.stderr) == (0, "")
    said = verdicts(Journal(tmp_path / "journal.jsonl"))
    shown = with_verdicts(ask(graph, "matches-for-need", need="need/1"), said, "match", "programme", "need")
    assert shown.column("review") == ["not reviewed", "declined", "not reviewed", "not reviewed"]
    assert shown.column("review_why")[1] == "no request by the State"


def test_a_verdict_shows_at_once_beside_any_result(graph: LadybugEngine, address: str, tmp_path: Any) -> None:
    first = str(_rows(graph)[0]["result"])
    _verdict(tmp_path, address, first, "known already", "--who", "UNOCT desk")

    table = reviewed(graph, ask(graph, "matches-for-programme", programme=A), Journal(tmp_path / "journal.jsonl"))

    assert [record["review"] for record in table.records()] == ["known already"]
    assert len(table.types) == len(table.columns)


def test_what_is_no_result_has_no_review(graph: LadybugEngine, tmp_path: Any) -> None:
    with pytest.raises(QueryError, match="no results"):
        reviewed(graph, ask(graph, "needs-to-specify"), Journal(tmp_path / "journal.jsonl"))


def test_verdicts_are_counted_on_the_command_line(graph: LadybugEngine, address: str, tmp_path: Any) -> None:
    for row, said in zip(_rows(graph), ("useful", "useful", "known already"), strict=False):
        _verdict(tmp_path, address, str(row["result"]), said, "--who", "UNOCT desk")

    assert _verdict(tmp_path, address).stdout == "match-1: known already: 1, useful: 2\n"
    assert _verdict(tmp_path, address, "--format", "json").stdout == '{"match-1": {"known already": 1, "useful": 2}}\n'


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["useful", "--who", "desk"], "there is no result"),
        (["useful"], "nobody says so"),
        (["declined", "--who", "desk"], "has no reason"),
        ([], "there is no verdict"),
    ],
)
def test_a_verdict_needs_a_result_a_word_and_somebody(
    address: str, tmp_path: Any, words: list[str], found: str
) -> None:
    done = _verdict(tmp_path, address, "no-such-result", *words)

    assert done.exit_code == 2
    assert found in done.stderr
    assert not (tmp_path / "journal.jsonl").exists()


def test_a_verdict_that_may_not_be_said_is_refused(graph: LadybugEngine, address: str, tmp_path: Any) -> None:
    done = _verdict(tmp_path, address, str(_rows(graph)[0]["result"]), "joint", "--who", "desk")

    assert done.exit_code == 2
    assert 'nobody can say "joint"' in done.stderr


def test_validate_says_that_there_is_too_little_data(address: str) -> None:
    done = CliRunner().invoke(main, ["validate", "--graph", address, "--format", "json"])

    assert done.exit_code == 0
    assert '"verdict": "too little data"' in done.stdout
