import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taazur.cli import main
from taazur.graph.engine import open_graph
from taazur.loaders.build_cli import Teller
from taazur.loaders.workspace import Workspace
from tests.unit import tiny


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tiny.use(monkeypatch.setattr)
    return tiny.world(tmp_path / "here")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_build_prints_the_ledger_as_json_and_nothing_else(here: Path):
    done = run("build", "--workspace", here, "--format", "json")

    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout) == [
        {"source": "needs", "file": "nodes.csv", "in": 3, "kept": 3, "merged": 0, "rejected": 0, "reasons": {}},
        {"source": "needs", "file": "edges.csv", "in": 3, "kept": 3, "merged": 0, "rejected": 0, "reasons": {}},
        {"source": "states", "file": "nodes.csv", "in": 5, "kept": 5, "merged": 0, "rejected": 0, "reasons": {}},
        {"source": "states", "file": "edges.csv", "in": 3, "kept": 3, "merged": 0, "rejected": 0, "reasons": {}},
    ]
    current = Workspace(here).current()
    assert current is not None
    assert f"custodian: data version {current.data_version[:16]}" in done.stderr
    assert f"public: data version {current.public_version[:16]}" in done.stderr


def test_build_prints_a_table_for_people(here: Path):
    done = run("build", "--workspace", here)

    header, first, *_ = done.stdout.splitlines()
    assert header.split() == ["source", "file", "in", "kept", "merged", "rejected", "reasons"]
    assert first.split() == ["needs", "nodes.csv", "3", "3", "0", "0"]


def test_build_says_which_row_was_left_out(here: Path):
    tiny.source(here / "sources" / "more", edges=[("IN_REGION", "state/AAA", "region/nord", "doc/states")])
    done = run("build", "--workspace", here, "--format", "json")

    assert done.exit_code == 0
    said = 'more/edges.csv line 2: there is no "region/nord". Did you mean "region/north"? The row is left out.'
    assert said in done.stderr
    (row,) = [row for row in json.loads(done.stdout) if row["source"] == "more" and row["rejected"]]
    assert row["reasons"] == {'there is no "region/nord". Did you mean "region/north"?': 1}


def test_a_bad_row_is_one_sentence_and_exit_code_1(here: Path):
    tiny.source(here / "sources" / "bad", [("State", "state/EEE", "Eland", "kingdom", "", "doc/states")])
    done = run("build", "--workspace", here, "--format", "json")

    assert (done.exit_code, done.stdout) == (1, "")
    assert 'taazur: bad/nodes.csv line 2: kind is "kingdom"' in done.stderr
    assert "Traceback" not in done.stderr


def test_build_to_an_address(here: Path, tmp_path: Path):
    path = tmp_path / "release.lbug"
    done = run("build", "--workspace", here, "--graph", path, "--audience", "public")

    assert done.exit_code == 0, done.output
    assert f"public: data version {Workspace(here).ledger.last().versions['public'][:16]}, {path}" in done.stderr
    engine = open_graph(path)
    assert engine.build()["audience"] == "public"
    engine.close()


def test_an_audience_that_there_is_not_was_asked_wrongly(here: Path):
    assert run("build", "--workspace", here, "--audience", "publik").exit_code == 2


def test_the_ledger_of_the_present_graph(here: Path):
    none = run("ledger", "--workspace", here)
    assert none.exit_code == 1
    assert "Make a graph with `taazur build`" in none.stderr

    built = run("build", "--workspace", here, "--format", "json")
    Workspace(here).ledger.append("elsewhere", {"public": "other"}, 1.0, [])

    assert run("ledger", "--workspace", here, "--format", "json").stdout == built.stdout


def test_sources_are_listed_with_their_age_and_size(here: Path):
    (needs, states) = json.loads(run("sources", "--workspace", here, "--format", "json").stdout)

    assert (needs["source"], needs["rows"], needs["files"], needs["publisher"]) == ("needs", 6, 2, "Nobody")
    assert (states["rows"], states["retrieved"], states["licence"]) == (8, "2026-11-23", "CC0")
    assert isinstance(states["age_days"], int)


def test_a_changed_file_is_said_and_can_be_sealed(here: Path):
    with (here / "sources" / "needs" / "nodes.csv").open("a", encoding="utf-8") as file:
        file.write("Need,need/more,More,recommended_by_ctc,region,doc/survey\n")

    listed = run("sources", "--workspace", here, "--format", "json")
    assert json.loads(listed.stdout)[0]["rows"] is None
    assert "not the one that the card describes" in listed.stderr
    assert run("build", "--workspace", here).exit_code == 1

    sealed = run("sources", "--workspace", here, "--seal", "--format", "json")
    assert json.loads(sealed.stdout)[0]["rows"] == 7
    assert "needs/nodes.csv is sealed as it is now" in sealed.stderr
    assert run("build", "--workspace", here).exit_code == 0


def test_the_journal_is_verified(here: Path):
    journal = Workspace(here).journal
    for number in range(2):
        journal.append(who="a", why="b", audience="custodian", kind="c", subject=f"partner/{number}")
    head = journal.verify().head

    done = run("journal", "verify", "--workspace", here, "--format", "json")
    assert json.loads(done.stdout) == {"decisions": 2, "head": head, "torn": []}
    assert run("journal", "verify", "--workspace", here).stdout.startswith("2 decisions, none changed")

    with journal.path.open("ab") as file:
        file.write(b"half a li")
    torn = run("journal", "verify", "--workspace", here, "--format", "json")
    assert json.loads(torn.stdout)["torn"] == ["journal.torn-1"]
    assert "set aside in journal.torn-1" in torn.stderr

    journal.path.write_bytes(journal.path.read_bytes().replace(b'"who":"a"', b'"who":"x"', 1))
    broken = run("journal", "verify", "--workspace", here)
    assert broken.exit_code == 1
    assert "journal.jsonl line 1: the line is not as it was written" in broken.stderr


def test_progress_is_a_line_for_each_stage_where_no_terminal_is(capsys: pytest.CaptureFixture[str]):
    teller = Teller()
    for what in ("reading a", "reading b", "joining the sources", "writing X", "writing Y", "reading it back"):
        teller(what, 1, 2)
    teller.end()

    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "reading …\njoining …\nwriting …\n")


def test_progress_is_one_line_that_moves_on_a_terminal(capsys: pytest.CaptureFixture[str]):
    teller = Teller()
    teller._moves = True
    teller("writing X", 1, 2)
    teller.end()

    # click takes the codes that clear a line away where it writes to no terminal.
    assert capsys.readouterr().err == "\rwriting X  50%\r"
