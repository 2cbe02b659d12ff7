"""The header of a question: TOML in the leading ``//`` lines, and what it must say.

Both engines read those lines as comments. A header that does not fit the text
below it, or the schema, is refused when the catalogue is read, and not when
somebody asks.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, get_args

from taazur.graph.errors import QueryError, TaazurError, did_you_mean
from taazur.graph.schema import SCHEMA, Property, Type
from taazur.queries.tokens import tokens

Given = str | int | bool | date | list[str]
"""What a parameter may be."""

PARAM_TYPES: dict[str, type] = {"STRING": str, "INT64": int, "BOOLEAN": bool, "DATE": date, "STRING[]": list}
USERS = ("analyst", "coordinator", "leadership", "focal point", "custodian")
DRAWINGS = ("table", "network", "timeline")
ANSWERED_BY = ("cypher", "path", "ledger", "index")
"""The engine; or Python around an anchored question, the workspace's ledger, the search index."""

_KNOWN = {
    "header": {"title", "question", "why", "users", "draw", "answered_by", "order", "params", "columns"},
    "parameter": {"type", "default", "of", "help"},
    "column": {"type", "is", "of", "names", "help", "unit", "values", "checks"},
}


@dataclass(frozen=True)
class Param:
    """One parameter: its type, its default, and of which kind of node it is the id (``of``), where it is one."""

    name: str
    type: str
    default: Given
    help: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """One column of the answer.

    ``is_`` is the column of the schema that it shows (``Partner.id``); ``of`` the
    labels of the nodes whose ids it holds; ``names`` the column whose ids it
    names; ``values`` what it may hold, in the order in which it is sorted;
    ``checks`` the column whose themes it turns into what must be checked before
    an offer.
    """

    name: str
    type: str
    help: str = ""
    unit: str = ""
    is_: str = ""
    of: tuple[str, ...] = ()
    names: str = ""
    values: tuple[str, ...] = ()
    checks: str = ""


@dataclass(frozen=True)
class Query:
    """One question of the catalogue, as its file explains it."""

    name: str
    group: str
    title: str
    question: str
    why: str
    users: tuple[str, ...]
    draw: str
    answered_by: str
    text: str
    params: dict[str, Param] = field(default_factory=dict)
    columns: dict[str, Column] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    @property
    def example(self) -> str:
        """The command that asks it with its defaults, spelt out."""
        given = [f"{p.name}={_shown(p.default)}" for p in self.params.values() if p.default not in ("", [])]
        return " ".join(["taazur ask", self.name, *given])


def _shown(value: Given) -> str:
    text = ",".join(value) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text}"' if " " in text else text


def read(path: Path) -> Query:
    """The question in one file: ``.cypher`` with its header, or a ``.toml`` that is a header alone.

    Raises
    ------
    QueryError : the header is not TOML, lacks a field, or does not fit its text or the schema.
    """
    text = path.read_text("utf-8")
    where = f"queries/{path.parent.name}/{path.name}"
    try:
        said = tomllib.loads(front_matter(text) if path.suffix == ".cypher" else text)
        query = _query(path, said, text if path.suffix == ".cypher" else "")
        _fits(query)
    except tomllib.TOMLDecodeError as error:
        raise QueryError(f"the header is not TOML ({error})", where, "Correct it.") from error
    except TaazurError as error:
        raise QueryError(error.found, where, error.do) from error
    return query


def front_matter(text: str) -> str:
    """The leading ``//`` lines without their slashes."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        lines.append(line[2:].removeprefix(" "))
    return "\n".join(lines)


def _query(path: Path, said: dict[str, Any], text: str) -> Query:
    _only(said, "header")
    missing = [key for key in ("title", "question", "why", "users", "columns") if not said.get(key)]
    if missing:
        raise QueryError(f"the header lacks {', '.join(missing)}", "", "Say it.")
    columns: dict[str, Column] = {}
    for name, about in said["columns"].items():
        columns[name] = _column(name, about, columns)
    answered_by = said.get("answered_by", "cypher")
    _one_of(answered_by, ANSWERED_BY, "answered_by")
    return Query(
        name=path.stem,
        group=path.parent.name,
        title=said["title"],
        question=said["question"],
        why=" ".join(said["why"].split()),
        users=tuple(_one_of(user, USERS, "users") for user in said["users"]),
        draw=_one_of(said.get("draw", "table"), DRAWINGS, "draw"),
        answered_by=answered_by,
        text=text,
        params={name: _param(name, about) for name, about in said.get("params", {}).items()},
        columns=columns,
        order=tuple(said.get("order", ())),
    )


def _only(said: dict[str, Any], what: str, name: str = "") -> None:
    """Refuses a key that means nothing: a slip of the pen would otherwise be silent."""
    for key in said.keys() - _KNOWN[what]:
        hint = did_you_mean(key, _KNOWN[what])
        raise QueryError(f'the {what} {name} has a key "{key}" that means nothing'.replace("  ", " "), "", hint)


def _one_of(value: str, known: Iterable[str], what: str) -> str:
    if value not in known:
        raise QueryError(f'{what} is "{value}"', "", did_you_mean(value, known) or f"It may be {', '.join(known)}.")
    return value


def _param(name: str, about: dict[str, Any]) -> Param:
    _only(about, "parameter", name)
    type_ = _one_of(about.get("type", "STRING"), PARAM_TYPES, f"type of ${name}")
    default: Any = about.get("default")
    if not is_a(type_, default):
        raise QueryError(f"the default of ${name} is {default!r}", "", f"Give one of type {type_}.")
    of = about.get("of", ())
    labels = (of,) if isinstance(of, str) else tuple(of)
    for label in labels:
        SCHEMA.node(label)
    return Param(name, type_, default, about.get("help", ""), labels)


def is_a(type_: str, value: object) -> bool:
    """Whether a value is of a parameter's type; a whole number must fit 64 bits."""
    # bool is an int to Python, and to neither engine.
    if isinstance(value, bool) or not isinstance(value, int):
        return isinstance(value, PARAM_TYPES[type_]) and (type_ == "BOOLEAN") == isinstance(value, bool)
    return type_ == "INT64" and -(2**63) <= value < 2**63


def _column(name: str, about: dict[str, Any], earlier: dict[str, Column]) -> Column:
    """One column; what the schema says of it need not be said again."""
    _only(about, "column", name)
    shown = _property(about["is"]) if "is" in about else None
    named = about.get("names") or about.get("checks")
    if named and (named not in earlier or not earlier[named].of):
        raise QueryError(f'column {name} goes with "{named}"', "", "Put before it a column that holds ids.")
    type_ = about.get("type") or (shown.type if shown else earlier[named].type if named else "STRING")
    _one_of(type_, get_args(Type), f"type of {name}")
    if shown and type_ not in (shown.type, f"{shown.type}[]"):
        raise QueryError(f"column {name} is {type_}", "", f"{about['is']} is {shown.type}.")
    help_ = about.get("help") or (shown.help if shown else f"name of `{named}`" if about.get("names") else "")
    if not help_:
        raise QueryError(f"column {name} is not explained", "", "Give it `is`, `names` or `help`.")
    return Column(
        name,
        type_,
        help_,
        unit=about.get("unit") or (shown.unit if shown else ""),
        is_=about.get("is", ""),
        of=_ids(about),
        names=about.get("names", ""),
        values=tuple(about.get("values", ())),
        checks=about.get("checks", ""),
    )


def _ids(about: dict[str, Any]) -> tuple[str, ...]:
    """The labels of the nodes whose ids a column holds: those it says, or that of the node whose id it is."""
    kind, _, column = about.get("is", "").partition(".")
    labels = tuple(about.get("of", ())) or ((kind,) if column == "id" and SCHEMA.is_node(kind) else ())
    for label in labels:
        SCHEMA.node(label)
    return labels


def _property(dotted: str) -> Property:
    """The schema's property that ``Label.column`` or ``EDGE.column`` names."""
    kind, _, column = dotted.partition(".")
    _one_of(kind, (*(n.label for n in SCHEMA.nodes), *(e.type for e in SCHEMA.edges)), "what the schema has")
    columns = {p.name: p for p in (SCHEMA.node(kind) if SCHEMA.is_node(kind) else SCHEMA.edge(kind)).columns}
    if column not in columns:
        raise QueryError(f'the schema has no "{dotted}"', "", did_you_mean(column, columns))
    return columns[column]


def _fits(query: Query) -> None:
    """Compares the header with the text: parameters, and the columns that order a UNION."""
    if query.answered_by == "cypher":
        used = {token.text[1:] for token in tokens(query.text) if token.kind == "param"}
        if used != set(query.params):
            found = f"the text uses {_listed(used)} and the header declares {_listed(query.params)}"
            raise QueryError(found, "", "Let both say the same.")
    for name in query.order:
        _one_of(name.removeprefix("-"), query.columns, "order")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "no parameter"
