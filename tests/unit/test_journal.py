import json
import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.journal import FIRST, Decision, Journal

WHEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def decide(journal: Journal, number: int = 1) -> Decision:
    return journal.append(
        who="custodian",
        why="seen in both pages: تآزر",
        audience="custodian",
        kind="identity",
        subject=f"partner/{number}",
        values={"same": True, "as": ["partner/unoct"], "score": 0.25},
        when=WHEN,
    )


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl", say=lambda _text: None)


def test_a_decision_is_kept_as_it_was_made(journal: Journal):
    assert list(journal) == []
    made = [decide(journal, number) for number in (1, 2, 3)]

    assert list(journal) == made
    assert [d.id for d in made] == ["decision/000001", "decision/000002", "decision/000003"]
    assert [d.previous for d in made] == [FIRST, made[0].hash, made[1].hash]
    assert made[0].when == "2026-03-01T12:30:00+00:00"
    verified = journal.verify()
    assert (verified.decisions, verified.head, verified.torn) == (3, made[2].hash, ())


def test_values_are_kept_as_they_will_be_read(journal: Journal):
    made = journal.append(
        who="a", why="b", audience="c", kind="d", subject="e", values={"pair": ("x", "y"), "none": None}
    )

    assert made.values == {"pair": ["x", "y"], "none": None}
    assert list(journal) == [made]


def test_a_long_journal_grows_by_its_last_line(journal: Journal):
    long = journal.append(who="a", why="x" * 200_000, audience="c", kind="d", subject="e")
    after = decide(journal)

    assert after.previous == long.hash
    assert journal.verify().decisions == 2


def test_a_line_cut_anywhere_is_set_aside_and_reported(tmp_path: Path):
    path = tmp_path / "journal.jsonl"
    first = decide(Journal(path), 1)
    start = path.stat().st_size
    decide(Journal(path), 2)
    whole = path.read_bytes()

    for cut in range(start, len(whole)):
        path.write_bytes(whole[:cut])
        told: list[str] = []
        journal = Journal(path, say=told.append)
        assert list(journal) == [first]

        verified = journal.verify()

        assert verified.decisions == 1
        assert path.read_bytes() == whole[:start]
        assert [p.read_bytes() for p in verified.torn] == ([whole[start:cut]] if cut > start else [])
        assert len(told) == (cut > start)
        for aside in verified.torn:
            aside.unlink()


def test_a_decision_after_a_torn_line_follows_the_last_whole_one(journal: Journal):
    first = decide(journal, 1)
    for number in (1, 2):
        with journal.path.open("ab") as file:
            file.write(b'{"id":"decis')
        decide(journal, number)

    verified = journal.verify()
    assert [d.previous for d in journal][:2] == [FIRST, first.hash]
    assert (verified.decisions, [p.name for p in verified.torn]) == (3, ["journal.torn-1", "journal.torn-2"])


def test_any_changed_byte_is_found(tmp_path: Path):
    path = tmp_path / "journal.jsonl"
    for number in (1, 2):
        decide(Journal(path), number)
    whole = path.read_bytes()
    end = len(whole) - 1

    for at in range(end):
        for other in {whole[at] ^ 1, ord("\n")} - {whole[at]}:
            path.write_bytes(whole[:at] + bytes([other]) + whole[at + 1 :])
            with pytest.raises(SourceError, match=r"journal\.jsonl line [12]"):
                list(Journal(path))


def test_a_changed_end_of_the_last_line_is_reported(journal: Journal):
    decide(journal)
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-1] + b"x")

    verified = journal.verify()

    assert (verified.decisions, [p.read_bytes() for p in verified.torn]) == (0, [whole[:-1] + b"x"])


@pytest.mark.parametrize(("order", "line"), [((0, 2), 2), ((1, 2), 1), ((0, 2, 1), 2), ((0, 0, 1, 2), 2)])
def test_a_line_taken_out_put_in_or_moved_is_found(journal: Journal, order: tuple[int, ...], line: int):
    lines = [decide(journal, number).line for number in (1, 2, 3)]
    journal.path.write_bytes(b"".join(lines[n] for n in order))

    with pytest.raises(SourceError, match=rf"line {line}: the line does not follow"):
        journal.verify()


def test_a_forged_line_does_not_fit_the_next(journal: Journal):
    lines = [decide(journal, number).line for number in (1, 2)]
    said = json.loads(lines[0])
    said.pop("hash")
    forged = Decision(**{**said, "who": "somebody else"})
    journal.path.write_bytes(forged.line + lines[1])

    with pytest.raises(SourceError, match="line 2"):
        list(journal)


def test_nothing_is_added_after_a_changed_line(journal: Journal):
    decide(journal)
    journal.path.write_bytes(journal.path.read_bytes().replace(b"custodian", b"custodiam"))
    before = journal.path.read_bytes()

    with pytest.raises(SourceError, match="last line: the line is not as it was written"):
        decide(journal)
    assert journal.path.read_bytes() == before


def test_a_full_disk_leaves_the_journal_as_it_was(journal: Journal, monkeypatch: pytest.MonkeyPatch):
    decide(journal)
    before = journal.path.read_bytes()

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            decide(journal)

    assert journal.path.read_bytes() == before
    decide(journal)
    assert journal.verify().decisions == 2


def _decide_often(path: Path, who: int, times: int) -> None:
    for number in range(times):
        Journal(path).append(who=f"{who}", why="at once", audience="c", kind="d", subject=f"partner/{number}")


def test_processes_that_decide_at_once_make_one_chain(journal: Journal):
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_decide_often, args=(journal.path, who, 25)) for who in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    assert [writer.exitcode for writer in writers] == [0] * 4
    assert journal.verify().decisions == 100
    for who in range(4):
        assert [d.subject for d in journal if d.who == f"{who}"] == [f"partner/{n}" for n in range(25)]
