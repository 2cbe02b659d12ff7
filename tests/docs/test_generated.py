"""Pages that a program writes are as it would write them now.

Such a page names its program near its head, ``by `python -m MODULE```; the module has ``render()``.
"""

import importlib
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
MADE = re.compile(r"[Mm]ade .* by `python -m ([\w.]+)`; edits here are lost")


def _pages() -> dict[str, str]:
    """Page → the module that writes it."""
    heads = {page.name: page.read_text(encoding="utf-8")[:600] for page in DOCS.glob("*.md")}
    return {name: found[1] for name, head in heads.items() if (found := MADE.search(head))}


def test_the_two_pages_are_made() -> None:
    assert set(_pages()) >= {"model.md", "queries.md"}


@pytest.mark.parametrize(("name", "module"), sorted(_pages().items()))
def test_page_is_up_to_date(name: str, module: str) -> None:
    made = importlib.import_module(module).render()

    assert (DOCS / name).read_text(encoding="utf-8") == made, f"write docs/{name} again: python -m {module}"
