"""The command line: ``taazur COMMAND``.

A thin skin: each command lives beside what it runs and is loaded when it is
called. Standard output carries the answer, standard error everything else. Exit
codes: 0 done, 1 could not be done, 2 asked wrongly.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

import click

from taazur import __version__

COMMANDS = {
    "analyse": "taazur.analysis.analyse_cli:analyse",
    "ask": "taazur.queries.ask_cli:ask",
    "build": "taazur.loaders.build_cli:build",
    "explore": "taazur.dashboard.explore_cli:explore",
    "journal": "taazur.loaders.build_cli:journal",
    "ledger": "taazur.loaders.build_cli:ledger",
    "neo4j": "taazur.graph.server_cli:neo4j",
    "sources": "taazur.loaders.build_cli:sources",
    "validate": "taazur.analysis.validate_cli:command",
    "verdict": "taazur.analysis.verdict_cli:command",
}
"""Command → where it lives."""


class _Lazy(dict[str, click.Command]):
    """The commands by name, each imported when it is taken: a start must not load every library."""

    @classmethod
    def of(cls, names: Iterable[str]) -> _Lazy:
        """The names; what stands behind each is only looked up when it is taken."""
        lazy = cls()
        for name in names:
            lazy[name] = click.Command(name)
        return lazy

    def __getitem__(self, name: str) -> click.Command:
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in COMMANDS else default


class Group(click.Group):
    """A group whose commands are loaded late, and whose errors are sentences."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of a name; an unknown one is answered with the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from taazur.graph.errors import did_you_mean  # noqa: PLC0415

            hint = did_you_mean(args[0], COMMANDS) or "`taazur --help` lists them."
            ctx.fail(f'there is no command "{args[0]}". {hint}')
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; what Taazur says is wrong becomes one line and an exit code."""
        from taazur.graph.errors import QueryError, TaazurError  # noqa: PLC0415

        try:
            return super().invoke(ctx)
        except TaazurError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"taazur: {error}", err=True)
            # A question that does not exist, or a value that does not fit, was asked wrongly.
            ctx.exit(2 if isinstance(error, QueryError) else 1)


@click.group(cls=Group, commands=_Lazy.of(COMMANDS), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="taazur")
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def main(debug: bool) -> None:
    """Who helps whom with which provision: a graph of counter-terrorism technical assistance.

    Every command takes --format json and then prints one documented shape on
    standard output; messages go to standard error.
    """
