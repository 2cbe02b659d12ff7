"""Every message that a screen can show; ``python -m taazur.dashboard.messages`` brings the catalogues up to date.

New messages are added without a translation, and are shown in English until they
have one; those that nothing shows any more are taken out. Translations stay.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from taazur.graph.schema import SCHEMA
from taazur.graph.vocabulary import VALUES
from taazur.queries.catalogue import GROUPS, catalogue

HERE = Path(__file__).parent
MARKERS = ("t", "N_", "n")
"""The functions whose first words are messages."""

TOLD_ELSEWHERE = {"grade", "locator", "dataset", "basis", "claim", "record"}
"""Columns that another one tells: the dot and the place beside the source; hashes are for the CSV."""

Message = str | tuple[str, str]
"""What is translated; a pair has one and many."""


def messages() -> dict[Message, str]:
    """Every message, and where it comes from: a file, or the part of a question's header."""
    found: dict[Message, str] = {}
    for where, message in (*_in_code(), *_in_questions(), *_in_schema()):
        if message:
            found.setdefault(message, where)
    return found


def heading_of(column: str) -> str:
    """The message above a column: its name in words."""
    return column.replace("_", " ").capitalize()


def _in_code() -> Iterator[tuple[str, Message]]:
    for path in sorted(HERE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if called in MARKERS and isinstance(node, ast.Call):
                texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if texts:
                    yield path.relative_to(HERE).as_posix(), (texts[0], texts[1]) if called == "n" else texts[0]


def _in_questions() -> Iterator[tuple[str, Message]]:
    for query in catalogue().values():
        yield from (("question", text) for text in (query.title, query.question, query.why))
        for param in query.params.values():
            yield from (("parameter", text) for text in (heading_of(param.name), param.help))
        for column in query.columns.values():
            if not column.names and column.name not in TOLD_ELSEWHERE and not column.name.endswith("_precision"):
                yield "column", heading_of(column.name)
            listed = VALUES.get(column.is_) or VALUES.get(column.is_.split(".")[-1]) or ()
            yield from (("vocabulary", word) for word in (*column.values, *listed))


def _in_schema() -> Iterator[tuple[str, Message]]:
    yield from (("group", group.capitalize()) for group in GROUPS)
    yield from (("relation", edge.type) for edge in SCHEMA.edges if not edge.derived)


def read(code: str) -> Catalog:
    """The catalogue of a language as its file has it."""
    with _path(code).open(encoding="utf-8") as file:
        return read_po(file, locale=code, abort_invalid=True)


def update(code: str) -> tuple[int, int]:
    """Brings one catalogue up to date; how many messages came, and how many went."""
    catalog, wanted = read(code), messages()
    there = {message.id for message in catalog if message.id}
    # English only has what is said otherwise than in the code.
    new = [] if code == "en" else sorted((m for m in wanted if m not in there), key=lambda m: (wanted[m], m))
    gone = sorted((m for m in there if m not in wanted), key=str)
    for message in new:
        catalog.add(message, auto_comments=[wanted[message]])
    for old in gone:
        catalog.delete(old)
    save(code, catalog)
    return len(new), len(gone)


def save(code: str, catalog: Catalog) -> None:
    """Writes a catalogue, with a head that names nobody."""
    catalog.last_translator, catalog.language_team = "not reviewed", code
    catalog.msgid_bugs_address = "docs/contributing.md"
    with _path(code).open("wb") as file:
        write_po(file, catalog, width=110, ignore_obsolete=True)


def _path(code: str) -> Path:
    return HERE / "locale" / code / "LC_MESSAGES" / "taazur.po"


if __name__ == "__main__":
    for folder in sorted(path.name for path in (HERE / "locale").iterdir()):
        came, went = update(folder)
        print(f"{folder}: {came} messages came, {went} went")
