"""The command line: what it prints where, how it ends, and that it starts light."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from taazur.cli import COMMANDS, main
from taazur.queries.catalogue import catalogue

CT_TRAVEL = ("programme-partners", "programme=programme/ct-travel")


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_there_and_helps(name: str) -> None:
    assert isinstance(main.commands[name], click.Command)
    assert _run(name, "--help").exit_code == 0


def test_help_lists_the_commands() -> None:
    said = _run("--help").stdout

    assert all(f"\n  {name}" in said for name in COMMANDS)


def test_a_mistyped_command_is_answered_with_the_nearest() -> None:
    done = _run("explor")

    assert done.exit_code == 2
    assert 'Did you mean "explore"?' in done.stderr


def test_ask_lists_the_questions() -> None:
    table, as_json = _run("ask"), json.loads(_run("ask", "--format", "json").stdout)

    assert all(name in table.stdout for name in catalogue())
    assert [about["name"] for about in as_json] == list(catalogue())
    assert set(as_json[0]) == {
        "name", "group", "title", "question", "why", "users", "draw", "example", "parameters", "columns",
    }  # fmt: skip


def test_ask_answers_as_json(shipped: Path) -> None:
    done = _run("ask", *CT_TRAVEL, "--format", "json")

    rows = json.loads(done.stdout)
    assert done.exit_code == 0
    assert done.stderr == ""
    assert list(rows[0]) == list(catalogue()["programme-partners"].columns)
    assert {r["role"] for r in rows if r["partner"] == "partner/unoct"} >= {"lead"}
    assert all(r["source"] for r in rows)


def test_json_has_the_same_keys_in_each_language(shipped: Path) -> None:
    english, arabic = (
        json.loads(_run("ask", *CT_TRAVEL, "--format", "json", "--lang", x).stdout) for x in ("en", "ar")
    )

    assert [list(row) for row in arabic] == [list(row) for row in english]
    assert [row["claim"] for row in arabic] == [row["claim"] for row in english]
    assert "مكتب الأمم المتحدة لمكافحة الإرهاب" in {row["partner_name"] for row in arabic}
    assert not any(name.endswith("(en)") for name in (row["partner_name"] for row in arabic))


def test_a_table_tells_people_what_it_cannot_see_and_the_language_of_a_name(shipped: Path) -> None:
    done = _run("ask", *CT_TRAVEL, "--lang", "zh")

    assert "(en)" in done.stdout
    assert catalogue()["programme-partners"].why in done.stderr
    assert "claim" not in done.stdout


def test_csv_is_utf_8_with_a_byte_order_mark(shipped: Path) -> None:
    said = _run("ask", *CT_TRAVEL, "--format", "csv", "--lang", "ar").stdout_bytes

    assert said.startswith(b"\xef\xbb\xbfpartner,partner_name,")
    assert "مكتب الأمم المتحدة لمكافحة الإرهاب".encode() in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("programme-partner",), 'Did you mean "programme-partners"'),
        (("programme-partners", "programm=x"), 'Did you mean "programme"?'),
        (("programme-partners", "programme=programme/ct-travl"), 'Did you mean "programme/ct-travel"'),
        (("programme-partners", "ct-travel"), "write KEY=VALUE"),
        (("programme-partners", "programme=a", "programme=b"), "programme is given twice"),
        (("programme-partners", "--lang", "de"), "'de' is not one of"),
    ],
)
def test_what_is_asked_wrongly_ends_with_2(shipped: Path, words: tuple[str, ...], says: str) -> None:
    done = _run("ask", *words)

    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_done_ends_with_1(tmp_path: Path) -> None:
    done = _run("ask", *CT_TRAVEL, "--graph", str(tmp_path / "nothing.lbug"))

    assert (done.exit_code, done.stdout) == (1, "")
    assert "there is no graph" in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_shows_where(tmp_path: Path) -> None:
    done = _run("--debug", "ask", *CT_TRAVEL, "--graph", str(tmp_path / "nothing.lbug"))

    assert done.exception is not None
    assert type(done.exception).__name__ == "EngineError"


def test_a_question_that_is_asked_wrongly_builds_nothing(tmp_path: Path) -> None:
    done = _run("ask", "programme-partners", "programm=x", "--workspace", str(tmp_path / "new"))

    assert done.exit_code == 2
    assert not (tmp_path / "new").exists()


def test_the_graph_is_built_where_there_is_none(tmp_path: Path) -> None:
    done = _run("ask", *CT_TRAVEL, "--format", "json", "--workspace", str(tmp_path / "new"))

    assert done.exit_code == 0
    assert "it is built now" in done.stderr
    assert json.loads(done.stdout)


def test_an_audience_sees_only_its_graph(shipped: Path) -> None:
    whole, public = (
        json.loads(_run("ask", "needs-of-state", "--format", "json", "--audience", a).stdout)
        for a in ("custodian", "public")
    )

    assert len(whole) > len(public)
