import pyarrow as pa
import pytest

from taazur.graph.errors import EngineError
from taazur.graph.find import COLUMNS, find, fold, make_index
from taazur.graph.ladybug import LadybugEngine
from taazur.graph.schema import arrow_schema
from taazur.graph.version import with_hashes

ROWS = {
    "Partner": [
        {
            "id": "partner/interpol",
            "name": "International Criminal Police Organization",
            "name_en": "International Criminal Police Organization",
            "name_ar": "المنظمة الدولية للشرطة الجنائية",
            "acronym": "INTERPOL",
            "aliases": ["الإنتربول", "国际刑警组织"],
        },
        {"id": "partner/unoct", "name": "United Nations Office of Counter-Terrorism", "acronym": "UNOCT"},
        {"id": "partner/unodc", "name": "United Nations Office on Drugs and Crime", "acronym": "UNODC"},
        {"id": "partner/script", "name": "<script>alert(1)</script> \"'; DROP TABLE names; --"},
    ],
    "State": [
        {"id": "state/CIV", "name": "Côte d'Ivoire", "name_ar": "كوت ديفوار", "name_ru": "Кот-д’Ивуар", "iso3": "CIV"},
        {"id": "state/OMN", "name": "Oman", "name_zh": "阿曼", "name_ar": "عُمان", "iso3": "OMN"},
    ],
    "Resolution": [{"id": "resolution/2396", "name": "Foreign terrorist fighters", "symbol": "S/RES/2396 (2017)"}],
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    engine = LadybugEngine(":memory:")
    tables = {
        label: with_hashes(
            label, pa.Table.from_pylist([{"is_a": label, "kind": "x", **r} for r in rows], schema=arrow_schema(label))
        )
        for label, rows in ROWS.items()
    }
    engine.write(tables, {"data_version": "7"})
    return make_index(engine, tmp_path_factory.mktemp("index"))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("interpol", "partner/interpol"),
        ("Interpoll", "partner/interpol"),
        ("انتربول", "partner/interpol"),
        ("الإِنْتَرْبُولُ", "partner/interpol"),
        ("国际刑警", "partner/interpol"),
        ("cote d'ivoire", "state/CIV"),
        ("COTE DIVOIRE", "state/CIV"),
        ("Кот д Ивуар", "state/CIV"),
        ("civ", "state/CIV"),
        ("阿曼", "state/OMN"),
        ("عمان", "state/OMN"),
        ("٢٣٩٦", "resolution/2396"),
        ("S/RES/2396", "resolution/2396"),
        ("drugs and crime", "partner/unodc"),
        ("UNOCT", "partner/unoct"),
        ("counter terrorism office", "partner/unoct"),
        ("<script>", "partner/script"),
    ],
)
def test_a_name_is_found_however_it_is_written(index, text, first):
    table = find(index, "7", text)

    assert table.columns == COLUMNS
    assert table.rows[0][0] == first


def test_the_same_name_scores_most_and_each_node_comes_once(index):
    hits = find(index, "7", "UNODC").records()

    assert (hits[0]["id"], hits[0]["score"]) == ("partner/unodc", 100.0)
    assert len({hit["id"] for hit in hits}) == len(hits)


@pytest.mark.parametrize("text", ["", "   ", "!!!", "zzzzqqq", '"', "' OR 1=1 --", "names MATCH *", "%"])
def test_nothing_and_hostile_text_find_nothing_and_break_nothing(index, text):
    assert len(find(index, "7", text)) == 0


def test_only_one_label_when_asked(index):
    assert {row[1] for row in find(index, "7", "o", label="State").rows} == {"State"}


def test_an_index_of_other_data_is_refused(index, tmp_path):
    with pytest.raises(EngineError, match="does not belong to this graph"):
        find(index, "8", "UNODC")
    with pytest.raises(EngineError, match="does not belong"):
        find(tmp_path / "none.sqlite", "7", "UNODC")


def test_arabic_spellings_fold_to_one():
    assert fold("مكافحة") == fold("مكافحه")
    assert fold("أسلحة") == fold("اسلحة") == fold("الأسلحة")
    assert fold("على") == fold("علي")
