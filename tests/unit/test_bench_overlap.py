"""The measurement of the comparison: the same programmes for the same seed, and figures that say what they are."""

import json

import numpy as np
from click.testing import CliRunner

from taazur.analysis.bench.made_up import make
from taazur.analysis.bench.overlap import NULL, command
from taazur.analysis.bench.server import text


def test_same_seed_same_programmes() -> None:
    one, again, other = make(300, 5).portfolio, make(300, 5).portfolio, make(300, 6).portfolio

    assert all(np.array_equal(getattr(one, name), getattr(again, name)) for name in ("states", "types", "begin", "end"))
    assert not np.array_equal(one.states, other.states)


def test_cells_and_their_pairs() -> None:
    made_up = make(300, 5)

    row, cell = made_up.cells()

    assert len(row) == int((made_up.states.sum(axis=1) * made_up.themes.sum(axis=1)).sum())
    assert made_up.pairs_in_cells() == int((np.bincount(cell) ** 2).sum())


def test_alone_gives_ours_and_says_why_the_rest_is_null() -> None:
    done = CliRunner().invoke(
        command, ["--programmes", "200", "--seed", "3", "--alone", "--repeats", "1", "--format", "json"]
    )

    found = json.loads(done.stdout)
    assert (found["n"], found["seed"]) == (200, 3)
    assert found["taazur_s"] > 0
    assert found["pairs"] == sum(found["labels"].values()) > 0
    assert found["ratio_gds"] is None
    assert set(found["not_measured"]) == set(NULL)


def test_texts_of_the_peers_are_there() -> None:
    assert "nodeSimilarity" in text("gds_similarity")
    assert text("plain_pairs").count("MATCH") == 2
