"""In a process of its own: the library must not have been loaded before."""

import subprocess
import sys
from pathlib import Path

OPEN_AT_ONCE = """
import threading
from taazur.graph.ladybug import LadybugEngine

together = threading.Barrier(4)
found = []

def first_question() -> None:
    together.wait()
    engine = LadybugEngine(":memory:")
    found.append(engine.run("RETURN 1 AS one").column("one"))
    engine.close()

threads = [threading.Thread(target=first_question) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
"""


def test_threads_may_open_their_first_graph_at_once(root: Path):
    done = subprocess.run([sys.executable, "-c", OPEN_AT_ONCE], cwd=root, check=False, capture_output=True, text=True)

    assert (done.stdout.strip(), done.stderr) == ("[[1], [1], [1], [1]]", "")
