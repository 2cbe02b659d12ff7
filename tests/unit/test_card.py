import hashlib
from datetime import date

import pytest

from taazur.graph.errors import SourceError
from taazur.loaders.card import Card, seal

CARD = """title = "Made up"
publisher = "Nobody"
url = "https://example.org/"
licence = "CC0"
retrieved = 2026-11-23
loader = "things"

[files."rows.csv"]
sha256 = "{sha256}"
min = 1
max = 3
"""


def source(folder, text, sha256=None):
    folder.mkdir()
    data = text.encode() if isinstance(text, str) else text
    (folder / "rows.csv").write_bytes(data)
    (folder / "card.toml").write_text(CARD.format(sha256=sha256 or hashlib.sha256(data).hexdigest()), "utf-8")
    return Card.read(folder)


def test_card_and_rows(tmp_path):
    card = source(tmp_path / "made-up", 'id,words,seen\nx,"a | b, c",yes\n')

    (row,) = card.rows("rows.csv")

    assert (card.name, card.loader, card.retrieved) == ("made-up", "things", date(2026, 11, 23))
    assert row.list("words") == ["a", "b, c"]
    assert row.flag("seen") is True
    assert row.where == "made-up/rows.csv line 2"


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    assert source(tmp_path / "s", "\ufeffid\nx\n").rows("rows.csv")[0]["id"] == "x"


def test_a_cell_may_hold_a_line_break(tmp_path):
    assert source(tmp_path / "s", 'id,note\nx,"one\ntwo"\ny,\n').rows("rows.csv")[0]["note"] == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\n", r"0 rows, where the card expects 1 to 3"),
        ("id\na\nb\nc\nd\n", r"4 rows, where the card expects 1 to 3"),
        ("id,name\nx\n", r"line 2: the row has 1 cells, where the header has 2"),
        (b"id\n\xff\n", r"not CSV in UTF-8"),
        ('id\n"open\n', r"not CSV in UTF-8"),
    ],
)
def test_broken_files_are_refused_with_the_place(tmp_path, text, message):
    card = source(tmp_path / "s", text)

    with pytest.raises(SourceError, match=message):
        card.rows("rows.csv")


def test_a_changed_file_is_refused_until_it_is_sealed(tmp_path):
    card = source(tmp_path / "s", "id\nx\n", sha256="0" * 64)
    with pytest.raises(SourceError, match="taazur sources --seal"):
        card.rows("rows.csv")

    assert seal(card.folder) == ["rows.csv"]

    assert len(Card.read(card.folder).rows("rows.csv")) == 1
    assert seal(card.folder) == []


def test_a_flag_is_yes_or_no(tmp_path):
    (row,) = source(tmp_path / "s", "id,seen\nx,maybe\n").rows("rows.csv")

    with pytest.raises(SourceError, match='seen is "maybe"'):
        row.flag("seen")


def test_a_card_that_lacks_something_says_what(tmp_path):
    with pytest.raises(SourceError, match="there is no card"):
        Card.read(tmp_path)
    (tmp_path / "card.toml").write_text('title = "x"')
    with pytest.raises(SourceError, match="lacks publisher, url, licence, retrieved, loader, files"):
        Card.read(tmp_path)
    (tmp_path / "card.toml").write_text("title = ")
    with pytest.raises(SourceError, match="cannot be read"):
        Card.read(tmp_path)


def test_a_file_that_the_card_does_not_name(tmp_path):
    card = source(tmp_path / "s", "id\nx\n")

    with pytest.raises(SourceError, match=r'names no file "row.csv".*Did you mean "rows.csv"'):
        card.rows("row.csv")
