"""Who may see which graph. Closed by default: what is not clearly released is not shown."""

from __future__ import annotations

from collections.abc import Mapping

from taazur.graph.errors import EngineError, did_you_mean
from taazur.loaders.workspace import AUDIENCES

PUBLIC = "public"
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def known(audience: str) -> None:
    """Refuses an audience that does not exist."""
    if audience not in AUDIENCES:
        hint = did_you_mean(audience, AUDIENCES) or f"It may be {' or '.join(AUDIENCES)}."
        raise EngineError(f'there is no audience "{audience}"', "", hint)


def served_to(audience: str, address: object) -> None:
    """Refuses to serve anything but the public release beyond this machine."""
    if audience != PUBLIC and address not in LOOPBACK:
        found = f'what the audience "{audience}" may see is not served beyond this machine'
        raise EngineError(found, str(address or "every address"), "Start it with `taazur explore`.")


def released(marker: Mapping[str, str], audience: str, url: str) -> None:
    """Refuses a graph that was not made for the audience; the custodian may open any.

    A graph without a mark is not released.
    """
    if audience == PUBLIC and marker.get("audience") != PUBLIC:
        hint = "Name a public one, or open it on your own machine with `--audience custodian`."
        raise EngineError("this graph is not released to the public", url, hint)
