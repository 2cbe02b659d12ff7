"""What the README tells a newcomer to type exists and works; what exists is told."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from taazur.cli import main
from taazur.queries.catalogue import catalogue

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("README.md", "docs/contributing.md", "docs/errands.md")
STARTS_OR_STOPS = {"explore", "neo4j"}


def _commands(page: str) -> list[list[str]]:
    """The lines of the page's shell blocks, as words, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    return [shlex.split(line, comments=True) for block in blocks for line in block.splitlines() if line.strip()]


def _ours() -> list[tuple[str, ...]]:
    return sorted({tuple(words[1:]) for page in PAGES for words in _commands(page) if words[0] in ("./run", "taazur")})


OURS = _ours()
LAUNCHERS = [words for words in OURS if words[0] in ("test", "lock")]
NOT_RUN = [words for words in OURS if words[0] in STARTS_OR_STOPS or "--graph" in words]
RUN = [words for words in OURS if words not in LAUNCHERS and words not in NOT_RUN]


def test_the_two_commands_come_first() -> None:
    assert [" ".join(words) for words in _commands("README.md")[:2]] == ["./run explore", "./run test"]


@pytest.mark.parametrize("words", LAUNCHERS, ids=" ".join)
def test_launcher_knows(words: tuple[str, ...]) -> None:
    assert f"\n{words[0]})\n" in (ROOT / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", NOT_RUN, ids=" ".join)
def test_command_is_there(words: tuple[str, ...]) -> None:
    """Those that start or stop something are not run, but each word and option of theirs is known."""
    path = [word for word in words[:2] if word == words[0] or words[0] == "neo4j"]

    said = CliRunner().invoke(main, [*path, "--help"])

    assert said.exit_code == 0, said.output
    assert all(word in said.output for word in words if word.startswith("--"))


@pytest.mark.parametrize("words", RUN, ids=" ".join)
def test_command_runs(words: tuple[str, ...], shipped: Path) -> None:
    done = CliRunner().invoke(main, list(words))

    assert done.exit_code == 0, done.output
    assert done.stdout.strip()


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_told(name: str) -> None:
    command = main.commands[name]

    assert f"`taazur {name}`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command.help
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_is_told(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text(encoding="utf-8"))

    lost = [link for link in links if not ((ROOT / page).parent / link).exists()]
    assert not lost
