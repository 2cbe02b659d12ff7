"""A source: a folder with a card and its rows.

The card (``card.toml``) says what the rows are, whose they are, under which
terms, when they were read, and what each file must look like: its checksum and
the fewest and most rows it may have. A half-broken file is refused whole.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from taazur.graph.errors import SourceError, did_you_mean

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "sources"
"""The sources that come with Taazur."""

FIELDS = ("title", "publisher", "url", "licence", "retrieved", "loader")
"""What every card says, beside its ``files``."""

LIST = " | "
"""Between the items of a cell that holds a list."""


@dataclass(frozen=True)
class File:
    """What the card expects of one file: SHA-256 (hex), and the fewest and most rows."""

    name: str
    sha256: str
    min: int
    max: int


@dataclass(frozen=True)
class Card:
    """One source as its card describes it."""

    name: str
    folder: Path
    title: str
    publisher: str
    url: str
    licence: str
    retrieved: date
    loader: str
    files: tuple[File, ...]

    @classmethod
    def read(cls, path: Path) -> Card:
        """The card of a folder (or of its ``card.toml``).

        Raises
        ------
        SourceError : there is no card, it is not TOML, or it lacks a field.
        """
        path = path / "card.toml" if path.is_dir() else path
        try:
            said = tomllib.loads(path.read_text("utf-8"))
        except FileNotFoundError as error:
            raise SourceError(
                "there is no card", str(path), f"Write one with {', '.join(FIELDS)} and files."
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SourceError(
                f"the card cannot be read ({error})", str(path), "Correct it; it is TOML in UTF-8."
            ) from error
        missing = [field for field in (*FIELDS, "files") if field not in said]
        if missing:
            raise SourceError(f"the card lacks {', '.join(missing)}", str(path), "Add what is missing.")
        files = tuple(File(name, about["sha256"], about["min"], about["max"]) for name, about in said["files"].items())
        return cls(path.parent.name, path.parent, files=files, **{field: said[field] for field in FIELDS})

    def checksum(self) -> str:
        """SHA-256 (hex) over the checksums that the card gives for its files, in the card's order."""
        return hashlib.sha256("".join(file.sha256 for file in self.files).encode()).hexdigest()

    def rows(self, name: str) -> list[Row]:
        """The rows of one CSV file, after its checksum and its count were checked.

        Raises
        ------
        SourceError : the file is missing, was changed, is not UTF-8 CSV, or has too few or too many rows.
        """
        file = self._file(name)
        path = self.folder / name
        if not path.is_file():
            raise SourceError(
                "the file that the card names is not there", str(path), "Bring it back, or correct the card."
            )
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise SourceError(
                "the file is not the one that the card describes",
                str(path),
                "After an edit, run `taazur sources --seal`.",
            )
        rows = _read_csv(data, f"{self.name}/{name}")
        if not file.min <= len(rows) <= file.max:
            raise SourceError(
                f"{len(rows)} rows, where the card expects {file.min} to {file.max}",
                str(path),
                "Check the file, or the card.",
            )
        return rows

    def _file(self, name: str) -> File:
        known = {file.name: file for file in self.files}
        if name not in known:
            raise SourceError(f'the card names no file "{name}"', str(self.folder), did_you_mean(name, known))
        return known[name]


class Row(dict[str, str]):
    """One row of a file: column → text ("" where the cell is empty), with where it stands."""

    def __init__(self, cells: dict[str, str], file: str, line: int) -> None:
        super().__init__(cells)
        self.file, self.line = file, line

    def __missing__(self, column: str) -> str:
        """A column that the file does not have is an error that says so, and where."""
        raise SourceError(f'there is no column "{column}"', self.where, did_you_mean(column, self))

    @property
    def where(self) -> str:
        """File and line, for a message."""
        return f"{self.file} line {self.line}"

    def list(self, column: str) -> list[str]:
        """The items of a cell that holds a list."""
        return [item.strip() for item in self[column].split(LIST.strip()) if item.strip()]

    def flag(self, column: str) -> bool | None:
        """``yes`` or ``no`` as a truth value; ``None`` for an empty cell; ``SourceError`` for anything else."""
        word = self[column].strip().lower()
        if word not in ("yes", "no", ""):
            raise SourceError(f'{column} is "{self[column]}"', self.where, "Write yes, no, or nothing.")
        return {"yes": True, "no": False, "": None}[word]


def _read_csv(data: bytes, where: str) -> list[Row]:
    """The rows of CSV bytes (UTF-8, with or without BOM, header first); a row of another width is an error."""
    try:
        lines = csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), strict=True)
        header = next(lines, [])
        rows = []
        for cells in lines:
            if len(cells) != len(header):
                found = f"the row has {len(cells)} cells, where the header has {len(header)}"
                raise SourceError(found, f"{where} line {lines.line_num}", "Quote a cell that holds a comma.")
            rows.append(Row(dict(zip(header, (cell.strip() for cell in cells), strict=True)), where, lines.line_num))
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"this is not CSV in UTF-8 ({error})", where, "Save it as CSV, UTF-8.") from error
    return rows


def shipped() -> list[Card]:
    """The cards of the sources that come with Taazur, by name."""
    return [Card.read(path) for path in sorted(SHIPPED.glob("*/card.toml"))]


def seal(folder: Path) -> list[str]:
    """Writes the present checksums of a source's files into its card; gives the names of the files that had changed."""
    card = Card.read(folder)
    text = (card.folder / "card.toml").read_text("utf-8")
    changed = []
    for file in card.files:
        now = hashlib.sha256((card.folder / file.name).read_bytes()).hexdigest()
        if now != file.sha256:
            changed.append(file.name)
            section = re.compile(rf'(\[files\."{re.escape(file.name)}"\][^\[]*?sha256\s*=\s*)"[^"]*"')
            text = section.sub(rf'\1"{now}"', text)
    (card.folder / "card.toml").write_text(text, "utf-8")
    return changed
