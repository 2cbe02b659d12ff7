import pyarrow as pa
import pytest

from taazur.graph.engine import open_graph
from taazur.graph.errors import EngineError
from taazur.graph.ladybug import LadybugPublisher
from taazur.graph.schema import arrow_schema
from taazur.graph.version import with_hashes

MARKER = {"data_version": "1", "audience": "custodian", "as_at": "2026-11-23"}


def graph(*names):
    rows = [{"id": f"partner/{name}", "is_a": "Partner", "kind": "research", "name": name} for name in names]
    return {"Partner": with_hashes("Partner", pa.Table.from_pylist(rows, schema=arrow_schema("Partner")))}


def names_in(engine):
    return engine.run("MATCH (p:Partner) RETURN p.name AS name ORDER BY name").column("name")


def test_a_published_file_carries_its_marker(tmp_path):
    LadybugPublisher(tmp_path / "g.lbug").publish(graph("a"), MARKER)

    engine = open_graph(tmp_path / "g.lbug")

    assert engine.build() == {**MARKER, "state": "complete", "counts": '{"Partner": 1}'}
    assert names_in(engine) == ["a"]
    assert [path.name for path in tmp_path.iterdir()] == ["g.lbug"]


def test_a_reader_keeps_its_file_while_a_new_one_is_swapped_in(tmp_path):
    path = tmp_path / "g.lbug"
    LadybugPublisher(path).publish(graph("old"), MARKER)
    reader = open_graph(path)

    LadybugPublisher(path).publish(graph("new"), MARKER)

    assert names_in(reader) == ["old"]
    assert names_in(open_graph(path)) == ["new"]


def test_a_failed_publication_leaves_the_old_file(tmp_path):
    path = tmp_path / "g.lbug"
    LadybugPublisher(path).publish(graph("old"), MARKER)
    before = path.read_bytes()

    with pytest.raises(EngineError, match="refuses the rows of Partner"):
        LadybugPublisher(path).publish(graph("same", "same"), MARKER)

    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.lbug"]


def test_an_edge_whose_end_is_missing_fails_the_publication(tmp_path):
    row = {"from_label": "Partner", "from_id": "partner/a", "to_label": "Partner", "to_id": "partner/nobody", "id": "1"}
    tables = graph("a") | {"PART_OF": with_hashes("PART_OF", pa.Table.from_pylist([row], arrow_schema("PART_OF")))}

    with pytest.raises(EngineError):
        LadybugPublisher(tmp_path / "g.lbug").publish(tables, MARKER)

    assert list(tmp_path.iterdir()) == []


def test_reading_refuses_to_write(tmp_path):
    LadybugPublisher(tmp_path / "g.lbug").publish(graph("a"), MARKER)

    with pytest.raises(EngineError, match="read-only"):
        open_graph(tmp_path / "g.lbug").run("CREATE (:Partner {id: 'partner/b'})")


def test_no_file_and_no_graph_say_what_to_do(tmp_path):
    with pytest.raises(EngineError, match=r"there is no graph. Make one with `taazur build`"):
        open_graph(tmp_path / "none.lbug")
    (tmp_path / "text.lbug").write_text("not a graph")
    with pytest.raises(EngineError, match=r"not a graph|unfinished"):
        open_graph(tmp_path / "text.lbug")
