"""How a Neo4j server is reached: address, user, password, database, and what to do when it is not.

User and password come from ``TAAZUR_NEO4J_USER`` and ``TAAZUR_NEO4J_PASSWORD`` (or
a file that ``TAAZUR_NEO4J_PASSWORD_FILE`` names), else from the server that
``taazur neo4j start`` brought up at this address. The database is the path of the
address (``bolt://host:7687/name``), else ``TAAZUR_NEO4J_DATABASE``, else ``neo4j``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from taazur.graph.errors import EngineError

USER = "neo4j"
DATABASE = "neo4j"
CONNECTS_WITHIN = 10
"""Seconds in which a server has to accept a connection."""


@dataclass(frozen=True)
class Place:
    """One database of one server, and who asks it. The password is in no text that this makes."""

    address: str
    database: str
    auth: tuple[str, str] | None = field(repr=False)

    @classmethod
    def of(cls, url: str) -> Place:
        """The place that an address names.

        Raises
        ------
        EngineError : the address holds a password, or the file of the password cannot be read.
        """
        split = urlsplit(url)
        if "@" in split.netloc:
            raise EngineError(
                "the address holds a user or a password",
                f"{split.scheme}://…@{split.hostname}",
                "Addresses are written down. Set TAAZUR_NEO4J_USER and TAAZUR_NEO4J_PASSWORD_FILE instead.",
            )
        address = f"{split.scheme}://{split.netloc}"
        named = split.path.strip("/") or os.environ.get("TAAZUR_NEO4J_DATABASE")
        return cls(address, named or DATABASE, _auth(address))

    def __str__(self) -> str:
        return self.address if self.database == DATABASE else f"{self.address}/{self.database}"


def _auth(address: str) -> tuple[str, str] | None:
    """User and password from the environment, else those of our own server there; none is tried without."""
    password = os.environ.get("TAAZUR_NEO4J_PASSWORD") or _password_from_file()
    if password is not None:
        return os.environ.get("TAAZUR_NEO4J_USER") or USER, password
    # Only here, so that whoever names a password needs nothing of what starts a server.
    from taazur.graph.server import credentials  # noqa: PLC0415

    return credentials(address)


def _password_from_file() -> str | None:
    named = os.environ.get("TAAZUR_NEO4J_PASSWORD_FILE")
    if not named:
        return None
    try:
        return Path(named).read_text("utf-8").strip()
    except OSError as error:
        raise EngineError(
            f"the password cannot be read ({error.strerror})", named, "Look at TAAZUR_NEO4J_PASSWORD_FILE."
        ) from error


def connect(place: Place) -> Driver:
    """A driver that has been let in.

    Raises
    ------
    EngineError : nothing answers, or it does not let us in, or has no such database.
    """
    with errors(place):
        driver = GraphDatabase.driver(
            place.address,
            auth=place.auth,
            connection_timeout=CONNECTS_WITHIN,
            connection_acquisition_timeout=3 * CONNECTS_WITHIN,
            max_transaction_retry_time=CONNECTS_WITHIN,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="taazur",
        )
        try:
            driver.verify_connectivity()
        except BaseException:
            driver.close()
            raise
        return driver


@contextmanager
def errors(place: Place) -> Iterator[None]:
    """Turns each error of the driver into one that says what was found, where, and what to do."""
    try:
        yield
    except AuthError as error:
        raise EngineError(_refused(place, error), str(place), _CREDENTIALS) from error
    except ServiceUnavailable as error:
        raise EngineError(f"no Neo4j server answers ({_first_line(error)})", str(place), _START) from error
    except ConfigurationError as error:
        raise EngineError(f"the address cannot be used ({_first_line(error)})", str(place), _SCHEMES) from error
    except ClientError as error:
        raise _client_error(place, error) from error
    except (DriverError, Neo4jError) as error:
        raise EngineError(
            f"Neo4j fails ({_first_line(error)})", str(place), "Look at the log of the server."
        ) from error


_CREDENTIALS = "Set TAAZUR_NEO4J_USER, and TAAZUR_NEO4J_PASSWORD or TAAZUR_NEO4J_PASSWORD_FILE."
_START = "Start one with `taazur neo4j start`, or look at the address and whether it wants TLS (bolt+s://)."
_SCHEMES = "It starts with bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc://."
_DATABASE = "Set TAAZUR_NEO4J_DATABASE, or name it in the address: bolt://host:7687/name."


def _refused(place: Place, error: AuthError) -> str:
    if place.auth is None:
        return "the server wants a user and a password, and none is known"
    return f'the server does not let user "{place.auth[0]}" in ({_first_line(error)})'


def _client_error(place: Place, error: ClientError) -> EngineError:
    if "DatabaseNotFound" in (error.code or ""):
        return EngineError(f'there is no database "{place.database}"', place.address, _DATABASE)
    if "TransactionTimedOut" in (error.code or ""):
        return EngineError("Neo4j gave the question up, for it took too long", str(place), "Ask for less.")
    return EngineError(f"Neo4j refuses the question ({_first_line(error)})", str(place))


def _first_line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error)
    return text.strip().splitlines()[0] if text.strip() else type(error).__name__
