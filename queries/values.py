"""What a question is asked with: names and values checked before the engine sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from taazur.graph.engine import Engine
from taazur.graph.errors import QueryError, SchemaError, did_you_mean
from taazur.graph.schema import SCHEMA
from taazur.queries.header import Given, Param, Query, is_a
from taazur.queries.names import choices, names


def values(query: Query, given: Mapping[str, Any]) -> dict[str, Given]:
    """The value of each parameter: what was given, in its type, or its default.

    Text is read as the parameter's type, so that a command line can pass what
    was typed: ``yes``/``no``, ``2024-01-31``, lists separated by commas.

    Raises
    ------
    QueryError : a parameter that the question does not have, or a value that does not fit its type.
    """
    for name in given:
        if name not in query.params:
            known = f"It takes {', '.join(query.params)}." if query.params else "It takes no parameter."
            raise QueryError(f'there is no parameter "{name}"', query.name, did_you_mean(name, query.params) or known)
    return {name: _value(query, p, given[name]) if name in given else p.default for name, p in query.params.items()}


def _value(query: Query, param: Param, given: Any) -> Given:
    """One value in the parameter's type."""
    value: Any = _read(param.type, given.strip()) if isinstance(given, str) else given
    if isinstance(value, (tuple, set, frozenset)):
        value = sorted(value)
    if not is_a(param.type, value):
        raise QueryError(f'{param.name} is "{given}"', query.name, f"Give {_WORDS[param.type]}.")
    read: Given = value
    return read


_WORDS = {
    "STRING": "a text",
    "INT64": "a whole number",
    "BOOLEAN": "yes or no",
    "DATE": "a date as 2024-01-31",
    "STRING[]": "a list of texts, separated by commas",
}


def _read(type_: str, text: str) -> Any:
    """A text as a value of a type; what cannot be read so stays a text, and is refused."""
    if type_ == "BOOLEAN":
        return {"yes": True, "true": True, "no": False, "false": False}.get(text.lower(), text)
    if type_ == "STRING[]":
        return [item.strip() for item in text.split(",") if item.strip()]
    try:
        return int(text) if type_ == "INT64" else date.fromisoformat(text) if type_ == "DATE" else text
    except ValueError:
        return text


def known(engine: Engine, query: Query, given: Mapping[str, Given]) -> None:
    """Checks that each id that was given is in the graph.

    Raises
    ------
    QueryError : it is not, or it is of another kind; the nearest id is offered.
    """
    for param in query.params.values():
        value = given[param.name]
        ids = value if isinstance(value, list) else [str(value)]
        for id_ in ids if param.of else ():
            if id_ or param.default:
                _there(engine, query, param, id_)


def _there(engine: Engine, query: Query, param: Param, id_: str) -> None:
    """One anchored look-up; the slow search for the nearest is only made for the message."""
    if (label := _label(id_)) in param.of and names(engine, label, [id_], "en"):
        return
    if label and label not in param.of:
        found = f'"{id_}" is a {label}, where {param.name} takes {_article(param.of)}'
        raise QueryError(found, query.name, _nearest(engine, param, id_.split("/", 1)[-1]))
    raise QueryError(f'no {" or ".join(param.of)} has the id "{id_}"', query.name, _nearest(engine, param, id_))


def _label(id_: str) -> str:
    """The label that an id's prefix names; "" for none."""
    try:
        return SCHEMA.label_of(id_)
    except SchemaError:
        return ""


def _article(labels: tuple[str, ...]) -> str:
    return " or ".join(f"{'an' if label[0] in 'AEI' else 'a'} {label}" for label in labels)


def _nearest(engine: Engine, param: Param, id_: str) -> str:
    """The nearest ids of the kinds that the parameter takes; an id without its prefix, or a name, finds them too."""
    by_name = {name: known_id for label in param.of for known_id, name in choices(engine, label).items()}
    whole = {f"{SCHEMA.node(label).prefix}/{id_}" for label in param.of} & set(by_name.values())
    if whole:
        return f'Did you mean "{min(whole)}"?'
    if id_ in by_name:
        return f'Did you mean "{by_name[id_]}"?'
    hint = did_you_mean(id_, by_name.values())
    return hint or f"`taazur ask find text={id_.split('/', 1)[-1]}` looks for it by name."
