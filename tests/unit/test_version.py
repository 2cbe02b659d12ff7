import pyarrow as pa
import pytest

from taazur.graph.ladybug import LadybugEngine
from taazur.graph.schema import arrow_schema
from taazur.graph.version import data_version, row_hash, version_of, version_read_back, with_hashes


def partners(*rows):
    return {"Partner": with_hashes("Partner", pa.Table.from_pylist(list(rows), schema=arrow_schema("Partner")))}


ONE = {"id": "partner/a", "is_a": "Partner", "name": "é", "aliases": ["b", "a"], "counted": True}
TWO = {"id": "partner/b", "is_a": "Partner", "name": "B"}


def test_order_of_rows_and_of_list_items_does_not_matter():
    assert version_of(partners(ONE, TWO)) == version_of(partners(TWO, {**ONE, "aliases": ["a", "b"]}))


def test_composed_and_decomposed_letters_are_one():
    assert row_hash("Partner", ["é"]) == row_hash("Partner", ["e\N{COMBINING ACUTE ACCENT}"])


@pytest.mark.parametrize("change", [{"name": "e"}, {"aliases": ["a"]}, {"counted": None}, {"id": "partner/c"}])
def test_any_change_of_content_changes_the_version(change):
    assert version_of(partners({**ONE, **change}, TWO)) != version_of(partners(ONE, TWO))


def test_rules_and_repetition_count():
    assert data_version(["x"], ["rule-1"]) != data_version(["x"], ["rule-2"])
    assert data_version(["x", "x"]) != data_version(["x"])


def test_what_is_written_reads_back_as_the_same_version():
    tables = partners(ONE, TWO)
    engine = LadybugEngine(":memory:")

    engine.write(tables, {})

    assert version_read_back(engine) == version_of(tables)
