"""Taazur: a knowledge graph of counter-terrorism technical assistance.

In a wheel the parts (graph, loaders, queries, analysis, dashboard, data) lie inside this
folder; in a checkout they lie beside it, and the last lines let Python look there.
"""

from pathlib import Path

__version__ = "0.1.0"

_here = Path(__file__).resolve().parent
if not (_here / "graph").is_dir():
    __path__.append(str(_here.parent))
