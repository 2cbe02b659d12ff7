"""A header is read from its comment lines, and refused where it does not fit its text or the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from taazur.graph.errors import QueryError
from taazur.queries.header import Query, front_matter, read

GOOD = """// title = "T"
// question = "Q?"
// why = \"\"\"What it
// cannot see\"\"\"
// users = ["analyst"]
// [params]
// partner = { default = "partner/cted", of = "Partner", help = "p" }
// [columns]
// programme = { is = "Programme.id" }
// programme_name = { names = "programme" }
// roles = { type = "STRING[]", is = "TAKES_PART.role" }
// n = { type = "INT64", help = "how many", unit = "claims" }
MATCH (p {id: $partner}) // $not_a_parameter
RETURN 1
"""


def _read(tmp_path: Path, text: str, name: str = "made-up.cypher") -> Query:
    path = tmp_path / "lookups" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return read(path)


def test_front_matter_is_the_leading_comment_lines() -> None:
    assert front_matter("// a = 1\n//b = 2\nMATCH\n// c = 3\n") == "a = 1\nb = 2"


def test_a_header_is_read(tmp_path: Path) -> None:
    query = _read(tmp_path, GOOD)

    assert (query.name, query.group, query.why) == ("made-up", "lookups", "What it cannot see")
    assert (query.draw, query.answered_by, query.order) == ("table", "cypher", ())
    assert query.params["partner"].of == ("Partner",)
    assert query.example == "taazur ask made-up partner=partner/cted"


def test_what_the_schema_says_need_not_be_said_again(tmp_path: Path) -> None:
    columns = _read(tmp_path, GOOD).columns

    assert (columns["programme"].type, columns["programme"].of) == ("STRING", ("Programme",))
    assert (columns["programme_name"].type, columns["programme_name"].names) == ("STRING", "programme")
    assert columns["roles"].help.startswith("lead, co-lead")
    assert columns["n"].unit == "claims"


def test_a_question_without_cypher_is_a_header_alone(tmp_path: Path) -> None:
    toml = "\n".join(line.removeprefix("// ") for line in GOOD.splitlines()[:-2])

    assert _read(tmp_path, 'answered_by = "index"\n' + toml, "made-up.toml").text == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "T"', 'titel = "T"', 'Did you mean "title"?'),
        ('title = "T"', "title = T", "the header is not TOML"),
        ('question = "Q?"', 'question = ""', "the header lacks question"),
        ('["analyst"]', '["analist"]', 'Did you mean "analyst"?'),
        ("$partner}", "$partnr}", "the text uses $partnr and the header declares $partner"),
        ('of = "Partner"', 'of = "Partnr"', 'Did you mean "Partner"'),
        ('default = "partner/cted"', "default = 7", "the default of $partner is 7"),
        ('default = "partner/cted", of', 'typ = "STRING", of', 'Did you mean "type"?'),
        ('is = "Programme.id"', 'is = "Programme.idd"', 'the schema has no "Programme.idd"'),
        ('is = "Programme.id"', 'is = "Programm.id"', 'Did you mean "Programme"'),
        ('is = "Programme.id"', 'type = "INT64", is = "Programme.id"', "column programme is INT64. Programme.id is STRING"),
        ('names = "programme"', 'names = "roles"', 'column programme_name goes with "roles"'),
        ('names = "programme"', 'names = "programm"', 'column programme_name goes with "programm"'),
        ('type = "INT64", help', 'type = "INT", help', 'type of n is "INT"'),
        ('type = "INT64", help = "how many"', 'type = "INT64", help = ""', "column n is not explained"),
        ('title = "T"', 'title = "T"\n// order = ["nothing"]', 'order is "nothing"'),
        ('title = "T"', 'title = "T"\n// draw = "pie"', "It may be table, network, timeline"),
        ('title = "T"', 'title = "T"\n// answered_by = "magic"', 'answered_by is "magic"'),
    ],
)  # fmt: skip
def test_a_header_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD

    with pytest.raises(QueryError) as caught:
        _read(tmp_path, GOOD.replace(old, new))

    assert says in str(caught.value)
    assert "queries/lookups/made-up.cypher" in str(caught.value)
