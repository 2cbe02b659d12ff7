"""``docs/queries.md``, made from the headers of the questions: ``python -m taazur.queries.docs`` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from taazur.queries.catalogue import catalogue
from taazur.queries.header import Column, Param, Query

PAGE = Path(__file__).resolve().parent.parent / "docs" / "queries.md"

_HEAD = """# The questions

Made from the headers of `queries/` by `python -m taazur.queries.docs`; edits here are lost.

`taazur ask` lists the questions and `taazur ask NAME KEY=VALUE …` answers one, `ask(engine, "NAME", key=value)` in
`taazur.queries.catalogue` does so in Python. Each file in `queries/` is one question: its header says what it asks, what
it takes, what its columns mean and what it cannot see; the text below is the Cypher that both engines run.

- A parameter that is left out takes its default. An id is checked: a mistyped one is answered with the nearest.
- `--lang` changes names and nothing else: the same rows come in the same order in each language. Where a name is
  missing in it, the next of en, fr, es, ar, ru, zh is shown; a table says which, e.g. `Interpol (en)`.
- `--format json` prints a list of objects keyed by the columns below. `--format csv` prints UTF-8 with a byte order mark
  (so that spreadsheets read every script; in Python, open it as `utf-8-sig`), lists joined with ` | `, and an apostrophe
  before a cell that a spreadsheet would run as a formula.
- `source`, `locator`, `verified` and `grade` say where a row comes from: the document, the place in it, whether it was
  seen there, and how (seen, copy, secondary, unverified). `claim` is the edge that carries it.
- One row is one claim: where two sources say the same, or differ, both rows are there. Counts are of different end
  points, never of claims, and say how much they rest on.
"""


def render() -> str:
    """The whole page as Markdown, ending in a line feed."""
    parts = [_HEAD, *_contents()]
    for group, queries in groupby(catalogue().values(), key=lambda query: query.group):
        parts += [f"## {group.capitalize()}", ""]
        for query in queries:
            parts += _query(query)
    return "\n".join(parts).rstrip() + "\n"


def _contents() -> Iterator[str]:
    yield "| question | asks |"
    yield "|---|---|"
    for query in catalogue().values():
        yield f"| [`{query.name}`](#{query.name}) | {query.question} |"
    yield ""


def _query(query: Query) -> Iterator[str]:
    yield f"### {query.name}"
    yield ""
    yield f"**{query.title}.** {query.question}"
    yield ""
    yield query.why
    yield ""
    answered = {"cypher": "", "path": " Answered breadth-first.", "ledger": " Read from the ledger of the workspace.",
                "index": " Answered by the search index."}  # fmt: skip
    yield f"For: {', '.join(query.users)}.{answered[query.answered_by]} `{query.example}`"
    yield ""
    if query.params:
        yield "| parameter | type | default | |"
        yield "|---|---|---|---|"
        yield from map(_param, query.params.values())
        yield ""
    yield "| column | type | |"
    yield "|---|---|---|"
    yield from map(_column, query.columns.values())
    yield ""


def _param(param: Param) -> str:
    default = ", ".join(param.default) if isinstance(param.default, list) else str(param.default)
    of = f" (id of {' or '.join(param.of)})" if param.of else ""
    return f"| `{param.name}` | {param.type} | {f'`{default}`' if default else ''} | {param.help}{of} |"


def _column(column: Column) -> str:
    unit = f", in {column.unit}" if column.unit else ""
    of = f" (id of {' or '.join(column.of)})" if column.of else ""
    values = f": {'; '.join(column.values)}" if column.values else ""
    return f"| `{column.name}` | {column.type} | {column.help.replace('|', ' ')}{unit}{of}{values} |"


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
