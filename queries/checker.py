"""Refuses Cypher that the two engines read differently, or that one of them does not know.

The text is cut into tokens first, so that comments, strings and quoted names
are never mistaken for Cypher. What is allowed is a list; what is known to
differ has its own sentence that says what to write instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from taazur.graph.errors import QueryError
from taazur.queries.header import Query
from taazur.queries.tokens import Token, tokens

FUNCTIONS = frozenset({"coalesce", "collect", "count", "max", "min", "exists"})
"""Functions that both engines know under one name and read alike."""

INSTEAD = {
    "type": "Every edge has its type as the column `kind`.",
    "label": "Every node has its label as the column `is_a`.",
    "labels": "Every node has its label as the column `is_a`.",
    "properties": "Return the columns by name.",
    "keys": "Return the columns by name.",
    "nodes": "Return columns; walk a path step by step in queries/paths.py.",
    "relationships": "Return columns; walk a path step by step in queries/paths.py.",
    "length": "Walk a path step by step in queries/paths.py.",
    "shortestpath": "Walk a path step by step in queries/paths.py.",
    "allshortestpaths": "Walk a path step by step in queries/paths.py.",
    "id": "Every node and edge has the column `id`.",
    "elementid": "Every node and edge has the column `id`.",
    "reduce": "Do it in Python.",
    "split": "Keep a list as a list in the schema.",
    "any": "Use IN, or EXISTS { MATCH … }.",
    "sum": "Count what is DISTINCT; add columns with +.",
    "avg": "Count what is DISTINCT; divide columns.",
}

FORBIDDEN = {
    **dict.fromkeys(
        ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "ALTER", "FOREACH"),
        "A question only reads.",
    ),
    **dict.fromkeys(
        ("LOAD", "COPY", "EXPORT", "IMPORT", "ATTACH", "INSTALL", "USE"),
        "A question reads the graph and no file: read-only is no sandbox.",
    ),
    "CALL": "Neither procedures nor sub-queries are in both engines; use WITH, or EXISTS { MATCH … }.",
    "SHORTEST": "Walk a path step by step in queries/paths.py.",
    "YIELD": "Procedures are not in both engines.",
    "EXPLAIN": "Ask the engine itself.",
    "PROFILE": "Ask the engine itself.",
}

RESERVED = frozenset({"group", "order", "end", "all", "case", "when", "then", "else"})
"""Names that Ladybug does not take as an alias."""

LONGEST = 4
"""Steps that a path of variable length may have."""


def check(query: Query) -> None:
    """Refuses a question whose text is not in the common subset.

    Raises
    ------
    QueryError : what was found, on which line, and what to write instead.
    """
    for line, found, do in faults(query.text, query):
        raise QueryError(found, f"queries/{query.group}/{query.name}.cypher line {line}", do)


Fault = tuple[int, str, str]
"""Line, what was found, what to write instead."""


def faults(text: str, query: Query | None = None) -> Iterator[Fault]:
    """Everything in a text that is not in the common subset."""
    said = tokens(text)
    yield from _words(said, query.columns if query else ())
    yield from _signs(said)
    yield from _patterns(said)
    yield from _counts(said)
    yield from _orders(said, query)
    if query:
        yield from _anchors(said, query)


def _at(said: list[Token], place: int) -> Token:
    """The token at a place; an empty one beyond the ends."""
    return said[place] if 0 <= place < len(said) else Token("", "", 0)


def _words(said: list[Token], columns: Collection[str]) -> Iterator[Fault]:
    """Clauses, functions and aliases; a column may be called like a clause."""
    for place, token in enumerate(said):
        before, after = _at(said, place - 1), _at(said, place + 1)
        if token.kind == "word" and before.text == "." and after.text == "(":
            yield token.line, f"{token.text}() of a library", "Neither engine comes with libraries: use none."
        if token.kind != "word" or before.text in (".", ":", "|"):
            continue
        if token.upper in FORBIDDEN and token.text not in columns:
            yield token.line, f"{token.upper} is not in the common subset", FORBIDDEN[token.upper]
        elif after.text == "(" and token.upper not in _KEYWORDS and token.text.lower() not in FUNCTIONS:
            do = INSTEAD.get(token.text.lower(), f"Both engines share {', '.join(sorted(FUNCTIONS))}.")
            yield token.line, f"{token.text}() is not in the common subset", do
        elif before.upper == "AS" and token.text.lower() in RESERVED:
            yield token.line, f'Ladybug takes no alias "{token.text}"', "Choose another name."


_KEYWORDS = frozenset({"MATCH", "WHERE", "AND", "OR", "NOT", "IN", "XOR", "WITH", "RETURN", "UNWIND", "WHEN", "THEN", "ELSE", "CASE", "BY", "AS", "ON"})  # fmt: skip
"""Words after which a bracket opens that is not a function's."""


def _signs(said: list[Token]) -> Iterator[Fault]:
    """List comprehensions, map projections, assignments, nested columns, absent parameters."""
    for place, token in enumerate(said):
        one, two, three = (_at(said, place + step) for step in (1, 2, 3))
        if token.text == "[" and one.kind == "word" and two.upper == "IN":
            yield token.line, "a list comprehension", "Filter before collect(DISTINCT …), or do it in Python."
        if token.text == "{" and one.text == ".":
            yield token.line, "a map projection", "Return the columns by name."
        if token.text in ("+=", "=~"):
            do = "A question only reads." if token.text == "+=" else "Use CONTAINS or STARTS WITH."
            yield token.line, f"{token.text} is not in the common subset", do
        if token.text == "." and one.kind == "word" and two.text == "." and three.kind == "word":
            yield token.line, "a column of a column", "Ladybug has no d.year: keep the part as a column."
        if token.kind == "param" and one.upper == "IS":
            yield token.line, f"{token.text} IS NULL", 'Ladybug cannot bind nothing: give the parameter the default "".'


def _patterns(said: list[Token]) -> Iterator[Fault]:
    """Labels, lengths, and edge types that come twice in one MATCH."""
    inside = False
    types: list[str] = []
    for place, token in enumerate(said):
        before, after = _at(said, place - 1), _at(said, place + 1)
        if token.upper in ("MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "UNION") and token.kind == "word":
            types = []
        if token.text == "[" and before.text in ("-", "<-"):
            inside = True
        elif token.text == "]" and inside:
            inside = False
        elif inside and token.text == "*":
            yield from _length(said, place)
        elif inside and token.kind == "word" and before.text in (":", "|"):
            if token.text in types:
                do = "Ladybug may walk one edge twice and Neo4j never: begin another MATCH."
                yield token.line, f"{token.text} comes twice in one MATCH", do
            types.append(token.text)
        elif not inside and token.text == ":" and _at(said, place - 2).text in (":", "|") and before.kind == "word":
            yield token.line, "a node with two labels", "(n:A:B) is OR on one engine and AND on the other: use (n:A|B)."
        elif token.text == "&" or (token.text == "-" and after.text == "-"):
            yield token.line, f"{token.text}{after.text} in a pattern", "Name the type of the edge, and one label."


def _length(said: list[Token], place: int) -> Iterator[Fault]:
    """A variable length must say both its ends, within 1 and the longest allowed."""
    low, dots, high = (_at(said, place + step) for step in (1, 2, 3))
    fits = low.kind == high.kind == "number" and dots.text == ".." and 1 <= int(low.text) <= int(high.text) <= LONGEST
    if not fits:
        do = f"Write *1..{LONGEST}, or go breadth-first as queries/paths.py does."
        yield said[place].line, "a path of another length", do


def _counts(said: list[Token]) -> Iterator[Fault]:
    """Counts and lists must be over what is distinct: one edge is one claim, and there may be several."""
    for place, token in enumerate(said):
        one, two = _at(said, place + 1), _at(said, place + 2)
        if token.upper in ("COUNT", "COLLECT") and token.kind == "word":
            if one.text == "{":
                yield token.line, f"{token.upper} {{ … }}", "Write count(DISTINCT n.id): two sources are two edges."
            elif one.text == "(" and two.upper != "DISTINCT":
                do = f"Write {token.text}(DISTINCT …): two sources are two edges."
                yield token.line, f"{token.text}() without DISTINCT", do


def _orders(said: list[Token], query: Query | None) -> Iterator[Fault]:
    """The rows must come in a total order: ORDER BY, or the header's ``order`` for a UNION."""
    orders = [
        place for place, token in enumerate(said) if token.upper == "ORDER" and _at(said, place + 1).upper == "BY"
    ]
    last = max((place for place, token in enumerate(said) if token.upper == "RETURN"), default=0)
    line = _at(said, last).line
    for place in orders:
        clause = next(t for t in reversed(said[:place]) if t.upper in ("WITH", "RETURN"))
        if clause.upper == "WITH" and not any(t.upper == "LIMIT" for t in said[place:]):
            yield said[place].line, "WITH … ORDER BY without LIMIT", "Ladybug refuses it: order at the end."
    if any(token.upper == "UNION" for token in said):
        yield from _union(said, orders, query, line)
    elif not any(place > last for place in orders):
        yield line, "RETURN without ORDER BY", "Order by ids, so that the rows come alike from both engines."
    elif query:
        named = [t.text for t in said[max(orders) :] if t.kind == "word"] + [n.removeprefix("-") for n in query.order]
        yield from _keys(query, named, line)


def _union(said: list[Token], orders: list[int], query: Query | None, line: int) -> Iterator[Fault]:
    if orders:
        do = "It orders the whole on one engine and the last part on the other: use `order` in the header."
        yield said[orders[0]].line, "ORDER BY in a UNION", do
    if any(a.upper == "RETURN" and b.upper == "DISTINCT" for a, b in pairwise(said)):
        yield line, "RETURN DISTINCT in a UNION", "Ladybug can crash on it, and a UNION is distinct already."
    if query:
        yield from _keys(query, [name.removeprefix("-") for name in query.order], line)


def _keys(query: Query, named: Iterable[str], line: int) -> Iterator[Fault]:
    """Columns that hold one id each must all take part in the order, or the id of the claim, else it is not total."""
    ids = [c for c in query.columns.values() if c.type == "STRING" and (c.of or c.is_.endswith(".id"))]
    missing = [c.name for c in ids if c.name not in set(named)]
    claims = {c.name for c in ids if not c.of}
    if missing and not claims & set(named):
        yield line, f"the order leaves out {', '.join(missing)}", "Order by every id, so that no two rows are equal."


def _anchors(said: list[Token], query: Query) -> Iterator[Fault]:
    """An id that is given must be what the first MATCH starts from, or all rows are read to find it."""
    text = " ".join(token.text for token in said)
    for param in query.params.values():
        ways = (f"id : ${param.name} }}", f"id IN ${param.name}", f"UNWIND ${param.name} AS")
        if param.of and not any(way in text for way in ways):
            yield said[0].line, f"${param.name} is not what a MATCH starts from", f"Write {{id: ${param.name}}}."
