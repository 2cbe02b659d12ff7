"""The index that the compiled search walks: who assists which State, by size, then by themes.

Rows are put in an order in which those that can be passed over lie together: by number
of States, then by set of themes, then by kinds of assistance. States are numbered from
the rarest on, so that the first State that two programmes share tells early how much
they can share at most. Equal sets of themes and of kinds are worked out once.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from taazur.analysis.parts import NEVER, count
from taazur.analysis.portfolio import UNKNOWN_DAY, WORD, Bits, Ids, Numbers, Portfolio, expand

Places = NDArray[np.int64]

KINDS = 1 << 20
LEFT = 1 << 12
"""How many kinds and how many States an entry's second word has room for; the row has the other 32 bits."""

CHUNK = 1 << 16


class Index(NamedTuple):
    """``n`` rows in the index's own order; ``row`` says which row of the portfolio each is.

    states : (n, words), the rarest State first; signature : all words of a row, one over the other.
    members, starts : the States of each row, the rarest first.
    theme, kind : number of the set of themes; twice that of the set of kinds, 1 more where dated.
    reach : (sets, steps + 1, words), 0 steps being the set itself; types : (sets,).
    entries : for each State, and last for all, the rows with it: signature; row, States left, kind.
    runs : begin of entries of one size and set of themes, below; number of the set, above.
    first_run, first_entry : by State and number of States of the row.
    sizes_near : by number of States, the other numbers, most alike first, -1 at the end.
    """

    states: Bits
    signature: Bits
    members: Ids
    starts: Places
    theme: Places
    kind: Places
    begin: Places
    end: Places
    row: Ids
    queries: Places
    reach: Bits
    weights: Numbers
    types: Bits
    entries: Bits
    runs: Bits
    run_reach: Bits
    first_run: Places
    first_entry: Places
    sizes_near: Places


def build(portfolio: Portfolio) -> Index:
    """The index of those rows that have a State and a theme."""
    kept = np.flatnonzero((count(portfolio.states) > 0) & (count(portfolio.themes) > 0))
    themes, theme = sets(portfolio.themes[kept])
    types, kind = _kinds(portfolio, kept)
    order = np.lexsort((kind, theme, count(portfolio.states[kept])))
    kept, theme, kind = kept[order], theme[order], kind[order]
    states = rarest_first(portfolio.states[kept])
    starts = np.concatenate(([0], np.cumsum(count(states))))
    members = _members(states)
    signature = np.bitwise_or.reduce(states, axis=1)
    entries, first_entry = _entries(members, starts, signature, kind, states.shape[1] * WORD)
    runs, first_run = _runs(entries, first_entry, theme)
    reach = expand(themes, portfolio.near)
    return Index(
        states=states,
        signature=signature,
        members=members,
        starts=starts,
        theme=theme,
        kind=kind,
        begin=portfolio.begin[kept].astype(np.int64),
        end=np.where(portfolio.end[kept] == UNKNOWN_DAY, NEVER, portfolio.end[kept]).astype(np.int64),
        row=kept.astype(np.int32),
        # Those of one set of themes one after the other: what is worked out for a set serves all of them.
        queries=np.lexsort((members[starts[:-1]], kind, theme)) if len(kept) else np.empty(0, np.int64),
        reach=reach,
        weights=portfolio.weights,
        types=types,
        entries=entries,
        runs=runs,
        run_reach=reach[(runs[:-1] >> np.uint64(32)).astype(np.int64)],
        first_run=first_run,
        first_entry=first_entry,
        sizes_near=_sizes_near(np.diff(starts)),
    )


def sets(bits: Bits) -> tuple[Bits, Places]:
    """The different rows, in order, and for each row which of them it is."""
    order = np.lexsort(bits.T)
    new = np.concatenate(([True], np.any(bits[order][1:] != bits[order][:-1], axis=1)))[: len(bits)]
    number = np.empty(len(bits), np.int64)
    number[order] = np.cumsum(new) - 1
    return bits[order[new]], number


def _kinds(portfolio: Portfolio, kept: Places) -> tuple[Bits, Places]:
    types, number = sets(portfolio.types[kept][:, None])
    if 2 * len(types) > KINDS:
        raise ValueError(f"{len(types)} different sets of kinds of assistance; there is room for {KINDS // 2}")
    return types[:, 0], 2 * number + portfolio.dated[kept]


def rarest_first(states: Bits) -> Bits:
    """The same sets with the States renumbered: 0 is the one in fewest of them."""
    chunks = range(0, len(states), CHUNK)
    often: Any = sum(_unpacked(states[at : at + CHUNK]).sum(axis=0, dtype=np.int64) for at in chunks)
    order = np.argsort(np.where(np.asarray(often) > 0, often, len(states) + 1), kind="stable")
    found = np.empty_like(states)
    for at in chunks:
        bits = np.take(_unpacked(states[at : at + CHUNK]), order, axis=1)
        found[at : at + CHUNK] = np.packbits(bits, axis=1, bitorder="little").view(np.uint64)
    return found


def _unpacked(bits: Bits) -> NDArray[np.uint8]:
    return np.unpackbits(np.ascontiguousarray(bits).view(np.uint8), axis=1, bitorder="little")


def _members(states: Bits) -> Ids:
    # As truth values, because numpy looks through those four times as fast.
    tables = (_unpacked(states[at : at + CHUNK]).view(np.bool_) for at in range(0, len(states), CHUNK))
    chunks = [np.nonzero(table)[1] for table in tables]
    return np.concatenate([np.empty(0, np.int64), *chunks]).astype(np.int32)


def _entries(members: Ids, starts: Places, signature: Bits, kind: Places, everywhere: int) -> tuple[Bits, Places]:
    """All (State, row), by State and then by row, then each row once more; and where each State and size begins."""
    sizes = np.diff(starts)
    wide = int(sizes.max(initial=0)) + 2
    if wide > LEFT:
        raise ValueError(f"a programme in {wide - 2} States; there is room for {LEFT - 2}")
    row = np.repeat(np.arange(len(sizes)), sizes)
    order = np.argsort(members, kind="stable")
    left = starts[1:][row] - np.arange(len(members))
    row, left = np.concatenate((row[order], np.arange(len(sizes)))), np.concatenate((left[order], sizes))
    packed = (
        row.astype(np.uint64) << np.uint64(32) | left.astype(np.uint64) << np.uint64(20) | kind[row].astype(np.uint64)
    )
    place = np.concatenate((members[order], np.full(len(sizes), everywhere))).astype(np.int64) * wide + sizes[row]
    many = np.bincount(place, minlength=(everywhere + 1) * wide)
    first = np.concatenate(([0], np.cumsum(many)[:-1])).reshape(everywhere + 1, wide)
    return np.stack((signature[row], packed), axis=1), first


def _runs(entries: Bits, first_entry: Places, theme: Places) -> tuple[Bits, Places]:
    """Where the set of themes changes within a State and size; one more at the end."""
    themes = theme[(entries[:, 1] >> np.uint64(32)).astype(np.int64)].astype(np.uint64)
    new = np.zeros(len(entries) + 1, np.bool_)
    new[1:-1] = themes[1:] != themes[:-1]
    new[first_entry] = True
    begin = np.flatnonzero(new[:-1]).astype(np.uint64)
    runs = np.append(themes[begin.astype(np.int64)] << np.uint64(32) | begin, np.uint64(len(entries)))
    return runs, np.searchsorted(begin, first_entry.ravel()).reshape(first_entry.shape)


def _sizes_near(sizes: Any) -> Places:
    found = np.unique(sizes)
    near = np.full((int(found.max(initial=0)) + 1, len(found) + 1), -1, np.int64)
    for size in found:
        alike = np.minimum(size, found) / np.maximum(size, found)
        near[size, :-1] = found[np.argsort(-alike, kind="stable")]
    return near
