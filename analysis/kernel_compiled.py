"""The search itself, compiled by numba on its first use and kept on disk.

For each row: sizes most alike first; for each, its States from the rarest on; for each,
the runs of one set of themes. What is left out at every step is what cannot reach the
rank that the worst of the best ``k`` has (or the rank asked for), because

- two sets of ``a`` and ``b`` States share at most ``min(a, b)``, and at most as many as
  either has from the first shared State on, which is the State being walked;
- their signatures share no fewer bits than the sets do, but for what falls on one bit;
- no part is above 1, so the product of those looked at is a bound for that of all.

Bounds are compared with a billionth to spare; what passes is compared exactly.
"""

# numpy's scalars stand for Python's numbers here, and numba checks them better than mypy can.
# mypy: disable-error-code="no-any-return, return-value, arg-type, assignment"

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit, types
from numba.extending import intrinsic

from taazur.analysis.kernel_index import Index, Places
from taazur.analysis.parts import NEWTON, ROUND
from taazur.analysis.portfolio import Bits, Ids, Numbers

Weights = tuple[float, ...]
Token = tuple[int, ...]
Function = TypeVar("Function", bound=Callable[..., Any])
SPARE = 1 - 1e-9
LEVELS = 254.0
"""A set's theme part is kept in a byte, rounded up; one more value says that it is not worked out yet."""
UNSEEN = np.uint8(255)
RUNS = 4096


def compiled(function: Function) -> Function:
    """The function in machine code, without Python's lock."""
    return cast(Function, njit(nogil=True, cache=True)(function))


def inlined(function: Function) -> Function:
    """The function as a part of those that call it: passing an array costs more than most of these do."""
    return cast(Function, njit(nogil=True, cache=True, inline="always")(function))


def _ones(context: Any, word: Any) -> Any:
    def code(context: Any, builder: Any, signature: Any, words: Any) -> Any:
        return builder.ctpop(words[0])

    return types.uint64(types.uint64), code


ones: Callable[[Any], Any] = cast(Any, intrinsic(_ones))
"""How many bits of a word are set: one instruction."""


@compiled
def root(product: float, known: int) -> float:
    """As `parts.ranked`, operation for operation."""
    if product <= 0.0:
        return 0.0
    mean = np.sqrt(product)
    if known > 2:
        mean = np.sqrt(mean)
        if known == 3:
            mean = mean * np.sqrt(np.sqrt(mean))
            for _ in range(NEWTON):
                mean = (2.0 * mean + product / (mean * mean)) / 3.0
    return np.rint(mean * ROUND) / ROUND


@inlined
def theme_part(reach: Bits, run_reach: Bits, weights: Weights, words: Token, one: int, run: int) -> float:
    """The soft Jaccard form of a set of themes with that of a run."""
    size, before, match = np.int64(0), np.int64(0), 0.0
    for step in range(len(weights)):
        found = np.int64(0)
        for w in range(len(words)):
            found += np.int64(ones(run_reach[run, 0, w] & reach[one, step, w]))
            found += np.int64(ones(run_reach[run, step, w] & reach[one, 0, w]))
        match += weights[step] * (found - before)
        before = found
    for w in range(len(words)):
        size += np.int64(ones(reach[one, 0, w]) + ones(run_reach[run, 0, w]))
    match *= 0.5
    return match / (size - match)


@inlined
def common_states(states: Bits, words: Token, one: int, other: int, first: int) -> int:
    """How many States two rows share; 0 if they share one before ``first``: then they have been met there."""
    shared, earlier = np.int64(0), np.uint64(0)
    for w in range(len(words)):
        both = states[one, w] & states[other, w]
        shared += np.int64(ones(both))
        if 64 * (w + 1) <= first:
            earlier |= both
        elif 64 * w < first:
            earlier |= both & ((np.uint64(1) << np.uint64(first & 63)) - np.uint64(1))
    return shared if earlier == 0 else np.int64(0)


@compiled
def type_part(one: np.uint64, other: np.uint64) -> float:
    """Jaccard of two sets of kinds; 1, which changes no product, where it is not comparable."""
    if one == 0 or other == 0:
        return 1.0
    both = np.int64(ones(one & other))
    return both / (np.int64(ones(one)) + np.int64(ones(other)) - both)


@inlined
def time_part(begin: Places, end: Places, one: int, other: int, dated: int) -> float:
    """Common days over those of the shorter period; 1 where it is not comparable."""
    days = min(end[one], end[other]) - max(begin[one], begin[other]) + 1
    if days <= 0:
        part = 0.0
    elif dated == 0:
        part = 1.0
    else:
        part = days / min(end[one] - begin[one] + 1, end[other] - begin[other] + 1)
    return part


@compiled
def set_floor(floor: Numbers, rank: float) -> None:
    """The least product of so many parts that can still give a rank, before it is rounded."""
    rank = max(0.0, rank - 1 / ROUND)
    floor[2] = rank * rank * SPARE
    floor[3] = rank * rank * rank * SPARE
    floor[4] = rank * rank * rank * rank * SPARE


@compiled
def keep(ranks: Numbers, rows: Places, filled: int, rank: float, row: int) -> int:
    """Puts a row among the best, which are sorted by rank and then by row; how many there are now."""
    k = len(rows)
    if filled == k:
        if rank < ranks[k - 1] or (rank == ranks[k - 1] and row > rows[k - 1]):
            return filled
        filled -= 1
    at = filled
    while at > 0 and (ranks[at - 1] < rank or (ranks[at - 1] == rank and rows[at - 1] > row)):
        ranks[at], rows[at] = ranks[at - 1], rows[at - 1]
        at -= 1
    ranks[at], rows[at] = rank, row
    return filled + 1


@compiled
def limit(floor: float, bound: float) -> np.uint8:
    """The least level of the theme part that can still pass; never 0, for 0 shares no theme."""
    return np.uint8(max(1, min(254, np.int64(floor / bound * LEVELS))))


@compiled
def search(
    index: Index,
    weights: Weights,
    words: Token,
    state_words: Token,
    begin: int,
    end: int,
    k: int,
    least: float,
    found: Ids,
) -> tuple[int, int, int]:
    """Looks for the pairs of the queries from ``begin`` to ``end``.

    ``words`` and ``state_words`` are as long as the rows of bits of themes and States: loops over
    a tuple are unrolled, which halves the time.

    With ``k`` the best of each are found; without it all from rank ``least`` on, each
    pair once. Gives the query to go on with when ``found`` is full, how many rows of
    ``found`` are filled, and how many pairs were looked at one by one.
    """
    # Names of their own: taking an array out of a tuple is counted, and that costs more than the work on it.
    states, members, entries, runs = index.states, index.members, index.entries, index.runs
    reach, run_reach, type_sets = index.reach, index.run_reach, index.types
    runs_of, entries_of, near_of = index.first_run, index.first_entry, index.sizes_near
    begins, ends, row_of, theme_of, kind_of = index.begin, index.end, index.row, index.theme, index.kind
    signatures, starts, queries = index.signature, index.starts, index.queries
    level, buffer = np.empty(len(reach), np.uint8), np.empty(RUNS, np.uint64)
    kinds, known = np.empty(len(type_sets)), np.empty(2 * len(type_sets), np.uint8)
    ranks, rows, floor = np.empty(k), np.empty(k, np.int64), np.empty(5)
    everywhere, theme, kind, most, total, compared = len(runs_of) - 1, -1, -1, 0, 0, 0
    for at in range(begin, end):
        one, entered = queries[at], total
        if theme_of[one] != theme:
            theme = theme_of[one]
            level[:] = UNSEEN
        if kind_of[one] != kind:
            kind = kind_of[one]
            own = type_sets[kind >> 1]
            most = 2 + (own != 0) + (kind & 1)
            for other_set in range(len(kinds)):
                theirs = type_sets[other_set]
                kinds[other_set] = type_part(own, theirs)
                known[2 * other_set] = 2 + (own != 0 and theirs != 0)
                known[2 * other_set + 1] = known[2 * other_set] + (kind & 1)
        filled, start = 0, starts[one]
        size = starts[one + 1] - start
        set_floor(floor, least)
        if k:
            # Rank 0 is not among the best.
            floor[:] = np.maximum(floor, 1e-300)
        signature = signatures[one]
        hidden = size - np.int64(ones(signature))
        for near in range(near_of.shape[1]):
            theirs_size = near_of[size, near]
            if theirs_size < 0 or min(size, theirs_size) < floor[most] * max(size, theirs_size):
                break
            if k == 0 and theirs_size < size:
                continue
            walked = 0
            for i in range(size):
                share = min(size - i, theirs_size)
                if share < floor[most] * (size + theirs_size - share):
                    break
                state = members[start + i]
                walked += entries_of[state, theirs_size + 1] - entries_of[state, theirs_size]
            if walked == 0:
                continue
            # A row in many States meets each of its like many times: then all of that size are walked once.
            at_once = walked > entries_of[everywhere, theirs_size + 1] - entries_of[everywhere, theirs_size]
            for i in range(1 if at_once else size):
                share = min(size - i, theirs_size)
                if share < floor[most] * (size + theirs_size - share):
                    break
                state = everywhere if at_once else members[start + i]
                first_run, last_run = runs_of[state, theirs_size], runs_of[state, theirs_size + 1]
                if first_run == last_run:
                    continue
                bound = share / (size + theirs_size - share)
                lowest = limit(floor[most], bound)
                while first_run < last_run:
                    upto, candidates = min(last_run, first_run + RUNS), 0
                    # No branch: half of these would be guessed wrong.
                    for run in range(np.uint64(first_run), np.uint64(upto)):
                        buffer[np.uint64(candidates)] = run
                        candidates += np.int64(level[runs[run] >> np.uint64(32)] >= lowest)
                    first_run = upto
                    for candidate in range(candidates):
                        run = buffer[np.uint64(candidate)]
                        other_theme = runs[run] >> np.uint64(32)
                        if level[other_theme] == UNSEEN:
                            level[other_theme] = np.uint8(
                                min(254.0, np.ceil(theme_part(reach, run_reach, weights, words, theme, run) * LEVELS))
                            )
                        if level[other_theme] < lowest:
                            continue
                        roughly, themes = level[other_theme] / (LEVELS - 1e-6), -1.0
                        last = runs[run + np.uint64(1)] & np.uint64(0xFFFFFFFF)
                        for entry in range(runs[run] & np.uint64(0xFFFFFFFF), last):
                            packed = entries[entry, 1]
                            other_kind = packed & np.uint64(0xFFFFF)
                            lower, so_far = floor[known[other_kind]], roughly * kinds[other_kind >> np.uint64(1)]
                            if so_far * bound < lower:
                                continue
                            left = np.int64((packed >> np.uint64(20)) & np.uint64(0xFFF))
                            alike = np.int64(ones(signature & entries[entry, 0])) + hidden
                            shared = min(share, left, alike)
                            if so_far * shared < lower * (size + theirs_size - shared):
                                continue
                            other = np.int64(packed >> np.uint64(32))
                            if other == one or (k == 0 and other < one):
                                continue
                            compared += 1
                            shared = common_states(states, state_words, one, other, 0 if at_once else state)
                            if shared == 0:
                                continue
                            if themes < 0:
                                themes = theme_part(reach, run_reach, weights, words, theme, run)
                            product = (
                                shared / (size + theirs_size - shared) * themes * kinds[other_kind >> np.uint64(1)]
                            )
                            if product < lower:
                                continue
                            product *= time_part(begins, ends, one, other, kind & np.int64(other_kind) & 1)
                            if product < lower:
                                continue
                            rank = root(product, known[other_kind])
                            if k:
                                filled = keep(ranks, rows, filled, rank, row_of[other])
                                if filled == k and ranks[k - 1] > 0:
                                    set_floor(floor, ranks[k - 1])
                                    lowest = limit(floor[most], bound)
                            elif rank >= least:
                                if total == len(found):
                                    return at, entered, compared
                                found[total, 0], found[total, 1] = row_of[one], row_of[other]
                                total += 1
        for i in range(filled):
            found[total, 0], found[total, 1] = row_of[one], rows[i]
            total += 1
    return end, total, compared
