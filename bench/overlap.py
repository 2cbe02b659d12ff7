"""All pairs of programmes, beside Graph Data Science, plain Cypher and pandas.

::

    python -m bench.overlap --programmes 50000 --format json     # the same as: taazur bench overlap
    python -m bench.overlap --programmes 1000000 --alone --repeats 1

It lives in ``analysis/bench``, so that an installed Taazur has it too.
"""

from taazur.analysis.bench.overlap import command

if __name__ == "__main__":
    command()
