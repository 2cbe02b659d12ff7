import shutil
from pathlib import Path

import pytest

from taazur.graph.errors import SourceError
from taazur.graph.version import with_hashes
from taazur.loaders import tidied as module
from taazur.loaders.tidied import forget, tidied
from tests.unit import tiny


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were really tidied, in order."""
    done: list[str] = []
    tidy = tiny.tidy

    def counted(card):
        done.append(card.name)
        return tidy(card)

    monkeypatch.setattr(tiny, "tidy", counted)
    tiny.use(monkeypatch.setattr)
    return done


def test_a_tidied_source_says_where_each_row_went(tmp_path: Path, times: list[str]):
    made = tidied(tiny.source(tmp_path / "states", tiny.STATES, tiny.REGIONS))

    assert (made.name, made.rule) == ("states", "things-1")
    assert made.origins["state/BBB"] == ("states/nodes.csv", 3)
    assert made.fates["states/nodes.csv", 3] == "kept"
    assert [line.kept for line in made.ledger] == [5, 3]
    for kind, table in made.tables.items():
        assert table == with_hashes(kind, table)


def test_what_did_not_change_is_not_tidied_again(tmp_path: Path, times: list[str]):
    states, needs = tiny.source(tmp_path / "states", tiny.STATES), tiny.source(tmp_path / "needs", tiny.NEEDS)
    first = [tidied(card, tmp_path / "kept") for card in (states, needs)]

    assert [tidied(card, tmp_path / "kept") for card in (states, needs)] == first
    assert times == ["states", "needs"]

    changed = tiny.source(tmp_path / "needs", tiny.NEEDS[:2])
    assert tidied(states, tmp_path / "kept") == first[0]
    assert len(tidied(changed, tmp_path / "kept").tables["Need"]) == 2
    assert times == ["states", "needs", "needs"]
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_a_card_or_code_that_changed_tidies_again(tmp_path: Path, times: list[str], monkeypatch: pytest.MonkeyPatch):
    card = tiny.source(tmp_path / "states", tiny.STATES)
    tidied(card, tmp_path / "kept")

    path = card.folder / "card.toml"
    path.write_text(path.read_text("utf-8").replace("Nobody", "Somebody"), "utf-8")
    tidied(card, tmp_path / "kept")
    monkeypatch.setattr(module, "code", lambda *_packages: "other code")
    tidied(card, tmp_path / "kept")

    assert len(times) == 3


def test_a_file_changed_behind_the_card_is_refused_though_kept(tmp_path: Path, times: list[str]):
    card = tiny.source(tmp_path / "states", tiny.STATES)
    tidied(card, tmp_path / "kept")
    (card.folder / "nodes.csv").write_text("label,id\n", "utf-8")

    with pytest.raises(SourceError, match="not the one that the card describes"):
        tidied(card, tmp_path / "kept")


@pytest.mark.parametrize("damage", ["about.json", "State.arrow"])
@pytest.mark.parametrize("how", ["missing", "cut", "empty"])
def test_what_is_damaged_is_made_again(tmp_path: Path, times: list[str], damage: str, how: str):
    card = tiny.source(tmp_path / "states", tiny.STATES)
    first = tidied(card, tmp_path / "kept")
    (path,) = (tmp_path / "kept").glob(f"*/{damage}")
    data = path.read_bytes()
    path.unlink() if how == "missing" else path.write_bytes(data[: len(data) // 2] if how == "cut" else b"")

    assert tidied(card, tmp_path / "kept") == first
    assert tidied(card, tmp_path / "kept") == first
    assert len(times) == 2


def test_what_is_no_longer_a_source_is_forgotten(tmp_path: Path, times: list[str]):
    kept = tmp_path / "kept"
    forget(kept, [])
    for name in ("states", "states.more"):
        tidied(tiny.source(tmp_path / name, tiny.STATES), kept)
    (kept / ".states.0123.77.new").mkdir()
    shutil.rmtree(tmp_path / "states")

    forget(kept, ["states.more"])

    assert [path.name.rpartition(".")[0] for path in kept.iterdir()] == ["states.more"]


def test_a_loader_that_is_not_there_offers_the_nearest(tmp_path: Path):
    card = tiny.source(tmp_path / "made-up")
    path = card.folder / "card.toml"

    path.write_text(path.read_text("utf-8").replace('"things"', '"state"'), "utf-8")
    with pytest.raises(SourceError, match=r'no loader "state".*Did you mean "states"'):
        tidied(type(card).read(card.folder))
    path.write_text(path.read_text("utf-8").replace('"state"', '"dates"'), "utf-8")
    with pytest.raises(SourceError, match='"dates" is not a loader'):
        tidied(type(card).read(card.folder))
