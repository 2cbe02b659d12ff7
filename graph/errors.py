"""The exceptions of Taazur.

::

    TaazurError                 anything Taazur says is wrong; the command line prints it and exits 1
    ├── SourceError             a card, a file or a row of a source
    ├── SchemaError             a label, an edge or a property that the schema does not declare, or a value that does not fit it
    ├── QueryError              a question's name, header, parameter or text
    ├── EngineError             the database: cannot be opened, refuses, is unfinished
    └── IdentityError           two records that cannot be joined or kept apart

A message has three parts: what was found, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process


class TaazurError(Exception):
    """What was found, where, and what to do about it.

    Parameters
    ----------
    found : what was found, as a sentence without its full stop.
    where : file and row, question, address; "" where there is none.
    do : what the reader can do now, as a sentence; "" where nothing can be done.
    """

    def __init__(self, found: str, where: str = "", do: str = "") -> None:
        self.found, self.where, self.do = found, where, do
        super().__init__(found, where, do)

    def __str__(self) -> str:
        head = f"{self.where}: {self.found}" if self.where else self.found
        return f"{head}. {self.do}" if self.do else f"{head}."


class SourceError(TaazurError):
    """A card, a file or a row of a source cannot be used."""


class SchemaError(TaazurError):
    """A label, edge, property or value does not fit the schema."""


class QueryError(TaazurError):
    """A question cannot be found, read or asked."""


class EngineError(TaazurError):
    """The database cannot be reached or opened, refuses, or is unfinished."""


class IdentityError(TaazurError):
    """Two records cannot be joined, or cannot be kept apart."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known names, or "" where none is near.

    Examples
    --------
    >>> did_you_mean("unoct ", ["unoct", "unodc", "who"])
    'Did you mean "unoct" or "unodc"?'
    >>> did_you_mean("zzz", ["unoct"])
    ''
    """
    near = [name for name, score, _ in process.extract(word.strip(), list(known), limit=2) if score >= 70]
    return "Did you mean " + " or ".join(f'"{name}"' for name in near) + "?" if near else ""
